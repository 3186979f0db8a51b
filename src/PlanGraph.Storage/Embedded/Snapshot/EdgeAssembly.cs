using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>Sorts relations that come in the order of their keys to both their ends. Either end then has them in that order too.</summary>
internal static class EdgeAssembly
{
    /// <param name="blocks">For each relation: the node it starts in, and how either end sees it.</param>
    public static (Edge[][] Outgoing, Edge[][] Incoming) Build(int nodes, IEnumerable<IEnumerable<(int From, Edge Out, Edge In)>> blocks)
    {
        var relations = blocks.SelectMany(block => block).ToList();
        var (outgoing, incoming) = (Room(nodes, relations.Select(relation => relation.From)), Room(nodes, relations.Select(relation => relation.Out.Other)));
        var (outgoingUsed, incomingUsed) = (new int[nodes], new int[nodes]);
        foreach (var (from, seenFromStart, seenFromEnd) in relations)
        {
            var to = seenFromStart.Other;
            outgoing[from][outgoingUsed[from]++] = seenFromStart;
            incoming[to][incomingUsed[to]++] = seenFromEnd;
        }
        return (outgoing, incoming);
    }

    private static Edge[][] Room(int nodes, IEnumerable<int> ends)
    {
        var counts = new int[nodes];
        foreach (var end in ends) counts[end]++;
        return Array.ConvertAll(counts, count => count == 0 ? NodeEntry.NoEdges : new Edge[count]);
    }
}
