using System.Collections.Immutable;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Coverage;

/// <summary>
/// Goals in force that nothing in force follows up. A goal is followed up when a plan, strategy or measure in force <c>SUPPORTS</c> it or a plan in
/// force is <c>ANCHORED_IN</c> it, when a plan other than the one that states it states a sub-goal of it, or when a sub-goal of it is followed up. Only
/// the lowest goals are reported: a main goal whose sub-goals all lack follow-up is said through them. Not asked for: a goal that a plan in force below the
/// kommuneplan states, for that plan follows it up; and a goal for a year that is over.
/// </summary>
public static class GoalsWithoutFollowUp
{
    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (snapshot, today) = (context.Snapshot, context.Today);
        if (WhyUnknown(snapshot) is not null) return [];
        return
        [
            .. snapshot.OfKind<Goal>()
                .Where(goal => goal.Standing == Standing.Current && IsAskedFor(context, goal) && !SubGoals(snapshot, goal.Id).Any() && !IsFollowedUp(snapshot, goal.Id, today))
                .Select(goal => Describe(context, goal))
                .OrderBy(finding => finding.Id),
        ];
    }

    /// <summary>Why follow-up cannot be judged: no relation in the graph says which plan states or follows up any goal. Null when it can, or when there are no goals.</summary>
    public static Sentence? WhyUnknown(GraphSnapshot snapshot)
    {
        var goals = snapshot.OfKind<Goal>().Where(goal => goal.Standing == Standing.Current).ToArray();
        return goals.Length > 0 && !goals.Any(goal => Followers(snapshot, goal.Id).Any() || snapshot.In(goal.Id, RelationType.States).Any()) ? Sentence.Of("coverage.unknown.goals", ("count", goals.Length)) : null;
    }

    private static bool IsAskedFor(DetectionContext context, Goal goal)
    {
        var stating = context.Snapshot.In(goal.Id, RelationType.States).Select(relation => context.Snapshot.Find(relation.From)).OfType<Plan>();
        return !stating.Any(plan => IsBelow(plan.Type) && Force.IsInForce(context.Snapshot, plan, context.Today))
            && !Force.IsPast(goal, context.Today);
    }

    /// <summary>The goals of the kommuneplan are for other plans to follow up; those of the plans below it are their own.</summary>
    private static bool IsBelow(PlanType type) => type is not (PlanType.Kommuneplan or PlanType.Samfunnsdel or PlanType.Arealdel or PlanType.Planstrategi);

    /// <summary>Whether something in force follows up a goal, directly or through a sub-goal.</summary>
    public static bool IsFollowedUp(GraphSnapshot snapshot, NodeId goal, DateOnly today)
    {
        var seen = new HashSet<NodeId> { goal };
        var open = new Stack<NodeId>(seen);
        while (open.TryPop(out var id))
        {
            if (Followers(snapshot, id).Any(node => Force.IsInForce(snapshot, node, today))) return true;
            foreach (var sub in SubGoals(snapshot, id))
            {
                if (IsStatedElsewhere(snapshot, sub.Id, id, today)) return true;
                if (seen.Add(sub.Id)) open.Push(sub.Id);
            }
        }
        return false;
    }

    private static IEnumerable<Node> Followers(GraphSnapshot snapshot, NodeId goal) =>
        snapshot.In(goal).Where(relation => relation.Type is RelationType.Supports or RelationType.AnchoredIn)
            .Select(relation => snapshot.Find(relation.From)).OfType<Node>();

    private static IEnumerable<Goal> SubGoals(GraphSnapshot snapshot, NodeId goal) =>
        snapshot.In(goal, RelationType.SubgoalOf).Where(relation => relation.From != goal)
            .Select(relation => snapshot.Find(relation.From)).OfType<Goal>().Where(sub => sub.Standing == Standing.Current);

    private static bool IsStatedElsewhere(GraphSnapshot snapshot, NodeId sub, NodeId main, DateOnly today)
    {
        var own = snapshot.In(main, RelationType.States).Select(relation => relation.From).ToHashSet();
        return snapshot.In(sub, RelationType.States).Any(relation =>
            !own.Contains(relation.From) && snapshot.Find(relation.From) is Plan plan && Force.IsInForce(snapshot, plan, today));
    }

    /// <summary>A goal of the samfunnsdel weighs more, one of a plan that is over less.</summary>
    private static double? Weight(DetectionContext context, Plan statedIn)
    {
        if (context.Anchoring.Roots.Contains(statedIn.Id)) return 0.1;
        return Force.Of(context.Snapshot, statedIn, context.Today) == PlanForce.InForce ? null : -0.3;
    }

    private static DetectedFinding Describe(DetectionContext context, Goal goal)
    {
        var snapshot = context.Snapshot;
        var former = Followers(snapshot, goal.Id).OrderBy(node => node.Id).ToArray();
        var stated = snapshot.In(goal.Id, RelationType.States).Select(relation => snapshot.Find(relation.From)).OfType<Plan>().OrderBy(plan => plan.Id);
        var facts = new FactList(snapshot).Title(goal).Text(goal).Choice<Standing>(goal, "standing", goal.Standing)
            .In(goal.Id, RelationType.Supports, RelationType.AnchoredIn, RelationType.SubgoalOf);
        return new DetectedFinding
        {
            Type = FindingKind.GoalWithoutFollowUp,
            Members = [goal.Id],
            Headline = Sentence.Of("findings.goalWithoutFollowUp", ("title", goal.InQuotes())),
            Evidence =
            [
                new(Sentence.Of("findings.goalWithoutFollowUp.none"), goal.Level == GoalLevel.MainGoal ? 0.8 : 0.7),
                .. stated.Select(plan => new Evidence(Sentence.Of("findings.goalWithoutFollowUp.statedIn", ("title", plan.InQuotes())),
                    Weight(context, plan))),
                .. former.Select(node => new Evidence(Sentence.Of("findings.goalWithoutFollowUp.former", ("title", node.InQuotes())), null)),
            ],
            Facts = facts.ToFacts(),
        };
    }
}
