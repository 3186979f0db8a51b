using Microsoft.Extensions.Options;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Graph.Watch;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Jobs;

/// <summary>
/// Ties the schedule to the runner. Before the first request: the very first run, awaited, so that there are findings to see; or the one that was
/// missed, in the background. When the process ends: the run that goes on is given up.
/// </summary>
/// <remarks>A run that is due while the store is away, or that loses it on the way, goes when the store answers again.</remarks>
internal sealed class NightlyHost(
    INightlySchedule schedule, DetectionRunner runner, GraphViews graphs, StoreWatch watch, IHostApplicationLifetime lifetime, TimeProvider clock,
    IOptions<PlanGraphOptions> options, ILogger<NightlyHost> logger)
    : IStartStep, IHostedService
{
    /// <summary>A store that goes away so often during one night's run needs a person.</summary>
    private const int Attempts = 5;

    private JobOptions Jobs => options.Value.Jobs;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var view = await graphs.CurrentAsync(cancellationToken);
        if (view.Snapshot.NodeCount == 0) return;
        if (view.Runs.IsEmpty)
        {
            await (runner.TryStart(RunTrigger.FirstStart) ?? Task.CompletedTask);
            if (runner.LostTo is { } lost) throw lost;
        }
        else if (Jobs.Scheduled && NightlyTimes.IsMissed(view.Runs[0], clock.GetUtcNow(), Jobs.At))
        {
            logger.CatchingUp();
            _ = RunUntilRecordedAsync(RunTrigger.CatchUp, lifetime.ApplicationStopping);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) =>
        Jobs.Scheduled ? schedule.StartAsync(Jobs.At, DueAsync, cancellationToken) : Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await schedule.StopAsync(cancellationToken);
        await runner.StopAsync().WaitAsync(cancellationToken);
    }

    private async Task DueAsync(CancellationToken cancellationToken)
    {
        if (!watch.Current.CanRead) logger.RunPutOff();
        await RunUntilRecordedAsync(RunTrigger.Schedule, cancellationToken);
    }

    private async Task RunUntilRecordedAsync(RunTrigger trigger, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await watch.UntilReadableAsync(cancellationToken);
            if (runner.TryStart(trigger) is not { } running)
            {
                logger.RunSkipped();
                return;
            }
            await running.WaitAsync(cancellationToken);
            if (runner.LostTo is null) return;
            await watch.LookAsync(cancellationToken);
        }
    }
}
