using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>First line of a segment: which store and segment it is, and what comes before it.</summary>
/// <param name="Magic">Always <see cref="JournalMagic"/>.</param>
/// <param name="V">Version of the format; 1. A higher one was written by a newer PlanGraph.</param>
/// <param name="Store">Made once for each store: a segment of another store is found out.</param>
/// <param name="Segment">1 for the first, then one more each.</param>
/// <param name="FirstSeq">Number of the first change set in it.</param>
/// <param name="PrevCrc">Checksum of the last line of the segment before; eight zeroes for the first.</param>
internal sealed record SegmentHeader(string Magic, int V, Guid Store, int Segment, long FirstSeq, string PrevCrc)
{
    public const string JournalMagic = "PGJ";
    public const int Version = 1;

    /// <summary>Longest header line that is accepted.</summary>
    public const int MaxBytes = 1024;

    public static SegmentHeader Of(Guid store, int segment, long firstSeq, uint prevCrc) =>
        new(JournalMagic, Version, store, segment, firstSeq, prevCrc.ToString("x8", CultureInfo.InvariantCulture));

    public static string FileName(int segment) => string.Create(CultureInfo.InvariantCulture, $"journal-{segment:D8}.jsonl");

    /// <summary>The segment number in a file name; null when it is no segment.</summary>
    public static int? SegmentOf(string fileName) =>
        fileName is ['j', 'o', 'u', 'r', 'n', 'a', 'l', '-', .. var digits, '.', 'j', 's', 'o', 'n', 'l'] && digits.Length >= 8
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var segment) && segment > 0 && FileName(segment) == fileName
            ? segment : null;

    public byte[] ToJson() => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, SegmentHeaderJson.Default.SegmentHeader));

    public static SegmentHeader? TryParse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SegmentHeaderJson.Default.SegmentHeader) is { Magic: JournalMagic } header ? header : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SegmentHeader))]
internal sealed partial class SegmentHeaderJson : JsonSerializerContext;
