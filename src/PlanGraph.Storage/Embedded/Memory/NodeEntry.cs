using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Embedded.Memory;

/// <summary>A relation as one of its ends sees it.</summary>
/// <param name="Other">Slot of the node at the other end.</param>
/// <param name="OtherKind">Its kind, so that a walk need not visit it to pass it by.</param>
internal readonly record struct Edge(Relation Relation, int Other, NodeKind OtherKind)
{
    /// <summary>Where a relation stands among edges in the order of their keys; the complement of where it would stand when it is not there.</summary>
    public static int Find(Edge[] edges, RelationKey key)
    {
        int low = 0, high = edges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = edges[middle].Relation.Key.CompareTo(key);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }
}

/// <summary>All that the store knows of one node id at one change. Immutable.</summary>
/// <param name="Node">Null when the node has been removed.</param>
/// <param name="Out">Relations that start here, in the order of their keys.</param>
/// <param name="In">Relations that end here, in the order of their keys.</param>
/// <param name="History">The changes that touched the node or a relation at it.</param>
internal sealed record NodeEntry(NodeId Id, Node? Node, Edge[] Out, Edge[] In, SeqList History)
{
    public static Edge[] NoEdges { get; } = [];

    /// <summary>Outgoing edges, then incoming.</summary>
    public IEnumerable<(Edge Edge, bool Outgoing)> Edges()
    {
        foreach (var edge in Out) yield return (edge, true);
        foreach (var edge in In) yield return (edge, false);
    }
}
