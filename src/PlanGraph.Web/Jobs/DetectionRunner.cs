using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;

namespace PlanGraph.Web.Jobs;

/// <summary>What those who follow a run are told.</summary>
internal abstract record RunEvent
{
    private RunEvent() { }

    public sealed record Progressed(RunProgress Progress) : RunEvent;

    public sealed record Finished(Run Run) : RunEvent;
}

/// <summary>Runs detection in the background: never two at once, cancellable, with its progress told to all who listen.</summary>
internal sealed class DetectionRunner(DetectionRun run, ILogger<DetectionRunner> logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Channel<RunEvent>> _followers = [];
    private readonly CancellationTokenSource _stopping = new();
    private CancellationTokenSource? _cancel;
    private bool _disposed;
    private Task _running = Task.CompletedTask;

    /// <summary>How far the run that goes on has come; null when none does.</summary>
    public RunProgress? Current { get; private set; }

    /// <summary>What the store said when the last run could not be recorded for its sake; null when the last run was recorded.</summary>
    public StoreException? LostTo { get; private set; }

    /// <summary>Starts a run; null when one goes on already. The task ends when the run has, and does not fail.</summary>
    /// <param name="accepted">What an administrator has accepted of a run that was held back.</param>
    public Task? TryStart(RunTrigger trigger, AcceptedRun? accepted = null)
    {
        lock (_lock)
        {
            if (_cancel is not null) return null;
            var cancel = _cancel = new CancellationTokenSource();
            return _running = Task.Run(() => RunAsync(trigger, accepted, cancel), CancellationToken.None);
        }
    }

    /// <summary>Asks the run that goes on to end; false when none does.</summary>
    public bool Cancel()
    {
        lock (_lock)
        {
            _cancel?.Cancel();
            return _cancel is not null;
        }
    }

    /// <summary>Ends when no run goes on.</summary>
    public Task IdleAsync()
    {
        lock (_lock) return _running;
    }

    /// <summary>What happens from now on, after where it stands now.</summary>
    public async IAsyncEnumerable<RunEvent> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<RunEvent>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            if (Current is { } progress) channel.Writer.TryWrite(new RunEvent.Progressed(progress));
            _followers.Add(channel);
        }
        try
        {
            await foreach (var happened in channel.Reader.ReadAllAsync(cancellationToken)) yield return happened;
        }
        finally
        {
            lock (_lock) _followers.Remove(channel);
        }
    }

    /// <summary>Ends the run that goes on because the process ends: nothing of it is left, and the next start does the night's run again.</summary>
    public Task StopAsync()
    {
        lock (_lock)
        {
            // a host may stop its services once more when they are disposed of already
            if (!_disposed) _stopping.Cancel();
            return _running;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _cancel?.Dispose();
            _stopping.Dispose();
        }
    }

    private async Task RunAsync(RunTrigger trigger, AcceptedRun? accepted, CancellationTokenSource cancel)
    {
        Run? finished = null;
        LostTo = null;
        try
        {
            finished = await run.ExecuteAsync(trigger, accepted, Report, _stopping.Token, cancel.Token);
            if (finished is null) logger.RunStopped();
            else logger.RunEnded(finished.Id.Value, finished.Outcome, (finished.Finished - finished.Started).TotalMilliseconds, finished.Counts.Sum(count => count.Found), finished.Counts.Sum(count => count.New));
        }
        catch (StoreException exception) when (exception.Problem is not null)
        {
            LostTo = exception;
            logger.RunLostToStore(exception.Message);
        }
        catch (Exception exception)
        {
            // Not even the record of the run could be written. An exception that left here would be seen by nobody.
            logger.RunLost(exception);
        }
        finally
        {
            End(cancel, finished);
        }
    }

    private void Report(RunProgress progress)
    {
        lock (_lock)
        {
            Current = progress;
            Tell(new RunEvent.Progressed(progress));
        }
    }

    private void End(CancellationTokenSource cancel, Run? finished)
    {
        lock (_lock)
        {
            (Current, _cancel) = (null, null);
            if (finished is not null) Tell(new RunEvent.Finished(finished));
        }
        cancel.Dispose();
    }

    private void Tell(RunEvent happened)
    {
        foreach (var follower in _followers) follower.Writer.TryWrite(happened);
    }
}
