using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>The plan graph in Neo4j. Stateless: every answer is the database's own, so that several servers may stand beside each other.</summary>
public sealed class Neo4jStore : IPlanGraphStore
{
    private const int PageSize = 2_000;
    private const int ChangesAtOnce = 50;
    private const long OperationsAtOnce = 20_000;

    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(5);

    private readonly Neo4jConnection _connection;
    private readonly QueryApiTransport _transport;
    private readonly Neo4jOptions _options;
    private readonly TimeProvider _clock;
    private readonly ChangeWriter _writer;
    private readonly OutcomeSeeker _outcomes;
    private readonly NeighbourhoodReader _neighbourhoods;
    private readonly SearchReader _search;

    /// <summary>Asks nothing yet: the first question connects, and checks the server and its schema.</summary>
    public Neo4jStore(Neo4jOptions options, TimeProvider clock, ILogger<Neo4jStore> log)
    {
        (_options, _clock) = (options, clock);
        _transport = new QueryApiTransport(options, clock);
        _connection = new Neo4jConnection(_transport, options, clock, log);
        _writer = new ChangeWriter(_transport, options, clock);
        _outcomes = new OutcomeSeeker(_writer, clock);
        _neighbourhoods = new NeighbourhoodReader(_transport);
        _search = new SearchReader(_transport);
    }

    /// <summary>How long a change set whose answer was lost is sought before it is told that nobody knows.</summary>
    internal TimeSpan SeeksFor
    {
        init => _outcomes.Patience = value;
    }

    /// <summary>A store that has connected, and has checked the server and its schema.</summary>
    /// <exception cref="StoreException">No server answers, it cannot be used, or its schema does not fit; the message says what to do.</exception>
    public static async Task<Neo4jStore> OpenAsync(Neo4jOptions options, TimeProvider clock, ILogger<Neo4jStore> log, CancellationToken cancellationToken)
    {
        var store = new Neo4jStore(options, clock, log);
        try
        {
            await store.OpenAsync(cancellationToken);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connects now, and checks the server and its schema.</summary>
    /// <exception cref="StoreException">As for <see cref="OpenAsync(Neo4jOptions, TimeProvider, ILogger{Neo4jStore}, CancellationToken)"/>.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) => _connection.OpenAsync(cancellationToken);

    public async Task<ApplyResult> ApplyAsync(ChangeSet changeSet, CancellationToken cancellationToken)
    {
        var problems = ChangeSetRules.Check(changeSet);
        if (!problems.IsEmpty) return new ApplyResult.Refused(problems);
        var json = GraphJson.ToUtf8(ExistenceRules.WithVersions(changeSet));
        if (ChangeSetSize.Refuse(json) is { } tooLarge) return new ApplyResult.Refused([tooLarge]);
        var kept = GraphJson.FromUtf8<ChangeSet>(json);
        return await AskAsync(() => _outcomes.WriteAsync(kept, cancellationToken), cancellationToken) switch
        {
            ChangeWriter.Verdict.Applied applied => new ApplyResult.Applied(new CommittedChange(applied.Seq, kept)),
            ChangeWriter.Verdict.AppliedBefore before => new ApplyResult.Applied(await ReadChangeAsync(before.Seq, cancellationToken)),
            ChangeWriter.Verdict.Refused refused => new ApplyResult.Refused(refused.Problems),
            ChangeWriter.Verdict.Conflicted conflicted => new ApplyResult.Conflicted(await DescribeAsync(conflicted.Conflicts, cancellationToken)),
            var unknown => throw new InvalidOperationException($"Unknown verdict {unknown.GetType().Name}."),
        };
    }

    /// <remarks>One node is read as it is; several are read while nobody writes, so that none of them is of another change than the others.</remarks>
    public Task RestoreAsync(IReadOnlyList<CommittedChange> changes, long head, CancellationToken cancellationToken) =>
        AskAsync(async () => { await new HistoryRestoring(_writer).RestoreAsync(changes, head, cancellationToken); return true; }, cancellationToken);

    public async Task<IReadOnlyList<Node>> GetNodesAsync(IReadOnlyCollection<NodeId> ids, CancellationToken cancellationToken)
    {
        var asked = ids.Distinct().ToArray();
        var parameters = new CypherParameters { ["ids"] = Array.ConvertAll(asked, id => id.Value) };
        var rows = asked.Length <= 1
            ? await ReadAsync(Statements.Explore.GetNodes, parameters, cancellationToken)
            : await AskAsync(() => _writer.ReadBetweenWritesAsync(Statements.Explore.GetNodes, parameters, cancellationToken), cancellationToken);
        var found = rows.ToDictionary(row => NodeId.Parse(row.Text("id")), row => Rows.Node(row.Text("id"), row.Map("properties")));
        return [.. asked.Where(found.ContainsKey).Select(id => found[id])];
    }

    public Task<Neighbourhood> GetNeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellationToken)
    {
        QueryRanges.Check(query);
        return AskAsync(() => _neighbourhoods.ReadAsync(query, cancellationToken), cancellationToken);
    }

    public Task<IReadOnlyList<GraphPath>> FindPathsAsync(PathQuery query, CancellationToken cancellationToken)
    {
        QueryRanges.Check(query);
        return AskAsync(() => PathReader.ReadAsync(_transport, query, cancellationToken), cancellationToken);
    }

    public Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        QueryRanges.Check(query);
        return AskAsync(() => _search.ReadAsync(query, cancellationToken), cancellationToken);
    }

    /// <remarks>Pages are read one after the other while others write; the changes that landed meanwhile are then applied on top, which makes it
    /// everything at the last of them: what the pages hold of those changes is only put once more.</remarks>
    public async Task<GraphContents> ReadAllAsync(CancellationToken cancellationToken)
    {
        var start = await GetHeadAsync(cancellationToken);
        var nodes = await ReadNodesAsync(cancellationToken).ToListAsync(cancellationToken);
        var relations = await ReadRelationsAsync(cancellationToken).ToListAsync(cancellationToken);
        var whole = GraphSnapshot.From(start, nodes, relations).With(await ReadChangesAsync(start, cancellationToken).ToListAsync(cancellationToken));
        return new GraphContents(whole.Seq, whole.Nodes.OrderBy(node => node.Id).ToAsyncEnumerable(), whole.Relations.OrderBy(relation => relation.Key).ToAsyncEnumerable());
    }

    public async IAsyncEnumerable<CommittedChange> ReadChangesAsync(long afterSeq, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var head = await GetHeadAsync(cancellationToken); afterSeq < head;)
        {
            var rows = await ReadChangesAsync(afterSeq, ChangesAtOnce, cancellationToken);
            if (rows.Count == 0) throw new StoreException($"The history of the database ends at change {afterSeq}, but should go on to {head}.");
            foreach (var row in rows) yield return Rows.Change(row);
            afterSeq = rows[^1].Number("seq");
        }
    }

    public async Task<IReadOnlyList<CommittedChange>> GetHistoryAsync(NodeId id, int limit, CancellationToken cancellationToken)
    {
        QueryRanges.CheckHistoryLimit(limit);
        var rows = await ReadAsync(Statements.History.ReadHistory, new() { ["query"] = SearchTerms.Exactly(id.Value), ["limit"] = (long)limit }, cancellationToken);
        var changes = new List<CommittedChange>(rows.Count);
        foreach (var row in rows) changes.Add(await ReadChangeAsync(row.Number("seq"), cancellationToken));
        return changes;
    }

    public async Task<long> GetHeadAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(Statements.History.ReadHead, CypherParameters.None, cancellationToken))[0].Number("seq");

    /// <remarks>Whoever watches must not wait as long as a question may take.</remarks>
    public async Task<StoreHealth> CheckHealthAsync(CancellationToken cancellationToken)
    {
        var details = new Dictionary<string, string>();
        using var patience = new CancellationTokenSource(HealthPatience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var head = (await ReadAsync(Statements.History.ReadHead, CypherParameters.None, either.Token))[0];
            details["head"] = head.Number("seq").ToString(CultureInfo.InvariantCulture);
            if (_connection.About is { } about) details["server"] = $"Neo4j {about.Version} {about.Edition}";
            var access = await ReadAsync(Statements.Health.ReadAccess, new() { ["database"] = _options.Database }, either.Token);
            var problem = access is [var row, ..] && row.Text("access") == "read-only" ? Failures.Sentence(CypherFailure.ReadOnly)
                : head.Flag("restoring") ? Sentence.Of("store.restoring") : null;
            return new StoreHealth(CanRead: true, CanWrite: problem is null, problem, details);
        }
        catch (StoreException exception) when (exception.Problem is { } problem)
        {
            details["failure"] = exception.Message;
            var silent = problem == Failures.Sentence(CypherFailure.Slow);
            return new StoreHealth(CanRead: false, CanWrite: false, silent ? Failures.Sentence(CypherFailure.Unreachable) : problem, details);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            details["failure"] = string.Create(CultureInfo.InvariantCulture, $"Neo4j: no answer in {HealthPatience.TotalSeconds:0} seconds");
            return new StoreHealth(CanRead: false, CanWrite: false, Failures.Sentence(CypherFailure.Unreachable), details);
        }
    }

    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return _connection.DisposeAsync();
    }

    private async Task<ImmutableArray<VersionConflict>> DescribeAsync(
        ImmutableArray<(Operation Operation, long ActualVersion)> conflicts, CancellationToken cancellationToken)
    {
        var described = ImmutableArray.CreateBuilder<VersionConflict>(conflicts.Length);
        foreach (var (operation, actual) in conflicts)
        {
            var node = NodeId.Parse(TouchedElements.NodesOf(operation).First());
            var history = await GetHistoryAsync(node, QueryRanges.MaxHistory, cancellationToken);
            var current = operation is PutNode or RemoveNode ? (await GetNodesAsync([node], cancellationToken)).SingleOrDefault() : null;
            described.Add(ConflictHistory.Describe(operation, actual, current, history));
        }
        return described.ToImmutable();
    }

    private async Task<CommittedChange> ReadChangeAsync(long seq, CancellationToken cancellationToken) =>
        Rows.Change((await ReadChangesAsync(seq - 1, 1, cancellationToken))[0]);

    private Task<IReadOnlyList<CypherRow>> ReadChangesAsync(long afterSeq, long limit, CancellationToken cancellationToken) => ReadAsync(
        Statements.History.ReadChanges, new() { ["after"] = afterSeq, ["limit"] = limit, ["operations"] = OperationsAtOnce }, cancellationToken);

    private async IAsyncEnumerable<Node> ReadNodesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in ReadPagesAsync(cancellationToken))
            foreach (var row in page) yield return Rows.Node(row.Text("id"), row.Map("properties"));
    }

    private async IAsyncEnumerable<Relation> ReadRelationsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in ReadPagesAsync(cancellationToken))
        {
            var ids = page.Select(row => row.Text("id")).ToArray();
            var rows = await ReadAsync(Statements.Contents.ReadRelations, new() { ["ids"] = ids }, cancellationToken);
            foreach (var row in rows) yield return Rows.Relation(row.Text("type"), row.Text("from"), row.Text("to"), row.Map("properties"));
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<CypherRow>> ReadPagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = ""; ;)
        {
            var page = await ReadAsync(Statements.Contents.ReadNodes, new() { ["after"] = after, ["limit"] = (long)PageSize }, cancellationToken);
            if (page.Count == 0) yield break;
            yield return page;
            after = page[^1].Text("id");
        }
    }

    private Task<IReadOnlyList<CypherRow>> ReadAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken) =>
        AskAsync(() => _transport.ReadAsync(statement, parameters, cancellationToken), cancellationToken);

    private Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken) => _connection.AskAsync(ask, cancellationToken);
}
