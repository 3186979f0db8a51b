using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Coverage;

/// <summary>A kind of finding that cannot be looked for in a graph, and why: said once, instead of a finding for every plan.</summary>
public sealed record Unjudged(FindingKind Type, Sentence Why)
{
    /// <summary>Those that cannot be judged; empty when none can.</summary>
    public ImmutableArray<NodeId> Members { get => field.IsDefault ? [] : field; init; }

    /// <summary>Whether it says nothing of a case that it is not seen.</summary>
    public bool Covers(Finding finding) => finding.Type == Type && (Members.IsEmpty || finding.Members.Any(Members.Contains));

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
                (FindingKind.UnanchoredGoal, UnanchoredGoals.WhyUnknown(snapshot)),
                (FindingKind.ExpiredPlan, NoPeriods(snapshot)),
                (FindingKind.GoalWithoutFollowUp, snapshot.OfKind<Goal>().Any() ? GoalsWithoutFollowUp.WhyUnknown(snapshot) : Sentence.Of("coverage.unknown.noGoals")),
                (FindingKind.ChallengeWithoutResponse, ChallengesWithoutResponse.WhyUnknown(snapshot)),
                (FindingKind.StrategyWithoutMeasure, StrategiesWithoutMeasure.WhyUnknown(snapshot)),
            }.Where(one => one.Why is not null).Select(one => new Unjudged(one.Type, one.Why!)),
            .. NothingToBeIn(context),
        ];
    }

    /// <summary>Plans that must lie in a plan of a kind that is not recorded, where the anchoring of others can be judged.</summary>
    private static IEnumerable<Unjudged> NothingToBeIn(DetectionContext context)
    {
        if (context.Anchoring.WhyUnknown is not null) yield break;
        var unknown = context.Snapshot.OfKind<Plan>().Where(plan => context.Anchoring.For(plan.Id) is { State: AnchoringState.Unknown, Rule.In.IsEmpty: false });
        foreach (var plans in unknown.GroupBy(plan => context.Anchoring.For(plan.Id).Rule.In[0]).OrderBy(plans => plans.Key))
        {
            yield return new Unjudged(FindingKind.UnanchoredPlan, Sentence.Of("coverage.unknown.nothingToBeIn", ("count", plans.Count()), ("in", $"@planType.{ChoiceNames.Of(plans.Key)}")))
            {
                Members = [.. plans.Select(plan => plan.Id).Order()],
            };
        }
    }

    private static Sentence? NoPeriods(GraphSnapshot snapshot) =>
        snapshot.OfKind<Plan>().Any(plan => plan.Period is not null || plan.Adopted is not null) ? null : Sentence.Of("coverage.unknown.periods");
}
