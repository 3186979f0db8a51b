using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Embedded.Memory;

/// <summary>An entry while changes are gathered for it. Edges are merged once, in <see cref="Freeze"/>, so that a node with very many
/// relations costs one copy for each batch and not one for each relation.</summary>
internal sealed class WorkEntry(NodeId id, NodeEntry? before)
{
    private readonly NodeEntry? _before = before;
    private Dictionary<RelationKey, Edge?>? _out;
    private Dictionary<RelationKey, Edge?>? _in;

    public NodeId Id { get; } = id;

    public Node? Node { get; set; } = before?.Node;

    public SeqList History { get; private set; } = before?.History ?? default;

    public void Touch(long seq) => History = History.Add(seq);

    public Relation? FindOut(RelationKey key)
    {
        if (_out is not null && _out.TryGetValue(key, out var changed)) return changed?.Relation;
        return FindIn(_before?.Out, key);
    }

    public void SetOut(RelationKey key, Edge? edge) => (_out ??= [])[key] = edge;

    public void SetIn(RelationKey key, Edge? edge) => (_in ??= [])[key] = edge;

    public IEnumerable<RelationKey> Keys() =>
        Merge(_before?.Out, _out).Select(edge => edge.Relation.Key)
            .Concat(Merge(_before?.In, _in).Select(edge => edge.Relation.Key).Where(key => key.From != key.To));

    public NodeEntry Freeze() => new(Id, Node, Merge(_before?.Out, _out), Merge(_before?.In, _in), History);

    internal static Relation? FindIn(Edge[]? edges, RelationKey key)
    {
        if (edges is null) return null;
        var index = Edge.Find(edges, key);
        return index < 0 ? null : edges[index].Relation;
    }

    private static Edge[] Merge(Edge[]? before, Dictionary<RelationKey, Edge?>? changes)
    {
        before ??= NodeEntry.NoEdges;
        if (changes is null) return before;
        var changed = changes.ToArray();
        Array.Sort(changed, static (a, b) => a.Key.CompareTo(b.Key));
        var merged = new List<Edge>(before.Length + changed.Length);
        var next = 0;
        foreach (var (key, edge) in changed)
        {
            var at = Edge.Find(before, key);
            var until = at < 0 ? ~at : at;
            merged.AddRange(before.AsSpan(next, until - next));
            next = at < 0 ? until : until + 1;
            if (edge is { } kept) merged.Add(kept);
        }
        merged.AddRange(before.AsSpan(next));
        return merged.Count == 0 ? NodeEntry.NoEdges : [.. merged];
    }
}
