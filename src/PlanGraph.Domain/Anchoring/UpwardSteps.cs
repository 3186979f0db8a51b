using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>One step towards the samfunnsdel.</summary>
internal readonly record struct UpwardStep(Relation Relation, NodeId To);

/// <summary>
/// The steps of the red thread. Upward lead <c>ANCHORED_IN</c>, <c>PART_OF</c> (towards the whole), <c>SUPPORTS</c>, <c>SUBGOAL_OF</c>, and
/// <c>STATES</c> from a plan to its own goals, strategies and measures; from a goal or strategy that a samfunnsdel states, <c>STATES</c> is
/// walked backwards to that samfunnsdel, and to no other plan: to state the same goal as an anchored plan does not anchor.
/// </summary>
internal static class UpwardSteps
{
    public static IEnumerable<UpwardStep> From(GraphSnapshot snapshot, NodeId id, IReadOnlySet<NodeId> roots)
    {
        foreach (var relation in snapshot.Out(id))
        {
            if (LeadsUp(relation)) yield return new UpwardStep(relation, relation.To);
        }
        foreach (var relation in snapshot.In(id, RelationType.States))
        {
            if (roots.Contains(relation.From)) yield return new UpwardStep(relation, relation.From);
        }
    }

    /// <summary>The nodes that have a step to this one.</summary>
    public static IEnumerable<NodeId> Into(GraphSnapshot snapshot, NodeId id, IReadOnlySet<NodeId> roots)
    {
        foreach (var relation in snapshot.In(id))
        {
            if (LeadsUp(relation)) yield return relation.From;
        }
        if (!roots.Contains(id)) yield break;
        foreach (var relation in snapshot.Out(id, RelationType.States)) yield return relation.To;
    }

    private static bool LeadsUp(Relation relation) => relation.From != relation.To && relation.Type switch
    {
        RelationType.AnchoredIn or RelationType.PartOf or RelationType.Supports or RelationType.SubgoalOf => true,
        RelationType.States => relation.To.Kind != NodeKind.Challenge,
        _ => false,
    };
}
