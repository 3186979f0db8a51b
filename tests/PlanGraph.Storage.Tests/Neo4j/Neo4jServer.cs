using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;
using PlanGraph.Storage.Tests.Neo4j;

[assembly: AssemblyFixture(typeof(Neo4jServer))]

namespace PlanGraph.Storage.Tests.Neo4j;

/// <summary>
/// A real Neo4j for the tests, started once for the run when the first test asks: the one at PLANGRAPH_TEST_NEO4J, else the one in ../shared/neo4j beside
/// the repository. Where there is none, tests that need it are skipped and say so; in CI they fail.
/// </summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("plangraph-neo4j-");
    private Process? _process;
    private Neo4jOptions? _options;

    /// <summary>Options for the server that is running.</summary>
    public async Task<Neo4jOptions> OptionsAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _options ??= await StartAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Removes all data; the schema and its bookkeeping stay, since making indexes anew for every test takes most of the time.</summary>
    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        await RunAsync("MATCH (n) WHERE NOT n:__Neo4jMigration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS", cancellationToken);
        var left = await RunAsync("MATCH (n) WHERE NOT n:__Neo4jMigration RETURN count(n) AS count", cancellationToken);
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
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        _directory.Delete(recursive: true);
        _gate.Dispose();
    }

    /// <summary>What starts a server, or null with the reason.</summary>
    internal static (string? Command, string WhyNot) FindServer()
    {
        var beside = Path.Combine(Repository.Root, "..", "shared", "neo4j", "serve");
        return File.Exists(beside)
            ? (beside, "")
            : (null, "No Neo4j for the tests: set PLANGRAPH_TEST_NEO4J to the HTTP address of an empty server, or put one in ../shared/neo4j.");
    }

    private async Task<Neo4jOptions> StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("PLANGRAPH_TEST_NEO4J") is { Length: > 0 } address)
        {
            return new Neo4jOptions
            {
                Url = new Uri(address), User = Environment.GetEnvironmentVariable("PLANGRAPH_TEST_NEO4J_USER") ?? "",
                Password = Environment.GetEnvironmentVariable("PLANGRAPH_TEST_NEO4J_PASSWORD") ?? "",
            };
        }
        var (command, whyNot) = FindServer();
        if (command is null && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(whyNot);
        Assert.SkipWhen(command is null, whyNot);
        var (http, bolt) = (FreePort(), FreePort());
        _process = Process.Start(new ProcessStartInfo(command!)
        {
            ArgumentList = { _directory.FullName, Invariant(http), Invariant(bolt) },
            Environment = { ["NEO4J_HEAP"] = "768m", ["NEO4J_PAGECACHE"] = "128m" },
            RedirectStandardOutput = true, RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("The Neo4j server did not start.");
        var said = new StringWriter();
        foreach (var reader in new[] { _process.StandardOutput, _process.StandardError })
            _ = Task.Run(async () => { while (await reader.ReadLineAsync(CancellationToken.None) is { } line) lock (said) said.WriteLine(line); }, CancellationToken.None);
        var options = new Neo4jOptions { Url = new Uri($"http://localhost:{http}"), User = "" };
        await WaitUntilReadyAsync(options, said, cancellationToken);
        return options;
    }

    /// <summary>Asks until it answers, or until its process has ended.</summary>
    private async Task WaitUntilReadyAsync(Neo4jOptions options, StringWriter said, CancellationToken cancellationToken)
    {
        await using var transport = new QueryApiTransport(options, TimeProvider.System);
        while (true)
        {
            try
            {
                await transport.AboutAsync(cancellationToken);
                await transport.ReadAsync(new CypherStatement("ready", "RETURN 1 AS one"), CypherParameters.None, cancellationToken);
                return;
            }
            catch (CypherException) when (!_process!.HasExited)
            {
                await Task.Delay(100, cancellationToken);
            }
            catch (CypherException exception)
            {
                throw new InvalidOperationException($"The Neo4j server ended with {_process!.ExitCode}:\n{said}", exception);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? directory) => directory switch
    {
        null => throw new InvalidOperationException("PlanGraph.sln is in no folder above the tests."),
        _ when File.Exists(Path.Combine(directory.FullName, "PlanGraph.sln")) => directory.FullName,
        _ => Find(directory.Parent),
    };
}
