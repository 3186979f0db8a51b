namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>Where a record stands.</summary>
/// <param name="FirstSeq">Number of its first change set.</param>
/// <param name="Length">With its line feed.</param>
/// <param name="Seed">Checksum of the line before it.</param>
internal readonly record struct RecordPlace(long FirstSeq, int Segment, int Offset, int Length, uint Seed);

/// <summary>How the reading of a segment ended.</summary>
internal abstract record ScanEnd
{
    private ScanEnd() { }

    /// <summary>Every byte belongs to a whole record.</summary>
    public sealed record Whole : ScanEnd;

    /// <summary>The last write did not finish: everything from the offset on was never acknowledged.</summary>
    public sealed record Torn(int Offset) : ScanEnd;

    /// <summary>Damage that no unfinished write explains.</summary>
    public sealed record Corrupt(int Offset, string What) : ScanEnd;
}

/// <summary>What a segment holds.</summary>
/// <param name="NextSeq">The number that the next change set gets.</param>
/// <param name="Crc">Checksum of the last whole line.</param>
/// <param name="Places">The whole records, in order.</param>
internal sealed record SegmentScan(ScanEnd End, long NextSeq, uint Crc, IReadOnlyList<RecordPlace> Places)
{
    /// <summary>File systems write in sectors of this many bytes at least.</summary>
    public const int SectorBytes = 512;

    /// <summary>
    /// Reads the records of a segment, from an offset that begins a line. Rules, at each line: (1) whole: taken; (2) not whole and no line feed
    /// is left in the last segment: torn; (3) not whole, last line of the last segment, and one of its sectors is all zero: torn, for sectors of
    /// one write reach the disk in any order and the line feed may be among the first; (4) anything else: corrupt.
    /// </summary>
    public static SegmentScan Read(ReadOnlySpan<byte> bytes, int segment, int offset, long nextSeq, uint crc, bool isLast)
    {
        var places = new List<RecordPlace>();
        while (offset < bytes.Length)
        {
            var length = bytes[offset..].IndexOf(RecordFormat.LineFeed) + 1;
            if (length == 0)
                return End(isLast ? new ScanEnd.Torn(offset) : new ScanEnd.Corrupt(offset, "the file ends in the middle of a record"));
            var seed = crc;
            var line = bytes.Slice(offset, length);
            if (!RecordFormat.TryReadLine(line[..^1], ref crc, out var json))
            {
                var torn = isLast && offset + length == bytes.Length && HasLostSector(bytes, offset);
                return End(torn ? new ScanEnd.Torn(offset) : new ScanEnd.Corrupt(offset, "the checksum does not fit the record and the one before it"));
            }
            if (!RecordFormat.TryReadEnvelope(json, out var seq, out var count) || seq != nextSeq)
            {
                crc = seed;
                return End(new ScanEnd.Corrupt(offset, "the record is not the next in the sequence"));
            }
            places.Add(new RecordPlace(seq, segment, offset, length, seed));
            nextSeq += count;
            offset += length;
        }
        return End(new ScanEnd.Whole());

        SegmentScan End(ScanEnd end) => new(end, nextSeq, crc, places);
    }

    private static bool HasLostSector(ReadOnlySpan<byte> bytes, int from)
    {
        for (var start = from; start < bytes.Length;)
        {
            var end = Math.Min(bytes.Length, ((start / SectorBytes) + 1) * SectorBytes);
            if (!bytes[start..end].ContainsAnyExcept((byte)0)) return true;
            start = end;
        }
        return false;
    }
}
