using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Commands;

/// <summary>Finds the verb on the command line and runs it: texts, settings, Ctrl+C, and the exit code of what goes wrong.</summary>
internal static class CommandLine
{
    private static readonly ImmutableArray<string> HelpSwitches = ["--help", "-h"];

    /// <summary>The run of a verb, or of the help; null when the arguments are settings only, and PlanGraph is to serve.</summary>
    public static Task<int>? RunAsync(string[] arguments)
    {
        if (arguments is [] || !(HelpSwitches.Contains(arguments[0]) || IsVerb(arguments[0]))) return null;
        return RunInTerminalAsync(arguments);
    }

    /// <summary>A word that is neither a switch nor a setting (<c>key=value</c>).</summary>
    public static bool IsVerb(string argument) => argument is [not '-', ..] && !argument.Contains('=', StringComparison.Ordinal);

    /// <summary>Runs the verb that the arguments begin with.</summary>
    public static async Task<int> RunAsync(
        ImmutableArray<Command> table, string[] arguments, CommandConsole console, Func<string[], IConfiguration> settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (HelpSwitches.Contains(arguments[0])) return await ListAsync(table, console);
        if (table.FirstOrDefault(command => command.Verb == arguments[0]) is not { } command) return RefuseVerb(table, arguments[0], console);
        try
        {
            if (arguments.Skip(1).TakeWhile(argument => argument != "--").Any(argument => HelpSwitches.Contains(argument))) return await HelpAsync(command, console);
            var read = CommandArguments.Read(command, arguments.AsSpan(1));
            return await command.RunAsync(new CommandCall(read with { Settings = settings([.. read.SettingArguments]) }, console, clock, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.Tell(Sentence.Of("commands.interrupted"));
            return ExitCodes.Interrupted;
        }
        catch (Exception exception) when (Explain(exception, console) is { } code)
        {
            if (code == ExitCodes.Usage) console.Tell(command.Help);
            return code;
        }
    }

    private static async Task<int> RunInTerminalAsync(string[] arguments)
    {
        var folders = AppFolders.Find();
        var language = Languages.OfTerminal(HostBuilding.ReadSettings(folders.Root, LanguageArguments(arguments))["PlanGraph:Language"], Environment.GetEnvironmentVariable);
        var texts = TextCatalogue.Load(folders.WebRoot, [language]);
        using var ending = new CancellationTokenSource();
        using var interrupt = EndOn(PosixSignal.SIGINT, ending);
        using var terminate = EndOn(PosixSignal.SIGTERM, ending);
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var console = new CommandConsole(input, output, Console.Error, sentence => texts.Say(language, sentence));
        return await RunAsync(CommandTable.All, arguments, console, settings => HostBuilding.ReadSettings(folders.Root, settings), TimeProvider.System, ending.Token);
    }

    /// <summary>Needed before the command line is read, so that what is wrong with it is told in the right language.</summary>
    private static string[] LanguageArguments(string[] arguments)
    {
        var index = Array.FindIndex(arguments, argument => argument.StartsWith("--PlanGraph:Language", StringComparison.OrdinalIgnoreCase));
        return index < 0 ? [] : arguments[index..Math.Min(index + 2, arguments.Length)];
    }

    /// <summary>The first signal asks the command to end; a second one ends the process.</summary>
    private static PosixSignalRegistration EndOn(PosixSignal signal, CancellationTokenSource ending) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = !ending.IsCancellationRequested;
        if (context.Cancel) ending.Cancel();
    });

    private static async Task<int> ListAsync(ImmutableArray<Command> table, CommandConsole console)
    {
        await using var output = console.OutputText();
        foreach (var line in VerbList(table, console)) await output.WriteLineAsync(line);
        return ExitCodes.Done;
    }

    private static async Task<int> HelpAsync(Command command, CommandConsole console)
    {
        await using var output = console.OutputText();
        await output.WriteLineAsync(console.Words(command.Help));
        return ExitCodes.Done;
    }

    private static int RefuseVerb(ImmutableArray<Command> table, string verb, CommandConsole console)
    {
        console.Tell(Sentence.Of("commands.unknown", ("verb", verb)));
        foreach (var line in VerbList(table, console)) console.Error.WriteLine(line);
        return ExitCodes.Usage;
    }

    private static IEnumerable<string> VerbList(ImmutableArray<Command> table, CommandConsole console)
    {
        var width = table.Select(command => command.Verb.Length).DefaultIfEmpty().Max();
        yield return console.Words(Sentence.Of("commands.list"));
        foreach (var command in table) yield return $"  {command.Verb.PadRight(width)}  {console.Words(command.Summary)}";
        yield return console.Words(Sentence.Of("commands.more"));
    }

    /// <summary>Says what went wrong and gives the exit code; null for what is a fault of the program.</summary>
    private static int? Explain(Exception exception, CommandConsole console)
    {
        switch (exception)
        {
            case CommandException failure:
                console.Tell(failure.Sentence);
                return failure.ExitCode;
            case ConfigurationException configuration:
                foreach (var problem in configuration.Problems) console.Tell(problem);
                return ExitCodes.Configuration;
            case StoreException store:
                if (store.Problem is { } problemToTell) console.Tell(problemToTell);
                console.Error.WriteLine(store.Message);
                return ExitCodes.Unavailable;
            case IOException or UnauthorizedAccessException:
                console.Error.WriteLine(exception.Message);
                return ExitCodes.InputOutput;
            default:
                return null;
        }
    }
}
