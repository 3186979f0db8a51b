using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>Sub-goals in force from which no <c>SUBGOAL_OF</c> leads up to a main goal in force.</summary>
public static class UnanchoredGoals
{
    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = context.Snapshot;
        return
        [
            .. snapshot.OfKind<Goal>()
                .Where(goal => goal is { Level: GoalLevel.SubGoal, Standing: Standing.Current } && !ReachesMainGoal(snapshot, goal.Id))
                .Select(goal => Describe(snapshot, goal))
                .OrderBy(finding => finding.Id),
        ];
    }

    private static bool ReachesMainGoal(GraphSnapshot snapshot, NodeId start)
    {
        var seen = new HashSet<NodeId> { start };
        var open = new Stack<NodeId>(seen);
        while (open.TryPop(out var id))
        {
            foreach (var relation in snapshot.Out(id, RelationType.SubgoalOf))
            {
                if (snapshot.Find(relation.To) is not Goal { Standing: Standing.Current } parent || !seen.Add(parent.Id)) continue;
                if (parent.Level == GoalLevel.MainGoal) return true;
                open.Push(parent.Id);
            }
        }
        return false;
    }

    private static DetectedFinding Describe(GraphSnapshot snapshot, Goal goal)
    {
        var parents = snapshot.Out(goal.Id, RelationType.SubgoalOf).Select(relation => snapshot.Find(relation.To)).OfType<Goal>().ToArray();
        var facts = new FactList(snapshot).Title(goal).Choice<GoalLevel>(goal, "level", goal.Level).Choice<Standing>(goal, "standing", goal.Standing)
            .Out(goal.Id, RelationType.SubgoalOf);
        foreach (var parent in parents) facts.Choice<Standing>(parent, "standing", parent.Standing);
        return new DetectedFinding
        {
            Type = FindingKind.UnanchoredGoal,
            Members = [goal.Id],
            Headline = Sentence.Of("findings.unanchoredGoal", ("title", goal.Title)),
            Evidence =
            [
                new(Sentence.Of(parents.Length == 0 ? "findings.unanchoredGoal.noParent" : "findings.unanchoredGoal.noWay"), 0.6),
                .. parents.Where(parent => parent.Standing != Standing.Current).Select(parent => new Evidence(Sentence.Of(
                    parent.Standing == Standing.Former ? "findings.notInForce.goal.former" : "findings.notInForce.goal.proposed", ("title", parent.Title)))),
                .. StatedIn(snapshot, goal).Select(plan => new Evidence(Sentence.Of("findings.unanchoredGoal.statedIn", ("title", plan.Title)))),
            ],
            Facts = facts.ToFacts(),
        };
    }

    private static IEnumerable<Node> StatedIn(GraphSnapshot snapshot, Goal goal) =>
        snapshot.In(goal.Id, RelationType.States).Select(relation => snapshot.Find(relation.From)).OfType<Plan>();
}
