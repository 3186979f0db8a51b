using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Tests.Contract;

/// <summary>What every <see cref="IPlanGraphStore"/> must do. Each test has an empty store of its own.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private IPlanGraphStore? _store;

    private protected IPlanGraphStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await OpenEmptyAsync();

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        await CleanUpAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new store with nothing in it.</summary>
    protected abstract Task<IPlanGraphStore> OpenEmptyAsync();

    /// <summary>Removes what <see cref="OpenEmptyAsync"/> left behind; called when the store is closed.</summary>
    protected abstract Task CleanUpAsync();

    private protected async Task<Node?> NodeAsync(NodeId id) => (await Store.GetNodesAsync([id], Ct)).SingleOrDefault();

    private protected async Task<(long Seq, List<Node> Nodes, List<Relation> Relations)> EverythingAsync()
    {
        var contents = await Store.ReadAllAsync(Ct);
        return (contents.Seq, await contents.Nodes.ToListAsync(Ct), await contents.Relations.ToListAsync(Ct));
    }

    private protected Task<List<CommittedChange>> ChangesAsync(long after) => Store.ReadChangesAsync(after, Ct).ToListAsync(Ct).AsTask();
}
