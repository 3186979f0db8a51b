using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>Puts changes of another store's history as they were: some of them in one transaction, which writes only what they come to.</summary>
/// <remarks>The mark that more is to come is a property of the head, so whoever writes meets it under the lock.</remarks>
internal sealed class HistoryRestoring(ChangeWriter writer)
{
    /// <exception cref="StoreException">The database is not empty, or the changes do not follow from those in it.</exception>
    public Task RestoreAsync(IReadOnlyList<CommittedChange> changes, long head, CancellationToken cancellationToken) =>
        writer.InTurnAsync(async (transaction, token) =>
        {
            var at = await ChangeWriter.LockAsync(transaction, changeId: "", ids: [], token);
            if (at.Number("seq") > 0 && !at.Flag("restoring")) throw RestoreRefusals.NotEmpty(at.Number("seq"));
            if (changes.Count > 0) await PutAsync(transaction, changes, at.Number("seq"), head, token);
            else await transaction.RunAsync(Statements.Changes.EndRestoring, new() { ["head"] = head }, token);
            return (Commit: true, true);
        }, cancellationToken);

    private static async Task PutAsync(
        ICypherTransaction transaction, IReadOnlyList<CommittedChange> changes, long at, long head, CancellationToken cancellationToken)
    {
        for (var i = 0; i < changes.Count; i++)
            if (changes[i].Seq != at + 1 + i) throw RestoreRefusals.DoesNotFollow(changes[i].Seq);
        var (operations, broken) = NetOperations.Of(changes);
        if (broken is { } seq) throw RestoreRefusals.DoesNotFollow(seq);
        var net = changes[^1].ChangeSet with { Operations = operations };
        if (!await FollowsAsync(new TouchedElements(transaction, net), net, cancellationToken)) throw RestoreRefusals.DoesNotFollow(changes[0].Seq);
        await ChangeWriter.PutAsync(transaction, net, cancellationToken);
        await HistoryKeeping.KeepAsync(transaction, changes, isRestoring: changes[^1].Seq < head, cancellationToken);
    }

    private static async Task<bool> FollowsAsync(TouchedElements touched, ChangeSet net, CancellationToken cancellationToken)
    {
        var versions = await touched.ReadVersionsAsync(head: null, cancellationToken);
        if (net.Operations.Any(operation => versions.GetValueOrDefault(operation.Element) != operation.ExpectedVersion)) return false;
        var relationsAt = await touched.ReadRelationsAtRemovedAsync(cancellationToken);
        return ExistenceRules.Check(net, id => versions.ContainsKey(id.Value), id => relationsAt[id]).IsEmpty;
    }
}
