using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded.Queries;

/// <summary>Answers <see cref="NeighbourhoodQuery"/> from one state: breadth first, level by level.</summary>
internal sealed class NeighbourhoodWalk
{
    private readonly GraphState _state;
    private readonly NeighbourhoodQuery _query;
    private readonly int _kinds;
    private readonly int _types;
    private readonly Dictionary<int, int> _distances = [];
    private readonly List<int> _order = [];

    private NeighbourhoodWalk(GraphState state, NeighbourhoodQuery query)
    {
        (_state, _query) = (state, query);
        _kinds = QueryRanges.KindsOrPlanSystem(query.Kinds).Aggregate(0, (mask, kind) => mask | (1 << (int)kind));
        _types = query.Types is { IsDefault: false } types ? types.Aggregate(0, (mask, type) => mask | (1 << (int)type)) : -1;
    }

    public static Neighbourhood Answer(GraphState state, NeighbourhoodQuery query)
    {
        var walk = new NeighbourhoodWalk(state, query);
        walk.Collect();
        return walk.ToAnswer();
    }

    private void Collect()
    {
        foreach (var seed in Seeds())
            if (_distances.TryAdd(seed, 0)) _order.Add(seed);
        var frontier = 0;
        var room = _query.Cap;
        for (var distance = 1; distance <= _query.Depth && room > 0 && frontier < _order.Count; distance++)
        {
            var reached = Reach(frontier);
            frontier = _order.Count;
            var taken = Nearest(reached, room);
            foreach (var slot in taken)
            {
                _distances.Add(slot, distance);
                _order.Add(slot);
            }
            room -= taken.Count;
        }

        IEnumerable<int> Seeds() => _query.Seeds.Select(_state.FindSlot).Where(slot => slot >= 0);
    }

    /// <summary>The nodes next to the last level that are not in yet, each with the first relation type that leads to it.</summary>
    private Dictionary<int, RelationType> Reach(int frontier)
    {
        var reached = new Dictionary<int, RelationType>();
        for (var i = frontier; i < _order.Count; i++)
        {
            var entry = _state.Slots[_order[i]]!;
            Reach(entry.Out, reached);
            Reach(entry.In, reached);
        }
        return reached;
    }

    private void Reach(Edge[] edges, Dictionary<int, RelationType> reached)
    {
        foreach (ref readonly var edge in edges.AsSpan())
        {
            if (!IsWalked(edge) || _distances.ContainsKey(edge.Other)) continue;
            var type = edge.Relation.Type;
            if (!reached.TryGetValue(edge.Other, out var best) || type < best) reached[edge.Other] = type;
        }
    }

    private List<int> Nearest(Dictionary<int, RelationType> reached, int room)
    {
        var sorted = reached.Select(pair => (Type: pair.Value, _state.Slots[pair.Key]!.Id, Slot: pair.Key)).ToList();
        if (sorted.Count > room)
        {
            sorted.Sort(static (a, b) => a.Type != b.Type ? a.Type.CompareTo(b.Type) : a.Id.CompareTo(b.Id));
            sorted.RemoveRange(room, sorted.Count - room);
        }
        sorted.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return sorted.ConvertAll(one => one.Slot);
    }

    private Neighbourhood ToAnswer()
    {
        var relations = new List<Relation>();
        var (leftOut, degrees) = (new List<RelationCount>(), new List<RelationCount>());
        foreach (var slot in _order)
        {
            var entry = _state.Slots[slot]!;
            foreach (ref readonly var edge in entry.Out.AsSpan())
                if (HasType(edge) && _distances.ContainsKey(edge.Other)) relations.Add(edge.Relation);
            Count(entry, _distances[slot] < _query.Depth, leftOut, degrees);
        }
        relations.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        return new Neighbourhood(_order.ConvertAll(slot => _state.Slots[slot]!.Node!), relations, leftOut, degrees);
    }

    private void Count(NodeEntry entry, bool wasExpanded, List<RelationCount> leftOut, List<RelationCount> degrees)
    {
        var tally = new Tally();
        Count(entry.Out, outgoing: true, wasExpanded, tally);
        Count(entry.In, outgoing: false, wasExpanded, tally);
        tally.AddTo(entry.Id, leftOut, degrees);
    }

    private void Count(Edge[] edges, bool outgoing, bool wasExpanded, Tally tally)
    {
        foreach (ref readonly var edge in edges.AsSpan())
        {
            if (!HasKind(edge)) continue;
            tally.Relation(edge.Relation.Type, outgoing);
            if (wasExpanded && HasType(edge) && !_distances.ContainsKey(edge.Other)) tally.LeftOut(edge.Relation.Type, outgoing, edge.Other);
        }
    }

    private bool IsWalked(in Edge edge) => HasKind(edge) && HasType(edge);

    private bool HasKind(in Edge edge) => (_kinds & (1 << (int)edge.OtherKind)) != 0;

    private bool HasType(in Edge edge) => (_types & (1 << (int)edge.Relation.Type)) != 0;

    /// <summary>The counts of one node. Variants make several relations to one neighbour; such a neighbour is left out once.</summary>
    private sealed class Tally
    {
        private static readonly int Types = RelationRules.All.Length;
        private readonly int[] _relations = new int[Types * 2];
        private readonly HashSet<int>?[] _leftOut = new HashSet<int>?[Types * 2];

        public void Relation(RelationType type, bool outgoing) => _relations[IndexOf(type, outgoing)]++;

        public void LeftOut(RelationType type, bool outgoing, int other) => (_leftOut[IndexOf(type, outgoing)] ??= []).Add(other);

        public void AddTo(NodeId id, List<RelationCount> leftOut, List<RelationCount> degrees)
        {
            for (var i = 0; i < _relations.Length; i++)
            {
                var (type, outgoing) = ((RelationType)(i / 2), i % 2 == 0);
                if (_relations[i] > 0) degrees.Add(new RelationCount(id, type, outgoing, _relations[i]));
                if (_leftOut[i] is { } others) leftOut.Add(new RelationCount(id, type, outgoing, others.Count));
            }
        }

        private static int IndexOf(RelationType type, bool outgoing) => ((int)type * 2) + (outgoing ? 0 : 1);
    }
}
