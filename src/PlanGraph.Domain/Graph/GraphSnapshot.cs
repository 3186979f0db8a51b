using System.Collections.Immutable;

namespace PlanGraph.Domain.Graph;

/// <summary>The whole graph at one moment, for the analyses. Immutable: a reader keeps what it has while a newer one takes its place.</summary>
public sealed class GraphSnapshot
{
    private static readonly ImmutableArray<Relation> None = [];
    private readonly Dictionary<NodeId, Node> _nodes;
    private readonly Dictionary<NodeId, ImmutableArray<Relation>> _out;
    private readonly Dictionary<NodeId, ImmutableArray<Relation>> _in;

    private GraphSnapshot(
        long seq, Dictionary<NodeId, Node> nodes, Dictionary<NodeId, ImmutableArray<Relation>> outgoing, Dictionary<NodeId, ImmutableArray<Relation>> incoming)
    {
        Seq = seq;
        _nodes = nodes;
        _out = outgoing;
        _in = incoming;
    }

    public static GraphSnapshot Empty { get; } = new(0, [], [], []);

    /// <summary>The last change in it.</summary>
    public long Seq { get; }

    public int NodeCount => _nodes.Count;

    public IEnumerable<Node> Nodes => _nodes.Values;

    public IEnumerable<Relation> Relations => _out.Values.SelectMany(relations => relations);

    public static GraphSnapshot From(long seq, IEnumerable<Node> nodes, IEnumerable<Relation> relations)
    {
        var byId = nodes.ToDictionary(node => node.Id);
        var all = relations.ToList();
        return new GraphSnapshot(seq, byId, Group(all, relation => relation.From), Group(all, relation => relation.To));
    }

    public Node? Find(NodeId id) => _nodes.GetValueOrDefault(id);

    public IEnumerable<T> OfKind<T>() where T : Node => _nodes.Values.OfType<T>();

    /// <summary>The relations that start in a node, in the order of their keys.</summary>
    public ImmutableArray<Relation> Out(NodeId id) => _out.GetValueOrDefault(id, None);

    /// <summary>The relations that end in a node, in the order of their keys.</summary>
    public ImmutableArray<Relation> In(NodeId id) => _in.GetValueOrDefault(id, None);

    public IEnumerable<Relation> Out(NodeId id, RelationType type) => Out(id).Where(relation => relation.Type == type);

    public IEnumerable<Relation> In(NodeId id, RelationType type) => In(id).Where(relation => relation.Type == type);

    /// <summary>The snapshot after some more changes, in their order. This one stays as it is.</summary>
    public GraphSnapshot With(IReadOnlyCollection<CommittedChange> changes)
    {
        if (changes.Count == 0) return this;
        var next = new GraphSnapshot(changes.Last().Seq, new(_nodes), new(_out), new(_in));
        foreach (var operation in changes.SelectMany(change => change.ChangeSet.Operations)) next.Apply(operation);
        return next;
    }

    private void Apply(Operation operation)
    {
        switch (operation)
        {
            case PutNode put: _nodes[put.Node.Id] = put.Node; break;
            case RemoveNode remove: _nodes.Remove(remove.Id); break;
            case PutRelation put: Replace(put.Relation.Key, put.Relation); break;
            case RemoveRelation remove: Replace(remove.Key, null); break;
            default: throw new InvalidOperationException($"Unknown operation {operation.GetType().Name}.");
        }
    }

    private void Replace(RelationKey key, Relation? relation)
    {
        Replace(_out, key.From, key, relation);
        Replace(_in, key.To, key, relation);
    }

    private static void Replace(Dictionary<NodeId, ImmutableArray<Relation>> ends, NodeId end, RelationKey key, Relation? relation)
    {
        var kept = ends.GetValueOrDefault(end, None).Where(other => other.Key != key);
        var relations = (relation is null ? kept : kept.Append(relation)).OrderBy(other => other.Key).ToImmutableArray();
        if (relations.IsEmpty) ends.Remove(end);
        else ends[end] = relations;
    }

    private static Dictionary<NodeId, ImmutableArray<Relation>> Group(List<Relation> relations, Func<Relation, NodeId> end) =>
        relations.GroupBy(end).ToDictionary(group => group.Key, group => group.OrderBy(relation => relation.Key).ToImmutableArray());
}
