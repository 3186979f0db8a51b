using Microsoft.Extensions.Options;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Jobs;

/// <summary>
/// Ties the schedule to the runner. Before the first request: the very first run, awaited, so that there are findings to see; or the one that was
/// missed, in the background. When the process ends: the run that goes on is cancelled and its record written.
/// </summary>
internal sealed class NightlyHost(
    INightlySchedule schedule, DetectionRunner runner, GraphViews graphs, TimeProvider clock, IOptions<PlanGraphOptions> options, ILogger<NightlyHost> logger)
    : IStartStep, IHostedService
{
    private JobOptions Jobs => options.Value.Jobs;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var view = await graphs.CurrentAsync(cancellationToken);
        if (view.Snapshot.NodeCount == 0) return;
        if (view.Runs.IsEmpty)
        {
            await (runner.TryStart(RunTrigger.FirstStart) ?? Task.CompletedTask);
        }
        else if (Jobs.Scheduled && NightlyTimes.IsMissed(view.Runs[0], clock.GetUtcNow(), Jobs.At))
        {
            logger.CatchingUp();
            _ = runner.TryStart(RunTrigger.CatchUp);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) =>
        Jobs.Scheduled ? schedule.StartAsync(Jobs.At, DueAsync, cancellationToken) : Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await schedule.StopAsync(cancellationToken);
        runner.Cancel();
        await runner.IdleAsync().WaitAsync(cancellationToken);
    }

    private async Task DueAsync(CancellationToken cancellationToken)
    {
        if (runner.TryStart(RunTrigger.Schedule) is { } running) await running.WaitAsync(cancellationToken);
        else logger.RunSkipped();
    }
}
