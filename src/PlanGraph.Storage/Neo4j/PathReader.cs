using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>Answers <see cref="PathQuery"/>: all shortest paths, then all of the next length, until there are enough.</summary>
/// <remarks>A path that somebody cuts while the statement runs is looked for anew, and at last left out.</remarks>
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
        var (found, whole) = (0, new List<GraphPath>());
        if (query.From == query.To) return (0, []);
        for (var above = 0; above < query.MaxLength && found < query.MaxPaths;)
        {
            var rows = await transport.ReadAsync(Statements.Explore.ShortestPaths, new()
            {
                ["from"] = query.From.Value, ["to"] = query.To.Value, ["above"] = (long)above, ["maxLength"] = (long)query.MaxLength,
                ["kinds"] = NeighbourhoodReader.Kinds(query.Kinds), ["types"] = NeighbourhoodReader.Types(query.Types), ["limit"] = (long)(query.MaxPaths - found),
            }, cancellationToken);
            if (rows.Count == 0) break;
            found += rows.Count;
            whole.AddRange(rows.Select(ToPath).OfType<GraphPath>());
            above = rows[^1].List("nodes").Count - 1;
        }
        return (found, whole);
    }

    /// <summary>Null when a node or a relation of it is gone.</summary>
    private static GraphPath? ToPath(CypherRow row)
    {
        List<Node> nodes = [.. NeighbourhoodReader.Present(row.List("nodes")).Select(NeighbourhoodReader.ToNode)];
        if (nodes.Count < row.List("nodes").Count) return null;
        List<Relation> relations = [.. row.List("relations").SelectMany(way => NeighbourhoodReader.Present((IReadOnlyList<object?>)way!))
            .Where(relation => relation["from"] is not null && relation["to"] is not null).Select(NeighbourhoodReader.ToRelation).OrderBy(relation => relation.Key)];
        List<Relation> steps = [.. nodes.Zip(nodes.Skip(1), (a, b) => relations.Find(relation => Joins(relation, a.Id, b.Id))).OfType<Relation>()];
        return steps.Count == nodes.Count - 1 ? new GraphPath(nodes, steps) : null;
    }

    /// <summary>Of several relations between two nodes the first by key stands for the step.</summary>
    private static bool Joins(Relation relation, NodeId a, NodeId b) => (relation.From == a && relation.To == b) || (relation.From == b && relation.To == a);
}
