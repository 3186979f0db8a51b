using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>
/// The journal of an open store: appends records at its end, and reads any change set again. One thread appends; any may read.
/// After the first failure to force bytes to disk, or to take back half a record, nothing is appended any more.
/// </summary>
internal sealed partial class JournalFile : IDisposable
{
    private static readonly TimeSpan SlowSync = TimeSpan.FromSeconds(1);
    private readonly IJournalFiles _files;
    private readonly Guid _store;
    private readonly long _segmentBytes;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly AppendList<RecordPlace> _places = new();
    private volatile SegmentList _segments;
    private volatile JournalPosition _end;
    private volatile string? _failure;

    public JournalFile(
        IJournalFiles files, OpenedJournal opened, long segmentBytes, TimeProvider time, ILogger log)
    {
        (_files, _store, _segmentBytes, _time, _log) = (files, opened.Store, segmentBytes, time, log);
        _segments = new(opened.Segments);
        _end = opened.End;
        _places.AddRange(opened.Places);
        ReplayedBytes = opened.ReplayedBytes;
    }

    /// <summary>What opening had to read besides the snapshot.</summary>
    public long ReplayedBytes { get; }

    /// <summary>Bytes appended since the opening; for the appending thread.</summary>
    public long AppendedBytes { get; private set; }

    /// <summary>Where the next record goes. Everything before it is on disk.</summary>
    public JournalPosition End => _end;

    /// <summary>Why nothing can be appended any more; null when all is well.</summary>
    public string? Failure => _failure;

    public ReadOnlyMemory<RecordPlace> Places => _places.Items;

    public ImmutableArray<OpenSegment> Segments => _segments.Items;

    /// <summary>Writes change sets as one record and returns when it is on disk.</summary>
    /// <exception cref="IOException">The record could not be written and is taken back; a later one may succeed.</exception>
    /// <exception cref="StoreException">The journal has failed for good: what the record became is decided by the next opening.</exception>
    public void Append(IReadOnlyCollection<byte[]> changeSets)
    {
        if (_failure is { } failure) throw new StoreException(failure);
        RotateWhenFull();
        var (end, segment) = (_end, _segments.Items[^1]);
        var crc = end.Crc;
        var line = RecordFormat.WriteRecord(end.NextSeq, _time.GetUtcNow(), changeSets, ref crc);
        var place = new RecordPlace(end.NextSeq, segment.Number, checked((int)end.Offset), line.Length, end.Crc);
        Write(segment.File, line, end.Offset);
        SyncTimed(segment);
        _places.Add(place);
        AppendedBytes += line.Length;
        _end = new JournalPosition(segment.Number, end.Offset + line.Length, end.NextSeq + changeSets.Count, crc);
    }

    /// <summary>Takes no more records: what is in memory no longer follows what is on disk.</summary>
    public void Abandon(Exception reason) => Fail($"A change that is on disk could not be shown: {reason.Message}", reason);

    /// <exception cref="StoreException">The record on disk is not what was written.</exception>
    public CommittedChange Read(long seq)
    {
        var places = _places.Items.Span;
        var place = places[RecordPlaces.IndexOf(places, seq)];
        return ReadRecord(place, json => new CommittedChange(seq, RecordFormat.ReadChangeSet(json, checked((int)(seq - place.FirstSeq)))));
    }

    /// <summary>The checksum of the record that a change set stands in.</summary>
    public uint ReadChecksum(long seq) => RecordPlaces.ReadChecksum(_files, _segments.Items, _places.Items.Span, seq);

    /// <summary>The change sets after a number, up to the end as it is when the reading begins.</summary>
    /// <exception cref="StoreException">A record on disk is not what was written.</exception>
    public IEnumerable<CommittedChange> ReadAfter(long afterSeq)
    {
        var places = _places.Items;
        if (places.IsEmpty) yield break;
        for (var i = Math.Max(0, RecordPlaces.IndexOf(places.Span, Math.Max(1, afterSeq + 1))); i < places.Length; i++)
        {
            var place = places.Span[i];
            var changeSets = ReadRecord(place, json => RecordFormat.ReadChangeSets(json));
            for (var k = 0; k < changeSets.Length; k++)
                if (place.FirstSeq + k > afterSeq) yield return new CommittedChange(place.FirstSeq + k, changeSets[k]);
        }
    }

    public void Dispose()
    {
        foreach (var segment in _segments.Items) segment.File.Dispose();
    }

    private T ReadRecord<T>(RecordPlace place, ReadOnlySpanFunc<T> read)
    {
        var segment = _segments.Items[place.Segment - 1];
        var buffer = ArrayPool<byte>.Shared.Rent(place.Length);
        try
        {
            var line = buffer.AsSpan(0, place.Length);
            segment.File.ReadExactly(line, place.Offset);
            var crc = place.Seed;
            return RecordFormat.TryReadLine(line[..^1], ref crc, out var json)
                ? read(json)
                : throw JournalDamage.At(_files, place.Segment, place.Offset, place.FirstSeq, "the checksum does not fit the record");
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw JournalDamage.At(_files, place.Segment, place.Offset, place.FirstSeq, e.Message, e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void RotateWhenFull()
    {
        var end = _end;
        if (end.Offset < _segmentBytes) return;
        try
        {
            var crc = end.Crc;
            var (file, length) = SegmentFile.Create(_files, SegmentHeader.Of(_store, end.Segment + 1, end.NextSeq, end.Crc), ref crc, Sync);
            _segments = new(_segments.Items.Add(new OpenSegment(end.Segment + 1, end.NextSeq, file)));
            _end = new JournalPosition(end.Segment + 1, length, end.NextSeq, crc);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            // The full segment goes on growing: a record may stand in any segment.
            Log.RotationFailed(_log, e, end.Segment + 1);
        }
    }

    private void Write(IJournalFile file, byte[] line, long offset)
    {
        try
        {
            file.Write(line, offset);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            TakeBack(file, offset, e);
            throw new IOException($"The journal could not be written: {e.Message}", e);
        }
    }

    private void TakeBack(IJournalFile file, long offset, Exception reason)
    {
        try
        {
            file.SetLength(offset);
            file.Sync();
            Log.TakenBack(_log, reason, offset);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            throw Fail($"Half a record could not be taken back from the journal: {e.Message}", e);
        }
    }

    private void SyncTimed(OpenSegment segment)
    {
        var started = _time.GetTimestamp();
        Sync(segment.File.Sync, segment.Number);
        var took = _time.GetElapsedTime(started);
        if (took > SlowSync) Log.SlowSync(_log, took.TotalMilliseconds);
    }

    private void Sync(Action sync, int segment)
    {
        try
        {
            sync();
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            throw Fail($"{_files.Describe(SegmentHeader.FileName(segment))} could not be forced to disk: {e.Message}", e);
        }
    }

    private StoreException Fail(string what, Exception e)
    {
        _failure = what + " The store takes no more changes. Look at the disk, then start PlanGraph again: it reads the journal anew from the disk.";
        Log.Failed(_log, e, _failure);
        return new StoreException(_failure, e);
    }

    private delegate T ReadOnlySpanFunc<T>(ReadOnlySpan<byte> bytes);

    private sealed record SegmentList(ImmutableArray<OpenSegment> Items);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Segment {Segment} could not be begun; the one before it goes on growing")]
        public static partial void RotationFailed(ILogger logger, Exception exception, int segment);

        [LoggerMessage(2, LogLevel.Warning, "A record could not be written; the journal is back at its last good end, {Offset}")]
        public static partial void TakenBack(ILogger logger, Exception exception, long offset);

        [LoggerMessage(4, LogLevel.Warning, "The disk took {Milliseconds:0} ms to take a record; every change waits for it")]
        public static partial void SlowSync(ILogger logger, double milliseconds);

        [LoggerMessage(3, LogLevel.Critical, "{Failure}")]
        public static partial void Failed(ILogger logger, Exception exception, string failure);
    }
}
