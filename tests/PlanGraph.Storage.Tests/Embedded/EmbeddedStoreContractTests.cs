using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Tests.Contract;

namespace PlanGraph.Storage.Tests.Embedded;

public sealed class EmbeddedStoreContractTests : StoreContract
{
    private readonly StoreDirectory _directory = new();

    protected override async Task<IPlanGraphStore> OpenEmptyAsync() =>
        await EmbeddedStore.OpenAsync(new EmbeddedStoreOptions { Directory = _directory.Path }, TimeProvider.System, NullLogger<EmbeddedStore>.Instance, Ct);

    protected override Task CleanUpAsync()
    {
        _directory.Dispose();
        return Task.CompletedTask;
    }
}
