using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>
/// First line of a snapshot. The file is this line of JSON, blocks (see <see cref="BlockKind"/>), and SHA-256 of all before it. A block is its
/// kind (one byte), the length of its content and the number of its items (four bytes each, little end first), and the content. Nodes stand
/// in the order of their ids and are referred to by their place in that order. Numbers in blocks are LEB128 unless said otherwise.
/// </summary>
/// <param name="Magic">Always <see cref="SnapshotMagic"/>.</param>
/// <param name="V">Version of the format; 1.</param>
/// <param name="Store">The store that the journal belongs to.</param>
/// <param name="Seq">Last change in it.</param>
/// <param name="Crc">Checksum of the last journal line that is in it.</param>
/// <param name="Segment">Segment that the line stands in.</param>
/// <param name="Offset">End of the line in the segment.</param>
/// <param name="Entries">Node ids, also those of removed nodes, which have a history.</param>
/// <param name="Nodes">Nodes that exist.</param>
/// <param name="Relations">Relations that exist.</param>
/// <param name="Records">Journal records up to the position.</param>
internal sealed record SnapshotHeader(
    string Magic, int V, Guid Store, long Seq, string Crc, int Segment, long Offset, int Entries, int Nodes, long Relations, int Records)
{
    public const string SnapshotMagic = "PGS";
    public const int Version = 1;
    private const string Prefix = "snapshot-";
    private const string Suffix = ".pgs";

    public static string FileName(long seq) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{seq:D12}{Suffix}");

    public static bool IsFileName(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal);

    public JournalPosition Position => new(Segment, Offset, Seq + 1, uint.Parse(Crc, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SnapshotHeaderJson.Default.SnapshotHeader);

    /// <exception cref="JsonException">It is no header.</exception>
    public static SnapshotHeader Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, SnapshotHeaderJson.Default.SnapshotHeader) is { Magic: SnapshotMagic, V: Version } header
            ? header : throw new JsonException("It is no snapshot of version 1.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SnapshotHeader))]
internal sealed partial class SnapshotHeaderJson : JsonSerializerContext;

/// <summary>What a block of a snapshot holds. They come in this order, any number of each.</summary>
internal enum BlockKind : byte
{
    /// <summary>Node ids in order: 1, length and the node as JSON; or 0, length and the id of a removed node.</summary>
    Entries = 1,

    /// <summary>Relations in the order of their keys, see <see cref="RelationPacking"/>.</summary>
    Relations = 2,

    /// <summary>For each node id: how many changes touched it, and their numbers, each as the difference from the one before.</summary>
    History = 3,

    /// <summary>Ids of the change sets from the first on: 16 bytes each.</summary>
    ChangeSetIds = 4,

    /// <summary>Journal records: first change set (difference), segment, offset, length, checksum before (four bytes).</summary>
    Records = 5,
}
