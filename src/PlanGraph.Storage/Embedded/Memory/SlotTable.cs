namespace PlanGraph.Storage.Embedded.Memory;

/// <summary>Entries by slot number; immutable, in chunks, so that the next version shares all chunks but the touched ones.</summary>
internal sealed class SlotTable
{
    private const int ChunkBits = 9;
    private const int ChunkSize = 1 << ChunkBits;
    private readonly NodeEntry?[]?[] _chunks;

    private SlotTable(NodeEntry?[]?[] chunks) => _chunks = chunks;

    public static SlotTable Empty { get; } = new([]);

    /// <summary>All slot numbers in use are below it.</summary>
    public int Capacity => _chunks.Length << ChunkBits;

    public NodeEntry? this[int slot]
    {
        get
        {
            var chunk = slot >> ChunkBits;
            return chunk < _chunks.Length ? _chunks[chunk]?[slot & (ChunkSize - 1)] : null;
        }
    }

    public static SlotTable Of(NodeEntry[] entries)
    {
        var chunks = new NodeEntry?[]?[(entries.Length + ChunkSize - 1) >> ChunkBits];
        for (var i = 0; i < chunks.Length; i++)
        {
            var chunk = new NodeEntry?[ChunkSize];
            var start = i << ChunkBits;
            Array.Copy(entries, start, chunk, 0, Math.Min(ChunkSize, entries.Length - start));
            chunks[i] = chunk;
        }
        return new SlotTable(chunks);
    }

    public IEnumerable<NodeEntry> Entries()
    {
        foreach (var chunk in _chunks)
        {
            if (chunk is null) continue;
            foreach (var entry in chunk)
                if (entry is not null) yield return entry;
        }
    }

    /// <summary>The table with some entries replaced. This one stays as it is.</summary>
    public SlotTable With(IReadOnlyCollection<KeyValuePair<int, NodeEntry>> changes)
    {
        if (changes.Count == 0) return this;
        var chunks = new NodeEntry?[]?[Math.Max(_chunks.Length, (changes.Max(change => change.Key) >> ChunkBits) + 1)];
        Array.Copy(_chunks, chunks, _chunks.Length);
        foreach (var (slot, entry) in changes)
        {
            var number = slot >> ChunkBits;
            if (chunks[number] is not { } chunk) chunk = chunks[number] = new NodeEntry?[ChunkSize];
            else if (number < _chunks.Length && ReferenceEquals(chunk, _chunks[number])) chunk = chunks[number] = [.. chunk];
            chunk[slot & (ChunkSize - 1)] = entry;
        }
        return new SlotTable(chunks);
    }
}
