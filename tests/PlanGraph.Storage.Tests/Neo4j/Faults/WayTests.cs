using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Tests.Neo4j;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Neo4j.Faults;

/// <summary>What the store says and does when the way to a real server breaks, hangs or garbles.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class WayTests(Neo4jServer server) : IAsyncLifetime
{
    private FaultyProxy? _proxy;
    private Neo4jStore? _store;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FaultyProxy Way => _proxy ?? throw new InvalidOperationException("There is no way yet.");

    private Neo4jStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    public async ValueTask InitializeAsync()
    {
        var direct = await server.OptionsAsync(Ct);
        await server.EmptyAsync(Ct);
        await (await Neo4jStore.OpenAsync(direct, TimeProvider.System, NullLogger<Neo4jStore>.Instance, Ct)).DisposeAsync(); // makes the schema, which takes its time
        _proxy = new FaultyProxy(direct.Url!);
        _store = Open(direct, TimeSpan.FromSeconds(60), seconds: 20);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        if (_proxy is not null) await _proxy.DisposeAsync();
    }

    [Fact]
    public async Task A_commit_that_never_reached_the_server_is_done_once_all_the_same()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        var commits = 0;
        Way.OnRequest = line => FaultyProxy.IsCommit(line) && Interlocked.Increment(ref commits) == 1 ? Fault.BreakBefore : Fault.None;
        var applied = await Store.ApplyAsync(Put(Plan("b")));
        Assert.Equal(2, applied.Seq);
        Assert.Equal(2, commits);
        Assert.Equal([1, 2], (await ChangesAsync()).Select(change => change.Seq));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_not_done_twice()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        var commits = 0;
        Way.OnRequest = line => FaultyProxy.IsCommit(line) && Interlocked.Increment(ref commits) == 1 ? Fault.BreakAfter : Fault.None;
        var changeSet = Set(Put(Plan("a", "Ny"), 1));
        var applied = await Store.ApplyAsync(changeSet);
        Assert.Equal(2, applied.Seq);
        Assert.Equal(1, commits);
        Assert.Equal(2, (await Store.GetNodesAsync([PlanId("a")], Ct)).Single().Version);
        Assert.Equal(2, (await Store.ApplyAsync(changeSet)).Seq);
    }

    [Fact]
    public async Task When_nobody_comes_back_it_is_told_that_the_outcome_is_not_known_and_the_same_change_set_finds_it_out_later()
    {
        var options = await server.OptionsAsync(Ct);
        await using var impatient = Open(options, TimeSpan.FromMilliseconds(300), seconds: 20);
        await impatient.ApplyAsync(Put(Plan("a")));
        Way.OnRequest = line =>
        {
            if (!FaultyProxy.IsCommit(line)) return Fault.None;
            Way.GoDown();
            return Fault.BreakBefore;
        };
        var changeSet = Set(Put(Plan("b")));
        var unknown = await Assert.ThrowsAsync<StoreException>(() => impatient.ApplyAsync(changeSet, Ct));
        Assert.Equal("store.neo4j.outcomeUnknown", unknown.Problem?.Key);
        Way.OnRequest = _ => Fault.None;
        Way.ComeBack();
        Assert.Equal(2, (await impatient.ApplyAsync(changeSet)).Seq);
        Assert.Equal(2, (await ChangesAsync()).Count);
    }

    [Fact]
    public async Task A_transaction_whose_connection_breaks_before_the_commit_is_begun_again()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        var statements = 0;
        Way.OnRequest = line => line.Contains("/tx/", StringComparison.Ordinal) && Interlocked.Increment(ref statements) == 1 ? Fault.BreakAfter : Fault.None;
        Assert.Equal(2, (await Store.ApplyAsync(Put(Plan("b"), 0), Put(Plan("c")))).Seq);
        Assert.Equal(3, (await Store.GetNodesAsync([PlanId("a"), PlanId("b"), PlanId("c")], Ct)).Count);
    }

    [Fact]
    public async Task A_server_that_is_down_is_told_as_that_and_answers_by_itself_when_it_is_back()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        Way.GoDown();
        Assert.Equal("store.neo4j.unreachable", await ProblemAsync(() => Store.GetHeadAsync(Ct)));
        Assert.Equal("store.neo4j.unreachable", await ProblemAsync(() => Store.ApplyAsync(Set(Put(Plan("b"))), Ct)));
        var health = await Store.CheckHealthAsync(Ct);
        Assert.False(health.CanRead);
        Assert.Equal("store.neo4j.unreachable", health.Problem?.Key);
        Way.ComeBack();
        Assert.Equal(2, (await Store.ApplyAsync(Put(Plan("b")))).Seq);
        while (!(await Store.CheckHealthAsync(Ct)).CanWrite) Ct.ThrowIfCancellationRequested(); // on a busy machine the watch may lose its patience
    }

    [Fact]
    public async Task A_connection_that_broke_while_nobody_asked_is_not_noticed()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        Way.GoDown();
        Way.ComeBack();
        Assert.Equal(1, await Store.GetHeadAsync(Ct));
    }

    [Fact]
    public async Task A_server_that_hangs_is_slow_for_who_asks_and_away_for_who_watches_and_writes_nothing_late()
    {
        await using var impatient = Open(await server.OptionsAsync(Ct), TimeSpan.FromSeconds(60), seconds: 2);
        await Store.ApplyAsync(Put(Plan("a")));
        await impatient.GetHeadAsync(Ct);
        Way.OnRequest = _ => Fault.Silence;
        var (started, watching) = (Stopwatch.GetTimestamp(), Store.CheckHealthAsync(Ct));
        Assert.Equal("store.neo4j.slow", await ProblemAsync(() => impatient.ApplyAsync(Set(Put(Plan("b"))), Ct)));
        Assert.Equal("store.neo4j.unreachable", (await watching).Problem?.Key);
        Way.OnRequest = _ => Fault.None;
        Assert.Equal(1, await Store.GetHeadAsync(Ct));
        Assert.True(Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_garbled_answer_is_no_answer_and_the_next_one_is()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        foreach (var (from, to) in new[] { ("\"data\"", "\"dat}\""), ("\"data\"", "\"nada\""), ("\"$type\"", "\"$tipe\""), ("\"_value\":\"1\"", "\"_value\":\"x\""), ("HTTP/1.1 202", "HTTP/1.1 5o2") })
        {
            Way.OnAnswer = answer => answer.Replace(from, to, StringComparison.Ordinal);
            Assert.StartsWith("store.neo4j.", await ProblemAsync(() => Store.GetHeadAsync(Ct)), StringComparison.Ordinal);
            Assert.False((await Store.CheckHealthAsync(Ct)).CanRead);
            Way.OnAnswer = answer => answer;
            Assert.Equal(1, await Store.GetHeadAsync(Ct));
        }
    }

    [Fact]
    public async Task A_garbled_answer_to_a_commit_leaves_nothing_half_or_double()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        var committing = false;
        Way.OnRequest = line =>
        {
            committing = FaultyProxy.IsCommit(line) && !committing;
            return Fault.None;
        };
        Way.OnAnswer = answer => committing ? answer.Replace("\"bookmarks\"", "\"bookmarks}", StringComparison.Ordinal) : answer;
        Assert.Equal(2, (await Store.ApplyAsync(Put(Plan("b")))).Seq);
        Assert.Equal(2, (await ChangesAsync()).Count);
    }

    [Fact]
    public async Task An_older_server_is_told_as_that()
    {
        Way.OnAnswer = answer => answer.Replace("\"neo4j_version\":\"5.", "\"neo4j_version\":\"4.", StringComparison.Ordinal).Replace("\"neo4j_version\":\"20", "\"neo4j_version\":\"2.", StringComparison.Ordinal);
        Assert.Equal("store.neo4j.version", await ProblemAsync(() => Store.GetHeadAsync(Ct)));
        Way.OnAnswer = answer => answer;
        Assert.Equal(0, await Store.GetHeadAsync(Ct));
    }

    [Fact]
    public async Task A_database_that_there_is_not_is_told_as_that()
    {
        var options = await server.OptionsAsync(Ct);
        await using var store = new Neo4jStore(
            new Neo4jOptions { Url = options.Url, User = options.User, Password = options.Password, Database = "finnesikke" }, TimeProvider.System, NullLogger<Neo4jStore>.Instance);
        Assert.Equal("store.neo4j.noDatabase", await ProblemAsync(() => store.GetHeadAsync(Ct)));
        Assert.Equal("store.neo4j.noDatabase", (await store.CheckHealthAsync(Ct)).Problem?.Key);
    }

    private Neo4jStore Open(Neo4jOptions direct, TimeSpan seeksFor, int seconds) => new(
        new Neo4jOptions { Url = Way.Address, User = direct.User, Password = direct.Password, TimeoutSeconds = seconds }, TimeProvider.System, NullLogger<Neo4jStore>.Instance) { SeeksFor = seeksFor };

    private static async Task<string> ProblemAsync(Func<Task> ask) => (await Assert.ThrowsAsync<StoreException>(ask)).Problem?.Key ?? "none";

    private async Task<List<CommittedChange>> ChangesAsync() => await Store.ReadChangesAsync(0, Ct).ToListAsync(Ct);
}
