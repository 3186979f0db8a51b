using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Overlap;

/// <summary>Which plans and pairs are compared at all.</summary>
internal static class PairKind
{
    /// <summary>
    /// Frames cover everything, and a virksomhetsanalyse everything in its sector, by their nature; what is retired or replaced overlaps with nothing any more.
    /// </summary>
    public static bool IsCompared(GraphSnapshot snapshot, Plan plan, DateOnly today) =>
        plan.Type is not (PlanType.Kommuneplan or PlanType.Samfunnsdel or PlanType.Arealdel or PlanType.Planstrategi or PlanType.Handlingsprogram or PlanType.Virksomhetsplan
            or PlanType.Virksomhetsanalyse)
        && Force.Of(snapshot, plan, today) is PlanForce.InForce or PlanForce.Expired;

    /// <summary>A knowledge base beside a plan is no second plan.</summary>
    public static bool IsAnalysis(Plan plan) => plan.Type == PlanType.Behovsanalyse;

    /// <summary>Plans whose relation is already settled: one is part of, anchored in or replaces the other.</summary>
    public static bool IsSettled(GraphSnapshot snapshot, NodeId first, NodeId second) =>
        Between(snapshot, first, second).Any(relation => relation.Type is RelationType.PartOf or RelationType.AnchoredIn or RelationType.Replaces);

    /// <summary>Somebody has recorded the overlap already: nothing new to say, but a case that was confirmed is kept.</summary>
    public static bool IsRecorded(GraphSnapshot snapshot, NodeId first, NodeId second) =>
        Between(snapshot, first, second).Any(relation => relation.Type == RelationType.Overlaps);

    /// <summary>True for documents of one type that are each for their own sectors or places: a series, as a kommunedelplan for each of two towns.</summary>
    public static bool IsSeries(Plan first, Plan second, SharedLinks links) => first.Type == second.Type
        && (links.Compare(first.Id, second.Id, NodeKind.Sector) == false || links.Compare(first.Id, second.Id, NodeKind.Place) == false);

    /// <summary>True when the second begins when the first has ended and both are of one type: the same plan for a new period, not two plans at once.</summary>
    public static bool IsSuccession(Plan first, Plan second) =>
        first.Type == second.Type && first.Period is { } one && second.Period is { } other && (one.To < other.From || other.To < one.From);

    private static IEnumerable<Relation> Between(GraphSnapshot snapshot, NodeId first, NodeId second) =>
        snapshot.Out(first).Where(relation => relation.To == second).Concat(snapshot.Out(second).Where(relation => relation.To == first));
}
