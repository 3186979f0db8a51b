using System.Collections.Concurrent;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Embedded.Memory;

/// <summary>
/// Slot numbers by node id. Shared by all states and only added to, by the one writer: whether a node is there, the slot of a state says.
/// </summary>
internal sealed class SlotNumbers(int capacity)
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(concurrencyLevel: 1, capacity, StringComparer.Ordinal);
    private int _next;

    public bool TryGet(NodeId id, out int slot) => _numbers.TryGetValue(id.Value, out slot);

    public int GetOrAdd(NodeId id)
    {
        if (_numbers.TryGetValue(id.Value, out var slot)) return slot;
        _numbers[id.Value] = _next;
        return _next++;
    }
}
