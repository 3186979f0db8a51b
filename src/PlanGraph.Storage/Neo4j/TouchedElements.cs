using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>What a change set meets in the database: read inside its transaction, after the lock.</summary>
internal sealed class TouchedElements(ICypherTransaction transaction, ChangeSet changeSet)
{
    private readonly string[] _nodes = [.. changeSet.Operations.SelectMany(NodesOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The ids of the nodes that it touches, as many as one statement takes: all, unless it is a large one.</summary>
    public string[] FirstNodes => _nodes.Length <= ChangeWriter.Batch ? _nodes : _nodes[..ChangeWriter.Batch];

    /// <summary>The versions of all elements that the change set puts or removes, and of the ends of the relations it puts; those that do not exist are not in it.</summary>
    /// <param name="head">What the lock told, when it was asked for <see cref="FirstNodes"/>.</param>
    public async Task<IReadOnlyDictionary<string, long>> ReadVersionsAsync(CypherRow? head, CancellationToken cancellationToken)
    {
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var found in head?.List("versions").Cast<IReadOnlyDictionary<string, object?>>() ?? []) versions[(string)found["id"]!] = (long)found["version"]!;
        foreach (var ids in _nodes.Skip(head is null ? 0 : ChangeWriter.Batch).Chunk(ChangeWriter.Batch))
        {
            foreach (var row in await transaction.RunAsync(Statements.Changes.ReadNodeVersions, new() { ["ids"] = ids }, cancellationToken))
                versions[row.Text("id")] = row.Number("version");
        }
        foreach (var keys in changeSet.Operations.Select(KeyOf).OfType<RelationKey>().Chunk(ChangeWriter.Batch))
        {
            var rows = keys.Select((key, index) => new Dictionary<string, object?>(Row(key)) { ["index"] = index }).ToArray();
            foreach (var row in await transaction.RunAsync(Statements.Changes.ReadRelationVersions, new() { ["relations"] = rows }, cancellationToken))
                versions[keys[row.Number("index")].ToString()] = row.Number("version");
        }
        return versions;
    }

    public async Task<ILookup<NodeId, RelationKey>> ReadRelationsAtRemovedAsync(CancellationToken cancellationToken)
    {
        var keys = new List<RelationKey>();
        foreach (var ids in changeSet.Operations.OfType<RemoveNode>().Select(remove => remove.Id.Value).Chunk(ChangeWriter.Batch))
        {
            var rows = await transaction.RunAsync(Statements.Changes.ReadRelationsAt, new() { ["ids"] = ids }, cancellationToken);
            keys.AddRange(rows.Select(row => new RelationKey(
                TypeOf(row.Text("type")), NodeId.Parse(row.Text("from")), NodeId.Parse(row.Text("to")), (string?)row["variant"])));
        }
        return keys.Distinct().SelectMany(key => new[] { key.From, key.To }.Distinct().Select(end => (end, key))).ToLookup(pair => pair.end, pair => pair.key);
    }

    /// <summary>The ids of the nodes that an operation touches: the node, or the relation's ends.</summary>
    public static IEnumerable<string> NodesOf(Operation operation) => operation switch
    {
        PutNode put => [put.Node.Id.Value],
        RemoveNode remove => [remove.Id.Value],
        _ => KeyOf(operation) is { } key ? [key.From.Value, key.To.Value] : [],
    };

    public static Dictionary<string, object?> Row(RelationKey key) => new(StringComparer.Ordinal)
    {
        ["type"] = RelationRules.Name(key.Type), ["from"] = key.From.Value, ["to"] = key.To.Value, ["variant"] = key.Variant ?? "",
    };

    public static RelationType TypeOf(string name) => RelationRules.TryParse(name, out var type)
        ? type
        : throw new StoreException($"The database has a relation of type {name}, which PlanGraph does not know.");

    private static RelationKey? KeyOf(Operation operation) => operation switch
    {
        PutRelation put => put.Relation.Key,
        RemoveRelation remove => remove.Key,
        _ => null,
    };
}
