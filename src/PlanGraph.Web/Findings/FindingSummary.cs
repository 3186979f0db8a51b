using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <summary>What lists say of a finding.</summary>
/// <param name="Title">What was found, in one sentence.</param>
/// <param name="IsNew">It appeared, or came back, in the last run that succeeded.</param>
/// <param name="Reopened">It had been dismissed or resolved before.</param>
internal sealed record FindingSummary(
    NodeId Id, FindingKind Type, FindingState State, double Score, string Title, ImmutableArray<NodeSummary> Members, bool IsNew, bool Reopened,
    string? Owner, DateOnly? DueDate, NodeId? FirstRun, DateTimeOffset? FirstSeen, long Version)
{
    public static FindingSummary Of(GraphView view, Finding finding, Wording wording) => new(
        finding.Id, finding.Type, finding.State, finding.Score, wording.Say(finding.Headline ?? Sentence.Of("findings.server.members", ("titles", finding.Title))),
        view.SummariesOf(finding.Members), IsNewIn(view, finding), finding.ReopenedRun is not null, finding.Owner, finding.DueDate, finding.FirstRun,
        finding.FirstRun is { } first && view.Snapshot.Find(first) is Run run ? run.Started : null, finding.Version);

    public static bool IsNewIn(GraphView view, Finding finding) =>
        finding.State == FindingState.New && view.LastSuccess is { } last && (finding.ReopenedRun ?? finding.FirstRun) == last.Id;
}
