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

    /// <summary>Those that there is room for: by relation type, then id. Ids are looked at for the one type that is taken in part only.</summary>
    private List<int> Nearest(Dictionary<int, RelationType> reached, int room)
    {
        var counts = new int[RelationRules.All.Length];
        foreach (var type in reached.Values) counts[(int)type]++;
        var last = 0;
        for (; last < counts.Length && counts[last] <= room; last++) room -= counts[last];
        var first = new FirstIds(_state, room);
        var taken = new List<int>();
        foreach (var (slot, type) in reached)
        {
            if ((int)type < last) taken.Add(slot);
            else if ((int)type == last) first.Offer(slot);
        }
        taken.AddRange(first.Slots);
        taken.Sort((a, b) => _state.Slots[a]!.Id.CompareTo(_state.Slots[b]!.Id));
        return taken;
    }

    private Neighbourhood ToAnswer()
    {
        var relations = new List<Relation>();
        var (leftOut, degrees) = (new List<RelationCount>(), new List<RelationCount>());
        var entries = _order.ConvertAll(slot => _state.Slots[slot]!);
        for (var i = 0; i < entries.Count; i++) Count(entries[i], _distances[_order[i]] < _query.Depth, leftOut, degrees);
        var nodes = entries.ConvertAll(entry => entry.Node!);

        // Each node's own relations stand in the order of their keys, which begins with the node they start in.
        entries.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        foreach (var entry in entries)
        {
            foreach (ref readonly var edge in entry.Out.AsSpan())
                if (HasType(edge) && _distances.ContainsKey(edge.Other)) relations.Add(edge.Relation);
        }
        return new Neighbourhood(nodes, relations, leftOut, degrees);
    }

    private void Count(NodeEntry entry, bool wasExpanded, List<RelationCount> leftOut, List<RelationCount> degrees)
    {
        var tally = new Tally();
        Count(entry.Out, outgoing: true, wasExpanded, tally);
        Count(entry.In, outgoing: false, wasExpanded, tally);
        tally.AddTo(entry.Id, leftOut, degrees);
    }

    /// <summary>Variants make several relations to one neighbour; they stand beside each other, and such a neighbour is left out once.</summary>
    private void Count(Edge[] edges, bool outgoing, bool wasExpanded, Tally tally)
    {
        var (lastOther, lastType) = (-1, default(RelationType));
        foreach (ref readonly var edge in edges.AsSpan())
        {
            if (!HasKind(edge)) continue;
            var type = edge.Relation.Type;
            tally.AddRelation(type, outgoing);
            if (!wasExpanded || (edge.Other == lastOther && type == lastType) || !HasType(edge) || _distances.ContainsKey(edge.Other)) continue;
            tally.AddLeftOut(type, outgoing);
            (lastOther, lastType) = (edge.Other, type);
        }
    }

    private bool IsWalked(in Edge edge) => HasKind(edge) && HasType(edge);

    private bool HasKind(in Edge edge) => (_kinds & (1 << (int)edge.OtherKind)) != 0;

    private bool HasType(in Edge edge) => (_types & (1 << (int)edge.Relation.Type)) != 0;
}
