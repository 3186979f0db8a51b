namespace PlanGraph.Storage.Embedded;

/// <summary>Where the embedded store keeps its files, and how large they grow.</summary>
public sealed record EmbeddedStoreOptions
{
    public const long LeastSegmentBytes = 1024;
    public const long MostSegmentBytes = 1L << 30;

    /// <summary>
    /// The store's own directory, on a local disk; created (mode 0700) when it does not exist. One process at a time may have it open.
    /// </summary>
    public required string Directory { get; init; }

    /// <summary>A new journal segment is begun when the current one has so many bytes. 1 KiB to 1 GiB; default 64 MiB.</summary>
    public long SegmentBytes { get; init; } = 64L << 20;

    /// <summary>
    /// A snapshot is written in the background when the journal has grown by so many bytes since the last one, and by a quarter of the last
    /// one's size: about the most that the next opening has to read besides a snapshot. 1 KiB to 1 TiB; default 64 MiB.
    /// </summary>
    public long SnapshotEveryBytes { get; init; } = 64L << 20;

    /// <summary>How many change sets may wait to be written before callers wait for room. 1 to 100 000; default 4096.</summary>
    public int QueueLength { get; init; } = 4096;

    /// <exception cref="ArgumentException">A value outside its range.</exception>
    internal EmbeddedStoreOptions Checked()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Directory);
        InRange(SegmentBytes, LeastSegmentBytes, MostSegmentBytes, nameof(SegmentBytes));
        InRange(SnapshotEveryBytes, LeastSegmentBytes, 1L << 40, nameof(SnapshotEveryBytes));
        InRange(QueueLength, 1, 100_000, nameof(QueueLength));
        return this;
    }

    private static void InRange(long value, long least, long most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}
