using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PlanGraph.Storage;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Commands.Moving;

/// <summary>The store that a command's settings name, as when serving.</summary>
internal static class MoveStore
{
    public static DataFolder Folder(CommandCall call) => new(Options.Create(PlanGraphOptions.Read(call.Arguments.Settings)), AppFolders.Find());

    public static bool IsNeo4j(CommandCall call) => StoreSettings.Neo4j(call.Arguments.Settings) is not null;

    public static Task<IPlanGraphStore> OpenAsync(CommandCall call) =>
        OpenedStore.OpenAsync(call.Arguments.Settings, Folder(call), call.Clock, NullLoggerFactory.Instance, call.CancellationToken);
}
