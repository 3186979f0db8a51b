using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>Reads the nodes and relations of PlanGraph's own JSON. A property that is not in the file stays as it is; one that is null is emptied.</summary>
internal static class GraphFileRows
{
    public static List<Draft> Read(GraphFile file) =>
    [
        .. file.Nodes.Select((element, at) => Node(new ImportPlace(file.File, "nodes", at + 1), element)),
        .. file.Relations.Select((element, at) => Relation(new ImportPlace(file.File, "relations", at + 1), element)),
    ];

    private static NodeDraft Node(ImportPlace place, JsonElement element)
    {
        var id = Text(element, "id");
        var kind = Enum.TryParse<NodeKind>(Text(element, "kind"), out var known) ? known : NodeKind.Plan;
        var draft = new NodeDraft(place, kind, Text(element, "title") ?? "") { IdText = id ?? "" };
        if (NodeKinds.IsBookkeeping(kind)) draft.Refuse("imports.bookkeeping", ("kind", $"@kind.{kind}"));
        else if (Parsed<Node>(draft, "{}", element) is { } node) draft.Step<Node>((before, isNew) => isNew ? node with { Version = 0 } : Parsed<Node>(draft, Json(before), element) ?? before);
        return draft;
    }

    private static RelationDraft Relation(ImportPlace place, JsonElement element)
    {
        var type = RelationRules.TryParse(Text(element, "type") ?? "", out var known) ? known : default;
        var draft = new RelationDraft(place, type, Text(element, "from") ?? "", Text(element, "to") ?? "", Text(element, "variant"));
        if (Parsed<Relation>(draft, "{}", element) is not null)
            draft.Steps.Add(before => (Parsed<Relation>(draft, Encoding.UTF8.GetString(GraphJson.ToUtf8(before)), element) ?? before) with { Version = before.Version });
        return draft;
    }

    private static string Json(Node node) => Encoding.UTF8.GetString(GraphJson.ToUtf8(node));

    /// <summary>What the file says laid over what is there; null, with the draft refused, when it is no such element.</summary>
    private static T? Parsed<T>(Draft draft, string below, JsonElement above) where T : class
    {
        try
        {
            if (above.ValueKind != JsonValueKind.Object) throw new JsonException();
            var merged = JsonNode.Parse(below)!.AsObject();
            foreach (var property in above.EnumerateObject().Where(property => property.Name != "version"))
                merged[property.Name] = JsonNode.Parse(property.Value.GetRawText());
            return GraphJson.FromUtf8<T>(Encoding.UTF8.GetBytes(merged.ToJsonString()));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException)
        {
            draft.Refuse("imports.jsonElement", ("path", (problem as JsonException)?.Path ?? "$"));
            return null;
        }
    }

    private static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
