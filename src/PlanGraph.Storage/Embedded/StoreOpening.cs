using System.Globalization;
using Microsoft.Extensions.Logging;
using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Memory;
using PlanGraph.Storage.Embedded.Snapshot;

namespace PlanGraph.Storage.Embedded;

/// <summary>Opens a store: takes the lock, asks the file system whether it can fsync, and reads what is there.</summary>
internal static partial class StoreOpening
{
    /// <exception cref="StoreException">The store is in use, damaged, or its disk fails.</exception>
    public static StoreParts Open(EmbeddedStoreOptions options, IJournalFiles files, TimeProvider time, ILogger log)
    {
        IDisposable? held = null;
        try
        {
            held = files.Lock(time.GetUtcNow());
            return Open(options, files, held, time, log);
        }
        catch (Exception e)
        {
            held?.Dispose();
            files.Dispose();
            if (DiskFailure.Is(e))
                throw new StoreException($"The store in {files.Describe("")} cannot be opened: {e.Message} Look at the disk and the access rights.", e);
            throw;
        }
    }

    private static StoreParts Open(EmbeddedStoreOptions options, IJournalFiles files, IDisposable held, TimeProvider time, ILogger log)
    {
        var started = time.GetTimestamp();
        var fsync = files.ProbeSync();
        if (fsync != "ok") Log.NoFsync(log, files.Describe(""), fsync);
        if (Mounts.IsOverNetwork(files.FileSystem)) Log.OverNetwork(log, files.Describe(""), files.FileSystem);
        foreach (var name in files.List().Where(name => name.EndsWith(SegmentFile.TemporarySuffix, StringComparison.Ordinal))) files.Delete(name);
        var snapshot = SnapshotChoice.Newest(files, log);
        var ids = new ChangeSetIds(snapshot is null ? [] : snapshot.ChangeSetIds.Span);
        var replay = new Replay(snapshot?.State ?? GraphState.CreateEmpty(), ids);
        var opened = new JournalOpening(files, time, log, replay.Take).Open(
            snapshot is null ? null : new JournalStart(snapshot.Store, snapshot.Position, snapshot.Places.ToArray()));
        var state = replay.ToState();
        if (opened.Torn is { } torn) Log.Torn(log, torn.Bytes, torn.Offset, torn.NextSeq, files.Describe(torn.Copy));
        Log.Opened(log, files.Describe(""), state.Seq, state.NodeCount, state.RelationCount, time.GetElapsedTime(started).TotalMilliseconds);
        var journal = new JournalFile(files, opened, options.SegmentBytes, time, log);
        return new StoreParts(files, held, opened.Store, journal, state, ids, snapshot?.Bytes ?? 0, Details(files, fsync, snapshot?.State.Seq, opened.Torn), RestoringMark.Read(files));
    }

    private static Dictionary<string, string> Details(IJournalFiles files, string fsync, long? snapshotSeq, TornTail? torn)
    {
        var details = new Dictionary<string, string>
        {
            ["directory"] = files.Describe(""),
            ["fileSystem"] = files.FileSystem,
            ["fsync"] = fsync,
            ["openedFrom"] = snapshotSeq is null ? "journal" : string.Create(CultureInfo.InvariantCulture, $"snapshot of change {snapshotSeq}"),
        };
        if (torn is not null)
        {
            details["repaired"] = string.Create(CultureInfo.InvariantCulture,
                $"{torn.Bytes} bytes of an unfinished write after change {torn.NextSeq - 1}, kept in {torn.Copy}");
        }
        return details;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The store in {Directory} is open at change {Seq}: {Nodes} nodes, {Relations} relations, {Milliseconds:0} ms")]
        public static partial void Opened(ILogger logger, string directory, long seq, int nodes, long relations, double milliseconds);

        [LoggerMessage(2, LogLevel.Warning,
            "The last write before the store was closed did not finish: {Bytes} bytes at offset {Offset}, where change {Seq} would stand, are cut off and kept in {Copy}. Nothing that was acknowledged is lost")]
        public static partial void Torn(ILogger logger, long bytes, long offset, long seq, string copy);

        [LoggerMessage(3, LogLevel.Warning, "The file system of {Directory} does not force bytes to disk (fsync: {Answer}): a power cut may lose acknowledged changes")]
        public static partial void NoFsync(ILogger logger, string directory, string answer);

        [LoggerMessage(4, LogLevel.Warning, "{Directory} is on {FileSystem}, over a network: its locks and fsync are not to be trusted. Put the store on a local disk")]
        public static partial void OverNetwork(ILogger logger, string directory, string fileSystem);
    }
}
