using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>Answers <see cref="NeighbourhoodQuery"/>: one statement for each level, one for everything that is told of what was reached.</summary>
internal sealed class NeighbourhoodReader(ICypherTransport transport)
{
    private static readonly Dictionary<string, object?> Ranks =
        RelationRules.All.ToDictionary(rule => RelationRules.Name(rule.Type), rule => (object?)(long)rule.Type, StringComparer.Ordinal);

    public async Task<Neighbourhood> ReadAsync(NeighbourhoodQuery query, CancellationToken cancellationToken)
    {
        var kinds = Kinds(query.Kinds);
        var types = Types(query.Types);
        var seeds = await ExistingAsync(query.Seeds, cancellationToken);
        var reached = new List<string>(seeds);
        var distances = seeds.ToDictionary(seed => seed, _ => 0, StringComparer.Ordinal);
        var frontier = seeds;
        var room = query.Cap;
        for (var distance = 1; distance <= query.Depth && room > 0 && frontier.Length > 0; distance++)
        {
            frontier = await ReachAsync(frontier, reached, kinds, types, room, cancellationToken);
            room -= frontier.Length;
            reached.AddRange(frontier);
            foreach (var id in frontier) distances.Add(id, distance);
        }
        return await DescribeAsync(reached, distances, query.Depth, kinds, types, cancellationToken);
    }

    public static string[] Kinds(ImmutableArray<NodeKind>? kinds) => [.. QueryRanges.KindsOrPlanSystem(kinds).Select(kind => kind.ToString())];

    public static string[]? Types(ImmutableArray<RelationType>? types) =>
        types is { IsDefault: false } asked ? [.. asked.Select(RelationRules.Name)] : null;

    private async Task<string[]> ExistingAsync(ImmutableArray<NodeId> seeds, CancellationToken cancellationToken)
    {
        var ids = seeds.Select(seed => seed.Value).Distinct().ToArray();
        var rows = await transport.ReadAsync(Statements.Explore.GetNodes, new() { ["ids"] = ids }, cancellationToken);
        var existing = rows.Select(row => row.Text("id")).ToHashSet(StringComparer.Ordinal);
        return [.. ids.Where(existing.Contains)];
    }

    private async Task<string[]> ReachAsync(
        string[] frontier, List<string> seen, string[] kinds, string[]? types, int room, CancellationToken cancellationToken)
    {
        var rows = await transport.ReadAsync(Statements.Explore.ReachNeighbours, new()
        {
            ["frontier"] = frontier, ["seen"] = seen, ["kinds"] = kinds, ["types"] = types, ["ranks"] = Ranks, ["room"] = (long)room,
        }, cancellationToken);
        return [.. rows.Select(row => row.Text("id")).Order(StringComparer.Ordinal)];
    }

    private async Task<Neighbourhood> DescribeAsync(
        List<string> ids, Dictionary<string, int> distances, int depth, string[] kinds, string[]? types, CancellationToken cancellationToken)
    {
        var row = (await transport.ReadAsync(
            Statements.Explore.ReadNeighbourhood, new() { ["ids"] = ids, ["kinds"] = kinds, ["types"] = types }, cancellationToken))[0];
        var nodes = Present(row, "nodes").ToDictionary(node => (string)node["id"]!, StringComparer.Ordinal);
        // Somebody may have removed a node since it was reached: then nothing is told of it, nor of what it hangs together with.
        ids = ids.FindAll(nodes.ContainsKey);
        var counts = Maps(row, "counts").ToLookup(count => (string)count["id"]!, StringComparer.Ordinal);
        return new Neighbourhood(
            [.. ids.Select(id => Rows.Node(id, (IReadOnlyDictionary<string, object?>)nodes[id]["properties"]!))],
            [.. Present(row, "relations").Where(relation => nodes.ContainsKey((string)relation["from"]!) && nodes.ContainsKey((string)relation["to"]!)).Select(ToRelation).OrderBy(relation => relation.Key)],
            [.. ids.Where(id => distances[id] < depth).SelectMany(id => Counts(counts[id], "leftOut"))],
            [.. ids.SelectMany(id => Counts(counts[id], "count"))]);
    }

    private static IEnumerable<RelationCount> Counts(IEnumerable<IReadOnlyDictionary<string, object?>> counts, string column) => counts
        .Select(count => new RelationCount(
            NodeId.Parse((string)count["id"]!), TouchedElements.TypeOf((string)count["type"]!), (bool)count["outgoing"]!, (int)(long)count[column]!))
        .Where(count => count.Count > 0)
        .OrderBy(count => count.Type).ThenByDescending(count => count.Outgoing);

    internal static Relation ToRelation(IReadOnlyDictionary<string, object?> relation) => Rows.Relation(
        (string)relation["type"]!, (string)relation["from"]!, (string)relation["to"]!, (IReadOnlyDictionary<string, object?>)relation["properties"]!);

    /// <summary>Elements of a column; one that was removed while the statement ran has no properties left.</summary>
    internal static IEnumerable<IReadOnlyDictionary<string, object?>> Present(CypherRow row, string column) =>
        Maps(row, column).Where(element => ((IReadOnlyDictionary<string, object?>)element["properties"]!).ContainsKey("version"));

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Maps(CypherRow row, string column) =>
        row.List(column).Cast<IReadOnlyDictionary<string, object?>>();
}
