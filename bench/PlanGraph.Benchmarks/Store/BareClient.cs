using System.Net.Http.Json;
using System.Text.Json;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j;

namespace PlanGraph.Benchmarks.Store;

/// <summary>
/// The peer: an HttpClient that sends Cypher to Neo4j's Query API as plain JSON and reads the answer as JSON, with nothing between. It checks no
/// version, keeps no history and builds no elements, so what the product takes beyond it is what the product costs.
/// </summary>
internal sealed class BareClient(Uri address) : IDisposable
{
    private const string TwoSteps = """
        MATCH (:Entity {id: $id})-[*0..2]-(m:Entity)
        WITH DISTINCT m LIMIT 501
        WITH collect(m) AS around
        UNWIND around AS a
        OPTIONAL MATCH (a)-[r]->(b) WHERE b IN around
        RETURN a.id AS id, properties(a) AS properties, collect({type: type(r), to: b.id, properties: properties(r)}) AS relations
        """;

    private const string Paths = """
        MATCH p = SHORTEST 3 (:Entity {id: $from})-[*..6]-(:Entity {id: $to})
        RETURN [n IN nodes(p) | properties(n)] AS nodes, [r IN relationships(p) | properties(r)] AS relations
        """;

    private const string Search = """
        CALL db.index.fulltext.queryNodes('entity_terms', $query, {limit: 20}) YIELD node, score
        RETURN node.id AS id, properties(node) AS properties, score
        """;

    private readonly HttpClient _http = new() { BaseAddress = new Uri(address, "db/neo4j/query/v2"), Timeout = TimeSpan.FromMinutes(10) };

    public Task<int> TwoStepsAsync(NodeId id) => RowsAsync(TwoSteps, new() { ["id"] = id.Value });

    /// <summary>The product's own statement.</summary>
    public async Task<int> ProductsTwoStepsAsync(NodeId id)
    {
        using var answer = await SendAsync(Statements.Explore.ReadNeighbourhood.Text, new()
        {
            ["seeds"] = new[] { id.Value }, ["depth"] = 2, ["cap"] = 500, ["kinds"] = NodeKinds.PlanSystem.Select(kind => kind.ToString()), ["types"] = null,
            ["ranks"] = RelationRules.All.ToDictionary(rule => RelationRules.Name(rule.Type), rule => (int)rule.Type),
        });
        return Values(answer).Single()[1].GetArrayLength();
    }

    public Task<int> PathsAsync(NodeId from, NodeId to) => RowsAsync(Paths, new() { ["from"] = from.Value, ["to"] = to.Value });

    public Task<int> SearchAsync(string query) => RowsAsync(Search, new() { ["query"] = query });

    /// <summary>Sends a statement and answers how many rows came back.</summary>
    public async Task<int> RowsAsync(string statement, Dictionary<string, object?> parameters)
    {
        using var answer = await SendAsync(statement, parameters);
        return Values(answer).Count();
    }

    public void Dispose() => _http.Dispose();

    private static JsonElement.ArrayEnumerator Values(JsonDocument answer) => answer.RootElement.GetProperty("data").GetProperty("values").EnumerateArray();

    private async Task<JsonDocument> SendAsync(string statement, Dictionary<string, object?> parameters)
    {
        using var response = await _http.PostAsJsonAsync("", new { statement, parameters });
        var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        if (!answer.RootElement.TryGetProperty("errors", out var errors)) return answer;
        using (answer) throw new InvalidOperationException($"{errors}\n{statement}");
    }
}
