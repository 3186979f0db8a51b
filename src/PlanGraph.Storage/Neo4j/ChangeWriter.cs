using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>
/// Applies one change set in one transaction. The head is locked before anything is read: writers stand in line there, so the versions that are
/// checked cannot move before the commit (a check without the lock lets several writers win), and sequence numbers have no gaps.
/// </summary>
/// <remarks>Within this process writers stand in line here: the server answers as many requests at a time as it has cores, and writers that wait for
/// its lock would take all of them away from the one that holds it.</remarks>
internal sealed class ChangeWriter(ICypherTransport transport, Neo4jOptions options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Rows of one statement: enough that the way there and back does not count, few enough that a busy server answers well within the time that a statement may take.</summary>
    internal const int Batch = 2_000;

    public abstract record Verdict
    {
        private Verdict() { }

        public sealed record Applied(long Seq) : Verdict;

        public sealed record AppliedBefore(long Seq) : Verdict;

        public sealed record Conflicted(ImmutableArray<(Operation Operation, long ActualVersion)> Conflicts) : Verdict;

        public sealed record Refused(ImmutableArray<Sentence> Problems) : Verdict;
    }

    /// <param name="changeSet">As it is to be kept, with the versions that its elements get.</param>
    public Task<Verdict> WriteAsync(ChangeSet changeSet, CancellationToken cancellationToken) =>
        InTurnAsync((transaction, token) => DecideAsync(transaction, changeSet, token), cancellationToken);

    /// <summary>
    /// What a statement reads while nobody writes. A statement by itself reads what is committed at each element it comes to, so that of a change set that is
    /// committed meanwhile it may see one element and miss another; the lock is held until a commit can be seen whole.
    /// </summary>
    public async Task<IReadOnlyList<CypherRow>> ReadBetweenWritesAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken)
    {
        try
        {
            return await InTurnAsync(async (transaction, token) =>
            {
                await LockAsync(transaction, changeId: "", ids: [], token);
                return (Commit: false, await transaction.RunAsync(statement, parameters, token));
            }, cancellationToken);
        }
        catch (CypherException exception) when (exception.Failure == CypherFailure.ReadOnly)
        {
            // Nobody writes to a database that takes no changes.
            return await transport.ReadAsync(statement, parameters, cancellationToken);
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Runs a transaction when those before it in this process are done.</summary>
    internal async Task<T> InTurnAsync<T>(Func<ICypherTransaction, CancellationToken, Task<(bool Commit, T Answer)>> work, CancellationToken cancellationToken)
    {
        await WaitForTurnAsync(cancellationToken);
        try
        {
            return await transport.TransactAsync(work, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Not longer than one statement may take: behind a server that hangs the line would grow without end.</summary>
    private async Task WaitForTurnAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await _turn.WaitAsync(either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CypherException(CypherFailure.Transient, "", $"the writers before this one took more than {options.TimeoutSeconds} seconds", "turn", exception);
        }
    }

    /// <param name="ids">Of nodes whose versions are told with it.</param>
    internal static async Task<CypherRow> LockAsync(ICypherTransaction transaction, string changeId, string[] ids, CancellationToken cancellationToken) =>
        (await transaction.RunAsync(Statements.Changes.LockHead, new() { ["changeId"] = changeId, ["ids"] = ids }, cancellationToken))[0];

    private static async Task<(bool Commit, Verdict Answer)> DecideAsync(ICypherTransaction transaction, ChangeSet changeSet, CancellationToken token)
    {
        var touched = new TouchedElements(transaction, changeSet);
        var head = await LockAsync(transaction, changeSet.Id.ToString(), touched.FirstNodes, token);
        if (!head.IsNull("appliedSeq")) return (false, new Verdict.AppliedBefore(head.Number("appliedSeq")));
        if (head.Flag("restoring")) return (false, new Verdict.Refused([Sentence.Of("store.restoring")]));
        var versions = await touched.ReadVersionsAsync(head, token);
        var conflicts = changeSet.Operations.Select(operation => (operation, Actual: versions.GetValueOrDefault(operation.Element)))
            .Where(found => found.Actual != found.operation.ExpectedVersion).ToImmutableArray();
        if (!conflicts.IsEmpty) return (false, new Verdict.Conflicted(conflicts));
        var relationsAt = await touched.ReadRelationsAtRemovedAsync(token);
        var problems = ExistenceRules.Check(changeSet, id => versions.ContainsKey(id.Value), id => relationsAt[id]);
        if (!problems.IsEmpty) return (false, new Verdict.Refused(problems));
        var seq = head.Number("seq") + 1;
        await PutAsync(transaction, changeSet, token);
        await HistoryKeeping.KeepAsync(transaction, [new CommittedChange(seq, changeSet)], isRestoring: false, token);
        return (true, new Verdict.Applied(seq));
    }

    /// <summary>Relations go before their nodes and come after them.</summary>
    internal static async Task PutAsync(ICypherTransaction transaction, ChangeSet changeSet, CancellationToken cancellationToken)
    {
        var operations = changeSet.Operations;
        await RunAsync(Statements.Changes.RemoveRelations, "relations", operations.OfType<RemoveRelation>().Select(remove => TouchedElements.Row(remove.Key)));
        await RunAsync(Statements.Changes.RemoveNodes, "ids", operations.OfType<RemoveNode>().Select(remove => remove.Id.Value));
        await RunAsync(Statements.Changes.PutNodes, "nodes", operations.OfType<PutNode>().OrderBy(put => put.Node.Id).Select(put => NodeRow(put.Node)));
        var relations = operations.OfType<PutRelation>().OrderBy(put => put.Relation.Key).ToLookup(put => put.ExpectedVersion == 0, put => RelationRow(put.Relation));
        await RunAsync(Statements.Changes.CreateRelations, "relations", relations[true]);
        await RunAsync(Statements.Changes.ReplaceRelations, "relations", relations[false]);

        async Task RunAsync(CypherStatement statement, string parameter, IEnumerable<object> rows)
        {
            foreach (var batch in rows.Chunk(Batch))
                await transaction.RunAsync(statement, new() { [parameter] = batch }, cancellationToken);
        }
    }

    private static Dictionary<string, object?> NodeRow(Node node)
    {
        var properties = Neo4jProperties.From(node);
        properties["searchTerms"] = SearchTerms.Of(node);
        return new(StringComparer.Ordinal) { ["id"] = node.Id.Value, ["kind"] = node.Kind.ToString(), ["properties"] = properties };
    }

    private static Dictionary<string, object?> RelationRow(Relation relation)
    {
        var row = TouchedElements.Row(relation.Key);
        row["properties"] = Neo4jProperties.From(relation);
        return row;
    }
}
