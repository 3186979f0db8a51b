using System.Globalization;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>What is told of a journal that cannot be trusted: file, offset, sequence number, and the way out.</summary>
internal static class JournalDamage
{
    private const string WayOut =
        "Nothing has been changed. Restore the store's directory from a backup, or, if the changes from that number on may be lost, move it away and import what is left.";

    public static StoreException At(IJournalFiles files, int segment, long offset, long seq, string what, Exception? inner = null) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"The journal is damaged: {files.Describe(SegmentHeader.FileName(segment))}, offset {offset}, sequence number {seq}: {what}. {WayOut}"), inner);

    public static StoreException In(IJournalFiles files, string name, string what, Exception? inner = null) =>
        new($"The store cannot be opened: {files.Describe(name)}: {what}. {WayOut}", inner);

    public static StoreException Newer(IJournalFiles files, SegmentHeader header) =>
        new($"{files.Describe(SegmentHeader.FileName(header.Segment))} was written by a newer version of PlanGraph (format {header.V}). Start that version.");
}
