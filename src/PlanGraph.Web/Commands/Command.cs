using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Commands;

/// <summary>A verb of the command line: <c>./run.sh VERB …</c> does its work and ends, without the web server.</summary>
/// <param name="Summary">One line for the list of verbs.</param>
/// <param name="Help">What <c>VERB --help</c> prints.</param>
/// <param name="RunAsync">Does it; answers with an exit code.</param>
internal sealed record Command(string Verb, Sentence Summary, Sentence Help, Func<CommandCall, Task<int>> RunAsync)
{
    /// <summary>How many words it takes besides its switches, at least and at most: <c>export FILE</c> takes one.</summary>
    public (int Least, int Most) Words { get; init; } = (0, 0);

    /// <summary>Its own switches that stand alone: <c>--json</c>.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>Its own switches that a value follows: <c>--threshold 0.4</c> or <c>--threshold=0.4</c>. The settings of the product need not be named.</summary>
    public ImmutableArray<string> Switches { get; init; } = [];
}

/// <summary>One call of a verb.</summary>
internal sealed record CommandCall(CommandArguments Arguments, CommandConsole Console, TimeProvider Clock, CancellationToken CancellationToken);

/// <summary>A command cannot go on, for a reason that its user can mend.</summary>
internal sealed class CommandException(int exitCode, Sentence sentence, Exception? inner = null) : Exception(sentence.Key, inner)
{
    public int ExitCode => exitCode;

    public Sentence Sentence => sentence;
}
