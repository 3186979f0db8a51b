using System.Collections.Immutable;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Anchoring;

/// <summary>A goal of the samfunnsdel that a plan without anchoring may be meant for. A suggestion for a person to judge, never taken as anchored.</summary>
/// <param name="Relation">What would record it: <c>SUPPORTS</c>, or <c>ANCHORED_IN</c> where the plan's rule accepts no other.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Evidence">What speaks for it, the strongest first; never empty.</param>
public sealed record LikelyGoal(NodeId Goal, RelationType Relation, double Score, ImmutableArray<Sentence> Evidence)
{
    /// <summary>Below this a suggestion is shown as weak.</summary>
    public const double Strong = 0.35;

    public bool IsWeak => Score < Strong;
}

/// <summary>
/// The goals that a plan most likely serves: those that share words, topics or a challenge with it, and those that anchored plans about the same, or most of those in
/// its sector, serve. Goals that lead to the samfunnsdel in force are asked, the lowest before the ones above them.
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

    /// <summary>How far it speaks for a goal that it answers the same challenge as the plan.</summary>
    private const double ChallengeShare = 0.6;

    /// <summary>How far it speaks for a goal that all plans of the plan's sector serve it.</summary>
    private const double SectorShare = 0.3;

    /// <summary>Fewer plans of a sector, or a smaller part of those that serve any goal, say nothing.</summary>
    private const int FewestOfSector = 2;
    private const double LeastOfSector = 0.5;

    /// <summary>What a goal of a named place counts for a plan that does not name the place.</summary>
    private const double OtherPlace = 0.4;

    /// <summary>Less likeness between two plans says nothing of their goals.</summary>
    private const double LeastFellow = 0.35;

    private readonly GraphSnapshot _snapshot;
    private readonly AnchoringMap _anchoring;
    private readonly LikenessOfTexts _likeness;
    private readonly ImmutableArray<Goal> _goals;
    private readonly ILookup<NodeId, Plan> _served;
    private readonly ILookup<NodeId, NodeId> _servingOfSector;
    private readonly ImmutableArray<Place> _places;

    public LikelyGoals(GraphSnapshot snapshot, AnchoringMap anchoring, TopicLexicon lexicon)
    {
        (_snapshot, _anchoring) = (snapshot, anchoring);
        _goals = [.. snapshot.OfKind<Goal>().Where(goal => goal.Standing == Standing.Current && anchoring.Reaches(goal.Id) && !Force.IsPast(goal, anchoring.Today)).OrderBy(goal => goal.Id)];
        _likeness = new LikenessOfTexts(snapshot, _goals, lexicon.ForGoals);
        _served = _goals.SelectMany(goal => snapshot.In(goal.Id)
                .Where(relation => relation.Type is RelationType.Supports or RelationType.AnchoredIn && relation.From.Kind == NodeKind.Plan)
                .Select(relation => (Goal: goal.Id, Plan: (Plan)snapshot.Find(relation.From)!)))
            .ToLookup(pair => pair.Goal, pair => pair.Plan);
        _servingOfSector = _served.SelectMany(goal => goal).Select(plan => plan.Id).Distinct().SelectMany(plan => SectorsOf(plan).Select(sector => (sector, plan)))
            .ToLookup(pair => pair.sector, pair => pair.plan);
        _places = [.. snapshot.OfKind<Place>()];
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
        (double Share, Sentence Sentence)[] links =
        [
            .. fellow.Plan is null ? [] : new[] { (FellowShare * fellow.Likeness, Sentence.Of("anchoring.likely.fellow", ("title", fellow.Plan.InQuotes()))) },
            .. CommonChallenge(plan, goal), .. CommonSector(plan, goal),
        ];
        var score = 1 - links.Aggregate(1 - direct.Score, (rest, link) => rest * (1 - link.Share));
        if (_snapshot.In(goal.Id, RelationType.SubgoalOf).Any()) score *= AboveOthers;
        if (_places.Any(place => Names(goal, place) && !Names(plan, place))) score *= OtherPlace;
        var strongest = links.OrderByDescending(link => link.Share).ToArray();
        ImmutableArray<Sentence> evidence = strongest is [var first, ..] && first.Share > direct.Score
            ? [.. strongest.Select(link => link.Sentence), .. direct.Evidence] : [.. direct.Evidence, .. strongest.Select(link => link.Sentence)];
        return new LikelyGoal(goal.Id, relation, evidence.IsEmpty ? 0 : Math.Round(score, 2), evidence);
    }

    private IEnumerable<(double Share, Sentence Sentence)> CommonChallenge(Plan plan, Goal goal)
    {
        var answered = _snapshot.Out(goal.Id, RelationType.RespondsTo).Select(relation => relation.To).ToHashSet();
        return _snapshot.Out(plan.Id, RelationType.RespondsTo).Where(relation => answered.Contains(relation.To)).OrderBy(relation => relation.To).Take(1)
            .Select(relation => (ChallengeShare, Sentence.Of("anchoring.likely.challenge", ("title", _snapshot.Find(relation.To)!.InQuotes()))));
    }

    /// <summary>The sector's plans that serve the goal, when they are most of those that serve any: a sector of many subjects says nothing.</summary>
    private IEnumerable<(double Share, Sentence Sentence)> CommonSector(Plan plan, Goal goal)
    {
        foreach (var sector in SectorsOf(plan.Id).Order())
        {
            var all = _servingOfSector[sector].Where(other => other != plan.Id).ToHashSet();
            var serving = _served[goal.Id].Select(other => other.Id).Distinct().Count(all.Contains);
            if (serving < FewestOfSector || serving < LeastOfSector * all.Count) continue;
            yield return (SectorShare * serving / all.Count, Sentence.Of("anchoring.likely.sector", ("count", serving), ("sector", _snapshot.Find(sector)!.InQuotes())));
            yield break;
        }
    }

    private IEnumerable<NodeId> SectorsOf(NodeId plan) => _snapshot.Out(plan, RelationType.OwnedBy).Select(relation => relation.To);

    private bool Names(Node node, Place place) => node.Title.Contains(place.Title, StringComparison.OrdinalIgnoreCase)
        || _snapshot.Out(node.Id, RelationType.AppliesTo).Any(relation => relation.To == place.Id);

    private static RelationType? RelationOf(AnchoringRule rule) =>
        rule.Accepts.Contains(RelationType.Supports) ? RelationType.Supports : rule.Accepts.Contains(RelationType.AnchoredIn) ? RelationType.AnchoredIn : null;
}
