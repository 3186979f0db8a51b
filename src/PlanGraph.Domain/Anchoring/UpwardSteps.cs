using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>One step towards the samfunnsdel.</summary>
internal readonly record struct UpwardStep(Relation Relation, NodeId To);

/// <summary>The top of the plan system.</summary>
/// <param name="Roots">The samfunnsdel plans, from which <c>STATES</c> may be walked backwards.</param>
/// <param name="Wholes">
/// The kommuneplan that a samfunnsdel is a part of. What is anchored in it is anchored; to be a part of it, as the arealdel is, is no anchoring.
/// </param>
internal sealed record UpwardTops(IReadOnlySet<NodeId> Roots, IReadOnlySet<NodeId> Wholes);

/// <summary>
/// The steps of the red thread. Upward lead <c>ANCHORED_IN</c>, <c>PART_OF</c> (towards the whole), <c>SUPPORTS</c>, <c>SUBGOAL_OF</c>, and
/// <c>STATES</c> from a plan to its own goals, strategies and measures; from a goal or strategy that a samfunnsdel states, <c>STATES</c> is
/// walked backwards to that samfunnsdel, and to no other plan: to state the same goal as an anchored plan does not anchor.
/// </summary>
internal static class UpwardSteps
{
    public static IEnumerable<UpwardStep> From(GraphSnapshot snapshot, NodeId id, UpwardTops tops)
    {
        foreach (var relation in snapshot.Out(id))
        {
            if (LeadsUp(relation, tops)) yield return new UpwardStep(relation, relation.To);
        }
        foreach (var relation in snapshot.In(id, RelationType.States))
        {
            if (tops.Roots.Contains(relation.From)) yield return new UpwardStep(relation, relation.From);
        }
    }

    /// <summary>The nodes that have a step to this one.</summary>
    public static IEnumerable<NodeId> Into(GraphSnapshot snapshot, NodeId id, UpwardTops tops)
    {
        foreach (var relation in snapshot.In(id))
        {
            if (LeadsUp(relation, tops)) yield return relation.From;
        }
        if (!tops.Roots.Contains(id)) yield break;
        foreach (var relation in snapshot.Out(id, RelationType.States)) yield return relation.To;
    }

    private static bool LeadsUp(Relation relation, UpwardTops tops) => relation.From != relation.To && relation.Type switch
    {
        RelationType.PartOf => !tops.Wholes.Contains(relation.To),
        RelationType.AnchoredIn or RelationType.Supports or RelationType.SubgoalOf => true,
        RelationType.States => relation.To.Kind != NodeKind.Challenge,
        _ => false,
    };
}
