using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PlanGraph.Storage.Neo4j.Transport;

/// <summary>
/// Neo4j's typed JSON, where each value says its type: <c>{"$type":"Integer","_value":"42"}</c>. It keeps 64-bit integers and dates whole in both
/// directions, which plain JSON does not.
/// </summary>
internal static class TypedJson
{
    /// <summary>Quotes and letters as they are shortest: a database reads this, no page, and it reads the bodies of a transaction's requests one byte at a time, at a price.</summary>
    private static readonly JsonWriterOptions Short = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Request(CypherStatement? statement, CypherParameters parameters, string? accessMode, string? bookmark)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Short);
        writer.WriteStartObject();
        if (statement is not null) writer.WriteString("statement", statement.Text);
        if (accessMode is not null) writer.WriteString("accessMode", accessMode);
        if (bookmark is not null)
        {
            writer.WriteStartArray("bookmarks");
            writer.WriteStringValue(bookmark);
            writer.WriteEndArray();
        }
        if (statement is not null)
        {
            writer.WriteStartObject("parameters");
            foreach (var (name, value) in parameters)
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static object? Read(JsonElement typed)
    {
        var value = typed.GetProperty("_value");
        return typed.GetProperty("$type").GetString() switch
        {
            "Null" => null,
            "Boolean" => value.GetBoolean(),
            "Integer" => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "Float" => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "String" => value.GetString(),
            "Base64" => value.GetBytesFromBase64(),
            "Date" => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            "OffsetDateTime" => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "List" => ReadAll(value),
            "Map" => ReadMap(value),
            var type => throw new NotSupportedException($"A statement returned a value of type {type}; return its properties instead."),
        };
    }

    /// <summary>The typed values of an array, in their order.</summary>
    public static object?[] ReadAll(JsonElement array)
    {
        var values = new object?[array.GetArrayLength()];
        var index = 0;
        foreach (var value in array.EnumerateArray()) values[index++] = Read(value);
        return values;
    }

    private static Dictionary<string, object?> ReadMap(JsonElement map)
    {
        var values = new Dictionary<string, object?>(map.GetPropertyCount(), StringComparer.Ordinal);
        foreach (var property in map.EnumerateObject()) values[property.Name] = Read(property.Value);
        return values;
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: WriteTyped(writer, "Null", w => w.WriteNullValue()); break;
            case bool flag: WriteTyped(writer, "Boolean", w => w.WriteBooleanValue(flag)); break;
            case int or long: WriteText(writer, "Integer", ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)); break;
            case double number: WriteText(writer, "Float", number.ToString("R", CultureInfo.InvariantCulture)); break;
            case string text: WriteText(writer, "String", text); break;
            case byte[] bytes: WriteTyped(writer, "Base64", w => w.WriteBase64StringValue(bytes)); break;
            case DateOnly date: WriteText(writer, "Date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset time: WriteText(writer, "OffsetDateTime", time.ToString("O", CultureInfo.InvariantCulture)); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(writer, map); break;
            case IEnumerable list: WriteList(writer, list); break;
            default: throw new NotSupportedException($"A parameter of type {value.GetType()} cannot be sent to Neo4j.");
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string type, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("$type", type);
        writer.WriteString("_value", text);
        writer.WriteEndObject();
    }

    private static void WriteTyped(Utf8JsonWriter writer, string type, Action<Utf8JsonWriter> write)
    {
        writer.WriteStartObject();
        writer.WriteString("$type", type);
        writer.WritePropertyName("_value");
        write(writer);
        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> map) => WriteTyped(writer, "Map", w =>
    {
        w.WriteStartObject();
        foreach (var (name, value) in map)
        {
            w.WritePropertyName(name);
            Write(w, value);
        }
        w.WriteEndObject();
    });

    private static void WriteList(Utf8JsonWriter writer, IEnumerable list) => WriteTyped(writer, "List", w =>
    {
        w.WriteStartArray();
        foreach (var value in list) Write(w, value);
        w.WriteEndArray();
    });
}
