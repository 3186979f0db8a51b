using System.Text;
using Microsoft.Extensions.Configuration;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Commands;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new();
    private CommandCall? _call;

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData("--urls", "http://localhost:5080")]
    [InlineData("PlanGraph:Data=x")]
    [InlineData]
    public void Settings_alone_serve(params string[] arguments) => Assert.Null(CommandLine.RunAsync(arguments));

    [Fact]
    public async Task A_verb_that_there_is_not_is_refused_with_the_verbs_that_there_are()
    {
        Assert.Equal(64, await RunAsync(_ => Task.FromResult(0), "overlpas", "FILE"));

        Assert.StartsWith("PlanGraph kjenner ikke kommandoen overlpas.", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("\n  try  ", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _output.Length);
    }

    [Theory]
    [InlineData("commands.list", "--help")]
    [InlineData("commands.more", "try", "-", "--help")]
    [InlineData("commands.more", "try", "-h", "--wrong")]
    public async Task Help_goes_to_standard_output(string shown, params string[] arguments)
    {
        Assert.Equal(0, await RunAsync(_ => Task.FromResult(1), arguments));
        Assert.Contains(Words(Sentence.Of(shown)), Output, StringComparison.Ordinal);
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Words_own_switches_and_settings_are_told_apart()
    {
        Assert.Equal(7, await RunAsync(_ => Task.FromResult(7), "try", "/tmp/a=b", "--json", "--threshold", "0.4", "--data", "/srv/data", "--Neo4j:Url=http://a?b=c", "-"));

        Assert.Equal(["/tmp/a=b", "-"], _call!.Arguments.Words);
        Assert.Equal(["--json"], _call.Arguments.Flags);
        Assert.Equal("0.4", _call.Arguments.Values["--threshold"]);
        Assert.Equal(("/srv/data", "http://a?b=c"), (_call.Arguments.Settings["PlanGraph:Data"], _call.Arguments.Settings["Neo4j:Url"]));
    }

    [Fact]
    public async Task After_two_dashes_everything_is_a_word()
    {
        await RunAsync(_ => Task.FromResult(0), "try", "--", "--help", "--data");
        Assert.Equal(["--help", "--data"], _call!.Arguments.Words);
    }

    [Theory]
    [InlineData("bryter --dta", "try", "x", "--dta", "y")]
    [InlineData("bryter -x", "try", "x", "-x")]
    [InlineData("--threshold mangler en verdi", "try", "x", "--threshold")]
    [InlineData("--threshold mangler en verdi", "try", "x", "--threshold", "--json")]
    [InlineData("try mangler noe", "try")]
    [InlineData("«c»", "try", "a", "b", "c")]
    public async Task A_wrong_command_line_is_told_with_the_help(string said, params string[] arguments)
    {
        Assert.Equal(64, await RunAsync(_ => Task.FromResult(0), arguments));

        Assert.Contains(said, _error.ToString(), StringComparison.Ordinal);
        Assert.Contains(Words(Sentence.Of("commands.more")), _error.ToString(), StringComparison.Ordinal);
        Assert.Null(_call);
    }

    [Fact]
    public async Task What_goes_wrong_becomes_a_sentence_and_a_code()
    {
        (Exception Problem, int Code, string Said)[] cases =
        [
            (new CommandException(ExitCodes.NoInput, Sentence.Of("commands.interrupted")), 66, "Avbrutt."),
            (new ConfigurationException([Sentence.Of("host.setting.unknown", ("key", "Neo4j:X"))]), 78, "Innstillingen Neo4j:X finnes ikke."),
            (new StoreException("Neo4j: no") { Problem = Sentence.Of("store.neo4j.unreachable") }, 69, "Databasen svarer ikke."),
            (new IOException("No space left on device"), 74, "No space left on device"),
        ];
        foreach (var (problem, code, said) in cases)
        {
            Assert.Equal(code, await RunAsync(_ => throw problem, "try", "x"));
            Assert.Contains(said, _error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_hidden() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(_ => throw new InvalidOperationException(), "try", "x"));

    [Fact]
    public async Task Ctrl_C_ends_a_command_with_a_word_and_a_code_of_its_own()
    {
        using var ending = new CancellationTokenSource();
        var code = await RunAsync(async call =>
        {
            await ending.CancelAsync();
            call.CancellationToken.ThrowIfCancellationRequested();
            return 0;
        }, ending.Token, "try", "x");
        Assert.Equal((130, "Avbrutt." + Environment.NewLine), (code, _error.ToString()));
    }

    [Theory]
    [InlineData(null, null, "nb")]
    [InlineData(null, "C.UTF-8", "nb")]
    [InlineData(null, "nn_NO.UTF-8", "nn")]
    [InlineData(null, "en_GB.UTF-8", "en")]
    [InlineData("nb", "en_GB.UTF-8", "nb")]
    [InlineData("nn", null, "nn")]
    public void The_language_is_the_setting_or_the_terminals(string? setting, string? locale, string language) =>
        Assert.Equal(language, Languages.OfTerminal(setting, name => name == "LANG" ? locale : null));

    [Fact]
    public void Every_verb_has_its_summary_and_help() => Assert.All(CommandTable.All, command =>
    {
        Assert.NotEqual(command.Summary.Key, Words(command.Summary));
        Assert.NotEqual(command.Help.Key, Words(command.Help));
    });

    private string Output => Encoding.UTF8.GetString(_output.ToArray());

    private static string Words(Sentence sentence) => TextCatalogue.Load(AppFolders.Find().WebRoot).Say("nb", sentence);

    private Task<int> RunAsync(Func<CommandCall, Task<int>> run, params string[] arguments) => RunAsync(run, TestContext.Current.CancellationToken, arguments);

    private Task<int> RunAsync(Func<CommandCall, Task<int>> run, CancellationToken cancellationToken, params string[] arguments)
    {
        var command = new Command("try", Sentence.Of("commands.list"), Sentence.Of("commands.more"), call => run(_call = call))
        {
            Words = (1, 2), Flags = ["--json"], Switches = ["--threshold"],
        };
        return CommandLine.RunAsync(
            [command], arguments, new CommandConsole(Stream.Null, _output, _error, Words), settings => HostBuilding.ReadSettings(Repository.Root, settings), TimeProvider.System, cancellationToken);
    }
}
