using System.Collections.Frozen;
using System.Globalization;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Domain.Overlap;
using PlanGraph.Web.Imports.Reading;

namespace PlanGraph.Web.Commands;

/// <summary><c>overlaps [--names-only] [--min-score 0.3] FILE</c>: the pairs of a plan list that overlap, without a server.</summary>
internal static class OverlapsCommand
{
    private const string NamesOnly = "--names-only";
    private const string MinScore = "--min-score";
    private const double UsualScore = 0.3;

    public static Command Command { get; } =
        new("overlaps", Sentence.Of("commands.overlaps"), Sentence.Of("commands.overlaps.help"), RunAsync) { Words = (1, 1), Flags = [NamesOnly], Switches = [MinScore] };

    private static async Task<int> RunAsync(CommandCall call)
    {
        var least = LeastScore(call.Arguments.Values);
        var file = call.Arguments.Words[0];
        // Another thread reads the lexicon while this one reads the file.
        var lexicon = Task.Run(() => TopicLexicon.BuiltIn, call.CancellationToken);
        var bytes = await InputFiles.ReadAsync(file, PlanListFiles.MostBytes, call);
        var plans = PlanListFiles.Read(file, bytes, call.Arguments.Flags.Contains(NamesOnly), call.CancellationToken);
        call.Console.Tell(Sentence.Of("commands.overlaps.read", ("count", plans.Length), ("file", ImportFiles.Shown(file))));
        var pairs = new List<(ListedPlan First, ListedPlan Second, OverlapPair Pair)>();
        var options = new OverlapOptions { Lexicon = await lexicon };
        foreach (var group in plans.GroupBy(plan => plan.Text.Municipality))
        {
            ListedPlan[] own = [.. group];
            var engine = new OverlapEngine([.. own.Select(plan => plan.Text)], options, call.CancellationToken);
            pairs.AddRange(engine.Pairs(least, call.CancellationToken).Select(pair => (own[pair.First], own[pair.Second], pair)));
        }
        var ordered = pairs.OrderByDescending(pair => pair.Pair.Score).ThenBy(pair => pair.First.Row).ThenBy(pair => pair.Second.Row);
        await WriteAsync(ordered, call);
        call.Console.Tell(Sentence.Of("commands.overlaps.found", ("count", pairs.Count)));
        return ExitCodes.Done;
    }

    /// <summary>One line to a pair. A reader that has had enough (<c>| head</c>) is no error.</summary>
    private static async Task WriteAsync(IEnumerable<(ListedPlan First, ListedPlan Second, OverlapPair Pair)> pairs, CommandCall call)
    {
        try
        {
            await using var output = call.Console.OutputText();
            foreach (var (first, second, pair) in pairs)
            {
                call.CancellationToken.ThrowIfCancellationRequested();
                output.Write(OneLine(first.Printed));
                output.Write('\t');
                output.Write(OneLine(second.Printed));
                output.Write('\t');
                output.Write(pair.Score.ToString("0.000", CultureInfo.InvariantCulture));
                output.Write('\t');
                output.WriteLine(OverlapClasses.Word(pair.Class));
            }
        }
        catch (IOException)
        {
            // The only thing written to is standard output; its reader is gone.
        }
    }

    private static string OneLine(string title) => title.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 ? title : string.Join(' ', title.Split(['\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static double LeastScore(FrozenDictionary<string, string> values)
    {
        if (!values.TryGetValue(MinScore, out var written)) return UsualScore;
        if (double.TryParse(written.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1) return score;
        throw new CommandException(ExitCodes.Usage, Sentence.Of("commands.overlaps.score", ("text", written)));
    }
}
