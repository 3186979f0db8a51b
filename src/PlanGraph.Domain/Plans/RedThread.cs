using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Plans;

/// <summary>The red thread at one plan: the ways up to the samfunnsdel and what hangs on the plan below.</summary>
/// <param name="Up">Ways up over what is in force, shortest first, then by the relations along them.</param>
/// <param name="Down">What the plan carries, each list in the order of the titles.</param>
public sealed record RedThread(ImmutableArray<Chain> Up, RedThreadDown Down)
{
    /// <summary>More ways than this are not shown.</summary>
    public const int MostChains = 5;

    /// <summary>Ways longer than the shortest by more than this are left out.</summary>
    private const int LongestDetour = 2;

    /// <summary>Partial ways looked at before giving up on further alternatives.</summary>
    private const int MostSteps = 2_000;

    public static RedThread Of(GraphSnapshot snapshot, AnchoringMap anchoring, NodeId plan) =>
        new(Ways(anchoring.Upward, plan), RedThreadDown.Of(snapshot, plan));

    /// <summary>Best first by length so far plus the known distance that is left, so that ways come out in the order of their length.</summary>
    private static ImmutableArray<Chain> Ways(UpwardMap map, NodeId plan)
    {
        var found = ImmutableArray.CreateBuilder<Chain>();
        if (map.Distance(plan) is not > 0) return [];
        var queue = new PriorityQueue<Way, Way>(Comparer<Way>.Create(Way.Compare));
        var start = new Way(null, null, plan, 0, map.Distance(plan)!.Value);
        queue.Enqueue(start, start);
        for (var steps = 0; steps < MostSteps && found.Count < MostChains && queue.TryDequeue(out var way, out _); steps++)
        {
            if (way.Length > 0 && map.Distance(way.At) == 0) found.Add(way.ToChain(plan));
            else Extend(map, queue, way, start.Estimate + LongestDetour);
        }
        return found.ToImmutable();
    }

    private static void Extend(UpwardMap map, PriorityQueue<Way, Way> queue, Way way, int longest)
    {
        foreach (var step in map.Steps(way.At).Where(step => !way.Passes(step.To)))
        {
            var next = new Way(way, step.Relation, step.To, way.Length + 1, way.Length + 1 + map.Distance(step.To)!.Value);
            if (next.Estimate <= longest) queue.Enqueue(next, next);
        }
    }

    private sealed record Way(Way? Before, Relation? Last, NodeId At, int Length, int Estimate)
    {
        public bool Passes(NodeId id) => At == id || Before?.Passes(id) == true;

        public Chain ToChain(NodeId start) => new(start, [.. Relations()]);

        public static int Compare(Way one, Way other)
        {
            if (one.Estimate != other.Estimate) return one.Estimate.CompareTo(other.Estimate);
            if (one.Length != other.Length) return other.Length.CompareTo(one.Length);
            return one.Relations().Zip(other.Relations(), (a, b) => a.Key.CompareTo(b.Key)).FirstOrDefault(order => order != 0);
        }

        private List<Relation> Relations()
        {
            var relations = new List<Relation>(Length);
            for (var way = this; way is { Last: { } last }; way = way.Before) relations.Add(last);
            relations.Reverse();
            return relations;
        }
    }
}

/// <summary>What a plan carries.</summary>
/// <param name="Parts">Plans that are part of it.</param>
/// <param name="AnchoredHere">Plans anchored directly in it.</param>
/// <param name="Goals">Goals that it states.</param>
/// <param name="Strategies">Strategies that it states.</param>
/// <param name="Measures">Measures that it states.</param>
/// <param name="Challenges">Challenges that it states.</param>
public sealed record RedThreadDown(
    ImmutableArray<Plan> Parts,
    ImmutableArray<Plan> AnchoredHere,
    ImmutableArray<Goal> Goals,
    ImmutableArray<Strategy> Strategies,
    ImmutableArray<Measure> Measures,
    ImmutableArray<Challenge> Challenges)
{
    internal static RedThreadDown Of(GraphSnapshot snapshot, NodeId plan)
    {
        return new RedThreadDown(
            Below<Plan>(RelationType.PartOf), Below<Plan>(RelationType.AnchoredIn), Stated<Goal>(), Stated<Strategy>(), Stated<Measure>(), Stated<Challenge>());

        ImmutableArray<T> Below<T>(RelationType type) where T : Node => Sorted<T>(snapshot.In(plan, type).Select(relation => relation.From));
        ImmutableArray<T> Stated<T>() where T : Node => Sorted<T>(snapshot.Out(plan, RelationType.States).Select(relation => relation.To));
        ImmutableArray<T> Sorted<T>(IEnumerable<NodeId> ids) where T : Node =>
            [.. ids.Distinct().Select(snapshot.Find).OfType<T>().OrderBy(node => node.Title, TitleOrder.Norwegian).ThenBy(node => node.Id)];
    }
}
