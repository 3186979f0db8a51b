using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>Answers <see cref="NeighbourhoodQuery"/>: all of it in one statement, since each costs the server some milliseconds whatever it asks.</summary>
internal sealed class NeighbourhoodReader(ICypherTransport transport)
{
    private static readonly Dictionary<string, object?> Ranks =
        RelationRules.All.ToDictionary(rule => RelationRules.Name(rule.Type), rule => (object?)(long)rule.Type, StringComparer.Ordinal);

    public async Task<Neighbourhood> ReadAsync(NeighbourhoodQuery query, CancellationToken cancellationToken)
    {
        var row = (await transport.ReadAsync(Statements.Explore.ReadNeighbourhood, new()
        {
            ["seeds"] = query.Seeds.Select(seed => seed.Value).Distinct().ToArray(), ["depth"] = (long)query.Depth, ["cap"] = (long)query.Cap,
            ["kinds"] = Kinds(query.Kinds), ["types"] = Types(query.Types), ["ranks"] = Ranks,
        }, cancellationToken))[0];
        var nodes = Present(row.List("nodes")).ToDictionary(node => (string)node["id"]!, ToNode, StringComparer.Ordinal);
        // Somebody may have removed a node since it was reached: then nothing is told of it, nor of what it hangs together with.
        var levels = row.List("levels").Select((level, distance) => InOrder(level, distance).Where(nodes.ContainsKey).ToArray()).ToArray();
        var counts = Maps(row.List("counts")).Where(node => node["id"] is not null).ToDictionary(node => (string)node["id"]!, CountsOf, StringComparer.Ordinal);
        return new Neighbourhood(
            [.. levels.SelectMany(ids => ids).Select(id => nodes[id])],
            [.. Present(row.List("relations")).Where(relation => IsAmong(nodes, relation)).Select(ToRelation).OrderBy(relation => relation.Key)],
            [.. levels.Take(query.Depth).SelectMany(ids => ids).SelectMany(id => counts.GetValueOrDefault(id, [])).Select(count => count.LeftOut).Where(count => count.Count > 0)],
            [.. levels.SelectMany(ids => ids).SelectMany(id => counts.GetValueOrDefault(id, [])).Select(count => count.Degree)]);
    }

    public static string[] Kinds(ImmutableArray<NodeKind>? kinds) => [.. QueryRanges.KindsOrPlanSystem(kinds).Select(kind => kind.ToString())];

    public static string[]? Types(ImmutableArray<RelationType>? types) =>
        types is { IsDefault: false } asked ? [.. asked.Select(RelationRules.Name)] : null;

    internal static Node ToNode(IReadOnlyDictionary<string, object?> node) => Rows.Node((string)node["id"]!, (IReadOnlyDictionary<string, object?>)node["properties"]!);

    internal static Relation ToRelation(IReadOnlyDictionary<string, object?> relation) => Rows.Relation(
        (string)relation["type"]!, (string)relation["from"]!, (string)relation["to"]!, (IReadOnlyDictionary<string, object?>)relation["properties"]!);

    /// <summary>Elements of a list; one that was removed while the statement ran has no properties left.</summary>
    internal static IEnumerable<IReadOnlyDictionary<string, object?>> Present(IReadOnlyList<object?> elements) =>
        Maps(elements).Where(element => ((IReadOnlyDictionary<string, object?>)element["properties"]!).GetValueOrDefault("version") is not null);

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Maps(IReadOnlyList<object?> list) => list.Cast<IReadOnlyDictionary<string, object?>>();

    /// <summary>The seeds as they were asked for, the others by id. A node that was removed meanwhile has no id.</summary>
    private static IEnumerable<string> InOrder(object? level, int distance)
    {
        var ids = ((IReadOnlyList<object?>)level!).OfType<string>();
        return distance == 0 ? ids : ids.Order(StringComparer.Ordinal);
    }

    private static bool IsAmong(Dictionary<string, Node> nodes, IReadOnlyDictionary<string, object?> relation) =>
        relation["from"] is string from && relation["to"] is string to && nodes.ContainsKey(from) && nodes.ContainsKey(to);

    /// <summary>How many relations a node has, and how many of its neighbours were left out, by type and direction.</summary>
    private static (RelationCount Degree, RelationCount LeftOut)[] CountsOf(IReadOnlyDictionary<string, object?> node)
    {
        var id = NodeId.Parse((string)node["id"]!);
        return [.. ((IReadOnlyList<object?>)node["counts"]!).Cast<IReadOnlyList<object?>>()
            .Select(count => (Degree: CountOf(count, 2), LeftOut: CountOf(count, 3)))
            .OrderBy(count => count.Degree.Type).ThenByDescending(count => count.Degree.Outgoing)];

        RelationCount CountOf(IReadOnlyList<object?> count, int column) => new(id, TouchedElements.TypeOf((string)count[0]!), (bool)count[1]!, (int)(long)count[column]!);
    }
}
