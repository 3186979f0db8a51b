using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>
/// Reads the journal when a store is opened, from its beginning or from where a snapshot ends, and repairs the one damage that a crash can do:
/// an unfinished last write. Any other damage is refused.
/// </summary>
internal sealed class JournalOpening(IJournalFiles files, TimeProvider time, ILogger log, Action<long, ChangeSet> replay)
{
    private readonly List<OpenSegment> _segments = [];
    private readonly List<RecordPlace> _places = [];
    private Guid _store;
    private long _nextSeq = 1;
    private uint _crc;
    private long _replayedBytes;
    private long _end;
    private byte[] _torn = [];

    /// <exception cref="StoreException">The journal is damaged, incomplete, of another store, or newer than this program.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public OpenedJournal Open(JournalStart? start)
    {
        try
        {
            var last = CheckNumbers(start);
            if (last == 0) Begin();
            else if (start is null) ReadSegments(1, last);
            else Continue(start, last);
            var end = new JournalPosition(_segments[^1].Number, _end, _nextSeq, _crc);
            ClosingMark.Check(files, end, seq => RecordPlaces.ReadChecksum(files, [.. _segments], CollectionsMarshal.AsSpan(_places), seq), log);
            return new OpenedJournal(_store, [.. _segments], end, _places, _replayedBytes, SettleEnd());
        }
        catch
        {
            foreach (var segment in _segments) segment.File.Dispose();
            throw;
        }
    }

    /// <returns>Number of the last segment; 0 when there is none.</returns>
    private int CheckNumbers(JournalStart? start)
    {
        ImmutableArray<int> numbers = [.. files.List().Select(SegmentHeader.SegmentOf).OfType<int>().Order()];
        var last = Math.Max(numbers.IsEmpty ? 0 : numbers[^1], start?.Position.Segment ?? 0);
        var missing = Enumerable.Range(1, last).Except(numbers).FirstOrDefault();
        return missing == 0 ? last : throw JournalDamage.In(files, SegmentHeader.FileName(missing), "the file is missing");
    }

    private void Begin()
    {
        _store = Guid.NewGuid();
        (var file, _end) = SegmentFile.Create(files, SegmentHeader.Of(_store, 1, 1, 0), ref _crc, static (sync, _) => sync());
        _segments.Add(new OpenSegment(1, 1, file));
    }

    private void ReadSegments(int first, int last)
    {
        for (var number = first; number <= last; number++)
        {
            var (file, bytes) = OpenWhole(number);
            var end = ReadHeader(bytes, number);
            _segments.Add(new OpenSegment(number, _nextSeq, file));
            ReadRecords(bytes, number, end, number == last);
        }
    }

    private void Continue(JournalStart start, int last)
    {
        _store = start.Store;
        _places.AddRange(start.Places);
        var ends = start.Places.GroupBy(place => place.Segment)
            .ToDictionary(group => group.Key, group => (First: group.First().FirstSeq, End: group.Max(place => (long)place.Offset + place.Length)));
        for (var number = 1; number < start.Position.Segment; number++)
        {
            var file = files.Open(SegmentHeader.FileName(number));
            _segments.Add(new OpenSegment(number, ends[number].First, file));
            if (file.Length != ends[number].End)
                throw JournalDamage.At(files, number, file.Length, ends[number].First, $"the segment should end at {ends[number].End}");
        }
        ContinueIn(start.Position, last);
        ReadSegments(start.Position.Segment + 1, last);
    }

    private void ContinueIn(JournalPosition position, int last)
    {
        var (file, bytes) = OpenWhole(position.Segment);
        var first = _places.Find(place => place.Segment == position.Segment);
        _segments.Add(new OpenSegment(position.Segment, first.Length == 0 ? position.NextSeq : first.FirstSeq, file));
        if (bytes.Length < position.Offset)
            throw JournalDamage.At(files, position.Segment, bytes.Length, position.NextSeq, $"the snapshot has read it to {position.Offset}");
        CheckOwnHeader(position.Segment, bytes);
        CheckLastBefore(position, bytes);
        (_nextSeq, _crc) = (position.NextSeq, position.Crc);
        ReadRecords(bytes, position.Segment, (int)position.Offset, position.Segment == last);
    }

    private void CheckOwnHeader(int number, ReadOnlySpan<byte> bytes)
    {
        var length = bytes[..Math.Min(bytes.Length, SegmentHeader.MaxBytes)].IndexOf(RecordFormat.LineFeed);
        var header = length <= RecordFormat.HeadBytes ? null : SegmentHeader.TryParse(bytes[RecordFormat.HeadBytes..length]);
        if (header is null || header.Store != _store || header.Segment != number)
            throw JournalDamage.At(files, number, 0, _segments[^1].FirstSeq, "the header of the segment is damaged, or of another store than the snapshot");
        RefuseNewer(header);
    }

    private void RefuseNewer(SegmentHeader header)
    {
        if (header.V > SegmentHeader.Version) throw JournalDamage.Newer(files, header);
    }

    /// <summary>The record that the snapshot ends with must be the one in the journal: they may come from different backups.</summary>
    private void CheckLastBefore(JournalPosition position, byte[] bytes)
    {
        if (_places.Count == 0 || _places[^1].Segment != position.Segment) return;
        var place = _places[^1];
        var crc = place.Seed;
        if (!RecordFormat.TryReadLine(bytes.AsSpan(place.Offset, place.Length - 1), ref crc, out _) || crc != position.Crc)
            throw JournalDamage.At(files, place.Segment, place.Offset, place.FirstSeq, "the record is not the one that the snapshot ends with");
    }

    private (IJournalFile File, byte[] Bytes) OpenWhole(int number)
    {
        var name = SegmentHeader.FileName(number);
        var file = files.Open(name);
        try
        {
            if (file.Length > EmbeddedStoreOptions.MostSegmentBytes + (2L * RecordFormat.MaxLineBytes))
                throw JournalDamage.In(files, name, "the file is larger than a segment can be");
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes, 0);
            return (file, bytes);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private int ReadHeader(ReadOnlySpan<byte> bytes, int number)
    {
        var length = bytes[..Math.Min(bytes.Length, SegmentHeader.MaxBytes)].IndexOf(RecordFormat.LineFeed) + 1;
        var crc = _crc;
        if (length == 0 || !RecordFormat.TryReadLine(bytes[..(length - 1)], ref crc, out var json) || SegmentHeader.TryParse(json) is not { } header)
            throw JournalDamage.At(files, number, 0, _nextSeq, "the header of the segment is damaged, or does not follow the segment before it");
        RefuseNewer(header);
        if (number == 1) _store = header.Store;
        if (header != SegmentHeader.Of(_store, number, _nextSeq, _crc))
            throw JournalDamage.At(files, number, 0, _nextSeq, "the segment is of another store, or does not follow the one before it");
        _crc = crc;
        return length;
    }

    private void ReadRecords(byte[] bytes, int number, int offset, bool isLast)
    {
        var scan = SegmentScan.Read(bytes, number, offset, _nextSeq, _crc, isLast);
        if (scan.End is ScanEnd.Corrupt corrupt) throw JournalDamage.At(files, number, corrupt.Offset, scan.NextSeq, corrupt.What);
        foreach (var place in scan.Places) Replay(bytes, place);
        _replayedBytes += scan.Places.Sum(place => (long)place.Length);
        _places.AddRange(scan.Places);
        (_nextSeq, _crc) = (scan.NextSeq, scan.Crc);
        _end = bytes.Length;
        if (scan.End is not ScanEnd.Torn torn) return;
        _end = torn.Offset;
        _torn = bytes[torn.Offset..];
    }

    private void Replay(byte[] bytes, RecordPlace place)
    {
        try
        {
            var seq = place.FirstSeq;
            var json = bytes.AsSpan(place.Offset + RecordFormat.HeadBytes, place.Length - RecordFormat.HeadBytes - 1);
            foreach (var changeSet in RecordFormat.ReadChangeSets(json)) replay(seq++, changeSet);
        }
        catch (JsonException e)
        {
            throw JournalDamage.At(files, place.Segment, place.Offset, place.FirstSeq,
                $"the record is whole but cannot be understood ({e.Message}); it may come from a newer version of PlanGraph", e);
        }
    }

    /// <summary>Cuts off an unfinished write, when there is one; its copy is on disk before anything is cut. Then forces to disk what was
    /// read: it may stand in the system's memory only, from a process that ended before its fsync, and nothing is answered before it is safe.</summary>
    private TornTail? SettleEnd()
    {
        var segment = _segments[^1];
        var torn = _torn.Length == 0 ? null : new TornTail(CopyTorn(segment.Number), _end, _torn.Length, _nextSeq);
        if (torn is not null) segment.File.SetLength(_end);
        segment.File.Sync();
        files.SyncDirectory();
        return torn;
    }

    private string CopyTorn(int segment)
    {
        var stamp = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var name = $"{SegmentHeader.FileName(segment)}.torn-{stamp}";
        using (var file = files.Create(name))
        {
            file.Write(_torn, 0);
            file.Sync();
        }
        files.SyncDirectory();
        return name;
    }
}
