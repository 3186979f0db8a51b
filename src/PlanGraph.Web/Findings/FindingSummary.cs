using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <summary>What lists say of a finding; <see cref="FindingAnswer"/> says more.</summary>
/// <param name="Score">0 to 1; put right by what people have judged, unless the reader has turned that off.</param>
/// <param name="RawScore">What the detector gave.</param>
/// <param name="Title">What was found, in one sentence.</param>
/// <param name="IsNew">It came, or came back, after the reader's last visit, and nobody has touched it; see <see cref="News"/>.</param>
/// <param name="CameAt">When it came, or last came back.</param>
/// <param name="Reopened">It had been dismissed or resolved before.</param>
/// <param name="Overdue">Its day has passed and it still holds.</param>
/// <param name="Action">What is to be done about a confirmed overlap.</param>
/// <param name="LeftOut">How many have been taken out of the group.</param>
internal record FindingSummary(
    NodeId Id, FindingKind Type, FindingState State, double Score, double RawScore, string Title, ImmutableArray<NodeSummary> Members, bool IsNew, DateTimeOffset? CameAt,
    bool Reopened, string? Owner, DateOnly? DueDate, bool Overdue, OverlapAction? Action, int LeftOut, NodeId? FirstRun, DateTimeOffset? FirstSeen, long Version)
{
    public static FindingSummary Of(GraphView view, Finding finding, FindingsReader reader) => new(
        finding.Id, finding.Type, finding.State, reader.Score(view, finding), finding.Score, Sentence(finding, reader.Wording),
        view.SummariesOf(finding.Members), News.IsNew(view.Snapshot, finding, reader.NewAfter(view)), News.CameAt(view.Snapshot, finding),
        finding.ReopenedRun is not null, finding.Owner, finding.DueDate, IsOverdue(view, finding), finding.Action, finding.LeftOut.Length, finding.FirstRun,
        finding.FirstRun is { } first && view.Snapshot.Find(first) is Run run ? run.Started : null, finding.Version);

    public static string Sentence(Finding finding, Wording wording) =>
        wording.Say(finding.Headline ?? Domain.Graph.Sentence.Of("findings.server.members", ("titles", finding.Title)));

    public static bool IsOverdue(GraphView view, Finding finding) => finding.DueDate < view.Today && finding.State.Holds();
}
