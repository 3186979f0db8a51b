using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Overlap;

internal static class Pairs
{
    /// <summary>All pairs of a list, the smaller id first.</summary>
    public static IEnumerable<(NodeId First, NodeId Second)> Among(IReadOnlyList<NodeId> ids)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            for (var j = i + 1; j < ids.Count; j++)
            {
                if (ids[i] != ids[j]) yield return ids[i] < ids[j] ? (ids[i], ids[j]) : (ids[j], ids[i]);
            }
        }
    }
}
