using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>Answers <see cref="PathQuery"/>: all shortest paths, then all of the next length, until there are enough.</summary>
internal static class PathReader
{
    public static async Task<IReadOnlyList<GraphPath>> ReadAsync(ICypherTransport transport, PathQuery query, CancellationToken cancellationToken)
    {
        var found = new List<string[]>();
        if (query.From == query.To) return [];
        for (var above = 0; above < query.MaxLength && found.Count < query.MaxPaths;)
        {
            var rows = await transport.ReadAsync(Statements.Explore.ShortestPaths, new()
            {
                ["from"] = query.From.Value, ["to"] = query.To.Value, ["above"] = (long)above, ["maxLength"] = (long)query.MaxLength,
                ["kinds"] = NeighbourhoodReader.Kinds(query.Kinds), ["types"] = NeighbourhoodReader.Types(query.Types),
                ["limit"] = (long)(query.MaxPaths - found.Count),
            }, cancellationToken);
            if (rows.Count == 0) break;
            found.AddRange(rows.Select(row => row.List("ids").Cast<string>().ToArray()));
            above = found[^1].Length - 1;
        }
        return found.Count == 0 ? [] : await DescribeAsync(transport, found, query, cancellationToken);
    }

    private static async Task<IReadOnlyList<GraphPath>> DescribeAsync(
        ICypherTransport transport, List<string[]> paths, PathQuery query, CancellationToken cancellationToken)
    {
        var row = (await transport.ReadAsync(Statements.Explore.ReadNeighbourhood, new()
        {
            ["ids"] = paths.SelectMany(path => path).Distinct().ToArray(), ["kinds"] = Array.Empty<string>(), ["types"] = NeighbourhoodReader.Types(query.Types),
        }, cancellationToken))[0];
        var nodes = NeighbourhoodReader.Maps(row, "nodes").ToDictionary(
            node => (string)node["id"]!, node => Rows.Node((string)node["id"]!, (IReadOnlyDictionary<string, object?>)node["properties"]!), StringComparer.Ordinal);
        var relations = NeighbourhoodReader.Maps(row, "relations").Select(NeighbourhoodReader.ToRelation).OrderBy(relation => relation.Key).ToList();
        return [.. paths.Select(path => new GraphPath(
            Array.ConvertAll(path, id => nodes[id]),
            [.. path.Zip(path.Skip(1), (a, b) => relations.First(relation => Joins(relation, a, b)))]))];
    }

    /// <summary>Of several relations between two nodes the first by key stands for the step.</summary>
    private static bool Joins(Relation relation, string a, string b) =>
        (relation.From.Value == a && relation.To.Value == b) || (relation.From.Value == b && relation.To.Value == a);
}
