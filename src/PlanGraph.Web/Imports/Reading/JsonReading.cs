using System.Collections.Immutable;
using System.Text.Json;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Web.Imports.Reading;

/// <summary>Reads PlanGraph's own JSON: <c>{"format":"plangraph","version":1,"nodes":[…],"relations":[…]}</c>.</summary>
internal static class JsonReading
{
    private const int Version = 1;

    public static GraphFile Read(string file, string text)
    {
        using var document = Parse(text);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != "plangraph")
            throw new UnreadableException("imports.file.jsonForeign");
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number < 1)
            throw new UnreadableException("imports.file.jsonForeign");
        if (number > Version) throw new UnreadableException("imports.file.jsonNewer", 0, ("version", number));
        return new GraphFile(file, Elements(root, "nodes"), Elements(root, "relations"));
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = ImportLimits.JsonDepth });
        }
        catch (JsonException problem)
        {
            throw new UnreadableException("imports.file.jsonDamaged", (int)Math.Min(int.MaxValue, (problem.LineNumber ?? 0) + 1));
        }
    }

    private static ImmutableArray<JsonElement> Elements(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var list)) return [];
        if (list.ValueKind != JsonValueKind.Array) throw new UnreadableException("imports.file.jsonForeign");
        if (list.GetArrayLength() > ImportLimits.Rows) throw new UnreadableException("imports.file.tooManyRows", ImportLimits.Rows, ("max", ImportLimits.Rows));
        return [.. list.EnumerateArray().Select(element => element.Clone())];
    }
}
