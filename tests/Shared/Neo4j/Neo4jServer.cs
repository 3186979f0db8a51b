using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;
using PlanGraph.Tests.Neo4j;

[assembly: AssemblyFixture(typeof(Neo4jServer))]

namespace PlanGraph.Tests.Neo4j;

/// <summary>
/// A real Neo4j for the tests, started once for the run when the first test asks (<see cref="Neo4jSource"/> says where it comes from). Where there is
/// none, tests that need it are skipped and say so; in CI they fail. It has one database: classes that use it belong to <see cref="Neo4jDatabase"/>
/// and begin with <see cref="EmptyAsync"/>.
/// </summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    private const string EverythingButTheSchema = "MATCH (n) WHERE NOT n:__Neo4jMigration";

    private readonly Lock _lock = new();
    private Neo4jLaunch? _launch;
    private Task<Neo4jOptions>? _options;

    /// <summary>Options for the server that is running. Skips the test when there is none.</summary>
    public Task<Neo4jOptions> OptionsAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_options is null)
            {
                var source = Neo4jSource.Choose(Environment.GetEnvironmentVariable, File.Exists, Neo4jLaunch.DockerAnswers, Repository.Root);
                if (source is Neo4jSource.Missing { IsFailure: true } failed) Assert.Fail(failed.Why);
                if (source is Neo4jSource.Missing missing) Assert.Skip(missing.Why);
                _options = StartAsync(source, cancellationToken);
            }
            return _options;
        }
    }

    /// <summary>Removes all data; the schema and its bookkeeping stay, since making indexes anew for every test takes most of the time.</summary>
    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        await RunAsync($"{EverythingButTheSchema} CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 10000 ROWS", cancellationToken);
        var left = await RunAsync($"{EverythingButTheSchema} RETURN count(n) AS count", cancellationToken);
        Assert.Equal(0, left[0].Number("count"));
    }

    /// <summary>Removes the schema and its bookkeeping too.</summary>
    public async Task EmptyWithSchemaAsync(CancellationToken cancellationToken)
    {
        await EmptyAsync(cancellationToken);
        await RunAsync("MATCH (n:__Neo4jMigration) DETACH DELETE n", cancellationToken);
        foreach (var row in await RunAsync("SHOW CONSTRAINTS YIELD name RETURN name", cancellationToken))
            await RunAsync($"DROP CONSTRAINT `{row.Text("name")}`", cancellationToken);
        foreach (var row in await RunAsync("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", cancellationToken))
            await RunAsync($"DROP INDEX `{row.Text("name")}`", cancellationToken);
    }

    /// <summary>A statement of a test's own.</summary>
    public async Task<IReadOnlyList<CypherRow>> RunAsync(string text, CancellationToken cancellationToken)
    {
        await using var transport = new QueryApiTransport(await OptionsAsync(cancellationToken), TimeProvider.System);
        return await transport.WriteAsync(new CypherStatement("test", text), CypherParameters.None, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_launch is not null) await _launch.DisposeAsync();
        else if (_options is { IsCompletedSuccessfully: true }) await EmptyWithSchemaAsync(CancellationToken.None); // as it was when we came
    }

    private async Task<Neo4jOptions> StartAsync(Neo4jSource source, CancellationToken cancellationToken)
    {
        if (source is Neo4jSource.Running running)
        {
            var named = new Neo4jOptions { Url = running.Address, User = running.User, Password = running.Password };
            await RefuseOthersDataAsync(named, cancellationToken);
            return named;
        }
        _launch = Neo4jLaunch.Start(source);
        var options = new Neo4jOptions { Url = _launch.Address, User = "" };
        await WaitUntilReadyAsync(options, _launch, cancellationToken);
        return options;
    }

    /// <summary>The tests empty the database again and again: whoever names the wrong address by mistake keeps the data.</summary>
    private static async Task RefuseOthersDataAsync(Neo4jOptions options, CancellationToken cancellationToken)
    {
        await using var transport = new QueryApiTransport(options, TimeProvider.System);
        var statement = new CypherStatement("test", "MATCH (n) RETURN count(n) AS count");
        var count = (await transport.ReadAsync(statement, CypherParameters.None, cancellationToken))[0].Number("count");
        if (count > 0) throw new InvalidOperationException($"The server at PLANGRAPH_TEST_NEO4J ({options.Url}) holds {count} nodes. The tests empty it, so they take only an empty one.");
    }

    /// <summary>Asks until it answers, or until its process has ended.</summary>
    private static async Task WaitUntilReadyAsync(Neo4jOptions options, Neo4jLaunch launch, CancellationToken cancellationToken)
    {
        await using var transport = new QueryApiTransport(options, TimeProvider.System);
        while (true)
        {
            try
            {
                await transport.ReadAsync(new CypherStatement("ready", "RETURN 1 AS one"), CypherParameters.None, cancellationToken);
                return;
            }
            catch (CypherException) when (!launch.HasEnded)
            {
                await Task.Delay(100, cancellationToken);
            }
            catch (CypherException exception)
            {
                throw new InvalidOperationException($"The Neo4j server ended before it answered:\n{launch.Said}", exception);
            }
        }
    }
}

/// <summary>A community server has one database: the test classes that write to it take turns.</summary>
[CollectionDefinition(Name)]
public sealed class Neo4jDatabase
{
    public const string Name = "Neo4j database";
}
