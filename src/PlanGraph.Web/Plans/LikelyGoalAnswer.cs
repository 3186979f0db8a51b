using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Plans;

/// <summary>A goal that a plan without anchoring may be meant for.</summary>
/// <param name="Relation">What would record it.</param>
/// <param name="Weak">Little speaks for it.</param>
/// <param name="Evidence">What speaks for it, the strongest first.</param>
internal sealed record LikelyGoalAnswer(NodeSummary Goal, RelationType Relation, double Score, bool Weak, ImmutableArray<string> Evidence)
{
    /// <summary>Best first; none for a plan that is anchored or need not be.</summary>
    public static ImmutableArray<LikelyGoalAnswer> Of(GraphView view, Plan plan, Wording wording) =>
        view.Anchoring.For(plan.Id) is { IsProblem: false, State: not AnchoringState.Unknown }
            ? []
            : [.. view.LikelyGoalsOf(plan).Select(likely =>
                new LikelyGoalAnswer(view.Summary(view.Snapshot.Find(likely.Goal)!), likely.Relation, likely.Score, likely.IsWeak, [.. likely.Evidence.Select(wording.Say)]))];
}
