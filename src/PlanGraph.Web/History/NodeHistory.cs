using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.History;

/// <summary>The changes of one node, newest first.</summary>
internal sealed record NodeHistory(ImmutableArray<NodeChange> Changes)
{
    /// <param name="changes">Newest first.</param>
    /// <param name="complete">False when older changes were left out: what the oldest one here changed is then not known.</param>
    public static NodeHistory Of(NodeId id, IReadOnlyList<CommittedChange> changes, bool complete, Func<NodeId, string?> titleOf, Wording wording)
    {
        var lines = new List<NodeChange>();
        Node? before = null;
        var known = complete;
        foreach (var change in changes.Reverse())
        {
            var own = change.ChangeSet.Operations.FirstOrDefault(operation => operation.Element == id.Value);
            var after = own switch { PutNode put => put.Node, RemoveNode => null, _ => before };
            var relations = change.ChangeSet.Operations.Where(operation => Touches(operation, id)).Select(operation => ElementLine.Of(operation, titleOf, wording));
            var line = ChangeLine.Of(change, wording);
            lines.Add(new NodeChange(line.Seq, line.Actor, line.At, line.Reason, own is null || !known ? [] : History.Differences.Between(before, after), [.. relations]));
            if (own is null) continue;
            (before, known) = (after, true);
        }
        lines.Reverse();
        return new NodeHistory([.. lines]);
    }

    private static bool Touches(Operation operation, NodeId id) => operation switch
    {
        PutRelation put => put.Relation.From == id || put.Relation.To == id,
        RemoveRelation remove => remove.From == id || remove.To == id,
        _ => false,
    };
}

/// <param name="Differences">What became of the node's own properties.</param>
/// <param name="Relations">Relations at the node that were put or removed.</param>
internal sealed record NodeChange(
    long Seq, string Actor, DateTimeOffset At, string Reason, ImmutableArray<Difference> Differences, ImmutableArray<ElementLine> Relations);
