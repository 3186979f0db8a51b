using PlanGraph.Domain.Graph;
using PlanGraph.Storage;

namespace PlanGraph.Web.Graph.Watch;

/// <summary>
/// The store as everybody but the watch has it. While it is away nobody waits for it: the problem is told at once. A question that has no answer makes
/// the watch look.
/// </summary>
internal sealed partial class WatchedStore(OpenedStore opened, StoreWatch watch, TimeProvider clock, ILogger<WatchedStore> logger) : IPlanGraphStore
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DateTimeOffset> _told = [];

    private IPlanGraphStore Store => opened.Bare;

    /// <remarks>Waited for to its end: what became of it must be told as it is.</remarks>
    public async Task<ApplyResult> ApplyAsync(ChangeSet changeSet, CancellationToken cancellationToken)
    {
        ThrowWhileAway();
        try
        {
            return await Store.ApplyAsync(changeSet, cancellationToken);
        }
        catch (StoreException exception) when (exception.Problem is not null)
        {
            watch.Suspect();
            Tell(exception);
            throw;
        }
    }

    public Task RestoreAsync(IReadOnlyList<CommittedChange> changes, long head, CancellationToken cancellationToken) =>
        AskAsync(async () => { await Store.RestoreAsync(changes, head, cancellationToken); return true; });

    public Task<IReadOnlyList<Node>> GetNodesAsync(IReadOnlyCollection<NodeId> ids, CancellationToken cancellationToken) =>
        AskAsync(() => Store.GetNodesAsync(ids, cancellationToken));

    public Task<Neighbourhood> GetNeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellationToken) =>
        AskAsync(() => Store.GetNeighbourhoodAsync(query, cancellationToken));

    public Task<IReadOnlyList<GraphPath>> FindPathsAsync(PathQuery query, CancellationToken cancellationToken) =>
        AskAsync(() => Store.FindPathsAsync(query, cancellationToken));

    public Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => AskAsync(() => Store.SearchAsync(query, cancellationToken));

    public Task<GraphContents> ReadAllAsync(CancellationToken cancellationToken) => AskAsync(() => Store.ReadAllAsync(cancellationToken));

    public IAsyncEnumerable<CommittedChange> ReadChangesAsync(long afterSeq, CancellationToken cancellationToken)
    {
        ThrowWhileAway();
        return Store.ReadChangesAsync(afterSeq, cancellationToken);
    }

    public Task<IReadOnlyList<CommittedChange>> GetHistoryAsync(NodeId id, int limit, CancellationToken cancellationToken) =>
        AskAsync(() => Store.GetHistoryAsync(id, limit, cancellationToken));

    public Task<long> GetHeadAsync(CancellationToken cancellationToken) => AskAsync(() => Store.GetHeadAsync(cancellationToken));

    public Task<StoreHealth> CheckHealthAsync(CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        ThrowWhileAway();
        try
        {
            return await LeaveWhenAwayAsync(ask());
        }
        catch (StoreException exception) when (exception.Problem is not null)
        {
            watch.Suspect();
            Tell(exception);
            throw;
        }
        catch (OperationCanceledException)
        {
            watch.Suspect(); // Perhaps it took too long.
            throw;
        }
    }

    /// <summary>A question that takes long makes the watch look; when it finds the store away, nobody waits any more.</summary>
    private async Task<T> LeaveWhenAwayAsync<T>(Task<T> asked)
    {
        try
        {
            return await asked.WaitAsync(Long, clock);
        }
        catch (TimeoutException)
        {
            watch.Suspect();
        }
        if (await Task.WhenAny(asked, watch.Away) != asked) ThrowWhileAway();
        return await asked;
    }

    /// <summary>Once in a while for each problem: that the store is away, the watch tells.</summary>
    private void Tell(StoreException exception)
    {
        var (key, now) = (exception.Problem?.Key ?? "", clock.GetUtcNow());
        lock (_told)
        {
            if (_told.TryGetValue(key, out var last) && now - last < BetweenLines) return;
            _told[key] = now;
        }
        Log.NoAnswer(logger, exception.Message);
    }

    private void ThrowWhileAway()
    {
        var current = watch.Current;
        if (!current.CanRead) throw new StoreException($"The store has been away since {current.Since:O} ({current.Problem?.Key}).") { Problem = current.Problem };
    }

    private static partial class Log
    {
        [LoggerMessage(1610, LogLevel.Warning, "The store had no answer to a question. {Failure}")]
        public static partial void NoAnswer(ILogger logger, string failure);
    }
}
