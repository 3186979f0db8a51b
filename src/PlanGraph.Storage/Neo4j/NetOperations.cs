using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Neo4j;

/// <summary>What several changes come to: for each element that they touch, one operation from what it was before the first to what it is after the last.</summary>
internal static class NetOperations
{
    /// <returns>The operations, or the number of the first change that does not follow from those before it.</returns>
    public static (ImmutableArray<Operation> Operations, long? Broken) Of(IReadOnlyList<CommittedChange> changes)
    {
        var net = new Dictionary<string, (long Before, Operation Last)>(StringComparer.Ordinal);
        foreach (var (seq, changeSet) in changes)
        {
            foreach (var operation in changeSet.Operations)
            {
                var isKnown = net.TryGetValue(operation.Element, out var earlier);
                if (isKnown && VersionAfter(earlier.Last) != operation.ExpectedVersion) return ([], seq);
                net[operation.Element] = (isKnown ? earlier.Before : operation.ExpectedVersion, operation);
            }
        }
        return ([.. net.Values.Where(WasOrIs).Select(element => element.Last with { ExpectedVersion = element.Before })], null);
    }

    /// <summary>What was made and removed again leaves nothing to do.</summary>
    private static bool WasOrIs((long Before, Operation Last) element) => element.Before > 0 || element.Last is PutNode or PutRelation;

    private static long VersionAfter(Operation operation) => operation is PutNode or PutRelation ? operation.ExpectedVersion + 1 : 0;
}
