using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Tests.Contract;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j;

/// <summary>People close pages while the server works.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class AbandonedWritersTests(Neo4jServer server)
{
    private const int Writers = 40;

    [Fact]
    public async Task Writers_and_readers_that_go_away_leave_no_transaction_and_no_half_change_behind()
    {
        await server.EmptyAsync(CancellationToken.None);
        await using var store = await Neo4jStore.OpenAsync(await server.OptionsAsync(CancellationToken.None), TimeProvider.System, NullLogger<Neo4jStore>.Instance, CancellationToken.None);
        await store.ApplyAsync(Make.Put(Make.Plan("a")), Make.Put(Make.Plan("b")));
        var done = 0;
        for (var i = 1; i <= Writers; i++)
        {
            // From before the first answer to after the last.
            using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(i));
            var change = Make.Set(Make.Put(Make.Plan($"p{i}")), Make.Put(Make.Goal($"g{i}")), Make.Put(Make.Relate(RelationType.States, Make.PlanId($"p{i}"), Make.GoalId($"g{i}"))));
            if (await FinishesAsync(() => store.ApplyAsync(change, gone.Token))) done++;
            await FinishesAsync(() => store.GetNodesAsync([Make.PlanId("a"), Make.PlanId("b")], gone.Token));
        }
        Assert.Empty(await server.RunAsync("SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW' RETURN transactionId", CancellationToken.None));
        var contents = await store.ReadAllAsync(CancellationToken.None);
        var kept = await store.ReadChangesAsync(0, CancellationToken.None).ToListAsync();
        Assert.InRange(kept.Count - 1, done, Writers);
        Assert.Equal(2 + ((kept.Count - 1) * 2), await contents.Nodes.CountAsync());
        Assert.Equal(kept.Count - 1, await contents.Relations.CountAsync());
    }

    private static async Task<bool> FinishesAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            await ask();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
