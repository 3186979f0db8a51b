using PlanGraph.Domain.Graph;
using PlanGraph.Storage;

namespace PlanGraph.Web.Graph;

/// <summary>
/// The whole graph in memory, for the analyses. Asked for, it first takes what the store has committed since, whoever committed it, and is then
/// swapped whole: a reader keeps the one it has.
/// </summary>
internal sealed class SnapshotHolder(IPlanGraphStore store) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile GraphSnapshot? _snapshot;

    public async ValueTask<GraphSnapshot> CurrentAsync(CancellationToken cancellationToken)
    {
        var head = await store.GetHeadAsync(cancellationToken);
        if (_snapshot is { } current && current.Seq >= head) return current;
        await _reading.WaitAsync(cancellationToken);
        try
        {
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
