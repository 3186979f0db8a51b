using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>
/// Sub-goals in force that are a sub-goal of no goal in force. A sub-goal of a sub-goal is said through the topmost; a ring is for
/// <see cref="Hierarchy.HierarchyCycles"/>.
/// </summary>
public static class UnanchoredGoals
{
    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = context.Snapshot;
        if (WhyUnknown(snapshot) is not null) return [];
        return
        [
            .. snapshot.OfKind<Goal>()
                .Where(goal => goal is { Level: GoalLevel.SubGoal, Standing: Standing.Current } && !HasParentInForce(snapshot, goal.Id))
                .Select(goal => Describe(snapshot, goal))
                .OrderBy(finding => finding.Id),
        ];
    }

    /// <summary>Why it cannot be judged: there are several sub-goals, and no relation says what any of them is a sub-goal of. Null when it can.</summary>
    public static Sentence? WhyUnknown(GraphSnapshot snapshot)
    {
        var below = snapshot.OfKind<Goal>().Count(goal => goal is { Level: GoalLevel.SubGoal, Standing: Standing.Current });
        return below > 1 && !snapshot.OfKind<Goal>().Any(goal => snapshot.Out(goal.Id, RelationType.SubgoalOf).Any()) ? Sentence.Of("coverage.unknown.subGoals", ("count", below)) : null;
    }

    private static bool HasParentInForce(GraphSnapshot snapshot, NodeId goal) => Parents(snapshot, goal).Any(parent => parent.Standing == Standing.Current);

    private static IEnumerable<Goal> Parents(GraphSnapshot snapshot, NodeId goal) =>
        snapshot.Out(goal, RelationType.SubgoalOf).Select(relation => snapshot.Find(relation.To)).OfType<Goal>();

    private static DetectedFinding Describe(GraphSnapshot snapshot, Goal goal)
    {
        var parents = Parents(snapshot, goal.Id).ToArray();
        var below = snapshot.In(goal.Id, RelationType.SubgoalOf).Count();
        var facts = new FactList(snapshot).Title(goal).Choice<GoalLevel>(goal, "level", goal.Level).Choice<Standing>(goal, "standing", goal.Standing)
            .Out(goal.Id, RelationType.SubgoalOf);
        foreach (var parent in parents) facts.Choice<Standing>(parent, "standing", parent.Standing);
        return new DetectedFinding
        {
            Type = FindingKind.UnanchoredGoal,
            Members = [goal.Id],
            Headline = Sentence.Of("findings.unanchoredGoal", ("title", goal.InQuotes())),
            Evidence =
            [
                new(Sentence.Of(parents.Length == 0 ? "findings.unanchoredGoal.noParent" : "findings.unanchoredGoal.noWay"), 0.6),
                .. below == 0 ? [] : new[] { new Evidence(Sentence.Of("findings.unanchoredGoal.below", ("count", below)), 0.1) },
                .. parents.Select(parent => new Evidence(Sentence.Of(
                    parent.Standing == Standing.Former ? "findings.notInForce.goal.former" : "findings.notInForce.goal.proposed", ("title", parent.InQuotes())))),
                .. StatedIn(snapshot, goal).Select(plan => new Evidence(Sentence.Of("findings.unanchoredGoal.statedIn", ("title", plan.InQuotes())))),
            ],
            Facts = facts.ToFacts(),
        };
    }

    private static IEnumerable<Node> StatedIn(GraphSnapshot snapshot, Goal goal) =>
        snapshot.In(goal.Id, RelationType.States).Select(relation => snapshot.Find(relation.From)).OfType<Plan>();
}
