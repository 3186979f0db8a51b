using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Tests.Neo4j;
using PlanGraph.Web.Tests.Commands.Moving;

namespace PlanGraph.Web.Tests.Neo4j;

/// <summary>The real command and a real Neo4j, with the settings that docs/operations.md advises: what a killed writer held is free after some seconds.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Changes = 4_000;

    private readonly MoveFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_import_that_is_killed_goes_on_when_it_is_done_again_and_comes_out_byte_for_byte()
    {
        var source = Neo4jSource.Choose(Environment.GetEnvironmentVariable, File.Exists, () => false, Repository.Root);
        Assert.SkipWhen(source is not Neo4jSource.Script, "A server with settings of its own needs the script ../shared/neo4j/serve.");
        await using var server = new OwnNeo4j(((Neo4jSource.Script)source).Path) { Settings = "server.queryapi.transaction_idle_timeout=10s\ndb.lock.acquisition.timeout=10s" };
        await server.StartAsync(Ct);
        await using var store = await Neo4jStore.OpenAsync(server.Options, TimeProvider.System, NullLogger<Neo4jStore>.Instance, Ct);
        await File.WriteAllBytesAsync(_folder.File("a"), await MovingTests.FileAsync(Changes), Ct);
        string[] neo4j = ["--Store=Neo4j", $"--Neo4j:Url={server.Address}", "--Neo4j:User="];

        Assert.Equal(137, await KilledCommand.RunAsync(async () => await HeadAsync(store) > 0, ["import", _folder.File("a"), .. neo4j]));
        Assert.InRange(await HeadAsync(store), 1, Changes - 1);
        Assert.Equal(69, (await CommandRun.OfAsync(["export", _folder.File("b"), .. neo4j])).Code);

        var again = await CommandRun.OfAsync(["import", _folder.File("a"), .. neo4j]);

        Assert.True(again.Code == 0, again.Said);
        Assert.Contains("der den stoppet sist", again.Said, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("a"), Ct), (await CommandRun.OfAsync(["export", "-", .. neo4j])).Output);
    }

    private static Task<long> HeadAsync(Neo4jStore store) => store.GetHeadAsync(Ct);
}
