using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage;

/// <summary>
/// The rules of a change set that need the graph it meets: after it, both ends of each relation it puts exist, and no node it removes has a
/// relation left. Checked when no version is in conflict, so what is refused here is the author's own contradiction, or an end that is gone.
/// </summary>
internal static class ExistenceRules
{
    /// <param name="exists">Whether a node exists before the change set.</param>
    /// <param name="relationsAt">The relations at a node before the change set; asked for removed nodes only.</param>
    public static ImmutableArray<Sentence> Check(
        ChangeSet changeSet, Func<NodeId, bool> exists, Func<NodeId, IEnumerable<RelationKey>> relationsAt)
    {
        var put = changeSet.Operations.OfType<PutNode>().Select(operation => operation.Node.Id).ToHashSet();
        var removed = changeSet.Operations.OfType<RemoveNode>().Select(operation => operation.Id).ToHashSet();
        var cut = changeSet.Operations.OfType<RemoveRelation>().Select(operation => operation.Key).ToHashSet();
        return [.. changeSet.Operations.SelectMany(operation => operation switch
        {
            PutRelation { Relation: var relation } => MissingEnds(relation.Key, IsThereAfter),
            { ExpectedVersion: 0 } and (RemoveNode or RemoveRelation) => [Sentence.Of("rules.nothingToRemove", ("element", operation.Element))],
            RemoveNode { Id: var id } => StillRelated(id, relationsAt(id).Count(key => !cut.Contains(key))),
            _ => [],
        })];

        bool IsThereAfter(NodeId id) => put.Contains(id) || (!removed.Contains(id) && exists(id));
    }

    /// <summary>The change set as it is kept: each node and relation with the version that it gets.</summary>
    public static ChangeSet WithVersions(ChangeSet changeSet) => changeSet with
    {
        Operations = [.. changeSet.Operations.Select<Operation, Operation>(operation => operation switch
        {
            PutNode put => put with { Node = put.Node with { Version = put.ExpectedVersion + 1 } },
            PutRelation put => put with { Relation = put.Relation with { Version = put.ExpectedVersion + 1 } },
            _ => operation,
        })],
    };

    private static IEnumerable<Sentence> MissingEnds(RelationKey key, Func<NodeId, bool> isThere)
    {
        if (!isThere(key.From)) yield return Sentence.Of("rules.endMissing", ("relation", key), ("node", key.From));
        if (key.To != key.From && !isThere(key.To)) yield return Sentence.Of("rules.endMissing", ("relation", key), ("node", key.To));
    }

    private static IEnumerable<Sentence> StillRelated(NodeId id, int count) =>
        count == 0 ? [] : [Sentence.Of("rules.nodeStillRelated", ("element", id), ("count", count))];
}
