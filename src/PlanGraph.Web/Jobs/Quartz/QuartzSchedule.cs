using Quartz;

namespace PlanGraph.Web.Jobs.Quartz;

/// <summary>The nightly schedule kept by Quartz, in memory: what was missed is seen from the record of runs, not from Quartz.</summary>
internal sealed class QuartzSchedule(TimeProvider clock) : INightlySchedule
{
    private static readonly TriggerKey Nightly = new("nightly");
    private IScheduler? _scheduler;

    public async Task StartAsync(TimeOnly at, Func<CancellationToken, Task> due, CancellationToken cancellationToken)
    {
        _scheduler = await QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = $"plangraph-{Guid.CreateVersion7(clock.GetUtcNow())}");
            quartz.UseInMemoryStore();
            quartz.UseTimeProvider(clock);
            quartz.UseDefaultThreadPool(1);
        }).BuildScheduler(cancellationToken);
        var job = JobBuilder.Create<DueJob>().WithIdentity("nightly").UsingJobData(DueJob.Due, due).Build();
        var daily = CronScheduleBuilder.Create($"{at.Second} {at.Minute} {at.Hour} * * ?").InTimeZone(Oslo.Zone)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);
        await _scheduler.ScheduleJob(job, TriggerBuilder.Create(clock).WithIdentity(Nightly).WithSchedule(daily).Build(), cancellationToken: cancellationToken);
        await _scheduler.Start(cancellationToken);
    }

    public async ValueTask<DateTimeOffset?> NextAsync(CancellationToken cancellationToken) =>
        _scheduler is null ? null : (await _scheduler.GetTrigger(Nightly, cancellationToken))?.NextFireTimeUtc;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is not null) await _scheduler.Shutdown(false, cancellationToken);
    }

    [DisallowConcurrentExecution]
    private sealed class DueJob : IJob
    {
        public const string Due = "due";

        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
            await context.MergedJobDataMap.Get<Func<CancellationToken, Task>>(Due)(cancellationToken);
    }
}
