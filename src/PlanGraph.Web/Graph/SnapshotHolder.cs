using PlanGraph.Domain.Graph;
using PlanGraph.Storage;

namespace PlanGraph.Web.Graph;

/// <summary>
/// The whole graph in memory, for the analyses. Asked for, it first takes what the store has committed since, whoever committed it, and is then
/// swapped whole: a reader keeps the one it has.
/// </summary>
internal sealed class SnapshotHolder(IPlanGraphStore store, TimeProvider clock) : IDisposable
{
    /// <summary>Who only looks at what is known need not wait longer for what is new.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile GraphSnapshot? _snapshot;

    /// <summary>Whether the graph has been read at all.</summary>
    public bool IsKnown => _snapshot is not null;

    /// <summary>The graph as it is now.</summary>
    /// <exception cref="StoreException">The store does not answer.</exception>
    public async ValueTask<GraphSnapshot> CurrentAsync(CancellationToken cancellationToken)
    {
        var known = _snapshot;
        return await ReachAsync(known, await store.GetHeadAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The graph as it is now, or as it was when the store last answered: for those who look and do not write.</summary>
    /// <exception cref="StoreException">The store has not answered yet.</exception>
    public async ValueTask<GraphSnapshot> KnownAsync(CancellationToken cancellationToken)
    {
        if (_snapshot is not { } known) return await CurrentAsync(cancellationToken);
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ReachAsync(known, await store.GetHeadAsync(either.Token), cancellationToken);
        }
        catch (StoreException exception) when (exception.Problem is not null)
        {
            return known;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return known;
        }
    }

    /// <param name="known">What was known before the head was asked for: a head below it belongs to a store that has been set back.</param>
    private async ValueTask<GraphSnapshot> ReachAsync(GraphSnapshot? known, long head, CancellationToken cancellationToken)
    {
        if (_snapshot is { } current && current.Seq >= head && (known?.Seq ?? 0) <= head) return current;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (known?.Seq > head && ReferenceEquals(known, _snapshot)) _snapshot = null;
            return _snapshot = _snapshot is { } older ? await CatchUpAsync(older, cancellationToken) : await ReadAllAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<GraphSnapshot> CatchUpAsync(GraphSnapshot older, CancellationToken cancellationToken) =>
        older.With(await store.ReadChangesAsync(older.Seq, cancellationToken).ToListAsync(cancellationToken));

    private async Task<GraphSnapshot> ReadAllAsync(CancellationToken cancellationToken)
    {
        var contents = await store.ReadAllAsync(cancellationToken);
        var nodes = await contents.Nodes.ToListAsync(cancellationToken);
        return GraphSnapshot.From(contents.Seq, nodes, await contents.Relations.ToListAsync(cancellationToken));
    }
}
