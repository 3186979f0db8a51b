using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Anchoring;

/// <summary>A goal of the samfunnsdel that a plan without anchoring may be meant for. A suggestion for a person to judge, never taken as anchored.</summary>
/// <param name="Relation">What would record it: <c>SUPPORTS</c>, or <c>ANCHORED_IN</c> where the plan's rule accepts no other.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Evidence">What speaks for it, the strongest first; never empty.</param>
public sealed record LikelyGoal(NodeId Goal, RelationType Relation, double Score, ImmutableArray<Sentence> Evidence);

/// <summary>
/// The goals that a plan most likely serves: those that share words or topics with it, and those that anchored plans about the same serve. Goals that lead to the
/// samfunnsdel in force are asked, the lowest before the ones above them.
/// </summary>
public sealed class LikelyGoals
{
    /// <summary>At most so many goals for a plan.</summary>
    public const int Most = 3;

    /// <summary>A goal that scores less is no suggestion.</summary>
    private const double Least = 0.1;

    /// <summary>What a main goal counts beside its own sub-goals: the lower one says more.</summary>
    private const double AboveOthers = 0.8;

    /// <summary>How far a plan about the same speaks for the goal that it serves.</summary>
    private const double FellowShare = 0.6;

    /// <summary>Less likeness between two plans says nothing of their goals.</summary>
    private const double LeastFellow = 0.35;

    private readonly GraphSnapshot _snapshot;
    private readonly AnchoringMap _anchoring;
    private readonly LikenessOfTexts _likeness;
    private readonly ImmutableArray<Goal> _goals;
    private readonly ILookup<NodeId, Plan> _served;

    public LikelyGoals(GraphSnapshot snapshot, AnchoringMap anchoring, TopicLexicon lexicon)
    {
        (_snapshot, _anchoring) = (snapshot, anchoring);
        _goals = [.. snapshot.OfKind<Goal>().Where(goal => goal.Standing == Standing.Current && anchoring.Reaches(goal.Id)).OrderBy(goal => goal.Id)];
        _likeness = new LikenessOfTexts(snapshot, _goals, lexicon);
        _served = _goals.SelectMany(goal => snapshot.In(goal.Id)
                .Where(relation => relation.Type is RelationType.Supports or RelationType.AnchoredIn && relation.From.Kind == NodeKind.Plan)
                .Select(relation => (Goal: goal.Id, Plan: (Plan)snapshot.Find(relation.From)!)))
            .ToLookup(pair => pair.Goal, pair => pair.Plan);
    }

    /// <summary>The most likely goals, best first; none for a plan whose rule asks for something else than a goal.</summary>
    public ImmutableArray<LikelyGoal> For(Plan plan)
    {
        var rule = _anchoring.For(plan.Id).Rule;
        if (!rule.In.IsEmpty || RelationOf(rule) is not { } relation) return [];
        var linked = _snapshot.Out(plan.Id).Select(known => known.To).ToHashSet();
        return
        [
            .. _goals.Where(goal => !linked.Contains(goal.Id)).Select(goal => Suggest(plan, goal, relation)).Where(likely => likely.Score >= Least)
                .OrderByDescending(likely => likely.Score).ThenBy(likely => likely.Goal).Take(Most),
        ];
    }

    private LikelyGoal Suggest(Plan plan, Goal goal, RelationType relation)
    {
        var direct = _likeness.Between(plan, goal);
        var fellow = _served[goal.Id].Where(other => other.Id != plan.Id)
            .Select(other => (Plan: other, Likeness: _likeness.Between(plan, other).Score)).Where(other => other.Likeness >= LeastFellow)
            .OrderByDescending(other => other.Likeness).ThenBy(other => other.Plan.Id).FirstOrDefault();
        var score = 1 - ((1 - direct.Score) * (1 - (FellowShare * fellow.Likeness)));
        if (_snapshot.In(goal.Id, RelationType.SubgoalOf).Any()) score *= AboveOthers;
        ImmutableArray<Sentence> evidence = fellow.Plan is null ? direct.Evidence : [.. direct.Evidence, Sentence.Of("anchoring.likely.fellow", ("title", fellow.Plan.InQuotes()))];
        return new LikelyGoal(goal.Id, relation, evidence.IsEmpty ? 0 : Math.Round(score, 2), evidence);
    }

    private static RelationType? RelationOf(AnchoringRule rule) =>
        rule.Accepts.Contains(RelationType.Supports) ? RelationType.Supports : rule.Accepts.Contains(RelationType.AnchoredIn) ? RelationType.AnchoredIn : null;
}
