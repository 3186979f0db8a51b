using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Overlap;

/// <summary>What plans hang on: goals, challenges, SDGs, places, sectors.</summary>
internal sealed class SharedLinks
{
    private static readonly RelationType[] Types =
        [RelationType.States, RelationType.Supports, RelationType.AnchoredIn, RelationType.RespondsTo, RelationType.ContributesTo, RelationType.AppliesTo, RelationType.OwnedBy];

    private readonly Dictionary<NodeId, HashSet<NodeId>> _of = [];
    private readonly HashSet<(NodeId Plan, NodeId End)> _stated = [];

    public SharedLinks(GraphSnapshot snapshot, IEnumerable<Plan> plans)
    {
        foreach (var plan in plans)
        {
            var ends = snapshot.Out(plan.Id).Where(relation => Types.Contains(relation.Type) && relation.To.Kind != NodeKind.Plan).Select(relation => relation.To).ToHashSet();
            _of[plan.Id] = ends;
            _stated.UnionWith(snapshot.Out(plan.Id, RelationType.States).Select(relation => (plan.Id, relation.To)));
        }
    }

    /// <summary>True when the plan states the goal itself, and does not only follow it up.</summary>
    public bool IsStated(NodeId plan, NodeId end) => _stated.Contains((plan, end));

    public IEnumerable<NodeId> Of(NodeId plan, params NodeKind[] kinds) => _of[plan].Where(id => kinds.Contains(id.Kind));

    /// <summary>
    /// What both hang on in the same way, in the order of ids. A goal that one plan states and the other follows up is not shared: that is the hierarchy at work.
    /// </summary>
    public NodeId[] Shared(NodeId first, NodeId second, params NodeKind[] kinds) =>
        [.. Of(first, kinds).Intersect(Of(second, kinds)).Where(id => _stated.Contains((first, id)) == _stated.Contains((second, id))).Order()];

    /// <summary>True when both hang on one of a kind, false when both hang on some and share none, null when one of them hangs on none.</summary>
    public bool? Compare(NodeId first, NodeId second, NodeKind kind) =>
        !Of(first, kind).Any() || !Of(second, kind).Any() ? null : Shared(first, second, kind).Length > 0;
}
