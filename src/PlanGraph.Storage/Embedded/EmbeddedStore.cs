using System.Globalization;
using Microsoft.Extensions.Logging;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Memory;
using PlanGraph.Storage.Embedded.Queries;
using PlanGraph.Storage.Embedded.Snapshot;

namespace PlanGraph.Storage.Embedded;

/// <summary>
/// The plan graph in memory, with a journal on disk. Readers answer from an immutable state and never wait; one writer decides, writes, forces
/// to disk, and only then swaps in the next state.
/// </summary>
public sealed partial class EmbeddedStore : IPlanGraphStore
{
    private readonly StoreParts _parts;
    private readonly JournalFile _journal;
    private readonly CommitLoop _writer;
    private readonly ILogger _log;
    private readonly NodeSearch _search;
    private readonly Snapshotter _snapshotter;
    private readonly Lock _publishing = new();
    private volatile GraphState _state;
    private int _isClosed;

    private EmbeddedStore(StoreParts parts, EmbeddedStoreOptions options, TimeProvider time, ILogger log)
    {
        (_parts, _journal, _state, _log) = (parts, parts.Journal, parts.State, log);
        _search = new NodeSearch(() => _state, _publishing);
        _snapshotter = new Snapshotter(parts.Files, _journal, parts.Store, options.SnapshotEveryBytes, parts.SnapshotBytes, time, log);
        _writer = new CommitLoop(options.QueueLength, _journal, parts.Ids, parts.State, Publish);
    }

    /// <summary>Opens the store in a directory, or makes one there.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    /// <exception cref="StoreException">The store is in use, damaged, or its directory cannot be used.</exception>
    public static Task<EmbeddedStore> OpenAsync(
        EmbeddedStoreOptions options, TimeProvider time, ILogger<EmbeddedStore> log, CancellationToken cancellationToken) =>
        OpenAsync(options, () => DiskFiles.In(options.Directory), time, log, cancellationToken);

    internal static Task<EmbeddedStore> OpenAsync(
        EmbeddedStoreOptions options, Func<IJournalFiles> files, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        options.Checked();
        return Task.Run(() => new EmbeddedStore(StoreOpening.Open(options, files(), time, log), options, time, log), cancellationToken);
    }

    public async Task<ApplyResult> ApplyAsync(ChangeSet changeSet, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_parts.Restoring.IsSet) return new ApplyResult.Refused([Sentence.Of("store.restoring")]);
        var problems = ChangeSetRules.Check(changeSet);
        if (!problems.IsEmpty) return new ApplyResult.Refused(problems);
        var json = GraphJson.ToUtf8(ExistenceRules.WithVersions(changeSet));
        if (ChangeSetSize.Refuse(json) is { } tooLarge) return new ApplyResult.Refused([tooLarge]);
        var verdict = await _writer.CommitAsync(new CommitRequest(ReadBack(json), json, cancellationToken));
        return verdict switch
        {
            Verdict.Applied applied => new ApplyResult.Applied(new CommittedChange(applied.Seq, applied.ChangeSet)),
            Verdict.AppliedBefore before => new ApplyResult.Applied(_journal.Read(before.Seq)),
            Verdict.Refused refused => new ApplyResult.Refused(refused.Problems),
            Verdict.Conflicted conflicted => new ApplyResult.Conflicted([.. conflicted.Conflicts.Select(conflict => ConflictDetails.Describe(conflict, _journal))]),
            _ => throw new InvalidOperationException($"Unknown verdict {verdict.GetType().Name}."),
        };
    }

    /// <remarks>The mark is on disk before the first change, and goes after the last.</remarks>
    public async Task RestoreAsync(IReadOnlyList<CommittedChange> changes, long head, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_parts.Restoring.IsSet && _state.Seq > 0) throw RestoreRefusals.NotEmpty(_state.Seq);
        _parts.Restoring.Set();
        // All are in line before the first is awaited, so that they are written in groups.
        var verdicts = await Task.WhenAll(changes.Select(change => RestoreAsync(change, cancellationToken)).ToArray());
        for (var i = 0; i < verdicts.Length; i++)
            if (verdicts[i] is not Verdict.Applied) throw RestoreRefusals.DoesNotFollow(changes[i].Seq);
        if (_state.Seq == head) _parts.Restoring.Clear();
    }

    public Task<IReadOnlyList<Node>> GetNodesAsync(IReadOnlyCollection<NodeId> ids, CancellationToken cancellationToken)
    {
        var state = _state;
        return Task.FromResult<IReadOnlyList<Node>>([.. ids.Distinct().Select(id => state.Find(id)?.Node).OfType<Node>()]);
    }

    public Task<Neighbourhood> GetNeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellationToken)
    {
        QueryRanges.Check(query);
        return Task.FromResult(NeighbourhoodWalk.Answer(_state, query));
    }

    public Task<IReadOnlyList<GraphPath>> FindPathsAsync(PathQuery query, CancellationToken cancellationToken)
    {
        QueryRanges.Check(query);
        return Task.FromResult(StateWalk.Answer(_state, query, cancellationToken));
    }

    public Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        QueryRanges.Check(query);
        return _search.AnswerAsync(query, cancellationToken);
    }

    public Task<GraphContents> ReadAllAsync(CancellationToken cancellationToken)
    {
        var state = _state;
        var entries = new Lazy<NodeEntry[]>(state.InOrder);
        return Task.FromResult(new GraphContents(state.Seq, Nodes().ToAsyncEnumerable(), Relations().ToAsyncEnumerable()));

        IEnumerable<Node> Nodes() => entries.Value.Select(entry => entry.Node).OfType<Node>();
        IEnumerable<Relation> Relations() => entries.Value.SelectMany(entry => entry.Out).Select(edge => edge.Relation);
    }

    public IAsyncEnumerable<CommittedChange> ReadChangesAsync(long afterSeq, CancellationToken cancellationToken) =>
        _journal.ReadAfter(afterSeq).ToAsyncEnumerable();

    public Task<IReadOnlyList<CommittedChange>> GetHistoryAsync(NodeId id, int limit, CancellationToken cancellationToken)
    {
        QueryRanges.CheckHistoryLimit(limit);
        var history = _state.Find(id)?.History ?? default;
        var changes = new List<CommittedChange>(Math.Min(limit, history.Count));
        for (var i = history.Count - 1; i >= 0 && changes.Count < limit; i--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            changes.Add(_journal.Read(history[i]));
        }
        return Task.FromResult<IReadOnlyList<CommittedChange>>(changes);
    }

    public Task<long> GetHeadAsync(CancellationToken cancellationToken) => Task.FromResult(_state.Seq);

    public Task<StoreHealth> CheckHealthAsync(CancellationToken cancellationToken)
    {
        var details = new Dictionary<string, string>(_parts.Details)
        {
            ["head"] = Invariant(_state.Seq),
            ["nodes"] = Invariant(_state.NodeCount),
            ["relations"] = Invariant(_state.RelationCount),
            ["segments"] = Invariant(_journal.Segments.Length),
            ["search"] = _search.IsReady ? "ready" : "reading",
        };
        if (_snapshotter.LastFailure is { } snapshotFailure) details["snapshotFailure"] = snapshotFailure;
        if (_journal.Failure is { } failure) details["failure"] = failure;
        var problem = _journal.Failure is not null ? Sentence.Of("store.readOnly") : _parts.Restoring.IsSet ? Sentence.Of("store.restoring") : null;
        return Task.FromResult(new StoreHealth(CanRead: true, CanWrite: problem is null, problem, details));
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1) return;
        await _writer.CloseAsync();
        await _snapshotter.DisposeAsync();
        await _search.DisposeAsync();
        LeaveMark();
        _parts.Dispose();
        Log.Closed(_log, _state.Seq);
    }

    /// <summary>Completes when no snapshot is being written.</summary>
    internal Task WhenIdleAsync() => _snapshotter.WhenIdleAsync();

    private void LeaveMark()
    {
        if (_journal.Failure is not null) return;
        try
        {
            ClosingMark.Write(_parts.Files, _journal);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            Log.NoMark(_log, e);
        }
    }

    private void Publish(GraphState state, IReadOnlyList<ChangeSet> changeSets)
    {
        lock (_publishing)
        {
            _state = state;
            foreach (var changeSet in changeSets) _search.Apply(changeSet);
        }
        _snapshotter.Follow(state, _parts.Ids.InOrder);
    }

    private Task<Verdict> RestoreAsync(CommittedChange change, CancellationToken cancellationToken)
    {
        var json = GraphJson.ToUtf8(change.ChangeSet);
        if (ChangeSetSize.Refuse(json) is not null) throw new StoreException($"Change {change.Seq} is larger than a store can keep.");
        return _writer.CommitAsync(new CommitRequest(ReadBack(json), json, cancellationToken) { RestoredSeq = change.Seq });
    }

    /// <summary>What is kept in memory is what will be read from disk, to the letter (text that is no valid Unicode, say, comes back repaired).</summary>
    private static ChangeSet ReadBack(byte[] json) => GraphJson.FromUtf8<ChangeSet>(json);

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The store is closed at change {Seq}")]
        public static partial void Closed(ILogger logger, long seq);

        [LoggerMessage(2, LogLevel.Warning, "The mark of the last change could not be written; the next opening cannot tell whether whole changes are lost from the end")]
        public static partial void NoMark(ILogger logger, Exception exception);
    }
}
