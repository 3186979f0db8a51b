using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage;

/// <summary>
/// Where the plan graph lives. Two implementations, the embedded store and Neo4j, pass the same contract suite: the same question has the same
/// answer, in the same order.
/// </summary>
public interface IPlanGraphStore : IAsyncDisposable
{
    /// <summary>
    /// Applies a change set whole or not at all. When the answer is <see cref="ApplyResult.Applied"/> it is on disk. A change set whose id has
    /// been applied before is answered as it was then.
    /// </summary>
    Task<ApplyResult> ApplyAsync(ChangeSet changeSet, CancellationToken cancellationToken);

    /// <summary>
    /// Puts changes of another store's history as they were: numbers, ids, times, actors and versions. Only an empty store begins to take them, and the rules
    /// of today are not asked. From the first call until the change <paramref name="head"/> is in, across restarts too, the store takes nothing else:
    /// <see cref="ApplyAsync"/> refuses, and <see cref="CheckHealthAsync"/> says <c>store.restoring</c>. Changes are put one after the other: when the
    /// process ends on the way, the first of them are in, each whole.
    /// </summary>
    /// <param name="changes">The next ones, in order; none to end what came to its head and was not told so.</param>
    /// <param name="head">The number of the last change of the history.</param>
    /// <exception cref="StoreException">The store is not empty, the changes do not follow from those in it, or it fails.</exception>
    Task RestoreAsync(IReadOnlyList<CommittedChange> changes, long head, CancellationToken cancellationToken);

    /// <summary>The nodes that exist among the given ids, in the order asked for, each once.</summary>
    Task<IReadOnlyList<Node>> GetNodesAsync(IReadOnlyCollection<NodeId> ids, CancellationToken cancellationToken);

    /// <summary>What lies around some nodes; depth 0 gives the nodes themselves and the relations among them.</summary>
    Task<Neighbourhood> GetNeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellationToken);

    /// <summary>Simple paths between two nodes, relations walked in either direction; shortest first, then by the ids along them.
    /// None from a node to itself.</summary>
    Task<IReadOnlyList<GraphPath>> FindPathsAsync(PathQuery query, CancellationToken cancellationToken);

    Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>Everything as it is at one change: all nodes in the order of their ids, then all relations in the order of their keys.</summary>
    Task<GraphContents> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>The changes after a sequence number, in order.</summary>
    IAsyncEnumerable<CommittedChange> ReadChangesAsync(long afterSeq, CancellationToken cancellationToken);

    /// <summary>The changes that touched a node or a relation at it, newest first, at most <paramref name="limit"/> (1 to 1000).</summary>
    Task<IReadOnlyList<CommittedChange>> GetHistoryAsync(NodeId id, int limit, CancellationToken cancellationToken);

    /// <summary>The sequence number of the last change; 0 for an empty store.</summary>
    Task<long> GetHeadAsync(CancellationToken cancellationToken);

    /// <summary>Whether the store can answer and can be written to, and if not, why.</summary>
    Task<StoreHealth> CheckHealthAsync(CancellationToken cancellationToken);
}
