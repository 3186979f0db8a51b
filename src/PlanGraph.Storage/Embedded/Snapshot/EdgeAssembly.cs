using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <param name="From">Place of the node in the order of ids.</param>
internal readonly record struct LooseRelation(int From, int To, Relation Relation);

/// <summary>Sorts relations that come in the order of their keys to both their ends. Either end then has them in that order too.</summary>
internal static class EdgeAssembly
{
    /// <param name="kinds">Kind of each node.</param>
    public static (Edge[][] Outgoing, Edge[][] Incoming) Build(NodeKind[] kinds, LooseRelation[][] blocks)
    {
        var (outgoing, incoming) = (new int[kinds.Length], new int[kinds.Length]);
        foreach (var block in blocks)
        {
            foreach (ref readonly var relation in block.AsSpan())
            {
                outgoing[relation.From]++;
                incoming[relation.To]++;
            }
        }
        var (outgoingEdges, incomingEdges) = (Array.ConvertAll(outgoing, Room), Array.ConvertAll(incoming, Room));
        foreach (var block in blocks)
        {
            foreach (ref readonly var relation in block.AsSpan())
            {
                var (from, to) = (relation.From, relation.To);
                outgoingEdges[from][^outgoing[from]--] = new Edge(relation.Relation, to, kinds[to]);
                incomingEdges[to][^incoming[to]--] = new Edge(relation.Relation, from, kinds[from]);
            }
        }
        return (outgoingEdges, incomingEdges);
    }

    private static Edge[] Room(int count) => count == 0 ? NodeEntry.NoEdges : new Edge[count];
}
