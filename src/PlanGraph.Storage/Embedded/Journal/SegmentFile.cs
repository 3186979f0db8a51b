namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>
/// A segment comes into being whole: written under another name, forced to disk, renamed, and the name forced to disk. So a segment whose
/// header is not whole was never made by a crash.
/// </summary>
internal static class SegmentFile
{
    public const string TemporarySuffix = ".tmp";

    /// <param name="crc">Checksum of the line before; becomes the header's.</param>
    /// <param name="sync">How to force to disk; told the segment's number.</param>
    /// <exception cref="IOException">It could not be made, and is not there.</exception>
    public static (IJournalFile File, long Length) Create(IJournalFiles files, SegmentHeader header, ref uint crc, Action<Action, int> sync)
    {
        var name = SegmentHeader.FileName(header.Segment);
        var line = RecordFormat.WriteHeader(header, ref crc);
        var file = files.Create(name + TemporarySuffix);
        try
        {
            file.Write(line, 0);
            sync(file.Sync, header.Segment);
            files.Rename(name + TemporarySuffix, name);
            sync(files.SyncDirectory, header.Segment);
        }
        catch
        {
            file.Dispose();
            throw;
        }
        return (file, line.Length);
    }
}
