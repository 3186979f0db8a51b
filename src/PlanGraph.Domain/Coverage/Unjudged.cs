using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Coverage;

/// <summary>A kind of finding that cannot be looked for in a graph, and why: said once, instead of a finding for every plan.</summary>
public sealed record Unjudged(FindingKind Type, Sentence Why)
{
    /// <summary>All that cannot be judged, in the order of the kinds. Empty for a graph that records its plans' anchoring, goals and periods.</summary>
    public static ImmutableArray<Unjudged> Of(DetectionContext context)
    {
        var snapshot = context.Snapshot;
        if (!snapshot.OfKind<Plan>().Any()) return [];
        return
        [
            .. new (FindingKind Type, Sentence? Why)[]
            {
                (FindingKind.UnanchoredPlan, context.Anchoring.WhyUnknown),
                (FindingKind.UnanchoredGoal, Anchoring.UnanchoredGoals.WhyUnknown(snapshot)),
                (FindingKind.ExpiredPlan, NoPeriods(snapshot)),
                (FindingKind.GoalWithoutFollowUp, snapshot.OfKind<Goal>().Any() ? GoalsWithoutFollowUp.WhyUnknown(snapshot) : Sentence.Of("coverage.unknown.noGoals")),
                (FindingKind.ChallengeWithoutResponse, ChallengesWithoutResponse.WhyUnknown(snapshot)),
                (FindingKind.StrategyWithoutMeasure, StrategiesWithoutMeasure.WhyUnknown(snapshot)),
            }.Where(one => one.Why is not null).Select(one => new Unjudged(one.Type, one.Why!)),
        ];
    }

    private static Sentence? NoPeriods(GraphSnapshot snapshot) =>
        snapshot.OfKind<Plan>().Any(plan => plan.Period is not null || plan.Adopted is not null) ? null : Sentence.Of("coverage.unknown.periods");
}
