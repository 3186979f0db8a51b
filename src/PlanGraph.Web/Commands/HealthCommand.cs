using System.Text.Json;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Commands;

/// <summary><c>health [ADDRESS]</c>: asks a running PlanGraph whether it is ready. The container has no shell and no other program to ask with.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static Command Command { get; } =
        new("health", Sentence.Of("commands.health.summary"), Sentence.Of("commands.health.help"), RunAsync) { Words = (0, 1) };

    private static async Task<int> RunAsync(CommandCall call)
    {
        var given = call.Arguments.Words.FirstOrDefault(HostBuilding.DefaultAddress);
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new CommandException(ExitCodes.Usage, Sentence.Of("commands.health.address", ("address", given)));
        var (isReady, status) = await AskAsync(address, call);
        await using var output = call.Console.OutputText();
        await output.WriteLineAsync(status);
        return isReady ? ExitCodes.Done : ExitCodes.Unavailable;
    }

    private static async Task<(bool IsReady, string Status)> AskAsync(Uri address, CommandCall call)
    {
        try
        {
            using var http = new HttpClient { Timeout = Patience };
            using var answer = await http.GetAsync(new Uri(address, "/health/ready"), call.CancellationToken);
            using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(call.CancellationToken), cancellationToken: call.CancellationToken);
            return (answer.IsSuccessStatusCode, body.RootElement.GetProperty("status").GetString() ?? "");
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException
            || (exception is OperationCanceledException && !call.CancellationToken.IsCancellationRequested))
        {
            throw new CommandException(ExitCodes.Unavailable, Sentence.Of("commands.health.silent", ("address", address)), exception);
        }
    }
}
