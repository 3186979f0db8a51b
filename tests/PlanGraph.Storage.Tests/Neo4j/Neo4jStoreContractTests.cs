using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Tests.Contract;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j;

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jStoreContractTests(Neo4jServer server) : StoreContract
{
    // Every change set is a transaction on a server here, some hundred times slower than in memory.
    protected override int RaceRounds => 5;

    protected override int WritesOfEachTask => 5;

    protected override async Task<IPlanGraphStore> OpenEmptyAsync()
    {
        var options = await server.OptionsAsync(Ct);
        await server.EmptyAsync(Ct);
        return await Neo4jStore.OpenAsync(options, TimeProvider.System, NullLogger<Neo4jStore>.Instance, Ct);
    }

    protected override Task CleanUpAsync() => Task.CompletedTask;
}
