using System.Text;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Tests.Neo4j.Transport;

/// <summary>What goes over the wire, byte for byte.</summary>
public sealed class RequestTests : TransportTest
{
    private static readonly string[] _words = ["æ\"ø", "\n"];

    [Fact]
    public async Task A_read_is_one_request_with_its_access_mode_and_typed_parameters()
    {
        Server.ThenRows("\"x\"", """[{"$type":"Integer","_value":"42"}]""");
        var rows = await Transport.ReadAsync(Statement, new() { ["x"] = 42L, ["words"] = _words, ["none"] = null }, Ct);
        Assert.Equal(42, Assert.Single(rows).Number("x"));
        var asked = Assert.Single(Server.Asked);
        Assert.Equal(("POST", "/db/neo4j/query/v2"), (asked.Method, asked.Path));
        Assert.Equal(
            """{"statement":"RETURN $x AS x","accessMode":"Read","parameters":{"x":{"$type":"Integer","_value":"42"},"""
            + """
              "words":{"$type":"List","_value":[{"$type":"String","_value":"æ\"ø"},{"$type":"String","_value":"\n"}]},
              """
            + """
              "none":{"$type":"Null","_value":null}}}
              """, asked.Body);
    }

    [Fact]
    public async Task A_request_says_who_asks_and_that_it_speaks_typed_JSON()
    {
        Server.ThenNoRows();
        await ReadAsync();
        var headers = Server.Asked[0].Headers;
        Assert.Equal("application/vnd.neo4j.query", headers["Content-Type"]);
        Assert.Equal("application/vnd.neo4j.query, application/json; q=0.9", headers["Accept"]);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("neo4j:hemmelig:å")), headers["Authorization"]);
        Assert.Equal("gzip, deflate, br", headers["Accept-Encoding"]);
    }

    [Fact]
    public async Task Nobody_is_named_when_sign_in_is_off()
    {
        Server.ThenNoRows();
        await using var transport = new QueryApiTransport(new Neo4jOptions { Url = Server.Address, User = "" }, Clock);
        await transport.ReadAsync(Statement, CypherParameters.None, Ct);
        Assert.DoesNotContain("Authorization", Server.Asked[0].Headers.Keys);
    }

    [Fact]
    public async Task A_write_by_itself_asks_for_write_access()
    {
        Server.ThenNoRows();
        Assert.Empty(await Transport.WriteAsync(Statement, CypherParameters.None, Ct));
        Assert.Equal("""{"statement":"RETURN $x AS x","accessMode":"Write","parameters":{}}""", Assert.Single(Server.Asked).Body);
    }

    [Fact]
    public async Task A_transaction_begins_with_its_first_statement_and_is_committed()
    {
        Server.ThenBegun("c0ffee").ThenNoRows().ThenCommitted();
        var answer = await Transport.TransactAsync(async (transaction, token) =>
        {
            await transaction.RunAsync(Statement, new() { ["x"] = true }, token);
            await transaction.RunAsync(Statement, new() { ["x"] = false }, token);
            return (Commit: true, "answer");
        }, Ct);
        Assert.Equal("answer", answer);
        Assert.Equal(["POST /db/neo4j/query/v2/tx", "POST /db/neo4j/query/v2/tx/c0ffee", "POST /db/neo4j/query/v2/tx/c0ffee/commit"], Calls);
        Assert.Equal(
        [
            """{"statement":"RETURN $x AS x","accessMode":"Write","parameters":{"x":{"$type":"Boolean","_value":true}}}""",
            """{"statement":"RETURN $x AS x","parameters":{"x":{"$type":"Boolean","_value":false}}}""",
            "{}",
        ], Server.Asked.Select(asked => asked.Body));
    }

    [Fact]
    public async Task A_transaction_whose_work_says_no_is_rolled_back()
    {
        Server.ThenBegun().ThenRolledBack();
        await Transport.TransactAsync(async (transaction, token) => (Commit: false, await transaction.RunAsync(Statement, CypherParameters.None, token)), Ct);
        Assert.Equal(["POST /db/neo4j/query/v2/tx", "DELETE /db/neo4j/query/v2/tx/a1b2"], Calls);
    }

    [Fact]
    public async Task A_transaction_without_a_statement_asks_the_server_nothing()
    {
        Assert.Equal(7, await Transport.TransactAsync((_, _) => Task.FromResult((Commit: true, 7)), Ct));
        Assert.Empty(Server.Asked);
    }

    [Fact]
    public async Task What_is_read_after_a_write_waits_for_it()
    {
        Server.ThenBegun().ThenCommitted("FB:1").ThenRows("", "", ""","bookmarks":["FB:2"]""").ThenBegun().ThenCommitted("FB:3");
        await CommitOneAsync();
        await ReadAsync();
        await CommitOneAsync();
        Assert.Contains("\"bookmarks\":[\"FB:1\"]", Server.Asked[2].Body, StringComparison.Ordinal);
        Assert.Contains("\"bookmarks\":[\"FB:2\"]", Server.Asked[3].Body, StringComparison.Ordinal);
        Assert.All([Server.Asked[0], Server.Asked[1], Server.Asked[4]], asked => Assert.DoesNotContain("bookmarks", asked.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_transaction_stays_with_the_member_of_the_cluster_that_began_it()
    {
        Server.ThenBegun("a1b2", ("neo4j-cluster-affinity", "member-3")).ThenNoRows().ThenCommitted().ThenBegun("a1b3", ("neo4j-cluster-affinity", "member-1")).ThenRolledBack();
        await Transport.TransactAsync(async (transaction, token) =>
        {
            await transaction.RunAsync(Statement, CypherParameters.None, token);
            return (Commit: true, await transaction.RunAsync(Statement, CypherParameters.None, token));
        }, Ct);
        await Transport.TransactAsync(async (transaction, token) => (Commit: false, await transaction.RunAsync(Statement, CypherParameters.None, token)), Ct);
        Assert.Equal(["", "member-3", "member-3", "", "member-1"], Server.Asked.Select(asked => asked.Headers.GetValueOrDefault("neo4j-cluster-affinity", "")));
    }

    [Theory]
    [InlineData("neo4j", "", "/db/neo4j/query/v2")]
    [InlineData("a b/c", "", "/db/a%20b%2Fc/query/v2")]
    [InlineData("neo4j", "graph/", "/graph/db/neo4j/query/v2")]
    [InlineData("neo4j", "graph", "/graph/db/neo4j/query/v2")]
    public async Task The_database_stands_in_the_path_below_the_address(string database, string below, string path)
    {
        Server.ThenNoRows();
        await using var transport = new QueryApiTransport(new Neo4jOptions { Url = new Uri(Server.Address, below), Database = database }, Clock);
        await transport.ReadAsync(Statement, CypherParameters.None, Ct);
        Assert.Equal(path, Server.Asked[0].Path.Replace("a b", "a%20b", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_server_says_what_it_is()
    {
        Server.Then(200, """{"query":"http://localhost/db/{databaseName}/query/v2","neo4j_version":"5.26.31","neo4j_edition":"community"}""", "application/json");
        Assert.Equal(new ServerAbout("5.26.31", "community"), await Transport.AboutAsync(Ct));
        Assert.Equal(["GET /"], Calls);
    }

    [Fact]
    public async Task Rows_are_read_by_the_names_of_their_columns()
    {
        Server.ThenRows("\"b\",\"a\"", """[{"$type":"String","_value":"1"},{"$type":"Null","_value":null}],[{"$type":"String","_value":"2"},{"$type":"Float","_value":"0.5"}]""");
        var rows = await ReadAsync();
        Assert.Equal(["1", "2"], rows.Select(row => row.Text("b")));
        Assert.True(rows[0].IsNull("a"));
        Assert.Equal(0.5, rows[1]["a"]);
        Assert.Throws<KeyNotFoundException>(() => rows[0]["c"]);
        Assert.Throws<InvalidCastException>(() => rows[0].Number("b"));
    }

    private Task<bool> CommitOneAsync() => Transport.TransactAsync(async (transaction, token) =>
    {
        await transaction.RunAsync(Statement, CypherParameters.None, token);
        return (Commit: true, true);
    }, Ct);
}
