using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>Answers <see cref="PathQuery"/>: all shortest paths, then all of the next length, until there are enough.</summary>
/// <remarks>Several statements: a path that somebody has cut before it is described is looked for anew, and at last left out.</remarks>
internal static class PathReader
{
    private const int Attempts = 3;

    public static async Task<IReadOnlyList<GraphPath>> ReadAsync(ICypherTransport transport, PathQuery query, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (found, whole) = await ReadOnceAsync(transport, query, cancellationToken);
            if (whole.Count == found || attempt == Attempts) return whole;
        }
    }

    private static async Task<(int Found, IReadOnlyList<GraphPath> Whole)> ReadOnceAsync(ICypherTransport transport, PathQuery query, CancellationToken cancellationToken)
    {
        var found = new List<string?[]>();
        if (query.From == query.To) return (0, []);
        for (var above = 0; above < query.MaxLength && found.Count < query.MaxPaths;)
        {
            var rows = await transport.ReadAsync(Statements.Explore.ShortestPaths, new()
            {
                ["from"] = query.From.Value, ["to"] = query.To.Value, ["above"] = (long)above, ["maxLength"] = (long)query.MaxLength,
                ["kinds"] = NeighbourhoodReader.Kinds(query.Kinds), ["types"] = NeighbourhoodReader.Types(query.Types),
                ["limit"] = (long)(query.MaxPaths - found.Count),
            }, cancellationToken);
            if (rows.Count == 0) break;
            // A node that was removed while the statement ran has no id.
            found.AddRange(rows.Select(row => row.List("ids").Cast<string?>().ToArray()));
            above = found[^1].Length - 1;
        }
        return (found.Count, found.Count == 0 ? [] : await DescribeAsync(transport, found, query, cancellationToken));
    }

    private static async Task<IReadOnlyList<GraphPath>> DescribeAsync(
        ICypherTransport transport, List<string?[]> paths, PathQuery query, CancellationToken cancellationToken)
    {
        var row = (await transport.ReadAsync(Statements.Explore.ReadNeighbourhood, new()
        {
            ["ids"] = paths.SelectMany(path => path).OfType<string>().Distinct().ToArray(), ["kinds"] = Array.Empty<string>(), ["types"] = NeighbourhoodReader.Types(query.Types),
        }, cancellationToken))[0];
        var nodes = NeighbourhoodReader.Present(row, "nodes").ToDictionary(
            node => (string)node["id"]!, node => Rows.Node((string)node["id"]!, (IReadOnlyDictionary<string, object?>)node["properties"]!), StringComparer.Ordinal);
        var relations = NeighbourhoodReader.Present(row, "relations").Select(NeighbourhoodReader.ToRelation).OrderBy(relation => relation.Key).ToList();
        return [.. paths.Select(path => ToPath(path, nodes, relations)).OfType<GraphPath>()];
    }

    /// <summary>Null when a node or a relation of it is gone.</summary>
    private static GraphPath? ToPath(string?[] path, Dictionary<string, Node> nodes, List<Relation> relations)
    {
        List<Node> there = [.. path.Select(id => id is null ? null : nodes.GetValueOrDefault(id)).OfType<Node>()];
        if (there.Count < path.Length) return null;
        List<Relation> steps = [.. there.Zip(there.Skip(1), (a, b) => relations.Find(relation => Joins(relation, a.Id.Value, b.Id.Value))).OfType<Relation>()];
        return steps.Count == path.Length - 1 ? new GraphPath(there, steps) : null;
    }

    /// <summary>Of several relations between two nodes the first by key stands for the step.</summary>
    private static bool Joins(Relation relation, string a, string b) =>
        (relation.From.Value == a && relation.To.Value == b) || (relation.From.Value == b && relation.To.Value == a);
}
