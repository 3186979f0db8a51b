using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.History;

/// <summary>Who changed something, when and why.</summary>
internal sealed record ChangeLine(long Seq, string Actor, DateTimeOffset At, string Reason)
{
    public static ChangeLine Of(CommittedChange change, Wording wording) =>
        new(change.Seq, change.ChangeSet.Actor, change.ChangeSet.At, wording.Reason(change.ChangeSet.Reason));

    public static ChangeLine Of(ChangeNote note, Wording wording) => new(note.Seq, note.Actor, note.At, wording.Reason(note.Reason));
}

/// <summary>A change with what it touched.</summary>
/// <param name="Elements">The first <see cref="MostElements"/>.</param>
/// <param name="Total">How many elements it touched.</param>
internal sealed record ChangeEntry(
    long Seq, string Actor, DateTimeOffset At, string Reason, OperationCounts Counts, ImmutableArray<ElementLine> Elements, int Total)
{
    public const int MostElements = 20;

    public static ChangeEntry Of(CommittedChange change, Func<NodeId, string?> titleOf, Wording wording)
    {
        var (line, operations) = (ChangeLine.Of(change, wording), change.ChangeSet.Operations);
        return new ChangeEntry(
            line.Seq, line.Actor, line.At, line.Reason, OperationCounts.Of(operations),
            [.. operations.Take(MostElements).Select(operation => ElementLine.Of(operation, titleOf, wording))], operations.Length);
    }
}

internal sealed record OperationCounts(int NodesPut, int NodesRemoved, int RelationsPut, int RelationsRemoved)
{
    public static OperationCounts Of(ImmutableArray<Operation> operations) => new(
        operations.Count(operation => operation is PutNode), operations.Count(operation => operation is RemoveNode),
        operations.Count(operation => operation is PutRelation), operations.Count(operation => operation is RemoveRelation));
}

/// <param name="Element">Node id or relation key.</param>
/// <param name="Op">putNode, removeNode, putRelation or removeRelation.</param>
internal sealed record ElementLine(string Element, string? Title, string Op)
{
    public static ElementLine Of(Operation operation, Func<NodeId, string?> titleOf, Wording wording) => operation switch
    {
        PutNode put => new(put.Element, put.Node.Title, "putNode"),
        RemoveNode remove => new(remove.Element, titleOf(remove.Id), "removeNode"),
        PutRelation put => new(put.Element, InWords(put.Relation.Key, titleOf, wording), "putRelation"),
        RemoveRelation remove => new(remove.Element, InWords(remove.Key, titleOf, wording), "removeRelation"),
        _ => throw new InvalidOperationException($"Unknown operation {operation.GetType().Name}."),
    };

    private static string InWords(RelationKey key, Func<NodeId, string?> titleOf, Wording wording) =>
        $"{titleOf(key.From) ?? key.From.Value} – {wording.Say(Sentence.Of($"relation.{RelationRules.Name(key.Type)}"))} – {titleOf(key.To) ?? key.To.Value}";
}
