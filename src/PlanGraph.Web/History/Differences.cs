using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.History;

/// <summary>A property of a node that has another value than before. Null is "not set".</summary>
internal sealed record Difference(string Property, JsonNode? Before, JsonNode? After);

internal static class Differences
{
    /// <summary>What differs between two versions of a node, in the order of its properties; everything that is set when one of them is null.</summary>
    public static ImmutableArray<Difference> Between(Node? before, Node? after)
    {
        var (old, now) = (Properties(before), Properties(after));
        return
        [
            .. now.Keys.Union(old.Keys)
                .Where(name => !JsonNode.DeepEquals(old.GetValueOrDefault(name), now.GetValueOrDefault(name)))
                .Select(name => new Difference(name, old.GetValueOrDefault(name)?.DeepClone(), now.GetValueOrDefault(name)?.DeepClone())),
        ];
    }

    private static Dictionary<string, JsonNode?> Properties(Node? node)
    {
        if (node is null) return [];
        var json = JsonSerializer.SerializeToNode(node with { Version = 0 }, GraphJson.Options)!.AsObject();
        return json.Where(property => property.Key is not ("kind" or "id" or "version")).ToDictionary(property => property.Key, property => property.Value);
    }
}
