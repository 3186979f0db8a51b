using System.Collections.Immutable;
using System.Globalization;
using PlanGraph.Domain.Coverage;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Jobs;

namespace PlanGraph.Web.Commands.Findings;

/// <summary><c>findings FILE…</c>: what the detectors say of the plan system in some files, without a server and without a store.</summary>
internal static class FindingsCommand
{
    private const string Json = "--json";
    private const string Today = "--today";

    public static Command Command { get; } = new("findings", Sentence.Of("findingsCommand.summary"), Sentence.Of("findingsCommand.help"), RunAsync)
    {
        Words = (1, int.MaxValue),
        Flags = [Json],
        Switches = [Today],
    };

    private static async Task<int> RunAsync(CommandCall call)
    {
        var today = DayOf(call);
        var rules = CommandRules.Anchoring(call);
        var lexicon = CommandRules.Tell(CommandRules.Lexicon(call), call.Console);
        var snapshot = await GraphFromFiles.ReadAsync(call);
        var context = new DetectionContext(snapshot, today, rules) { Lexicon = lexicon };
        var detections = Detectors.Run(Detectors.All, context, call.Clock, (kind, _) => call.Console.Tell(Sentence.Of("jobs.server.step", ("kind", Naming.Of(kind)))), call.CancellationToken);
        var report = FindingsReport.Of(context, detections);
        if (call.Arguments.Flags.Contains(Json)) await FindingsJson.WriteAsync(report, call.Console, call.CancellationToken);
        else await FindingsText.WriteAsync(report, call.Console, call.CancellationToken);
        return ExitCodes.Done;
    }

    /// <summary>The day that periods and declarations are held against: the switch, else the day it is in the municipality.</summary>
    private static DateOnly DayOf(CommandCall call)
    {
        if (!call.Arguments.Values.TryGetValue(Today, out var text)) return Oslo.Date(call.Clock.GetUtcNow());
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new CommandException(ExitCodes.Usage, Sentence.Of("findingsCommand.noDay", ("text", text)));
    }
}

/// <summary>What is printed, in either form.</summary>
/// <param name="Groups">The kinds that have findings, in the order of the detectors; in each the highest score first.</param>
/// <param name="Unjudged">What could not be looked for, and why.</param>
internal sealed record FindingsReport(GraphSnapshot Snapshot, DateOnly Today, ImmutableArray<FindingsGroup> Groups, ImmutableArray<Unjudged> Unjudged)
{
    public static FindingsReport Of(DetectionContext context, ImmutableArray<Detection> detections) => new(context.Snapshot, context.Today,
    [
        .. detections.Select(detection => new FindingsGroup(detection.Type,
            [.. detection.Findings.Where(finding => finding.IsEnoughForNew).OrderByDescending(finding => finding.Score).ThenBy(finding => finding.Id)])),
    ], Domain.Coverage.Unjudged.Of(context));

    public string TitleOf(NodeId id) => Snapshot.Find(id)?.Title ?? id.Value;
}

internal sealed record FindingsGroup(FindingKind Kind, ImmutableArray<DetectedFinding> Findings);

internal static class Naming
{
    /// <summary>The text of a kind of finding, as the value of a placeholder.</summary>
    public static string Of(FindingKind kind) => $"@findingKind.{Summaries.Word(kind)}";
}
