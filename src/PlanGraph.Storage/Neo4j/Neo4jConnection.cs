using Microsoft.Extensions.Logging;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>
/// The way to the server. Before the first question, and again after every silence, it is looked at whether what answers is a Neo4j that can be used
/// and whether its schema fits: what comes up again need not be what went down. What goes wrong on the way is told as <see cref="StoreException"/>.
/// </summary>
internal sealed partial class Neo4jConnection(ICypherTransport transport, Neo4jOptions options, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    /// <summary>The Query API has explicit transactions from here on.</summary>
    private static readonly Version Oldest = new(5, 26);

    private readonly Lock _lock = new();
    private Task? _looking;

    /// <summary>What the server said of itself when it was last looked at; null before that.</summary>
    public ServerAbout? About { get; private set; }

    /// <summary>Looks at the server unless that is done; all who ask meanwhile wait for the same look.</summary>
    /// <exception cref="StoreException">It does not answer, it cannot be used, or its schema does not fit.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) => TranslateAsync(async () =>
    {
        await LookAsync().WaitAsync(cancellationToken);
        return true;
    });

    public Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken) => TranslateAsync(async () =>
    {
        await LookAsync().WaitAsync(cancellationToken);
        return await ask();
    });

    public ValueTask DisposeAsync() => transport.DisposeAsync();

    /// <summary>The oldest server whose answers are known: "5.26.31", "2026.05.0" and "5.26-aura" will do.</summary>
    internal static bool IsNewEnough(string version)
    {
        var numbers = version.Split('.', '-');
        return numbers.Length >= 2 && int.TryParse(numbers[0], out var major) && int.TryParse(numbers[1], out var minor) && new Version(major, minor) >= Oldest;
    }

    private Task LookAsync()
    {
        lock (_lock)
        {
            if (_looking is null or { IsFaulted: true } or { IsCanceled: true }) _looking = LookAtServerAsync();
            return _looking;
        }
    }

    /// <summary>For all who wait, so that nobody's going away ends it; the transport's own time limits do.</summary>
    private async Task LookAtServerAsync()
    {
        var about = await transport.AboutAsync(CancellationToken.None);
        if (!IsNewEnough(about.Version))
            throw new CypherException(CypherFailure.Version, "", $"the server is Neo4j {about.Version}; it must be {Oldest} or newer", "discovery");
        await new Migrations(transport, clock).RunAsync(options, CancellationToken.None);
        if (about != About) Log.Opened(log, about.Version, about.Edition);
        About = about;
    }

    private async Task<T> TranslateAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (CypherException exception)
        {
            if (exception.Failure is CypherFailure.Unreachable or CypherFailure.SignIn or CypherFailure.NoDatabase or CypherFailure.NotNeo4j) Forget();
            throw Failures.Explain(exception);
        }
    }

    private void Forget()
    {
        lock (_lock)
        {
            if (_looking is { IsCompleted: true }) _looking = null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The store is Neo4j {Version} {Edition}")]
        public static partial void Opened(ILogger logger, string version, string edition);
    }
}
