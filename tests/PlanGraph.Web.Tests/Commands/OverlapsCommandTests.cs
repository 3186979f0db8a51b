using System.Text;
using PlanGraph.Web.Commands;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Tests.Commands;

/// <summary><c>overlaps FILE</c> as somebody with a spreadsheet and no server meets it.</summary>
public sealed class OverlapsCommandTests : IDisposable
{
    private const string List = "Plan;Kommune\nTrafikksikkerhetsplan;Askim\nPlan for trafikksikkerhet;Askim\nTrafikksikkerhetsplan;Bamble\nRusplan;Bamble\nRuspolitisk handlingsplan;Etne\n";

    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new();

    private string[] Lines => Encoding.UTF8.GetString(_output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Pairs_are_within_a_municipality()
    {
        Assert.Equal(ExitCodes.Done, await RunAsync(List, "-"));
        Assert.Equal(["Trafikksikkerhetsplan", "Plan for trafikksikkerhet"], Assert.Single(Lines).Split('\t')[..2]);
    }

    [Fact]
    public async Task Clusters_are_across_municipalities()
    {
        Assert.Equal(ExitCodes.Done, await RunAsync(List, "--clusters", "-"));
        Assert.Equal("3\t2\tTrafikksikkerhetsplan\tPlan for trafikksikkerhet\tAskim, Bamble", Lines[0]);
        Assert.DoesNotContain("gruppe", string.Join('\n', Lines), StringComparison.Ordinal);
        Assert.Contains("gruppe", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_municipalities_is_told_as_such()
    {
        Assert.Equal(ExitCodes.Done, await RunAsync("Plan;Status\nRusplan;Vedtatt\nRusplan;Vedtatt\n", "--clusters", "-"));
        Assert.Equal("2\t0\tRusplan\t\t", Assert.Single(Lines));
        Assert.Contains("Kommune", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_alike_titles_must_be_is_above_0() => Assert.Equal(ExitCodes.Usage, await RunAsync(List, "--clusters", "--min-score", "0", "-"));

    [Fact]
    public async Task Every_pair_of_equal_titles_is_printed()
    {
        Assert.Equal(ExitCodes.Done, await RunAsync("Plan\n" + string.Concat(Enumerable.Repeat("Trafikksikkerhetsplan\n", 200)), "--names-only", "-"));
        Assert.Equal(200 * 199 / 2, Lines.Length);
    }

    private Task<int> RunAsync(string input, params string[] arguments)
    {
        var texts = TextCatalogue.Load(AppFolders.Find().WebRoot);
        var console = new CommandConsole(new MemoryStream(Encoding.UTF8.GetBytes(input)), _output, _error, sentence => texts.Say("nb", sentence));
        return CommandLine.RunAsync(CommandTable.All, ["overlaps", .. arguments], console, settings => HostBuilding.ReadSettings(Repository.Root, settings), TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
