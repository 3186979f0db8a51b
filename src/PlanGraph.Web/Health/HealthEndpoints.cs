using System.Collections.Immutable;
using System.Reflection;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Lexicon;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Health;

/// <summary>For whoever watches the process: is it alive, is it ready, what is it.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("").WithTags("health").AllowAnonymous().DisableHttpMetrics();
        routes.MapGet("/health/live", GetLive).WithName(nameof(GetLive)).WithSummary("The process answers; asks nothing of the store");
        routes.MapGet("/health/ready", GetReady).WithName(nameof(GetReady)).WithSummary("Questions are answered and changes taken (200), or not (503); details for administrators")
            .Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet("/version", GetVersion).WithName(nameof(GetVersion)).WithSummary("Which version this is");
    }

    private static Ok<HealthAnswer> GetLive() => TypedResults.Ok(new HealthAnswer(HealthStatus.Ready, null));

    private static async Task<JsonHttpResult<HealthAnswer>> GetReady(
        ClaimsPrincipal user, IPlanGraphStore store, GraphViews graphs, DataFolder data, TimeProvider clock, Preparation preparation, MunicipalLexicon lexicon, IHostApplicationLifetime lifetime, Wording wording, CancellationToken cancellationToken)
    {
        var health = await store.CheckHealthAsync(cancellationToken);
        var lastRun = health.CanRead && preparation.IsDone ? (await graphs.CurrentAsync(cancellationToken)).Runs.FirstOrDefault(run => run.Outcome == RunOutcome.Succeeded) : null;
        var free = FreeShare(data.Path);
        var status = Readiness.Of(health, lastRun, free, clock.GetUtcNow(), !preparation.IsDone || lifetime.ApplicationStopping.IsCancellationRequested).With(lexicon.Current.Problems);
        var details = user.PersonId() is not null && user.May(Policies.Administrator) ? Readiness.Details(health, lastRun, free, lexicon.Current, wording.Say) : null;
        return TypedResults.Json(new HealthAnswer(status, details), statusCode: status == HealthStatus.Unready ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private static Ok<VersionAnswer> GetVersion() => TypedResults.Ok(VersionAnswer.Instance);

    private static double FreeShare(string path)
    {
        var drive = new DriveInfo(path);
        return drive.TotalSize == 0 ? 1 : (double)drive.AvailableFreeSpace / drive.TotalSize;
    }
}

/// <summary>Degraded still answers; somebody should look.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<HealthStatus>))]
internal enum HealthStatus { Ready, Degraded, Unready }

internal sealed record HealthAnswer(HealthStatus Status, ImmutableSortedDictionary<string, string>? Details);

internal sealed record VersionAnswer(string Version, string? Commit)
{
    public static VersionAnswer Instance { get; } = From(typeof(VersionAnswer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    /// <summary>"1.0.0+abc" as the compiler writes it.</summary>
    private static VersionAnswer From(string text) => text.Split('+', 2) is [var version, var commit] ? new(version, commit) : new(text, null);
}
