using System.Globalization;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Embedded;

/// <summary>
/// The history in a store's directory, read beside the process that has the store open, if one has: nothing is locked, written or repaired. Segments are only
/// ever appended to, and a record counts when it is whole, so what is read is the history up to some change that was written when the reading began.
/// </summary>
public sealed class EmbeddedHistory
{
    private readonly DiskFiles _files;
    private readonly int _segments;

    private EmbeddedHistory(DiskFiles files, int segments) => (_files, _segments) = (files, segments);

    /// <summary>The number of the last whole change when the history was opened.</summary>
    public long Head { get; private set; }

    /// <summary>True when a history is being put into the store and is not whole yet.</summary>
    public bool IsRestoring => _files.List().Contains(RestoringMark.FileName);

    /// <returns>Null when there is no store in the directory.</returns>
    /// <exception cref="StoreException">The journal is damaged or newer than this program.</exception>
    /// <exception cref="IOException">The files cannot be read.</exception>
    public static EmbeddedHistory? Open(string directory)
    {
        if (!Directory.Exists(directory)) return null;
        var files = DiskFiles.In(directory);
        var last = files.List().Max(SegmentHeader.SegmentOf);
        if (last is not { } number) return null;
        var history = new EmbeddedHistory(files, number);
        var header = history.ReadHeader(history.ReadFile(number), number, out _);
        var crc = uint.Parse(header.PrevCrc, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        history.Head = history.Scan(number, header.Store, header.FirstSeq, crc).Scan.NextSeq - 1;
        return history;
    }

    /// <summary>All changes from the first on, one segment in memory at a time.</summary>
    /// <exception cref="StoreException">The journal is damaged or newer than this program.</exception>
    /// <exception cref="IOException">The files cannot be read.</exception>
    public IEnumerable<CommittedChange> Read()
    {
        var (nextSeq, crc) = (1L, 0u);
        Guid? store = null;
        for (var number = 1; number <= _segments; number++)
        {
            var (bytes, scan, header) = Scan(number, store, nextSeq, crc);
            store = header.Store;
            foreach (var place in scan.Places)
            {
                var seq = place.FirstSeq;
                var json = bytes.AsMemory(place.Offset + RecordFormat.HeadBytes, place.Length - RecordFormat.HeadBytes - 1);
                foreach (var changeSet in RecordFormat.ReadChangeSets(json.Span)) yield return new CommittedChange(seq++, changeSet);
            }
            (nextSeq, crc) = (scan.NextSeq, scan.Crc);
        }
    }

    /// <param name="store">Null for the first segment, which tells.</param>
    private (byte[] Bytes, SegmentScan Scan, SegmentHeader Header) Scan(int number, Guid? store, long nextSeq, uint crc)
    {
        var bytes = ReadFile(number);
        var header = ReadHeader(bytes, number, out var length);
        if (header != SegmentHeader.Of(store ?? header.Store, number, nextSeq, crc))
            throw JournalDamage.At(_files, number, 0, nextSeq, "the segment is of another store, or does not follow the one before it");
        if (!RecordFormat.TryReadLine(bytes.AsSpan(0, length - 1), ref crc, out _)) throw JournalDamage.At(_files, number, 0, nextSeq, "the header of the segment is damaged");
        var scan = SegmentScan.Read(bytes, number, length, nextSeq, crc, isLast: number == _segments);
        if (scan.End is ScanEnd.Corrupt corrupt) throw JournalDamage.At(_files, number, corrupt.Offset, scan.NextSeq, corrupt.What);
        return (bytes, scan, header);
    }

    private SegmentHeader ReadHeader(byte[] bytes, int number, out int length)
    {
        length = bytes.AsSpan(0, Math.Min(bytes.Length, SegmentHeader.MaxBytes)).IndexOf(RecordFormat.LineFeed) + 1;
        if (length <= RecordFormat.HeadBytes || SegmentHeader.TryParse(bytes.AsSpan(RecordFormat.HeadBytes..(length - 1))) is not { } header)
            throw JournalDamage.At(_files, number, 0, 0, "the header of the segment is damaged");
        return header.V <= SegmentHeader.Version ? header : throw JournalDamage.Newer(_files, header);
    }

    private byte[] ReadFile(int number)
    {
        using var stream = new FileStream(
            _files.Describe(SegmentHeader.FileName(number)), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
