using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Embedded.Memory;

/// <summary>
/// The whole graph after one change. Immutable: a reader takes the state once and answers from it, whatever is written meanwhile; a writer
/// makes the next state (see <see cref="Candidate"/>) and it is swapped in whole.
/// </summary>
internal sealed class GraphState(long seq, SlotTable slots, SlotNumbers numbers, int nodeCount, long relationCount)
{
    public long Seq { get; } = seq;

    public SlotTable Slots { get; } = slots;

    public SlotNumbers Numbers { get; } = numbers;

    public int NodeCount { get; } = nodeCount;

    public long RelationCount { get; } = relationCount;

    public static GraphState CreateEmpty() => new(0, SlotTable.Empty, new SlotNumbers(1024), 0, 0);

    /// <summary>The entry of an id that has been used, also when its node is removed.</summary>
    public NodeEntry? Find(NodeId id) => Numbers.TryGet(id, out var slot) ? Slots[slot] : null;

    /// <summary>The slot of a node that exists; −1 when it does not.</summary>
    public int FindSlot(NodeId id) => Numbers.TryGet(id, out var slot) && Slots[slot]?.Node is not null ? slot : -1;

    /// <summary>All entries in the order of their ids. Those that a snapshot brought stand in order already; only the later ones are sorted.</summary>
    public NodeEntry[] InOrder()
    {
        NodeEntry[] entries = [.. Slots.Entries()];
        var sorted = 1;
        while (sorted < entries.Length && entries[sorted - 1].Id < entries[sorted].Id) sorted++;
        if (sorted >= entries.Length) return entries;
        var later = entries[sorted..];
        Array.Sort(later, static (a, b) => a.Id.CompareTo(b.Id));
        return Merge(entries.AsSpan(0, sorted), later);
    }

    private static NodeEntry[] Merge(ReadOnlySpan<NodeEntry> sorted, ReadOnlySpan<NodeEntry> later)
    {
        var merged = new NodeEntry[sorted.Length + later.Length];
        for (int i = 0, k = 0; i + k < merged.Length;)
        {
            var takesSorted = k == later.Length || (i < sorted.Length && sorted[i].Id < later[k].Id);
            merged[i + k] = takesSorted ? sorted[i] : later[k];
            if (takesSorted) i++;
            else k++;
        }
        return merged;
    }
}
