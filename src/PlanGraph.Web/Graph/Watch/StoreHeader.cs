using System.Globalization;

namespace PlanGraph.Web.Graph.Watch;

/// <summary>
/// While the store does not work as it should, every answer of the API says so in a header, so that the page can tell people whatever it shows:
/// <c>X-PG-Store: store.neo4j.unreachable; stale; since=2026-11-21T12:00:00Z</c>. <c>stale</c>: it cannot be read, what is shown is from before;
/// <c>none</c>: it has not been read yet.
/// </summary>
internal static class StoreHeader
{
    public const string Name = "X-PG-Store";

    public static void UseStoreHeader(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/api")) return next(context);
        var (watch, snapshots) = (context.RequestServices.GetRequiredService<StoreWatch>(), context.RequestServices.GetRequiredService<SnapshotHolder>());
        context.Response.OnStarting(() =>
        {
            if (watch.Current is { Problem: { } problem } current)
            {
                var state = current.CanRead ? "current" : snapshots.IsKnown ? "stale" : "none";
                context.Response.Headers[Name] = string.Create(CultureInfo.InvariantCulture, $"{problem.Key}; {state}; since={current.Since:yyyy-MM-ddTHH:mm:ssZ}");
            }
            return Task.CompletedTask;
        });
        return next(context);
    });
}
