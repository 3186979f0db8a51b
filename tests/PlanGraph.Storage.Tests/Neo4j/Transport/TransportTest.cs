using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Tests.Neo4j.Transport;

/// <summary>A transport with a scripted server at its other end.</summary>
public abstract class TransportTest : IAsyncLifetime
{
    private QueryApiTransport? _transport;

    private protected static CypherStatement Statement { get; } = new("tests/get-x", "RETURN $x AS x");

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected ScriptedServer Server { get => field ?? throw new InvalidOperationException("The server has not started."); private set; }

    private protected QueryApiTransport Transport => _transport ??= new QueryApiTransport(Options, Clock);

    private protected HurriedClock Clock { get; } = new();

    private protected virtual Neo4jOptions Options => Server.Options;

    public async ValueTask InitializeAsync() => Server = await ScriptedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_transport is not null) await _transport.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<IReadOnlyList<CypherRow>> ReadAsync() => Transport.ReadAsync(Statement, CypherParameters.None, Ct);

    private protected async Task<CypherException> FailAsync() => await Assert.ThrowsAsync<CypherException>(ReadAsync);

    private protected IEnumerable<string> Calls => Server.Asked.Select(asked => $"{asked.Method} {asked.Path}");
}
