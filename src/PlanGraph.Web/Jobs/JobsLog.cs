using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Jobs;

internal static partial class JobsLog
{
    [LoggerMessage(1200, LogLevel.Information, "The run {RunId} ended: {Outcome}, {Milliseconds:0} ms, {Found} findings, {New} new")]
    public static partial void RunEnded(this ILogger logger, string runId, RunOutcome outcome, double milliseconds, int found, int @new);

    [LoggerMessage(1201, LogLevel.Error, "The run {RunId} failed and publishes nothing")]
    public static partial void RunFailed(this ILogger logger, Exception exception, string runId);

    [LoggerMessage(1202, LogLevel.Error, "A run failed and could not be recorded")]
    public static partial void RunLost(this ILogger logger, Exception exception);

    [LoggerMessage(1203, LogLevel.Warning, "The run that was due did not start, because another one goes on")]
    public static partial void RunSkipped(this ILogger logger);

    [LoggerMessage(1207, LogLevel.Warning, "The run that went on is given up, because the process ends; nothing of it is kept")]
    public static partial void RunStopped(this ILogger logger);

    [LoggerMessage(1208, LogLevel.Warning, "The run {RunId}, which was held back, is accepted by {PersonId}: the next one may publish as much")]
    public static partial void RunAccepted(this ILogger logger, string runId, string personId);

    [LoggerMessage(1204, LogLevel.Information, "The last nightly run was missed and is caught up")]
    public static partial void CatchingUp(this ILogger logger);

    [LoggerMessage(1205, LogLevel.Warning, "The run that was due waits until the store answers")]
    public static partial void RunPutOff(this ILogger logger);

    [LoggerMessage(1206, LogLevel.Error, "A run lost the store on its way and is not recorded. {Failure}")]
    public static partial void RunLostToStore(this ILogger logger, string failure);
}
