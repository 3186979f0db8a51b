using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j;

/// <summary>The schema's steps on a real server, begun from a database without any.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class MigrationsTests(Neo4jServer server) : IAsyncLifetime
{
    private const string SomeData = "CREATE (:Entity:Plan {id: 'plan/a', title: 'A', version: 1})";

    private readonly HurriedClock _clock = new();
    private QueryApiTransport? _transport;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Versions => Migration.All.Select(step => step.Version);

    public async ValueTask InitializeAsync()
    {
        await server.EmptyWithSchemaAsync(Ct);
        _transport = new QueryApiTransport(await server.OptionsAsync(Ct), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        if (_transport is null) return;
        // Other classes keep the schema, so it is left whole.
        await server.EmptyWithSchemaAsync(CancellationToken.None);
        await MigrateAsync();
        await _transport.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_database_gets_the_whole_chain_with_the_bookkeeping_of_Neo4j_Migrations()
    {
        await MigrateAsync();
        // The question with which Neo4j-Migrations reads a chain.
        var chain = await RowsAsync("""
            MATCH p=(b:__Neo4jMigration {version:'BASELINE'}) - [r:MIGRATED_TO*] -> (l:__Neo4jMigration)
            WHERE coalesce(b.migrationTarget,'<default>') = coalesce(null,'<default>') AND NOT (l)-[:MIGRATED_TO]->(:__Neo4jMigration)
            UNWIND range(1, length(p)) AS at
            WITH nodes(p)[at] AS n, relationships(p)[at - 1] AS r
            RETURN n.version AS version, properties(n) AS node, labels(n) AS labels, keys(r) AS keys, r.by AS by, r.connectedAs AS user,
                r.at.timezone AS zone, duration.between(r.at, datetime()).minutes < 10 AS isNow, r.in.seconds < 600 AS isShort
            ORDER BY version
            """);
        Assert.Equal(Versions, chain.Select(row => row.Text("version")));
        Assert.All(chain.Zip(Migration.All), pair =>
        {
            var (row, step) = pair;
            Assert.Equal(
                new Dictionary<string, object?>
                {
                    ["version"] = step.Version, ["description"] = step.Description, ["type"] = "CYPHER", ["repeatable"] = false, ["source"] = step.Source, ["checksum"] = step.Checksum,
                }.OrderBy(pair => pair.Key), row.Map("node").OrderBy(pair => pair.Key));
            Assert.Equal(["__Neo4jMigration"], row.List("labels"));
            Assert.Equal(["at", "by", "connectedAs", "in"], row.List("keys").Order());
            Assert.Equal(("PlanGraph", ""), (row.Text("by"), row.Text("user")));
            Assert.Contains(row.Text("zone"), (string[])["UTC", "Z"]);
            Assert.True(row.Flag("isNow") && row.Flag("isShort"));
        });
        Assert.Equal(["version"], (await RowsAsync("MATCH (b:__Neo4jMigration {version: 'BASELINE'}) RETURN keys(b) AS keys"))[0].List("keys"));
        Assert.Empty(await RowsAsync("MATCH (l:__Neo4jMigrationsLock) RETURN l.id AS id"));
    }

    [Fact]
    public async Task Every_step_leaves_what_its_name_says()
    {
        await MigrateAsync();
        Assert.Equal(
            ["__Neo4jMigrationsLock__has_unique_id", "__Neo4jMigrationsLock__has_unique_name", "change_id", "change_seq", "entity_id", "head_id", "unique_version___Neo4jMigration"],
            (await RowsAsync("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name")).Select(row => row.Text("name")).Order(StringComparer.Ordinal));
        Assert.Equal(["change_touched", "entity_terms", "entity_text"],
            (await RowsAsync("SHOW FULLTEXT INDEXES YIELD name RETURN name ORDER BY name")).Select(row => row.Text("name")));
    }

    [Fact]
    public async Task A_second_start_writes_nothing()
    {
        await MigrateAsync();
        var before = await ChainAsync();
        await MigrateAsync(MigrateMode.Apply);
        Assert.Equal(before, await ChainAsync());
    }

    [Fact]
    public async Task An_older_schema_with_data_is_refused_with_what_to_do_and_left_alone()
    {
        await AgeAsync(steps: 2);
        await RowsAsync(SomeData);
        var before = await ChainAsync();
        var exception = await Assert.ThrowsAsync<StoreException>(() => MigrateAsync());
        Assert.Equal("The schema of the database neo4j is older than this program: 2 migrations are missing, V006__Index_for_people.cypher first. "
            + "Start once with Neo4j:Migrate=Apply, after a backup, to bring it up to date.", exception.Message);
        Assert.True(exception.IsLasting);
        Assert.Equal(before, await ChainAsync());
    }

    [Fact]
    public async Task An_older_schema_is_brought_up_to_date_when_that_is_asked_for()
    {
        await AgeAsync(steps: 2);
        await RowsAsync(SomeData);
        await MigrateAsync(MigrateMode.Apply);
        Assert.Equal(Versions, await ChainAsync());
        Assert.Single(await RowsAsync("MATCH (n:Plan {id: 'plan/a'}) RETURN n.id AS id"));
    }

    [Fact]
    public async Task A_first_start_that_was_interrupted_is_gone_on_with()
    {
        await AgeAsync(steps: 4);
        await MigrateAsync();
        Assert.Equal(Versions, await ChainAsync());
    }

    [Fact]
    public async Task Data_without_a_schema_is_not_taken_over_unasked()
    {
        await RowsAsync(SomeData);
        var exception = await Assert.ThrowsAsync<StoreException>(() => MigrateAsync());
        Assert.Contains($"{Migration.All.Count} migrations are missing", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MigrateMode.Check)]
    [InlineData(MigrateMode.Apply)]
    public async Task A_newer_schema_is_refused_in_one_sentence(MigrateMode mode)
    {
        await MigrateAsync();
        await RowsAsync("""
            MATCH (l:__Neo4jMigration {version: '007'})
            CREATE (l)-[:MIGRATED_TO {at: datetime(), in: duration('PT1S'), by: 'PlanGraph', connectedAs: ''}]->
                (:__Neo4jMigration {version: '008', description: 'More', type: 'CYPHER', repeatable: false, source: 'V008__More.cypher', checksum: '1'})
            """);
        var exception = await Assert.ThrowsAsync<StoreException>(() => MigrateAsync(mode));
        Assert.Equal("The database's schema was made by a newer PlanGraph (it has migration 008, this program knows 007): start that version, or use another database.", exception.Message);
        Assert.True(exception.IsLasting);
    }

    [Theory]
    [InlineData(MigrateMode.Check)]
    [InlineData(MigrateMode.Apply)]
    public async Task A_step_that_was_changed_afterwards_is_refused_in_one_sentence(MigrateMode mode)
    {
        await MigrateAsync();
        await RowsAsync("MATCH (m:__Neo4jMigration {version: '003'}) SET m.checksum = '42'");
        var exception = await Assert.ThrowsAsync<StoreException>(() => MigrateAsync(mode));
        Assert.Equal($"V003__Unique_change_id.cypher was changed after it had been applied to this database (checksum 42, now {Migration.All[2].Checksum}): "
            + "use the program that made the schema, or restore the file.", exception.Message);
    }

    [Theory]
    [InlineData("MATCH (m:__Neo4jMigration {version: '003'}) DETACH DELETE m")]
    [InlineData("MATCH (m:__Neo4jMigration {version: '003'}) CREATE (n:__Neo4jMigration) SET n = properties(m)")]
    public async Task A_chain_that_is_not_one_is_refused(string damage)
    {
        await MigrateAsync();
        await RowsAsync(damage);
        var exception = await Assert.ThrowsAsync<StoreException>(() => MigrateAsync(MigrateMode.Apply));
        Assert.StartsWith("The database's chain of migrations has a gap or a step twice (001, 002, 00", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chains_of_other_programs_in_the_same_database_are_left_alone()
    {
        await RowsAsync("CREATE (:__Neo4jMigration {version: 'BASELINE', migrationTarget: 'other'})-[:MIGRATED_TO]->(:__Neo4jMigration {version: '099', migrationTarget: 'other', checksum: '1'})");
        await MigrateAsync();
        Assert.Equal(Versions, await ChainAsync());
    }

    [Fact]
    public async Task Two_instances_that_start_together_apply_each_step_once()
    {
        for (var round = 0; round < 5; round++)
        {
            await server.EmptyWithSchemaAsync(Ct);
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => MigrateAsync(), Ct)));
            Assert.Equal(Versions, await ChainAsync());
            Assert.Equal(Versions, (await RowsAsync("MATCH (m:__Neo4jMigration) WHERE m.version <> 'BASELINE' RETURN m.version AS version ORDER BY version")).Select(row => row.Text("version")));
        }
    }

    [Fact]
    public async Task A_lock_that_is_never_given_back_is_told_after_a_minute()
    {
        await RowsAsync("CREATE CONSTRAINT __Neo4jMigrationsLock__has_unique_name IF NOT EXISTS FOR (n:__Neo4jMigrationsLock) REQUIRE n.name IS UNIQUE");
        await RowsAsync("CREATE (:__Neo4jMigrationsLock {id: 'theirs', name: 'John Doe'})");
        var exception = await Assert.ThrowsAsync<StoreException>(() => MigrateAsync(clock: _clock));
        Assert.Contains("remove the node labelled __Neo4jMigrationsLock", exception.Message, StringComparison.Ordinal);
        Assert.InRange(_clock.Pauses.Sum(pause => pause.TotalSeconds), 60, 61);
        Assert.Empty(await ChainAsync());
        Assert.Equal("theirs", Assert.Single(await RowsAsync("MATCH (l:__Neo4jMigrationsLock) RETURN l.id AS id")).Text("id"));
    }

    private async Task MigrateAsync(MigrateMode mode = MigrateMode.Check, TimeProvider? clock = null)
    {
        var options = await server.OptionsAsync(CancellationToken.None);
        await new Migrations(_transport!, clock ?? TimeProvider.System)
            .RunAsync(new Neo4jOptions { Url = options.Url, User = "", Migrate = mode }, CancellationToken.None);
    }

    /// <summary>Makes the schema that an older program would have left.</summary>
    private async Task AgeAsync(int steps)
    {
        await MigrateAsync();
        await RowsAsync($"MATCH (m:__Neo4jMigration) WHERE m.version > '00{Migration.All.Count - steps}' AND m.version <> 'BASELINE' DETACH DELETE m");
        await RowsAsync("DROP INDEX change_touched");
        await RowsAsync("DROP INDEX entity_text");
    }

    /// <summary>The versions along the chain, from its beginning.</summary>
    private async Task<IEnumerable<string>> ChainAsync() => (await RowsAsync("""
        MATCH p = (b:__Neo4jMigration {version: 'BASELINE'})-[:MIGRATED_TO*]->(m:__Neo4jMigration)
        WHERE b.migrationTarget IS NULL
        RETURN m.version AS version ORDER BY length(p)
        """)).Select(row => row.Text("version"));

    private Task<IReadOnlyList<CypherRow>> RowsAsync(string text) => server.RunAsync(text, Ct);
}
