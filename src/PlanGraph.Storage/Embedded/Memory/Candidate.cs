using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Embedded.Memory;

/// <summary>
/// The next state in the making: a state and the change sets that are to follow it. Nobody sees it before it is durable and published; when
/// the disk fails it is dropped and nothing has happened.
/// </summary>
internal sealed class Candidate(GraphState current)
{
    private readonly Dictionary<int, WorkEntry> _touched = [];
    private int _nodeCount = current.NodeCount;
    private long _relationCount = current.RelationCount;

    public long Seq { get; private set; } = current.Seq;

    public int TouchedCount => _touched.Count;

    public Node? FindNode(NodeId id)
    {
        if (!current.Numbers.TryGet(id, out var slot)) return null;
        return _touched.TryGetValue(slot, out var work) ? work.Node : current.Slots[slot]?.Node;
    }

    public Relation? FindRelation(RelationKey key)
    {
        if (!current.Numbers.TryGet(key.From, out var slot)) return null;
        return _touched.TryGetValue(slot, out var work) ? work.FindOut(key) : WorkEntry.FindIn(current.Slots[slot]?.Out, key);
    }

    public IEnumerable<RelationKey> RelationsAt(NodeId id) => FindNode(id) is null ? [] : Work(id).Keys();

    public SeqList HistoryOf(NodeId id)
    {
        if (!current.Numbers.TryGet(id, out var slot)) return default;
        return _touched.TryGetValue(slot, out var work) ? work.History : current.Slots[slot]?.History ?? default;
    }

    /// <summary>The version of what an operation touches; 0 when it does not exist.</summary>
    public long VersionOf(Operation operation) => operation switch
    {
        PutNode put => FindNode(put.Node.Id)?.Version ?? 0,
        RemoveNode remove => FindNode(remove.Id)?.Version ?? 0,
        PutRelation put => FindRelation(put.Relation.Key)?.Version ?? 0,
        RemoveRelation remove => FindRelation(remove.Key)?.Version ?? 0,
        _ => throw new InvalidOperationException($"Unknown operation {operation.GetType().Name}."),
    };

    /// <summary>Takes in a change set that has been checked and carries its versions.</summary>
    public void Apply(ChangeSet changeSet, long seq)
    {
        Seq = seq;
        foreach (var operation in changeSet.Operations)
        {
            switch (operation)
            {
                case PutNode put: SetNode(put.Node.Id, put.Node, seq); break;
                case RemoveNode remove: SetNode(remove.Id, null, seq); break;
                case PutRelation put: SetRelation(put.Relation.Key, put.Relation, seq); break;
                case RemoveRelation remove: SetRelation(remove.Key, null, seq); break;
                default: throw new InvalidOperationException($"Unknown operation {operation.GetType().Name}.");
            }
        }
    }

    public GraphState ToState()
    {
        var entries = new List<KeyValuePair<int, NodeEntry>>(_touched.Count);
        foreach (var (slot, work) in _touched) entries.Add(new(slot, work.Freeze()));
        return new GraphState(Seq, current.Slots.With(entries), current.Numbers, _nodeCount, _relationCount);
    }

    private void SetNode(NodeId id, Node? node, long seq)
    {
        var work = Work(id);
        _nodeCount += (node is null ? 0 : 1) - (work.Node is null ? 0 : 1);
        work.Node = node;
        work.Touch(seq);
    }

    private void SetRelation(RelationKey key, Relation? relation, long seq)
    {
        var (from, to) = (Work(key.From), Work(key.To));
        _relationCount += (relation is null ? 0 : 1) - (from.FindOut(key) is null ? 0 : 1);
        var shared = relation is null ? null : relation with { From = from.Id, To = to.Id };
        from.SetOut(key, shared is null ? null : new Edge(shared, SlotOf(to.Id), to.Id.Kind));
        to.SetIn(key, shared is null ? null : new Edge(shared, SlotOf(from.Id), from.Id.Kind));
        from.Touch(seq);
        to.Touch(seq);
    }

    private int SlotOf(NodeId id) => current.Numbers.GetOrAdd(id);

    private WorkEntry Work(NodeId id)
    {
        var slot = current.Numbers.GetOrAdd(id);
        if (_touched.TryGetValue(slot, out var work)) return work;
        var before = current.Slots[slot];
        return _touched[slot] = new WorkEntry(before?.Id ?? id, before);
    }
}
