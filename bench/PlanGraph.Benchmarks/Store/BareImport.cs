using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j;

namespace PlanGraph.Benchmarks.Store;

/// <summary>The peer of the import: the same nodes and relations by UNWIND and CREATE, 10,000 at a time, under a label of their own and without a history.</summary>
internal sealed class BareImport(BareClient client)
{
    private const string Unique = "CREATE CONSTRAINT peer_id IF NOT EXISTS FOR (n:Peer) REQUIRE n.id IS UNIQUE";
    private const string Nodes = "UNWIND $rows AS row CREATE (n:Peer) SET n = row";
    private const string Relations = """
        UNWIND $rows AS row
        MATCH (a:Peer {id: row.from})
        MATCH (b:Peer {id: row.to})
        CREATE (a)-[r:$(row.type)]->(b)
        SET r = row.properties
        """;

    private const int Batch = 10_000;

    public async Task RunAsync(IEnumerable<ChangeSet> changeSets)
    {
        await client.RowsAsync(Unique, []);
        foreach (var operations in changeSets.SelectMany(set => set.Operations).Chunk(Batch))
        {
            await PutAsync(Nodes, [.. operations.OfType<PutNode>().Select(put => NodeRow(put.Node))]);
            await PutAsync(Relations, [.. operations.OfType<PutRelation>().Select(put => RelationRow(put.Relation))]);
        }
    }

    private async Task PutAsync(string statement, object[] rows)
    {
        if (rows.Length > 0) await client.RowsAsync(statement, new() { ["rows"] = rows });
    }

    private static Dictionary<string, object?> NodeRow(Node node) => Neo4jProperties.From(node);

    private static Dictionary<string, object?> RelationRow(Relation relation) => new()
    {
        ["type"] = RelationRules.Name(relation.Type), ["from"] = relation.From.Value, ["to"] = relation.To.Value, ["properties"] = Neo4jProperties.From(relation),
    };
}
