using System.Collections.Immutable;
using System.Threading.Channels;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded;

/// <summary>What the writer decided. All of it is told only when everything it rests on is durable.</summary>
internal abstract record Verdict
{
    private Verdict() { }

    public sealed record Applied(long Seq, ChangeSet ChangeSet) : Verdict;

    public sealed record AppliedBefore(long Seq) : Verdict;

    public sealed record Conflicted(ImmutableArray<FoundConflict> Conflicts) : Verdict;

    public sealed record Refused(ImmutableArray<Sentence> Problems) : Verdict;
}

/// <summary>A conflict as the writer saw it.</summary>
/// <param name="History">The changes that touched the element's node (for a relation: the node it starts in) so far.</param>
internal sealed record FoundConflict(Operation Operation, long ActualVersion, Node? Current, SeqList History);

/// <summary>A change set on its way to the writer.</summary>
/// <param name="ChangeSet">As it will be kept: read back from <paramref name="Json"/>.</param>
internal sealed record CommitRequest(ChangeSet ChangeSet, byte[] Json, CancellationToken CancellationToken)
{
    /// <summary>The number that the change set must get; null for the next, whichever it is.</summary>
    public long? RestoredSeq { get; init; }

    public TaskCompletionSource<Verdict> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// The one writer. Takes all change sets that wait, decides them in turn against the state and each other, writes those that hold as one record
/// with one fsync, publishes the new state, and answers.
/// </summary>
internal sealed class CommitLoop
{
    private const int MaxGroup = 1024;
    private const int MaxGroupBytes = 8 << 20;
    private readonly Channel<CommitRequest> _queue;
    private readonly JournalFile _journal;
    private readonly ChangeSetIds _ids;
    private readonly Action<GraphState, IReadOnlyList<ChangeSet>> _publish;
    private readonly Task _running;
    private GraphState _state;

    /// <param name="publish">Makes a state visible that is on disk; told the change sets that led to it.</param>
    public CommitLoop(
        int queueLength, JournalFile journal, ChangeSetIds ids, GraphState state, Action<GraphState, IReadOnlyList<ChangeSet>> publish)
    {
        (_journal, _ids, _state, _publish) = (journal, ids, state, publish);
        _queue = Channel.CreateBounded<CommitRequest>(new BoundedChannelOptions(queueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        _running = Task.Run(RunAsync);
    }

    /// <exception cref="StoreException">The store takes no more changes, or is closed.</exception>
    /// <exception cref="IOException">The change set could not be written; it is not applied.</exception>
    public async Task<Verdict> CommitAsync(CommitRequest request)
    {
        try
        {
            await _queue.Writer.WriteAsync(request, request.CancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new StoreException("The store is closed.", e);
        }
        return await request.Answer.Task;
    }

    /// <summary>Writes what waits and ends.</summary>
    public async Task CloseAsync()
    {
        _queue.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var group = TakeGroup();
            try
            {
                CommitGroup(group);
            }
            catch (Exception e)
            {
                // Nothing of the group is published; every caller is told why. The loop must live on to tell the next ones too.
                foreach (var request in group) request.Answer.TrySetException(e);
            }
        }
    }

    private List<CommitRequest> TakeGroup()
    {
        var group = new List<CommitRequest>();
        var bytes = 0;
        while (group.Count < MaxGroup && _queue.Reader.TryPeek(out var next) && (group.Count == 0 || bytes + next.Json.Length <= MaxGroupBytes))
        {
            _queue.Reader.TryRead(out _);
            if (next.CancellationToken.IsCancellationRequested)
            {
                next.Answer.TrySetCanceled(next.CancellationToken);
                continue;
            }
            group.Add(next);
            bytes += next.Json.Length;
        }
        return group;
    }

    private void CommitGroup(List<CommitRequest> group)
    {
        var candidate = new Candidate(_state);
        var taken = new Dictionary<Guid, long>();
        var written = new List<CommitRequest>();
        var verdicts = new Verdict[group.Count];
        for (var i = 0; i < group.Count; i++)
        {
            verdicts[i] = Decide(group[i], candidate, taken);
            if (verdicts[i] is Verdict.Applied) written.Add(group[i]);
        }
        if (written.Count > 0) Write(written, candidate);
        for (var i = 0; i < group.Count; i++) group[i].Answer.TrySetResult(verdicts[i]);
    }

    private void Write(List<CommitRequest> written, Candidate candidate)
    {
        var next = candidate.ToState();
        _journal.Append([.. written.Select(request => request.Json)]);
        try
        {
            foreach (var request in written) _ids.Add(request.ChangeSet.Id);
            _state = next;
            _publish(next, [.. written.Select(request => request.ChangeSet)]);
        }
        catch (Exception e)
        {
            _journal.Abandon(e);
            throw;
        }
    }

    private Verdict Decide(CommitRequest request, Candidate candidate, Dictionary<Guid, long> taken)
    {
        var changeSet = request.ChangeSet;
        if (request.RestoredSeq is { } restored && restored != candidate.Seq + 1) return new Verdict.Refused([]);
        if (_ids.TryGetSeq(changeSet.Id, out var seq) || taken.TryGetValue(changeSet.Id, out seq)) return new Verdict.AppliedBefore(seq);
        var conflicts = FindConflicts(changeSet, candidate);
        if (!conflicts.IsEmpty) return new Verdict.Conflicted(conflicts);
        var problems = ExistenceRules.Check(changeSet, id => candidate.FindNode(id) is not null, candidate.RelationsAt);
        if (!problems.IsEmpty) return new Verdict.Refused(problems);
        candidate.Apply(changeSet, candidate.Seq + 1);
        taken.Add(changeSet.Id, candidate.Seq);
        return new Verdict.Applied(candidate.Seq, changeSet);
    }

    private static ImmutableArray<FoundConflict> FindConflicts(ChangeSet changeSet, Candidate candidate)
    {
        var conflicts = ImmutableArray.CreateBuilder<FoundConflict>();
        foreach (var operation in changeSet.Operations)
        {
            var actual = candidate.VersionOf(operation);
            if (actual == operation.ExpectedVersion) continue;
            var node = NodeOf(operation);
            conflicts.Add(new FoundConflict(operation, actual, operation is PutNode or RemoveNode ? candidate.FindNode(node) : null, candidate.HistoryOf(node)));
        }
        return conflicts.ToImmutable();
    }

    private static NodeId NodeOf(Operation operation) => operation switch
    {
        PutNode put => put.Node.Id,
        RemoveNode remove => remove.Id,
        PutRelation put => put.Relation.From,
        RemoveRelation remove => remove.From,
        _ => throw new InvalidOperationException($"Unknown operation {operation.GetType().Name}."),
    };
}
