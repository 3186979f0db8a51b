using System.Collections.Immutable;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Http;
using PlanGraph.Web.Jobs.Quartz;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Jobs;

/// <summary>The nightly run: what it found each time, starting it now, following it, ending it.</summary>
internal static class JobsEndpoints
{
    /// <summary>Runs further back are in the history.</summary>
    private const int MostRuns = 100;

    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<IReadOnlyList<Detector>>(Detectors.All);
        services.AddSingleton<INightlySchedule, QuartzSchedule>();
        services.AddSingleton<DetectionRun>();
        services.AddSingleton<DetectionRunner>();
        services.AddSingleton<NightlyHost>();
        services.AddStartStep<NightlyHost>();
        services.AddHostedService(provider => provider.GetRequiredService<NightlyHost>());
    }

    public static void MapJobs(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/jobs").WithTags("jobs").RequireAuthorization(Policies.Reader);
        routes.MapGet("/", GetJobs).WithName(nameof(GetJobs)).WithSummary("The run that goes on, the next one, and the record of those before");
        routes.MapGet("/progress", FollowRun).WithName(nameof(FollowRun)).WithSummary("Server-sent events: listening at once, progress while a run goes on, finished when it has ended");
        routes.MapPost("/", StartRun).WithName(nameof(StartRun)).WithSummary("Starts a run now").RequireAuthorization(Policies.Planner).ProducesProblem(409);
        routes.MapPost("/accept", AcceptRun).WithName(nameof(AcceptRun)).WithSummary("Runs again and lets it publish as much as the run that was held back, this once")
            .RequireAuthorization(Policies.Administrator).ProducesProblem(404).ProducesProblem(409);
        routes.MapDelete("/current", CancelRun).WithName(nameof(CancelRun)).WithSummary("Ends the run that goes on; it publishes nothing").RequireAuthorization(Policies.Planner).ProducesProblem(404);
    }

    private static async Task<Ok<JobsAnswer>> GetJobs(GraphViews graphs, DetectionRunner runner, INightlySchedule schedule, Wording wording, CancellationToken cancellationToken)
    {
        var view = await graphs.CurrentAsync(cancellationToken);
        return TypedResults.Ok(new JobsAnswer(
            runner.Current is { } current ? ProgressAnswer.Of(current, wording) : null,
            await schedule.NextAsync(cancellationToken),
            [.. view.Runs.Take(MostRuns).Select(run => RunAnswer.Of(run, wording))]));
    }

    private static Results<Accepted, Problem> StartRun(DetectionRunner runner)
    {
        if (runner.TryStart(RunTrigger.Demand) is null) return Problem.Conflict(Sentence.Of("jobs.server.running"));
        return TypedResults.Accepted("/api/jobs");
    }

    /// <summary>Only the latest run can be accepted: the one that the administrator has seen, and not one that others have mended since.</summary>
    private static async Task<Results<Accepted, Problem>> AcceptRun(
        AcceptBody body, ClaimsPrincipal user, DetectionRunner runner, GraphViews graphs, ILogger<DetectionRunner> logger, CancellationToken cancellationToken)
    {
        var view = await graphs.CurrentAsync(cancellationToken);
        if (view.Runs.FirstOrDefault() is not { Outcome: RunOutcome.HeldBack } held || held.Id != body.Run) return Problem.NotFound(Sentence.Of("jobs.server.notHeldBack"));
        var accepted = new AcceptedRun(held.Id, held.Counts.Sum(count => count.Found), user.Name());
        if (runner.TryStart(RunTrigger.Demand, accepted) is null) return Problem.Conflict(Sentence.Of("jobs.server.running"));
        logger.RunAccepted(held.Id.Value, user.PersonId() ?? "");
        return TypedResults.Accepted("/api/jobs");
    }

    private static Results<Accepted, Problem> CancelRun(DetectionRunner runner)
    {
        if (!runner.Cancel()) return Problem.NotFound(Sentence.Of("jobs.server.notRunning"));
        return TypedResults.Accepted("/api/jobs");
    }

    private static ServerSentEventsResult<object> FollowRun(DetectionRunner runner, IHostApplicationLifetime lifetime, Wording wording, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(EventsAsync(runner, lifetime, wording, cancellationToken));

    /// <summary>Ends with the connection, or with the process: an open page must not hold the process up.</summary>
    private static async IAsyncEnumerable<SseItem<object>> EventsAsync(
        DetectionRunner runner, IHostApplicationLifetime lifetime, Wording wording, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The answer begins with its first event: without one a page would not know that it is heard until a run starts.
        yield return new SseItem<object>(new ListeningAnswer(runner.Current is not null), "listening");
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, cancellationToken);
        await using var events = runner.FollowAsync(either.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await NextAsync(events, either.Token)) yield return ToItem(events.Current, wording);
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<RunEvent> events, CancellationToken ending)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return false;
        }
    }

    private static SseItem<object> ToItem(RunEvent happened, Wording wording) => happened switch
    {
        RunEvent.Progressed progressed => new(ProgressAnswer.Of(progressed.Progress, wording), "progress"),
        RunEvent.Finished finished => new(new FinishedAnswer(RunAnswer.Of(finished.Run, wording)), "finished"),
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}."),
    };
}

/// <param name="Current">The run that goes on.</param>
/// <param name="Next">When the next one is due; null when none is scheduled.</param>
/// <param name="Runs">The latest first.</param>
internal sealed record JobsAnswer(ProgressAnswer? Current, DateTimeOffset? Next, ImmutableArray<RunAnswer> Runs);

internal sealed record ProgressAnswer(DateTimeOffset Started, int Percent, string Step)
{
    public static ProgressAnswer Of(RunProgress progress, Wording wording) => new(progress.Started, progress.Percent, wording.Say(progress.Step));
}

/// <param name="Running">Whether a run goes on.</param>
internal sealed record ListeningAnswer(bool Running);

internal sealed record FinishedAnswer(RunAnswer Run);

/// <param name="Run">The run that was held back.</param>
internal sealed record AcceptBody(NodeId Run);

/// <param name="NewTotal">Findings that are new since the run before.</param>
/// <param name="Reason">Why it failed, was cancelled or is held back, and what to do.</param>
/// <param name="Versions">What the detectors were made of.</param>
/// <param name="Unjudged">What could not be looked for in the graph as it was, and why.</param>
/// <param name="Accepted">The run that was held back, which an administrator accepted by starting this one.</param>
internal sealed record RunAnswer(
    NodeId Id, RunTrigger Trigger, RunOutcome Outcome, DateTimeOffset Started, DateTimeOffset Finished, double Milliseconds,
    ImmutableArray<DetectorCount> Counts, int NewTotal, string? Reason, ImmutableSortedDictionary<string, string> Versions, AcceptedRun? Accepted,
    ImmutableArray<string> Unjudged)
{
    public static RunAnswer Of(Run run, Wording wording) => new(
        run.Id, run.Trigger, run.Outcome, run.Started, run.Finished, Math.Round((run.Finished - run.Started).TotalMilliseconds), run.Counts,
        run.Counts.Sum(count => count.New), run.Reason is { } reason ? wording.Say(reason) : null, run.Versions, run.Accepted,
        [.. run.Unjudged.Select(wording.Say)]);
}
