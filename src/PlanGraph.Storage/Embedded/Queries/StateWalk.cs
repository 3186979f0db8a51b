using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded.Queries;

/// <summary>Answers <see cref="PathQuery"/> from one state.</summary>
internal sealed class StateWalk : IWalkable
{
    private readonly GraphState _state;
    private readonly HashSet<NodeKind> _kinds;
    private readonly HashSet<RelationType>? _types;
    private readonly int _from;
    private readonly int _to;

    private StateWalk(GraphState state, PathQuery query)
    {
        _state = state;
        _kinds = [.. QueryRanges.KindsOrPlanSystem(query.Kinds)];
        _types = query.Types is { IsDefault: false } types ? [.. types] : null;
        (_from, _to) = (state.FindSlot(query.From), state.FindSlot(query.To));
    }

    public static IReadOnlyList<GraphPath> Answer(GraphState state, PathQuery query, CancellationToken cancellationToken)
    {
        var walk = new StateWalk(state, query);
        if (walk._from < 0 || walk._to < 0) return [];
        return PathFinder.Find(walk, walk._from, walk._to, query.MaxPaths, query.MaxLength, cancellationToken).ConvertAll(walk.ToPath);
    }

    public IEnumerable<int> Neighbours(int node)
    {
        var entry = _state.Slots[node]!;
        foreach (var edge in entry.Out)
            if (MayWalk(edge)) yield return edge.Other;
        foreach (var edge in entry.In)
            if (MayWalk(edge)) yield return edge.Other;
    }

    public int Compare(int a, int b) => _state.Slots[a]!.Id.CompareTo(_state.Slots[b]!.Id);

    private bool MayWalk(in Edge edge) =>
        (_types is null || _types.Contains(edge.Relation.Type)) && (_kinds.Contains(edge.OtherKind) || edge.Other == _from || edge.Other == _to);

    private GraphPath ToPath(int[] slots) => new(
        Array.ConvertAll(slots, slot => _state.Slots[slot]!.Node!),
        [.. slots.Zip(slots.Skip(1), FirstRelation)]);

    /// <summary>Of several relations between two nodes the first by key stands for the step.</summary>
    private Relation FirstRelation(int a, int b) => _state.Slots[a]!.Edges()
        .Where(edge => edge.Edge.Other == b && MayWalk(edge.Edge))
        .Select(edge => edge.Edge.Relation)
        .MinBy(relation => relation.Key)!;
}
