using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>How many steps each node is from the nearest of some sources, found once for all nodes by walking the steps backwards.</summary>
internal sealed class UpwardMap
{
    private readonly GraphSnapshot _snapshot;
    private readonly UpwardTops _tops;
    private readonly Func<NodeId, bool> _carries;
    private readonly Dictionary<NodeId, int> _distances = [];

    /// <param name="tops">What stands at the top of the plan system, whether ways end there or not.</param>
    /// <param name="sources">Where every way ends.</param>
    /// <param name="carries">Whether a way may pass a node. A node that does not carry may still start one.</param>
    public UpwardMap(GraphSnapshot snapshot, UpwardTops tops, IEnumerable<NodeId> sources, Func<NodeId, bool> carries)
    {
        (_snapshot, _tops, _carries) = (snapshot, tops, carries);
        var queue = new Queue<NodeId>();
        foreach (var source in sources)
        {
            if (_distances.TryAdd(source, 0)) queue.Enqueue(source);
        }
        while (queue.TryDequeue(out var id))
        {
            foreach (var lower in UpwardSteps.Into(snapshot, id, tops))
            {
                if (_distances.TryAdd(lower, _distances[id] + 1) && carries(lower)) queue.Enqueue(lower);
            }
        }
    }

    public int? Distance(NodeId id) => _distances.TryGetValue(id, out var distance) ? distance : null;

    /// <summary>
    /// The shortest way up from a node, first among equals by relation key, that leaves it by a relation of an accepted type; null when there is none.
    /// Empty when the node is itself a source.
    /// </summary>
    public List<Relation>? Path(NodeId start, Func<Relation, bool> accepted)
    {
        if (Distance(start) == 0) return [];
        foreach (var step in Steps(start).Where(step => accepted(step.Relation)).OrderBy(step => _distances[step.To]).ThenBy(step => step.Relation.Key))
        {
            if (Follow(step, start) is { } path) return path;
        }
        return null;
    }

    /// <summary>The steps up from a node that lead to a source in the end.</summary>
    public IEnumerable<UpwardStep> Steps(NodeId id) =>
        UpwardSteps.From(_snapshot, id, _tops).Where(step => _distances.TryGetValue(step.To, out var distance) && (distance == 0 || _carries(step.To)));

    private List<Relation>? Follow(UpwardStep first, NodeId start)
    {
        var path = new List<Relation> { first.Relation };
        var at = first.To;
        while (_distances[at] is > 0 and var distance)
        {
            var next = Steps(at).Where(step => _distances[step.To] == distance - 1).MinBy(step => step.Relation.Key);
            path.Add(next.Relation);
            at = next.To;
            if (at == start) return null;
        }
        return path;
    }
}
