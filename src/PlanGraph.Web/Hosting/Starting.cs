using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Commands;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Hosting;

/// <summary>The life of the process: prepare, listen, say where, wait; and what it says when it cannot start.</summary>
internal static class Starting
{
    public static async Task<int> RunPlanGraphAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var preparation = app.Services.GetRequiredService<Preparation>();
        await preparation.TryAsync(stopping);
        await app.StartAsync(stopping);
        Console.WriteLine(await AddressToOpenAsync(app, stopping));
        await app.WaitForShutdownAsync(CancellationToken.None);
        preparation.ThrowIfFailed();
        return 0;
    }

    /// <summary>The exit code for a failure that the administrator can mend, with one sentence for each problem on standard error; null for others.</summary>
    public static int? Explain(Exception exception)
    {
        var sentences = exception switch
        {
            ConfigurationException configuration => configuration.Problems.Select(Say),
            StoreException or InvalidDataException or DirectoryNotFoundException => [exception.Message],
            IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => [Say(Sentence.Of("host.addressInUse"))],
            UnauthorizedAccessException => [exception.Message],
            _ => null,
        };
        if (sentences is null) return null;
        foreach (var sentence in sentences) Console.Error.WriteLine(sentence);
        return ExitCodes.Configuration;
    }

    /// <summary>With a link that signs in when only this machine can open it, or a setting asks for it.</summary>
    private static async Task<string> AddressToOpenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var first = addresses.FirstOrDefault(HostBuilding.DefaultAddress).Replace("//127.0.0.1:", "//localhost:", StringComparison.Ordinal)
            .Replace("//[::]:", "//localhost:", StringComparison.Ordinal);
        var wanted = app.Services.GetRequiredService<IOptions<PlanGraphOptions>>().Value.StartLink;
        if (!wanted && !addresses.All(address => new Uri(address).IsLoopback)) return first;
        var secret = Secrets.New();
        await app.Services.GetRequiredService<AccessRegister>()
            .ChangeAsync((book, now) => AccessRules.IssueStartLink(book, Secrets.Hash(secret), now), cancellationToken);
        return $"{first}/signin?token={secret}";
    }

    private static string Say(Sentence sentence) => TextCatalogue.Load(AppFolders.Find().WebRoot).Say(Languages.All[0], sentence);
}
