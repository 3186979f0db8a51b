using PlanGraph.Storage;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Web.Graph.Watch;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Graph;

internal static class StoreServices
{
    public static void AddGraph(this IServiceCollection services)
    {
        services.AddSingleton<AnchoringRules>();
        services.AddStartStep<AnchoringRules>();
        services.AddSingleton<OpenedStore>();
        services.AddStartStep<OpenedStore>();
        services.AddSingleton<StoreWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<StoreWatch>());
        services.AddSingleton<IPlanGraphStore, WatchedStore>();
        services.AddSingleton<SnapshotHolder>();
        services.AddSingleton<GraphViews>();
    }
}

/// <summary>Opens the store before anything asks for it. The container closes it when the process ends.</summary>
internal sealed class OpenedStore(DataFolder data, IConfiguration configuration, TimeProvider clock, IServiceProvider services, ILoggerFactory loggers) : IStartStep
{
    /// <summary>So long a Neo4j may keep the lock of a command that was killed: a minute, and it looks now and then.</summary>
    private const int LongestLockSeconds = 90;

    private IPlanGraphStore? _bare;

    /// <summary>The store itself, for the watch; all others ask the one that is watched.</summary>
    public IPlanGraphStore Bare => _bare ?? throw new InvalidOperationException("The store is asked for before it is opened.");

    /// <summary>Repeatable: a Neo4j that does not answer now may do so later.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _bare ??= StoreSettings.Neo4j(configuration) is { } neo4j
            ? new Neo4jStore(neo4j, clock, loggers.CreateLogger<Neo4jStore>())
            : await EmbeddedStore.OpenAsync(new EmbeddedStoreOptions { Directory = data.Graph }, clock, loggers.CreateLogger<EmbeddedStore>(), cancellationToken);
        // From here on the container knows of it, and so closes it.
        services.GetRequiredService<IPlanGraphStore>();
        if (_bare is Neo4jStore server) await server.OpenAsync(cancellationToken);
        if ((await _bare.CheckHealthAsync(cancellationToken)).Problem is { Key: "store.restoring" } problem)
        {
            throw new StoreException("The graph in this store is not imported completely. Repeat the command import with the same file; it goes on where it stopped.")
            {
                Problem = problem, IsLasting = true,
            };
        }
    }

    /// <summary>Opens the store that the settings name, for a command. Nobody sits before a page and waits, so it may wait for what a command before it left behind.</summary>
    public static async Task<IPlanGraphStore> OpenAsync(
        IConfiguration configuration, DataFolder data, TimeProvider clock, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (StoreSettings.Neo4j(configuration) is not { } neo4j)
            return await EmbeddedStore.OpenAsync(new EmbeddedStoreOptions { Directory = data.Graph }, clock, loggers.CreateLogger<EmbeddedStore>(), cancellationToken);
        neo4j.TimeoutSeconds = Math.Max(neo4j.TimeoutSeconds, LongestLockSeconds);
        return await Neo4jStore.OpenAsync(neo4j, clock, loggers.CreateLogger<Neo4jStore>(), cancellationToken);
    }
}
