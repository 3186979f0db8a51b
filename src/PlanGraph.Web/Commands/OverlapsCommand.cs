using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using PlanGraph.Domain.Clusters;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Domain.Overlap;
using PlanGraph.Web.Imports.Reading;

namespace PlanGraph.Web.Commands;

/// <summary><c>overlaps [--clusters] [--names-only] [--min-score 0.3] FILE</c>: the pairs of a plan list that overlap, or what many municipalities have a plan for, without a server.</summary>
internal static class OverlapsCommand
{
    private const string NamesOnly = "--names-only";
    private const string MinScore = "--min-score";
    private const string Clusters = "--clusters";
    private const double UsualScore = 0.3;

    public static Command Command { get; } =
        new("overlaps", Sentence.Of("commands.overlaps"), Sentence.Of("commands.overlaps.help"), RunAsync) { Words = (1, 1), Flags = [NamesOnly, Clusters], Switches = [MinScore] };

    private static async Task<int> RunAsync(CommandCall call)
    {
        var wantsClusters = call.Arguments.Flags.Contains(Clusters);
        var least = LeastScore(call.Arguments.Values, wantsClusters ? PlanClusters.UsualLikeness : UsualScore);
        var file = call.Arguments.Words[0];
        // Another thread reads the lexicon while this one reads the file.
        var lexicon = Task.Run(() => CommandRules.Lexicon(call), call.CancellationToken);
        call.Console.Tell(Sentence.Of("findingsCommand.reading", ("file", file)));
        var bytes = await InputFiles.ReadAsync(file, PlanListFiles.MostBytes, call);
        var plans = PlanListFiles.Read(file, bytes, call.Arguments.Flags.Contains(NamesOnly), call.CancellationToken);
        call.Console.Tell(Sentence.Of("commands.overlaps.read", ("count", plans.Length), ("file", ImportFiles.Shown(file))));
        var options = new OverlapOptions { Lexicon = CommandRules.Tell(await lexicon, call.Console) };
        var found = wantsClusters ? await WriteClustersAsync(plans, least, options, call) : await WritePairsAsync(plans, least, options, call);
        call.Console.Tell(found);
        return ExitCodes.Done;
    }

    private static async Task<Sentence> WritePairsAsync(ImmutableArray<ListedPlan> plans, double least, OverlapOptions options, CommandCall call)
    {
        var lists = plans.GroupBy(plan => plan.Text.Municipality).Select(group => group.ToArray()).ToArray();
        var pairs = lists.Select(own => new OverlapEngine([.. own.Select(plan => plan.Text)], options, call.CancellationToken).Pairs(least, call.CancellationToken)).ToArray();
        var listed = lists.Zip(pairs).SelectMany(list => list.Second.Select(pair => (First: list.First[pair.First], Second: list.First[pair.Second], Pair: pair)));
        // The pairs of one list are in order already: half a million of equal titles are not copied to be sorted again.
        await WriteAsync(lists.Length == 1 ? listed : listed.OrderByDescending(pair => pair.Pair.Score).ThenBy(pair => pair.First.Row).ThenBy(pair => pair.Second.Row), call);
        return Sentence.Of("commands.overlaps.found", ("count", pairs.Sum(list => list.Count)));
    }

    private static async Task<Sentence> WriteClustersAsync(ImmutableArray<ListedPlan> plans, double least, OverlapOptions options, CommandCall call)
    {
        if (least == 0) throw new CommandException(ExitCodes.Usage, Sentence.Of("commands.overlaps.clusterScore"));
        if (plans.All(plan => plan.Text.Municipality is null)) call.Console.Tell(Sentence.Of("commands.overlaps.noMunicipality"));
        var clusters = PlanClusters.Find([.. plans.Select(plan => new MunicipalPlan(OneLine(plan.Text.Title), plan.Text.Municipality))], least, options, call.CancellationToken);
        await PrintAsync(call, output =>
        {
            foreach (var cluster in clusters)
            {
                call.CancellationToken.ThrowIfCancellationRequested();
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{cluster.Plans.Length}\t{cluster.Municipalities.Length}\t{cluster.Title}\t{string.Join(" | ", cluster.OtherTitles)}\t{OneLine(string.Join(", ", cluster.Municipalities))}"));
            }
        });
        return Sentence.Of("commands.overlaps.clusters", ("count", clusters.Length));
    }

    /// <summary>One line to a pair.</summary>
    private static Task WriteAsync(IEnumerable<(ListedPlan First, ListedPlan Second, OverlapPair Pair)> pairs, CommandCall call) => PrintAsync(call, output =>
    {
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
    });

    /// <summary>Writes to standard output. A reader that has had enough (<c>| head</c>) is no error, and .NET makes none of it; a full disk is one.</summary>
    private static async Task PrintAsync(CommandCall call, Action<StreamWriter> write)
    {
        await using var output = call.Console.OutputText();
        write(output);
    }

    private static string OneLine(string title) => title.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 ? title : string.Join(' ', title.Split(['\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static double LeastScore(FrozenDictionary<string, string> values, double usual)
    {
        if (!values.TryGetValue(MinScore, out var written)) return usual;
        if (double.TryParse(written.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1) return score;
        throw new CommandException(ExitCodes.Usage, Sentence.Of("commands.overlaps.score", ("text", written)));
    }
}
