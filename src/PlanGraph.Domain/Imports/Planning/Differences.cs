using System.Globalization;
using System.Text.Json;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>What is different between two versions of an element, property by property, as a person reads it.</summary>
public static class Differences
{
    private static readonly Dictionary<(NodeKind, string), string> _choices = new()
    {
        [(NodeKind.Plan, "type")] = "planType", [(NodeKind.Plan, "status")] = "planStatus", [(NodeKind.Plan, "councilDecision")] = "councilDecision",
        [(NodeKind.Plan, "useDoubt")] = "useDoubt", [(NodeKind.Plan, "level")] = "planLevel", [(NodeKind.Goal, "level")] = "goalLevel",
        [(NodeKind.Goal, "dimension")] = "dimension", [(NodeKind.Goal, "standing")] = "standing", [(NodeKind.Strategy, "type")] = "strategyKind",
        [(NodeKind.Strategy, "dimension")] = "dimension", [(NodeKind.Strategy, "standing")] = "standing", [(NodeKind.Measure, "status")] = "measureStatus",
        [(NodeKind.Challenge, "dimension")] = "dimension", [(NodeKind.GoalConflict, "status")] = "conflictStatus", [(NodeKind.Sdg, "dimension")] = "sdgDimension",
    };

    /// <summary>The properties that differ, in the order of the JSON form; id, kind and version are no properties.</summary>
    /// <param name="before">Null for a new node: every value that it has is then a difference.</param>
    public static IEnumerable<PropertyChange> Of(Node? before, Node after) => Of(
        before is null ? default : JsonSerializer.SerializeToElement(before, GraphJson.Options.GetTypeInfo(typeof(Node))),
        JsonSerializer.SerializeToElement(after, GraphJson.Options.GetTypeInfo(typeof(Node))),
        property => _choices.GetValueOrDefault((after.Kind, property)));

    /// <inheritdoc cref="Of(Node?, Node)"/>
    public static IEnumerable<PropertyChange> Of(Relation? before, Relation after) => Of(
        before is null ? default : JsonSerializer.SerializeToElement(before, GraphJson.Options.GetTypeInfo(typeof(Relation))),
        JsonSerializer.SerializeToElement(after, GraphJson.Options.GetTypeInfo(typeof(Relation))),
        property => property == "action" ? "overlapAction" : null);

    private static IEnumerable<PropertyChange> Of(JsonElement before, JsonElement after, Func<string, string?> choice)
    {
        var earlier = Properties(before);
        var later = Properties(after);
        foreach (var name in later.Keys.Union(earlier.Keys))
        {
            var (old, now) = (Read(earlier, name, choice(name)), Read(later, name, choice(name)));
            if (old != now) yield return new PropertyChange(name, old, now);
        }
    }

    private static Dictionary<string, JsonElement> Properties(JsonElement element) => element.ValueKind != JsonValueKind.Object
        ? []
        : element.EnumerateObject().Where(property => property.Name is not ("id" or "kind" or "version" or "from" or "to" or "variant"))
            .ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);

    private static string? Read(Dictionary<string, JsonElement> properties, string name, string? choice) =>
        !properties.TryGetValue(name, out var value) ? null : choice is null ? Plain(value) : $"@{choice}.{value.GetString()}";

    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join(" | ", value.EnumerateArray().Select(Plain)),
        JsonValueKind.Object when value.TryGetProperty("document", out _) => Source(value),
        JsonValueKind.Object when value.TryGetProperty("printed", out var printed) && value.TryGetProperty("date", out var date) => Date(printed.GetString(), date.GetString()),
        JsonValueKind.Object when value.TryGetProperty("printed", out var printed) => printed.GetString(),
        JsonValueKind.Object when value.TryGetProperty("from", out _) || value.TryGetProperty("to", out _) => $"{Year(value, "from")}–{Year(value, "to")}",
        _ => value.GetRawText(),
    };

    private static string Date(string? printed, string? date)
    {
        var plain = date is null ? "" : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(printed) || printed == plain ? plain : $"{plain} ({printed})";
    }

    private static string Source(JsonElement value) =>
        string.Join(", ", value.EnumerateObject().Where(property => property.Name is "document" or "place").Select(property => property.Value.GetString()).Where(text => !string.IsNullOrEmpty(text)));

    private static string Year(JsonElement value, string name) => value.TryGetProperty(name, out var year) ? year.GetRawText() : "";
}
