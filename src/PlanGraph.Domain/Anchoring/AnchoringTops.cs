using System.Collections.Frozen;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>Finds the top of the plan system.</summary>
internal static class AnchoringTops
{
    /// <summary>Every samfunnsdel, whether in force or not, and the kommuneplaner beside them; where there is no samfunnsdel, the kommuneplaner.</summary>
    public static UpwardTops All(GraphSnapshot snapshot)
    {
        var parts = Of(snapshot, PlanType.Samfunnsdel);
        var wholes = Of(snapshot, PlanType.Kommuneplan);
        return parts.Count > 0 ? new UpwardTops(parts, wholes) : new UpwardTops(wholes, FrozenSet<NodeId>.Empty);
    }

    public static UpwardTops InForce(GraphSnapshot snapshot, UpwardTops all, DateOnly today)
    {
        var roots = all.Roots.Where(IsInForce).ToFrozenSet();
        return new UpwardTops(roots.Count > 0 ? roots : Latest(snapshot, all.Roots, today), all.Wholes.Where(IsInForce).ToFrozenSet());

        bool IsInForce(NodeId id) => Force.IsInForce(snapshot, snapshot.Find(id)!, today);
    }

    /// <summary>
    /// Without a samfunnsdel there is nothing to be anchored in; without a single relation that says what hangs on what, nobody has recorded it: either may
    /// well be in order, and only the record lacks.
    /// </summary>
    public static Sentence? WhyUnknown(GraphSnapshot snapshot, UpwardTops tops)
    {
        if (tops.Roots.Count == 0) return Sentence.Of("anchoring.unknown.noRoot");
        return snapshot.OfKind<Plan>().Any(plan => snapshot.Out(plan.Id).Any(relation => Says(relation, tops))) ? null : Sentence.Of("anchoring.unknown.noLinks");
    }

    private static bool Says(Relation relation, UpwardTops tops) => relation.Type switch
    {
        RelationType.AnchoredIn or RelationType.Supports => true,
        RelationType.PartOf => !tops.Roots.Contains(relation.From) && !tops.Wholes.Contains(relation.From),
        RelationType.States => relation.To.Kind != NodeKind.Challenge,
        _ => false,
    };

    /// <summary>Of those whose period is over, the ones with the latest year.</summary>
    private static FrozenSet<NodeId> Latest(GraphSnapshot snapshot, IEnumerable<NodeId> roots, DateOnly today)
    {
        var over = roots.Select(snapshot.Find).OfType<Plan>().Where(plan => Force.Of(snapshot, plan, today) == PlanForce.Expired).ToArray();
        var last = over.Max(plan => plan.Period!.To);
        return over.Where(plan => plan.Period!.To == last).Select(plan => plan.Id).ToFrozenSet();
    }

    private static FrozenSet<NodeId> Of(GraphSnapshot snapshot, PlanType type) =>
        snapshot.OfKind<Plan>().Where(plan => plan.Type == type).Select(plan => plan.Id).ToFrozenSet();
}
