using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded.Queries;

/// <summary>The first so many nodes by id, of any number offered.</summary>
internal sealed class FirstIds(GraphState state, int room)
{
    private static readonly Comparer<NodeId> LastFirst = Comparer<NodeId>.Create(static (a, b) => b.CompareTo(a));
    private readonly PriorityQueue<int, NodeId> _taken = new(LastFirst);

    public IEnumerable<int> Slots => _taken.UnorderedItems.Select(item => item.Element);

    public void Offer(int slot)
    {
        if (room == 0) return;
        var id = state.Slots[slot]!.Id;
        if (_taken.Count < room) _taken.Enqueue(slot, id);
        else _taken.EnqueueDequeue(slot, id);
    }
}
