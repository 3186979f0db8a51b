using Microsoft.Extensions.Logging;
using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>
/// Writes a snapshot in the background when the journal has grown enough since the last one, and removes all but the newest two. A snapshot
/// that fails costs nothing but time at the next opening: the journal has everything.
/// </summary>
internal sealed partial class Snapshotter(
    IJournalFiles files, JournalFile journal, Guid store, long everyBytes, long lastBytes, TimeProvider time, ILogger log) : IAsyncDisposable
{
    private const int Kept = 2;

    /// <summary>A large graph is not written anew for every small growth: the journal since must be this part of the last snapshot too.</summary>
    private const int PartOfLast = 4;
    private readonly CancellationTokenSource _closing = new();
    private long _writtenAt = -journal.ReplayedBytes;
    private long _lastBytes = lastBytes;
    private Task _running = Task.CompletedTask;

    /// <summary>What became of the last snapshot, for the administrator.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Called by the writer after each new state; returns at once.</summary>
    public void Follow(GraphState state, AppendList<Guid> changeSetIds)
    {
        if (journal.AppendedBytes - _writtenAt < Math.Max(everyBytes, _lastBytes / PartOfLast) || !_running.IsCompleted) return;
        _writtenAt = journal.AppendedBytes;
        var contents = new SnapshotContents(store, state, journal.End, changeSetIds.Items, journal.Places);
        _running = Task.Run(() => Write(contents));
    }

    /// <summary>Completes when no snapshot is being written.</summary>
    public Task WhenIdleAsync() => _running;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private void Write(SnapshotContents contents)
    {
        var started = time.GetTimestamp();
        try
        {
            var name = SnapshotWriter.Write(files, contents, _closing.Token, out var bytes);
            Volatile.Write(ref _lastBytes, bytes);
            foreach (var old in files.List().Where(SnapshotHeader.IsFileName).SkipLast(Kept)) files.Delete(old);
            LastFailure = null;
            Log.Written(log, files.Describe(name), contents.State.Seq, time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            LastFailure = e.Message;
            Log.Failed(log, e, contents.State.Seq);
        }
        catch (OperationCanceledException)
        {
            Log.Interrupted(log, contents.State.Seq);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Snapshot {Name} of change {Seq} is written, {Milliseconds:0} ms")]
        public static partial void Written(ILogger logger, string name, long seq, double milliseconds);

        [LoggerMessage(2, LogLevel.Warning, "The snapshot of change {Seq} could not be written; the journal has everything, but the next opening takes longer")]
        public static partial void Failed(ILogger logger, Exception exception, long seq);

        [LoggerMessage(3, LogLevel.Information, "The snapshot of change {Seq} was given up because the store is closing")]
        public static partial void Interrupted(ILogger logger, long seq);
    }
}
