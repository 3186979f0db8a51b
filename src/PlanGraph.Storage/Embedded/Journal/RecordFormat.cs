using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>
/// One line of the journal: eight hex digits of chained CRC, a space, JSON, a line feed. The JSON of a record is
/// <c>{"seq":n,"count":k,"at":"…","tx":[change set, …]}</c>: the change sets n to n+k−1, written with one fsync.
/// </summary>
internal static class RecordFormat
{
    /// <summary>The longest line, 64 MiB; checked before writing and before reading.</summary>
    public const int MaxLineBytes = 64 << 20;
    public const byte LineFeed = (byte)'\n';

    /// <summary>Checksum and space before the JSON.</summary>
    public const int HeadBytes = 9;

    private static readonly JsonTypeInfo<ChangeSet> ChangeSetInfo = (JsonTypeInfo<ChangeSet>)GraphJson.Options.GetTypeInfo(typeof(ChangeSet));

    /// <summary>Room that a record needs besides its change sets and the commas between them.</summary>
    public const int EnvelopeBytes = 128;

    /// <param name="crc">Checksum of the line before; becomes this line's.</param>
    public static byte[] WriteRecord(long firstSeq, DateTimeOffset at, IReadOnlyCollection<byte[]> changeSets, ref uint crc)
    {
        var line = new ArrayBufferWriter<byte>(changeSets.Sum(changeSet => changeSet.Length + 1) + EnvelopeBytes);
        line.Advance(Head(line.GetSpan(HeadBytes)));
        line.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$"""{"seq":{{firstSeq}},"count":{{changeSets.Count}},"at":"{{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}}","tx":[""")));
        var first = true;
        foreach (var changeSet in changeSets)
        {
            if (!first) line.Write(","u8);
            first = false;
            line.Write(changeSet);
        }
        line.Write("]}\n"u8);
        return Sealed(line, ref crc);
    }

    public static byte[] WriteHeader(SegmentHeader header, ref uint crc)
    {
        var line = new ArrayBufferWriter<byte>(256);
        line.Advance(Head(line.GetSpan(HeadBytes)));
        line.Write(header.ToJson());
        line.Write("\n"u8);
        return Sealed(line, ref crc);
    }

    /// <summary>The JSON of a line without its line feed; false when the line is not whole. On success the checksum moves on.</summary>
    public static bool TryReadLine(ReadOnlySpan<byte> line, ref uint crc, out ReadOnlySpan<byte> json)
    {
        json = default;
        if (line.Length <= HeadBytes || line[HeadBytes - 1] != (byte)' ') return false;
        var body = line[HeadBytes..];
        var expected = Crc.Of(body, crc);
        if (!Crc.IsHexOf(line[..8], expected)) return false;
        crc = expected;
        json = body;
        return true;
    }

    /// <summary>Number of the first change set and how many there are, from the fixed beginning of a record.</summary>
    public static bool TryReadEnvelope(ReadOnlySpan<byte> json, out long seq, out int count)
    {
        count = 0;
        return TryReadNumber(ref json, "{\"seq\":"u8, out seq) && TryReadNumber(ref json, ",\"count\":"u8, out var many)
            && (count = (int)Math.Min(many, int.MaxValue)) > 0 && json.StartsWith(",\"at\":\""u8);
    }

    /// <exception cref="JsonException">The JSON is no record.</exception>
    public static ImmutableArray<ChangeSet> ReadChangeSets(ReadOnlySpan<byte> json)
    {
        var reader = ToChangeSets(json);
        var changeSets = ImmutableArray.CreateBuilder<ChangeSet>();
        while (reader.TokenType == JsonTokenType.StartObject) changeSets.Add(ReadOne(ref reader));
        return changeSets.ToImmutable();
    }

    /// <summary>One change set of a record, the others passed by.</summary>
    /// <exception cref="JsonException">The JSON is no record, or has no so many change sets.</exception>
    public static ChangeSet ReadChangeSet(ReadOnlySpan<byte> json, int index)
    {
        var reader = ToChangeSets(json);
        for (var i = 0; i < index; i++)
        {
            reader.Skip();
            reader.Read();
        }
        return ReadOne(ref reader);
    }

    private static ChangeSet ReadOne(ref Utf8JsonReader reader)
    {
        var changeSet = JsonSerializer.Deserialize(ref reader, ChangeSetInfo) ?? throw new JsonException("A change set is null.");
        reader.Read();
        return changeSet;
    }

    private static Utf8JsonReader ToChangeSets(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("tx"u8)) continue;
            if (reader.Read() && reader.TokenType == JsonTokenType.StartArray && reader.Read()) return reader;
            break;
        }
        throw new JsonException("A record has no list of change sets.");
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> json, ReadOnlySpan<byte> name, out long number)
    {
        number = 0;
        if (!json.StartsWith(name)) return false;
        json = json[name.Length..];
        if (!Utf8Parser.TryParse(json, out number, out int used) || number < 1) return false;
        json = json[used..];
        return true;
    }

    private static int Head(Span<byte> target)
    {
        "00000000 "u8.CopyTo(target);
        return HeadBytes;
    }

    private static byte[] Sealed(ArrayBufferWriter<byte> line, ref uint crc)
    {
        var bytes = line.WrittenSpan.ToArray();
        crc = Crc.Of(bytes.AsSpan(HeadBytes, bytes.Length - HeadBytes - 1), crc);
        Crc.WriteHex(crc, bytes);
        return bytes;
    }
}
