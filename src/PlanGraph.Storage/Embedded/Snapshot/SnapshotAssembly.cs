using System.Text;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>Puts the blocks of a snapshot together. Blocks of nodes and relations are taken apart in the background, a few at a time.</summary>
internal sealed class SnapshotAssembly(SnapshotHeader header)
{
    private const int BlocksAtOnce = 4;
    private readonly Queue<Task> _running = new();
    private readonly List<Task<(NodeId Id, Node? Node)[]>> _entryBlocks = [];
    private readonly List<Task<LooseRelation[]>> _relationBlocks = [];
    private readonly List<SeqList> _history = [];
    private readonly List<Guid> _ids = [];
    private readonly List<RecordPlace> _places = [];
    private (NodeId Id, Node? Node)[]? _entries;
    private NodeId[]? _nodeIds;
    private Task<SlotNumbers>? _numbers;

    public void Take(BlockKind kind, byte[] content, int items)
    {
        switch (kind)
        {
            case BlockKind.Entries: _entryBlocks.Add(InBackground(() => ReadEntries(content, items))); break;
            case BlockKind.Relations:
                var ids = _nodeIds ??= Array.ConvertAll(Entries(), entry => entry.Id);
                _relationBlocks.Add(InBackground(() => ReadRelations(content, items, ids)));
                break;
            case BlockKind.History: ReadHistory(content, items); break;
            case BlockKind.ChangeSetIds: ReadIds(content, items); break;
            case BlockKind.Records: ReadRecords(content, items); break;
            default: throw new FormatException($"there is no block of kind {(byte)kind}");
        }
    }

    public SnapshotContents ToContents()
    {
        var entries = Entries();
        var (outgoing, incoming) = EdgeAssembly.Build(Array.ConvertAll(entries, entry => entry.Id.Kind), Finish(_relationBlocks));
        var whole = new NodeEntry[entries.Length];
        for (var i = 0; i < whole.Length; i++) whole[i] = new NodeEntry(entries[i].Id, entries[i].Node, outgoing[i], incoming[i], _history[i]);
        CheckCounts(entries, outgoing);
        var state = new GraphState(header.Seq, SlotTable.Of(whole), _numbers!.GetAwaiter().GetResult(), header.Nodes, header.Relations);
        return new SnapshotContents(header.Store, state, header.Position, _ids.ToArray(), _places.ToArray());
    }

    private void CheckCounts((NodeId Id, Node? Node)[] entries, Edge[][] outgoing)
    {
        var relations = outgoing.Sum(edges => (long)edges.Length);
        if (entries.Length != header.Entries || entries.Count(entry => entry.Node is not null) != header.Nodes || relations != header.Relations
            || _history.Count != header.Entries || _ids.Count != header.Seq || _places.Count != header.Records)
        {
            throw new FormatException("the counts do not fit the content");
        }
    }

    private (NodeId Id, Node? Node)[] Entries()
    {
        if (_entries is { } there) return there;
        (NodeId Id, Node? Node)[] entries = [.. Finish(_entryBlocks).SelectMany(block => block)];
        _numbers = Task.Run(() => Number(entries));
        return _entries = entries;
    }

    private static SlotNumbers Number((NodeId Id, Node? Node)[] entries)
    {
        var numbers = new SlotNumbers(entries.Length);
        foreach (var (id, _) in entries) numbers.GetOrAdd(id);
        return numbers;
    }

    private Task<T> InBackground<T>(Func<T> read)
    {
        if (_running.Count == BlocksAtOnce) _running.Dequeue().GetAwaiter().GetResult();
        var block = Task.Run(read);
        _running.Enqueue(block);
        return block;
    }

    private static T[] Finish<T>(List<Task<T>> blocks) => Task.WhenAll(blocks).GetAwaiter().GetResult();

    private static (NodeId Id, Node? Node)[] ReadEntries(byte[] content, int items)
    {
        var reader = new BlockReader(content);
        var entries = new (NodeId Id, Node? Node)[items];
        for (var i = 0; i < items; i++)
        {
            var isThere = reader.Byte() == 1;
            var bytes = reader.Bytes();
            var node = isThere ? GraphJson.FromUtf8<Node>(bytes) : null;
            entries[i] = (node?.Id ?? NodeId.Parse(Encoding.UTF8.GetString(bytes)), node);
        }
        return entries;
    }

    private static LooseRelation[] ReadRelations(byte[] content, int items, NodeId[] ids)
    {
        var reader = new BlockReader(content);
        var packing = new RelationPacking(ids);
        var relations = new LooseRelation[items];
        for (var i = 0; i < items; i++) relations[i] = packing.Read(ref reader);
        return relations;
    }

    private void ReadHistory(byte[] content, int items)
    {
        var reader = new BlockReader(content);
        for (var i = 0; i < items; i++)
        {
            var count = reader.Count();
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, content.Length);
            var seqs = new uint[count];
            long before = 0;
            for (var k = 0; k < seqs.Length; k++) seqs[k] = checked((uint)(before += reader.Number()));
            _history.Add(SeqList.Of(seqs));
        }
    }

    private void ReadIds(byte[] content, int items)
    {
        var reader = new BlockReader(content);
        for (var i = 0; i < items; i++) _ids.Add(reader.Id());
    }

    private void ReadRecords(byte[] content, int items)
    {
        var reader = new BlockReader(content);
        var before = _places.Count == 0 ? 0 : _places[^1].FirstSeq;
        for (var i = 0; i < items; i++)
        {
            before += reader.Number();
            _places.Add(new RecordPlace(before, reader.Count(), reader.Count(), reader.Count(), reader.Fixed()));
        }
    }
}
