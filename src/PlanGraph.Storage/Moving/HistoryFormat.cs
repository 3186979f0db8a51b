using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Moving;

/// <summary>
/// Format 1 of a history file: the whole history of a graph, as one store hands it over to another. UTF-8, one JSON object to a line, LF at the end of
/// each, also of the last. The lines: a header; for each change a line that says who, why and when, and then one line for each of its operations, as
/// <see cref="Domain.Graph.GraphJson"/> writes them; a closing line. The same history gives the same bytes, whichever store wrote it.
/// </summary>
/// <remarks>
/// The last member of each object is <c>"crc"</c>: CRC-32C of the line's bytes before <c>,"crc"</c>, seeded with that of the line before (0 for the first). So
/// the first line that was altered, left out or put in is named. The closing line has SHA-256 of all bytes before it, which other tools can check:
/// <c>head -n -1 FILE | sha256sum</c>. <c>docs/moving.md</c> is the description for people.
/// </remarks>
internal static class HistoryFormat
{
    public const string Magic = "history";
    public const int Version = 1;

    /// <summary>Of a line without its LF; no store holds a larger operation.</summary>
    public const int MostLineBytes = RecordFormat.MaxLineBytes;

    private const int TailBytes = 18;

    private static ReadOnlySpan<byte> TailStart => ",\"crc\":\""u8;

    /// <summary>Writes an object as a line.</summary>
    /// <param name="crc">Checksum of the line before; becomes this line's.</param>
    public static void WriteLine(ArrayBufferWriter<byte> target, ReadOnlySpan<byte> json, ref uint crc)
    {
        var body = json[..^1];
        crc = Crc.Of(body, crc);
        target.Write(body);
        target.Write(TailStart);
        Crc.WriteHex(crc, target.GetSpan(8));
        target.Advance(8);
        target.Write("\"}\n"u8);
    }

    /// <summary>The object of a line without its checksum, in the line's own bytes; null when the checksum does not fit.</summary>
    public static ReadOnlyMemory<byte>? ReadLine(Memory<byte> line, ref uint crc)
    {
        if (line.Length <= TailBytes) return null;
        var tail = line.Span[^TailBytes..];
        var expected = Crc.Of(line.Span[..^TailBytes], crc);
        if (!tail.StartsWith(TailStart) || !tail.EndsWith("\"}"u8) || !Crc.IsHexOf(tail.Slice(TailStart.Length, 8), expected)) return null;
        crc = expected;
        line.Span[^TailBytes] = (byte)'}';
        return line[..^(TailBytes - 1)];
    }

    public static byte[] ToUtf8<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    /// <exception cref="JsonException">The bytes are no such value.</exception>
    public static T FromUtf8<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, TypeInfo<T>()) ?? throw new JsonException("The value is null.");

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static readonly JsonSerializerOptions Options = new(HistoryJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = HistoryJson.Default,
    };
}

/// <summary>First line.</summary>
/// <param name="PlanGraph"><see cref="HistoryFormat.Magic"/>.</param>
/// <param name="Version">A higher one was written by a newer PlanGraph.</param>
/// <param name="Changes">How many follow.</param>
internal sealed record HeaderLine([property: JsonPropertyName("plangraph")] string PlanGraph, int Version, long Changes);

/// <summary>A change, whose operations follow.</summary>
internal sealed record ChangeLine(long Change, Guid Id, string Actor, string Reason, DateTimeOffset At, int Operations);

/// <summary>Last line: what was in the lines before it.</summary>
/// <param name="Nodes">That exist after the last change.</param>
/// <param name="Relations">That exist after the last change.</param>
internal sealed record ClosingLine(string End, long Changes, long Operations, long Nodes, long Relations, string Sha256);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(HeaderLine))]
[JsonSerializable(typeof(ChangeLine))]
[JsonSerializable(typeof(ClosingLine))]
internal sealed partial class HistoryJson : JsonSerializerContext;
