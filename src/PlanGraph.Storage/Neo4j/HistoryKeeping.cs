using System.Text;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>Writes changes into the history, beside the elements that they put.</summary>
internal static class HistoryKeeping
{
    /// <summary>Operations of one part of a change.</summary>
    private const int PartSize = 1_000;

    /// <summary>Parts of one statement.</summary>
    private const int PartsAtOnce = ChangeWriter.Batch / PartSize;

    /// <param name="changes">At least one, in order.</param>
    public static async Task KeepAsync(
        ICypherTransaction transaction, IReadOnlyList<CommittedChange> changes, bool isRestoring, CancellationToken cancellationToken)
    {
        var isWhole = changes.Sum(change => (long)change.ChangeSet.Operations.Length) <= ChangeWriter.Batch;
        await transaction.RunAsync(Statements.Changes.AddChanges, new()
        {
            ["seq"] = changes[^1].Seq, ["restoring"] = isRestoring ? true : null, ["changes"] = changes.Select(change => ChangeRow(change, isWhole)).ToArray(),
        }, cancellationToken);
        if (isWhole) return;
        foreach (var parts in changes.SelectMany(PartRows).Chunk(PartsAtOnce))
            await transaction.RunAsync(Statements.Changes.AddChangeParts, new() { ["parts"] = parts }, cancellationToken);
    }

    private static Dictionary<string, object?> ChangeRow(CommittedChange change, bool withParts) => new(StringComparer.Ordinal)
    {
        ["seq"] = change.Seq, ["id"] = change.ChangeSet.Id.ToString(), ["actor"] = change.ChangeSet.Actor, ["reason"] = change.ChangeSet.Reason,
        ["at"] = change.ChangeSet.At, ["operationCount"] = change.ChangeSet.Operations.Length, ["parts"] = withParts ? PartRows(change).ToArray() : [],
    };

    private static IEnumerable<Dictionary<string, object?>> PartRows(CommittedChange change) =>
        change.ChangeSet.Operations.Chunk(PartSize).Select((part, index) => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["seq"] = change.Seq, ["index"] = index,
            ["operations"] = Array.ConvertAll(part, operation => Encoding.UTF8.GetString(GraphJson.ToUtf8(operation))),
            ["touched"] = string.Join(' ', part.SelectMany(TouchedElements.NodesOf).Distinct()),
        });
}
