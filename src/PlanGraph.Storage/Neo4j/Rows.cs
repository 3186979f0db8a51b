using System.Text;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>Rows of answers as elements of the graph.</summary>
internal static class Rows
{
    public static Node Node(string id, IReadOnlyDictionary<string, object?> properties) => Neo4jProperties.ToNode(NodeId.Parse(id).Kind, properties);

    public static Relation Relation(string type, string from, string to, IReadOnlyDictionary<string, object?> properties) =>
        Neo4jProperties.ToRelation(TouchedElements.TypeOf(type), from, to, properties);

    public static CommittedChange Change(CypherRow row) => new(row.Number("seq"), new ChangeSet
    {
        Id = Guid.Parse(row.Text("id")),
        Actor = row.Text("actor"),
        Reason = row.Text("reason"),
        At = row.Time("at"),
        Operations = [.. row.List("parts").SelectMany(part => (IReadOnlyList<object?>)part!)
            .Select(operation => GraphJson.FromUtf8<Operation>(Encoding.UTF8.GetBytes((string)operation!)))],
    });
}
