using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Graph.Watch;

namespace PlanGraph.Web.Findings;

/// <summary>What became of the members' titles and texts since a case was last dismissed. A case keeps only a hash of a long text; the history has the text itself.</summary>
internal static class TextChanges
{
    private const int MostHistory = 200;

    public static async Task<ImmutableArray<TextChange>> SinceDismissalAsync(IPlanGraphStore store, TimeProvider clock, GraphSnapshot snapshot, Finding finding, CancellationToken cancellationToken)
    {
        if (finding.ReopenedRun is null || await DismissedAtAsync(store, clock, finding, cancellationToken) is not { } seq) return [];
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var member in finding.Members.Select(snapshot.Find).OfType<Node>())
        {
            if (await AsOfAsync(store, clock, member.Id, seq, cancellationToken) is { } before) changes.AddRange(Between(before, member));
        }
        return changes.ToImmutable();
    }

    private static IEnumerable<TextChange> Between(Node before, Node now)
    {
        if (before.Title != now.Title) yield return new TextChange(now.Id, now.Title, "title", SideBySide.Of(before.Title, now.Title));
        if ((before.Text ?? "") != (now.Text ?? "")) yield return new TextChange(now.Id, now.Title, "text", SideBySide.Of(before.Text ?? "", now.Text ?? ""));
    }

    private static async Task<long?> DismissedAtAsync(IPlanGraphStore store, TimeProvider clock, Finding finding, CancellationToken cancellationToken)
    {
        var history = await store.GetHistoryAsync(finding.Id, MostHistory, cancellationToken).OrAsync([], clock, cancellationToken);
        return history.FirstOrDefault(change => Put(change, finding.Id) is Finding { State: FindingState.Dismissed })?.Seq;
    }

    private static async Task<Node?> AsOfAsync(IPlanGraphStore store, TimeProvider clock, NodeId id, long seq, CancellationToken cancellationToken)
    {
        var history = await store.GetHistoryAsync(id, MostHistory, cancellationToken).OrAsync([], clock, cancellationToken);
        return history.Where(change => change.Seq <= seq).Select(change => Put(change, id)).FirstOrDefault(node => node is not null);
    }

    private static Node? Put(CommittedChange change, NodeId id) => change.ChangeSet.Operations.OfType<PutNode>().FirstOrDefault(put => put.Node.Id == id)?.Node;
}
