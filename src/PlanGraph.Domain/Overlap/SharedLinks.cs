using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Overlap;

/// <summary>What plans hang on: goals, challenges, SDGs, places, sectors; and how many plans hang on each.</summary>
internal sealed class SharedLinks
{
    private static readonly RelationType[] Types =
        [RelationType.States, RelationType.Supports, RelationType.AnchoredIn, RelationType.RespondsTo, RelationType.ContributesTo, RelationType.AppliesTo, RelationType.OwnedBy];

    private readonly Dictionary<NodeId, HashSet<NodeId>> _of = [];
    private readonly Dictionary<NodeId, List<NodeId>> _plans = [];
    private readonly HashSet<(NodeId Plan, NodeId End)> _stated = [];

    public SharedLinks(GraphSnapshot snapshot, IEnumerable<Plan> plans)
    {
        foreach (var plan in plans)
        {
            var ends = snapshot.Out(plan.Id).Where(relation => Types.Contains(relation.Type) && relation.To.Kind != NodeKind.Plan).Select(relation => relation.To).ToHashSet();
            _of[plan.Id] = ends;
            _stated.UnionWith(snapshot.Out(plan.Id, RelationType.States).Select(relation => (plan.Id, relation.To)));
            foreach (var end in ends)
            {
                if (!_plans.TryGetValue(end, out var list)) _plans[end] = list = [];
                list.Add(plan.Id);
            }
        }
    }

    /// <summary>Pairs that share a goal, strategy, challenge or place with at most <paramref name="most"/> plans on it.</summary>
    public IEnumerable<(NodeId First, NodeId Second)> Candidates(int most) => _plans
        .Where(pair => pair.Value.Count <= most && pair.Key.Kind is NodeKind.Goal or NodeKind.Strategy or NodeKind.Challenge or NodeKind.Place)
        .SelectMany(pair => Pairs.Among(pair.Value)).Distinct();

    public bool SharesAny(NodeId first, NodeId second) => _of[first].Overlaps(_of[second]);

    public IEnumerable<NodeId> Of(NodeId plan, params NodeKind[] kinds) => _of[plan].Where(id => kinds.Contains(id.Kind));

    /// <summary>
    /// What both hang on in the same way, in the order of ids. A goal that one plan states and the other follows up is not shared: that is the hierarchy at work.
    /// </summary>
    public NodeId[] Shared(NodeId first, NodeId second, params NodeKind[] kinds) =>
        [.. Of(first, kinds).Intersect(Of(second, kinds)).Where(id => _stated.Contains((first, id)) == _stated.Contains((second, id))).Order()];

    /// <summary>True when both hang on one of a kind, false when both hang on some and share none, null when one of them hangs on none.</summary>
    public bool? Compare(NodeId first, NodeId second, NodeKind kind) =>
        !Of(first, kind).Any() || !Of(second, kind).Any() ? null : Shared(first, second, kind).Length > 0;

    /// <summary>
    /// What sharing these says: for each <paramref name="most"/> when only these two plans hang on it, half when three do, and so on; in all at most <paramref name="most"/>.
    /// </summary>
    public double Weight(IEnumerable<NodeId> shared, double most) => Math.Min(most, shared.Sum(id => most / Math.Max(1, _plans[id].Count - 1)));
}
