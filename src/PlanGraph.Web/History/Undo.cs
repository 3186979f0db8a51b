using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.History;

/// <summary>Nodes and relations as they stood at some change.</summary>
internal sealed class ElementStates(IEnumerable<string> wanted)
{
    private readonly HashSet<string> _wanted = wanted.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Relation> _relations = new(StringComparer.Ordinal);

    public Node? Node(string element) => _nodes.GetValueOrDefault(element);

    public Relation? Relation(string element) => _relations.GetValueOrDefault(element);

    public void Take(CommittedChange change)
    {
        foreach (var operation in change.ChangeSet.Operations.Where(operation => _wanted.Contains(operation.Element))) Take(operation);
    }

    private void Take(Operation operation)
    {
        switch (operation)
        {
            case PutNode put: _nodes[put.Element] = put.Node; break;
            case PutRelation put: _relations[put.Element] = put.Relation; break;
            case RemoveNode: _nodes.Remove(operation.Element); break;
            case RemoveRelation: _relations.Remove(operation.Element); break;
            default: throw new InvalidOperationException($"Unknown operation {operation.GetType().Name}.");
        }
    }
}

/// <summary>The change set that takes a change back.</summary>
internal static class Undo
{
    /// <summary>
    /// The opposite of each step, last first, expecting the versions that the change itself made: what somebody has changed since is a conflict.
    /// </summary>
    /// <param name="before">The elements as they were before the change.</param>
    public static ImmutableArray<Operation> Invert(CommittedChange change, ElementStates before) =>
        [.. change.ChangeSet.Operations.Reverse().Select(operation => Invert(operation, before))];

    private static Operation Invert(Operation operation, ElementStates before) => operation switch
    {
        PutNode put when before.Node(put.Element) is { } node => new PutNode(node, put.Node.Version),
        PutNode put => new RemoveNode(put.Node.Id, put.Node.Version),
        RemoveNode remove => new PutNode(Existed(before.Node(remove.Element), remove), 0),
        PutRelation put when before.Relation(put.Element) is { } relation => new PutRelation(relation, put.Relation.Version),
        PutRelation { Relation: var made } => new RemoveRelation(made.Type, made.From, made.To, made.Variant, made.Version),
        RemoveRelation remove => new PutRelation(Existed(before.Relation(remove.Element), remove), 0),
        _ => throw new InvalidOperationException($"Unknown operation {operation.GetType().Name}."),
    };

    private static T Existed<T>(T? element, Operation operation) where T : class =>
        element ?? throw new InvalidOperationException($"The history has no {operation.Element} before it was removed.");
}
