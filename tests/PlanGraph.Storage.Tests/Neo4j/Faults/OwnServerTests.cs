using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;
using PlanGraph.Tests.Neo4j;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Neo4j.Faults;

/// <summary>Faults of the server itself: each needs one with settings of its own, or dies of it.</summary>
public sealed class OwnServerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wrong_password_too_little_memory_and_a_database_that_takes_no_changes_are_told_as_what_they_are()
    {
        await using var server = new OwnNeo4j(Script()) { Password = "et-langt-passord" };
        server.Settings = "db.memory.transaction.max=24m";
        await server.StartAsync(Ct);
        await using var store = Open(server.Options);
        await store.ApplyAsync(Put(Plan("a", "Før")), Put(Plan("b")), Put(PartOf("a", "b")));

        var wrong = server.Options;
        wrong.Password = "feil";
        await using (var stranger = Open(wrong))
        {
            Assert.Equal("store.neo4j.signIn", await ProblemAsync(() => stranger.GetHeadAsync(Ct)));
            Assert.Equal("store.neo4j.signIn", (await stranger.CheckHealthAsync(Ct)).Problem?.Key);
        }

        await using (var transport = new QueryApiTransport(server.Options, TimeProvider.System))
        {
            var greedy = new CypherStatement("test", "UNWIND range(1, 3000000) AS x WITH collect(x) AS xs RETURN size(xs) AS size");
            var exception = await Assert.ThrowsAsync<CypherException>(() => transport.ReadAsync(greedy, CypherParameters.None, Ct));
            Assert.Equal(CypherFailure.Memory, exception.Failure);
        }
        Assert.Equal(1, await store.GetHeadAsync(Ct));

        await server.StopAsync();
        server.Settings = "server.databases.read_only=neo4j";
        await server.StartAsync(Ct);
        Assert.Equal(["Før", "Plan b"], (await store.GetNodesAsync([PlanId("a"), PlanId("b")], Ct)).Select(node => node.Title));
        Assert.Equal(2, (await store.GetNeighbourhoodAsync(new NeighbourhoodQuery([PlanId("a")], 1), Ct)).Nodes.Count);
        Assert.Equal("store.neo4j.readOnly", await ProblemAsync(() => store.ApplyAsync(Set(Put(Plan("a", "Etter"), 1)), Ct)));
        var health = await store.CheckHealthAsync(Ct);
        while (!health.CanRead) health = await store.CheckHealthAsync(Ct); // on a busy machine the watch may lose its patience
        Assert.Equal((true, false, "store.neo4j.readOnly"), (health.CanRead, health.CanWrite, health.Problem?.Key));
    }

    [Fact]
    public async Task A_server_that_is_killed_under_concurrent_change_sets_has_all_that_it_acknowledged_and_nothing_half()
    {
        await using var server = new OwnNeo4j(Script());
        await server.StartAsync(Ct);
        var rounds = new KillRounds(server, changeSets: 200, seed: 1);
        foreach (var patience in new[] { TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1) })
        {
            var outcome = await rounds.RunAsync(patience, Ct);
            Assert.True(outcome is { Acknowledged: > 0, Lost: 0, Doubled: 0, Denied: 0 }, outcome.ToString());
        }
    }

    private static string Script()
    {
        var source = Neo4jSource.Choose(Environment.GetEnvironmentVariable, File.Exists, () => false, Repository.Root);
        Assert.SkipWhen(source is not Neo4jSource.Script, "A server that may be killed needs the script ../shared/neo4j/serve.");
        return ((Neo4jSource.Script)source).Path;
    }

    private static Neo4jStore Open(Neo4jOptions options) => new(options, TimeProvider.System, NullLogger<Neo4jStore>.Instance);

    private static async Task<string> ProblemAsync(Func<Task> ask) => (await Assert.ThrowsAsync<StoreException>(ask)).Problem?.Key ?? "none";
}
