namespace PlanGraph.Storage.Embedded.Queries;

/// <summary>
/// The shortest way from the end of a prefix to a node, round the prefix's own nodes; among equals the first by the ids along it.
/// </summary>
internal sealed class ShortestPath(IWalkable graph, int[] prefix, int[] barred, int to)
{
    private readonly Dictionary<int, int> _fromStart = new() { [prefix[^1]] = 0 };
    private readonly Dictionary<int, int> _fromEnd = new() { [to] = 0 };
    private readonly HashSet<int> _closed = [.. prefix];

    /// <returns>The nodes after the prefix; null when there is no way of at most so many steps.</returns>
    public int[]? Find(int maxLength)
    {
        if (Meet(maxLength) is not { } length) return null;
        ReachBack(length);
        return Walk(length);
    }

    /// <summary>Grows both surroundings, the smaller first, until they touch. The first touch is the shortest way: before it, no way as long
    /// as the two radii together exists.</summary>
    private int? Meet(int maxLength)
    {
        List<int> ahead = [prefix[^1]], behind = [to];
        for (var (near, far) = (0, 0); near + far < maxLength && ahead.Count > 0 && behind.Count > 0;)
        {
            if (near == 0 || (far > 0 && ahead.Count <= behind.Count)) ahead = Grow(ahead, _fromStart, ++near, isAhead: true);
            else behind = Grow(behind, _fromEnd, ++far, isAhead: false);
            if (ahead.Exists(node => _fromEnd.ContainsKey(node)) || behind.Exists(node => _fromStart.ContainsKey(node))) return near + far;
        }
        return null;
    }

    private List<int> Grow(List<int> frontier, Dictionary<int, int> distances, int distance, bool isAhead)
    {
        var next = new List<int>();
        foreach (var node in frontier)
        {
            foreach (var neighbour in graph.Neighbours(node))
            {
                if (isAhead ? !MayStep(node, neighbour) : !MayStepBack(node, neighbour)) continue;
                if (distances.TryAdd(neighbour, distance)) next.Add(neighbour);
            }
        }
        return next;
    }

    private bool MayStep(int from, int next) => !_closed.Contains(next) && !(from == prefix[^1] && barred.Contains(next));

    /// <summary>Backwards the walk may end at the prefix's last node, and only by a step that is not barred.</summary>
    private bool MayStepBack(int from, int next) => next == prefix[^1] ? !barred.Contains(from) : !_closed.Contains(next);

    /// <summary>Continues the surroundings of the end through those of the start, so that each node on a shortest way knows how far is left.</summary>
    private void ReachBack(int length)
    {
        var reached = _fromEnd.Values.Max();
        var frontier = _fromEnd.Where(pair => pair.Value == reached).Select(pair => pair.Key).ToList();
        while (reached < length && frontier.Count > 0)
        {
            reached++;
            var next = new List<int>();
            foreach (var node in frontier)
            {
                foreach (var neighbour in graph.Neighbours(node))
                {
                    if (!_fromStart.TryGetValue(neighbour, out var near) || near > length - reached || !MayStepBack(node, neighbour)) continue;
                    if (_fromEnd.TryAdd(neighbour, reached)) next.Add(neighbour);
                }
            }
            frontier = next;
        }
    }

    private int[] Walk(int length)
    {
        var path = new int[length];
        var at = prefix[^1];
        for (var i = 0; i < length; i++)
        {
            var left = length - i - 1;
            var best = -1;
            foreach (var neighbour in graph.Neighbours(at))
            {
                if (!_fromEnd.TryGetValue(neighbour, out var distance) || distance != left || !MayStep(at, neighbour)) continue;
                if (best < 0 || graph.Compare(neighbour, best) < 0) best = neighbour;
            }
            path[i] = at = best;
        }
        return path;
    }
}
