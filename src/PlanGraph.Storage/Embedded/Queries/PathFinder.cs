namespace PlanGraph.Storage.Embedded.Queries;

/// <summary>What a path search may walk: nodes by number, their neighbours in either direction, and the order among them.</summary>
internal interface IWalkable
{
    /// <summary>Neighbours that may be walked to; a neighbour may come more than once.</summary>
    IEnumerable<int> Neighbours(int node);

    /// <summary>Order of the nodes' ids.</summary>
    int Compare(int a, int b);
}

/// <summary>
/// The k shortest simple paths, shortest first and then by the ids along them. Yen's algorithm ("Finding the K Shortest Loopless Paths in a
/// Network", Management Science 17, 1971) with Lawler's rule that no part of the search space is looked at twice; each single shortest path is
/// found from both ends at once, so that only the two half-way surroundings are visited.
/// </summary>
internal static class PathFinder
{
    public static List<int[]> Find(IWalkable graph, int from, int to, int maxPaths, int maxLength, CancellationToken cancellationToken)
    {
        var found = new List<int[]>();
        if (from == to) return found;
        var waiting = new PriorityQueue<Branch, int[]>(Comparer<int[]>.Create((a, b) => Compare(graph, a!, b!)));
        Add(graph, waiting, [from], [], to, maxLength);
        while (found.Count < maxPaths && waiting.TryDequeue(out var branch, out var path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(path);
            for (var i = branch.Prefix; i < path.Length; i++)
            {
                var barred = i == branch.Prefix ? branch.Barred : [];
                Add(graph, waiting, path[..i], [.. barred, path[i]], to, maxLength);
            }
        }
        return found;
    }

    /// <summary>The best of all paths that begin so and do not go on with a barred node.</summary>
    private static void Add(
        IWalkable graph, PriorityQueue<Branch, int[]> waiting, int[] prefix, int[] barred, int to, int maxLength)
    {
        var room = maxLength - (prefix.Length - 1);
        if (room > 0 && new ShortestPath(graph, prefix, barred, to).Find(room) is { } rest)
            waiting.Enqueue(new Branch(prefix.Length, barred), [.. prefix, .. rest]);
    }

    private static int Compare(IWalkable graph, int[] a, int[] b)
    {
        if (a.Length != b.Length) return a.Length.CompareTo(b.Length);
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i]) continue;
            return graph.Compare(a[i], b[i]);
        }
        return 0;
    }

    /// <param name="Prefix">How many nodes are given.</param>
    /// <param name="Barred">Nodes that may not come next.</param>
    private sealed record Branch(int Prefix, int[] Barred);
}
