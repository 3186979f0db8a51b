using System.Diagnostics;

namespace PlanGraph.Web.Tests.Hosting;

/// <summary>The real program, started with what it cannot use.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("plangraph-refused-");

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData("""[{ "type": "temaplan", "required": false, "source": "vedtak" },\n { "type": "temaplann", "required": false, "source": "vedtak" }]""", "anchoring-rules.json, linje 2: Verdien av type kan ikke brukes. Skriv en av disse: ")]
    [InlineData("""[{ "type": "temaplan", "required": true, "source": "vedtak", "accepts": [] }]""", "anchoring-rules.json, linje 1: accepts må ha minst én av ")]
    [InlineData("ingen regler", "anchoring-rules.json, linje 1: Filen er ikke en liste med regler i JSON.")]
    public async Task Rules_of_anchoring_that_cannot_be_used_stop_the_start_with_file_line_and_what_to_write(string rules, string said)
    {
        await File.WriteAllTextAsync(Path.Combine(_data.FullName, "anchoring-rules.json"), rules.Replace("\\n", "\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (code, output, error) = await StartAsync();

        Assert.Equal(78, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task A_file_of_rules_that_is_named_and_not_there_stops_the_start()
    {
        var (code, _, error) = await StartAsync("--PlanGraph:AnchoringRules", Path.Combine(_data.FullName, "borte.json"));
        Assert.Equal(78, code);
        Assert.Contains("borte.json finnes ikke. Rett innstillingen PlanGraph:AnchoringRules", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "PlanGraph.Web.dll"), "--urls", "http://localhost:0", "--data", _data.FullName, "--PlanGraph:FirstData=", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
