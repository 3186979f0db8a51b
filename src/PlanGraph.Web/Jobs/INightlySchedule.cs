namespace PlanGraph.Web.Jobs;

/// <summary>
/// The clock that starts the nightly run: the one place that knows a scheduler. Whatever fills it only says "now"; that two runs never go at once,
/// cancelling, progress and catching up are ours, and so is the record of runs.
/// </summary>
internal interface INightlySchedule
{
    /// <summary>Calls <paramref name="due"/> every day at a time of day in Europe/Oslo, until stopped. Times that went by while nothing ran are not called.</summary>
    Task StartAsync(TimeOnly at, Func<CancellationToken, Task> due, CancellationToken cancellationToken);

    /// <summary>When it calls next; null when it is not started.</summary>
    ValueTask<DateTimeOffset?> NextAsync(CancellationToken cancellationToken);

    Task StopAsync(CancellationToken cancellationToken);
}
