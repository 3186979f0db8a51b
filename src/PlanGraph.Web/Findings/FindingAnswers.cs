using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Jobs;

namespace PlanGraph.Web.Findings;

/// <summary>The list of findings.</summary>
/// <param name="Total">How many there are; the list has at most the limit that was asked for.</param>
/// <param name="Since">What came after this is new to the reader.</param>
internal sealed record FindingsAnswer(ImmutableArray<FindingSummary> Findings, int Total, FindingCounts Counts, DateTimeOffset? Since, RunAnswer? LastRun)
{
    public static FindingsAnswer Of(GraphView view, FindingsQuery query, FindingsReader reader)
    {
        var narrowed = query.Narrow(view, reader.Wording).ToList();
        var chosen = new FindingChoice(view, query, reader);
        var listed = narrowed.Where(finding => chosen.Has(finding)).ToList();
        var since = reader.NewAfter(view);
        return new FindingsAnswer(
            [.. query.InOrder(view, listed).Take(query.Limit).Select(finding => FindingSummary.Of(view, finding, reader))], listed.Count,
            FindingCounts.Of(narrowed, chosen), since == DateTimeOffset.MinValue ? null : since, view.Runs.IsEmpty ? null : RunAnswer.Of(view.Runs[0], reader.Wording));
    }
}

/// <summary>The conditions of a query, each of which can be left out.</summary>
internal sealed class FindingChoice(GraphView view, FindingsQuery query, FindingsReader reader)
{
    public enum Condition { None, State, Type, Owner, Due, New }

    /// <param name="but">The condition that does not count.</param>
    public bool Has(Finding finding, Condition but = Condition.None) =>
        (but == Condition.State || query.HasState(finding)) && (but == Condition.Type || query.HasType(finding)) && (but == Condition.Owner || query.HasOwner(finding, reader.Name))
        && (but == Condition.Due || query.HasDue(view, finding)) && (but == Condition.New || !query.OnlyNew || IsNew(finding));

    public bool IsNew(Finding finding) => News.IsNew(view.Snapshot, finding, reader.NewAfter(view));

    public FindingDue DueOf(Finding finding) => FindingsQuery.DueOf(view, finding);
}

/// <summary>How many each choice of a filter would give, with the other filters as they are.</summary>
/// <param name="Everybody">Without regard to who owns them: what plan pages count.</param>
/// <param name="New">Those of the list that are new.</param>
/// <param name="LeftOut">Groups that somebody has been left out of, whatever else is chosen.</param>
internal sealed record FindingCounts(
    ImmutableSortedDictionary<string, int> ByState, ImmutableSortedDictionary<string, int> ByType, ImmutableSortedDictionary<string, int> ByOwner,
    ImmutableSortedDictionary<string, int> ByDue, int Everybody, int New, int LeftOut)
{
    public static FindingCounts Of(IReadOnlyCollection<Finding> findings, FindingChoice chosen)
    {
        var everybody = But(FindingChoice.Condition.Owner).ToList();
        return new FindingCounts(
            Count(But(FindingChoice.Condition.State), finding => Summaries.Word(finding.State)!), Count(But(FindingChoice.Condition.Type), finding => Summaries.Word(finding.Type)!),
            Count(everybody, finding => finding.Owner ?? FindingsFilter.Nobody), Count(But(FindingChoice.Condition.Due), finding => Summaries.Word(chosen.DueOf(finding))!),
            everybody.Count, But(FindingChoice.Condition.New).Count(chosen.IsNew), findings.Count(finding => !finding.LeftOut.IsEmpty));

        IEnumerable<Finding> But(FindingChoice.Condition condition) => findings.Where(finding => chosen.Has(finding, condition));
    }

    private static ImmutableSortedDictionary<string, int> Count(IEnumerable<Finding> findings, Func<Finding, string> by) =>
        findings.CountBy(by, StringComparer.OrdinalIgnoreCase).ToImmutableSortedDictionary(count => count.Key, count => count.Value, StringComparer.Ordinal);
}
