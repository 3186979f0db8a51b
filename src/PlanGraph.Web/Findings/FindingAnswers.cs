using System.Collections.Immutable;
using System.Globalization;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Jobs;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <summary>The list of findings.</summary>
/// <param name="Counts">With the filters as they are, save state and type themselves.</param>
internal sealed record FindingsAnswer(ImmutableArray<FindingSummary> Findings, FindingCounts Counts, RunAnswer? LastRun)
{
    /// <param name="chosen">What all filters but state and type let through.</param>
    public static FindingsAnswer Of(
        GraphView view, IReadOnlyCollection<FindingSummary> chosen, ImmutableArray<FindingState> states, ImmutableArray<FindingKind>? types, Wording wording)
    {
        var ofType = chosen.Where(finding => types is null || types.Value.Contains(finding.Type)).ToList();
        var inState = chosen.Where(finding => states.Contains(finding.State)).ToList();
        var findings = inState.Intersect(ofType).OrderByDescending(finding => finding.Score).ThenBy(finding => finding.Id);
        return new FindingsAnswer([.. findings], FindingCounts.Of(ofType, inState), view.Runs.IsEmpty ? null : RunAnswer.Of(view.Runs[0], wording));
    }
}

internal sealed record FindingCounts(ImmutableSortedDictionary<string, int> ByState, ImmutableSortedDictionary<string, int> ByType)
{
    public static FindingCounts Of(IEnumerable<FindingSummary> ofType, IEnumerable<FindingSummary> inState) => new(
        Count(ofType, finding => finding.State), Count(inState, finding => finding.Type));

    private static ImmutableSortedDictionary<string, int> Count(IEnumerable<FindingSummary> findings, Func<FindingSummary, Enum> by) =>
        findings.CountBy(finding => Summaries.Word(by(finding))!).ToImmutableSortedDictionary(count => count.Key, count => count.Value, StringComparer.Ordinal);
}

/// <summary>One finding: its summary, and what stands behind it.</summary>
internal sealed record FindingAnswer(
    NodeId Id, FindingKind Type, FindingState State, double Score, string Title, ImmutableArray<NodeSummary> Members, bool IsNew, bool Reopened,
    string? Owner, DateOnly? DueDate, NodeId? FirstRun, DateTimeOffset? FirstSeen, long Version,
    ImmutableArray<EvidenceLine> Evidence, ImmutableArray<Judgement> Judgements, ImmutableArray<string> ReopenedBecause, ImmutableArray<Source> Sources)
{
    public static FindingAnswer Of(GraphView view, Finding finding, Wording wording)
    {
        var summary = FindingSummary.Of(view, finding, wording);
        return new FindingAnswer(
            summary.Id, summary.Type, summary.State, summary.Score, summary.Title, summary.Members, summary.IsNew, summary.Reopened,
            summary.Owner, summary.DueDate, summary.FirstRun, summary.FirstSeen, summary.Version,
            [.. finding.Evidence.Select(line => new EvidenceLine(wording.Say(line.Sentence), line.Weight))], finding.Judgements,
            [.. finding.ReopenedBecause.Select(wording.Say)],
            [.. finding.Members.Select(view.Snapshot.Find).OfType<Node>().SelectMany(member => member.Sources).Distinct()]);
    }
}

internal sealed record EvidenceLine(string Text, double? Weight);

internal static class FindingSearch
{
    /// <summary>Whether all words stand in the sentence or in a member's title, case and marks aside.</summary>
    public static bool Says(this FindingSummary finding, string? words)
    {
        var text = string.Join(' ', finding.Members.Select(member => member.Title).Prepend(finding.Title));
        return (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }
}
