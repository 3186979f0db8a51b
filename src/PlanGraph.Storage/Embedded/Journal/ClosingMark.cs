using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>
/// The last change and the checksum of its record, written beside the journal when the store is closed. A journal that has since lost whole records from its
/// end looks whole; this mark tells.
/// </summary>
internal static partial class ClosingMark
{
    public const string FileName = "closed";

    /// <exception cref="IOException">It could not be written; the one before it is as it was.</exception>
    public static void Write(IJournalFiles files, JournalFile journal)
    {
        var seq = journal.End.NextSeq - 1;
        if (seq == 0) return;
        using (var file = files.Create(FileName + SegmentFile.TemporarySuffix))
        {
            file.Write(Encoding.ASCII.GetBytes(Text(seq, journal.ReadChecksum(seq))), 0);
            file.Sync();
        }
        files.Rename(FileName + SegmentFile.TemporarySuffix, FileName);
        files.SyncDirectory();
    }

    /// <param name="checksumOf">Checksum of the record that a change stands in.</param>
    /// <exception cref="StoreException">The journal ends before the mark, or is another.</exception>
    public static void Check(IJournalFiles files, JournalPosition end, Func<long, uint> checksumOf, ILogger log)
    {
        if (!files.List().Contains(FileName)) return;
        if (Read(files) is not { } closedAt)
        {
            Log.Unreadable(log, files.Describe(FileName));
            return;
        }
        if (closedAt.Seq < end.NextSeq && checksumOf(closedAt.Seq) == closedAt.Crc) return;
        throw JournalDamage.At(files, end.Segment, end.Offset, end.NextSeq,
            $"the journal ends here, but the store had come to change {closedAt.Seq} with checksum {closedAt.Crc:x8} when it was last closed");
    }

    private static (long Seq, uint Crc)? Read(IJournalFiles files)
    {
        using var file = files.Open(FileName);
        var bytes = new byte[Math.Min(file.Length, 64)];
        file.ReadExactly(bytes, 0);
        var parts = Encoding.ASCII.GetString(bytes).Split(' ');
        return parts.Length == 3 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            && uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var crc)
            && Text(seq, crc) == string.Join(' ', parts)
                ? (seq, crc) : null;
    }

    /// <summary>Sequence number, checksum of the last line, and the checksum of these two.</summary>
    private static string Text(long seq, uint crc)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{seq} {crc:x8}");
        return string.Create(CultureInfo.InvariantCulture, $"{said} {Crc.Of(Encoding.ASCII.GetBytes(said), 0):x8}\n");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Name} cannot be read; whether the journal has lost whole changes from its end is not known")]
        public static partial void Unreadable(ILogger logger, string name);
    }
}
