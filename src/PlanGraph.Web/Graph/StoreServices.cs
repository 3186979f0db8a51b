using PlanGraph.Storage;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Graph;

internal static class StoreServices
{
    public static void AddGraph(this IServiceCollection services)
    {
        services.AddSingleton<OpenedStore>();
        services.AddStartStep<OpenedStore>();
        services.AddSingleton<IPlanGraphStore>(provider => provider.GetRequiredService<OpenedStore>().Store);
        services.AddSingleton<SnapshotHolder>();
        services.AddSingleton<GraphViews>();
    }
}

/// <summary>Opens the store before anything asks for it. The container closes it when the process ends.</summary>
internal sealed class OpenedStore(DataFolder data, IConfiguration configuration, TimeProvider clock, IServiceProvider services, ILoggerFactory loggers) : IStartStep
{
    public IPlanGraphStore Store
    {
        get => field ?? throw new InvalidOperationException("The store is asked for before it is opened.");
        private set;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Store = StoreSettings.Neo4j(configuration) is { } neo4j
            ? await Neo4jStore.OpenAsync(neo4j, clock, loggers.CreateLogger<Neo4jStore>(), cancellationToken)
            : await EmbeddedStore.OpenAsync(new EmbeddedStoreOptions { Directory = data.Graph }, clock, loggers.CreateLogger<EmbeddedStore>(), cancellationToken);
        // From here on the container knows of it, and so closes it.
        services.GetRequiredService<IPlanGraphStore>();
    }
}
