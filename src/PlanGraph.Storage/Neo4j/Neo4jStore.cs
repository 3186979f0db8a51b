using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>The plan graph in Neo4j. Stateless: every answer is the database's own, so that several servers may stand beside each other.</summary>
public sealed partial class Neo4jStore : IPlanGraphStore
{
    private const int PageSize = 2_000;
    private const int ChangesAtOnce = 50;

    private readonly ICypherTransport _transport;
    private readonly ChangeWriter _writer;
    private readonly NeighbourhoodReader _neighbourhoods;
    private readonly SearchReader _search;
    private readonly ServerAbout _about;

    private Neo4jStore(ICypherTransport transport, ServerAbout about)
    {
        (_transport, _about) = (transport, about);
        _writer = new ChangeWriter(transport);
        _neighbourhoods = new NeighbourhoodReader(transport);
        _search = new SearchReader(transport);
    }

    /// <summary>Connects, and checks the server and its schema.</summary>
    /// <exception cref="StoreException">No server answers, it cannot be used, or its schema does not fit; the message says what to do.</exception>
    public static async Task<Neo4jStore> OpenAsync(Neo4jOptions options, TimeProvider clock, ILogger<Neo4jStore> log, CancellationToken cancellationToken)
    {
        var transport = new QueryApiTransport(options, clock);
        try
        {
            var about = await Translate(() => transport.AboutAsync(cancellationToken));
            await Translate(async () => { await new Migrations(transport, clock).RunAsync(options, cancellationToken); return true; });
            Log.Opened(log, about.Version, about.Edition);
            return new Neo4jStore(transport, about);
        }
        catch
        {
            await transport.DisposeAsync();
            throw;
        }
    }

    public async Task<ApplyResult> ApplyAsync(ChangeSet changeSet, CancellationToken cancellationToken)
    {
        var problems = ChangeSetRules.Check(changeSet);
        if (!problems.IsEmpty) return new ApplyResult.Refused(problems);
        var kept = GraphJson.FromUtf8<ChangeSet>(GraphJson.ToUtf8(ExistenceRules.WithVersions(changeSet)));
        return await Translate(() => WriteAsync(kept, cancellationToken)) switch
        {
            ChangeWriter.Verdict.Applied applied => new ApplyResult.Applied(new CommittedChange(applied.Seq, kept)),
            ChangeWriter.Verdict.AppliedBefore before => new ApplyResult.Applied(await ReadChangeAsync(before.Seq, cancellationToken)),
            ChangeWriter.Verdict.Refused refused => new ApplyResult.Refused(refused.Problems),
            ChangeWriter.Verdict.Conflicted conflicted => new ApplyResult.Conflicted(await DescribeAsync(conflicted.Conflicts, cancellationToken)),
            var unknown => throw new InvalidOperationException($"Unknown verdict {unknown.GetType().Name}."),
        };
    }

    /// <remarks>One node is read as it is; several are read while nobody writes, so that none of them is of another change than the others.</remarks>
    public async Task<IReadOnlyList<Node>> GetNodesAsync(IReadOnlyCollection<NodeId> ids, CancellationToken cancellationToken)
    {
        var asked = ids.Distinct().ToArray();
        var parameters = new CypherParameters { ["ids"] = Array.ConvertAll(asked, id => id.Value) };
        var rows = asked.Length <= 1
            ? await ReadAsync(Statements.Explore.GetNodes, parameters, cancellationToken)
            : await Translate(() => _writer.ReadBetweenWritesAsync(Statements.Explore.GetNodes, parameters, cancellationToken));
        var found = rows.ToDictionary(row => NodeId.Parse(row.Text("id")), row => Rows.Node(row.Text("id"), row.Map("properties")));
        return [.. asked.Where(found.ContainsKey).Select(id => found[id])];
    }

    public Task<Neighbourhood> GetNeighbourhoodAsync(NeighbourhoodQuery query, CancellationToken cancellationToken)
    {
        QueryRanges.Check(query);
        return Translate(() => _neighbourhoods.ReadAsync(query, cancellationToken));
    }

    public Task<IReadOnlyList<GraphPath>> FindPathsAsync(PathQuery query, CancellationToken cancellationToken)
    {
        QueryRanges.Check(query);
        return Translate(() => PathReader.ReadAsync(_transport, query, cancellationToken));
    }

    public Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        QueryRanges.Check(query);
        return Translate(() => _search.ReadAsync(query, cancellationToken));
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
        for (var head = await GetHeadAsync(cancellationToken); afterSeq < head; afterSeq += ChangesAtOnce)
        {
            var rows = await ReadAsync(Statements.History.ReadChanges, new() { ["after"] = afterSeq, ["limit"] = (long)ChangesAtOnce }, cancellationToken);
            foreach (var row in rows) yield return Rows.Change(row);
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

    public async Task<StoreHealth> CheckHealthAsync(CancellationToken cancellationToken)
    {
        var details = new Dictionary<string, string> { ["server"] = $"Neo4j {_about.Version} {_about.Edition}" };
        try
        {
            details["head"] = (await GetHeadAsync(cancellationToken)).ToString(CultureInfo.InvariantCulture);
            return new StoreHealth(CanRead: true, CanWrite: true, null, details);
        }
        catch (StoreException exception) when (exception.Problem is { } problem)
        {
            details["failure"] = exception.Message;
            return new StoreHealth(CanRead: false, CanWrite: false, problem, details);
        }
    }

    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return _transport.DisposeAsync();
    }

    /// <summary>A commit whose answer was lost either happened or did not: the id of the change set tells, as soon as the server answers again.</summary>
    private async Task<ChangeWriter.Verdict> WriteAsync(ChangeSet changeSet, CancellationToken cancellationToken)
    {
        try
        {
            return await _writer.WriteAsync(changeSet, cancellationToken);
        }
        catch (CypherException exception) when (exception.OutcomeUnknown)
        {
            return await _writer.WriteAsync(changeSet, cancellationToken) is ChangeWriter.Verdict.AppliedBefore before
                ? new ChangeWriter.Verdict.Applied(before.Seq)
                : throw new StoreException("The answer to a commit was lost, and the change set is not in the history.", exception);
        }
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
        Rows.Change((await ReadAsync(Statements.History.ReadChanges, new() { ["after"] = seq - 1, ["limit"] = 1L }, cancellationToken))[0]);

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
        Translate(() => _transport.ReadAsync(statement, parameters, cancellationToken));

    /// <summary>What went wrong in the transport, as a sentence for people and a message for the administrator.</summary>
    private static async Task<T> Translate<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (CypherException exception)
        {
            throw new StoreException($"Neo4j: {exception.Message}", exception) { Problem = Failures.Sentence(exception.Failure) };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The store is Neo4j {Version} {Edition}")]
        public static partial void Opened(ILogger logger, string version, string edition);
    }
}
