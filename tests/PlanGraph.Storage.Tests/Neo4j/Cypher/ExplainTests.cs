using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j.Cypher;

/// <summary>Asks a real server to plan each statement, without running it.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed partial class ExplainTests(Neo4jServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Real_server_explains_every_file_and_returns_the_columns_that_its_header_names()
    {
        using var http = await ClientAsync();
        foreach (var file in CypherFile.All)
        {
            var (columns, problem) = await ExplainAsync(http, file);
            Assert.True(problem is null, $"cypher/{file.Name}.cypher: {problem}");
            Assert.Equal((file.Name, string.Join(", ", file.Columns)), (file.Name, string.Join(", ", columns)));
        }
    }

    [Fact]
    public async Task Every_statement_of_the_product_finds_by_an_index_but_those_of_the_migrations()
    {
        var options = await server.OptionsAsync(Ct);
        await using (await Neo4jStore.OpenAsync(options, TimeProvider.System, NullLogger<Neo4jStore>.Instance, Ct)) { }
        using var http = await ClientAsync();
        foreach (var file in CypherFile.All.Where(file => !file.IsForPeople && !file.IsSchema && !file.Name.StartsWith("migrations/", StringComparison.Ordinal)))
        {
            using var answer = await AskAsync(http, file);
            Assert.Equal((file.Name, ""), (file.Name, string.Join(", ", Scans(answer.RootElement.GetRawText()))));
        }
    }

    [Fact]
    public async Task A_statement_that_walks_everything_is_told()
    {
        using var http = await ClientAsync();
        using var answer = await AskAsync(http, new CypherFile("bad", "MATCH (n) WHERE n.title = 'a' RETURN n"));
        Assert.Equal(["AllNodesScan"], Scans(answer.RootElement.GetRawText()));
    }

    [Theory]
    [InlineData("RETURN x", "SyntaxError")]
    [InlineData("RETURN foobar(1) AS x", "SyntaxError")]
    [InlineData("CALL db.index.fulltext.queryNode('a', 'b') YIELD node RETURN node", "ProcedureNotFound")]
    [InlineData("MATCH (n:Plan) RETURN id(n) AS x", "deprecated")]
    [InlineData("LET x = 1 RETURN x", "SyntaxError")]
    public async Task Statement_that_the_server_will_not_explain_is_told(string statement, string said)
    {
        using var http = await ClientAsync();
        var (_, problem) = await ExplainAsync(http, new CypherFile("bad", statement));
        Assert.Contains(said, problem, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<HttpClient> ClientAsync()
    {
        var options = await server.OptionsAsync(Ct);
        var http = new HttpClient { BaseAddress = new Uri(options.Url!, $"db/{options.Database}/query/v2") };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var credentials = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{options.User}:{options.Password}"));
        if (options.User.Length > 0) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        return http;
    }

    private static IEnumerable<string> Scans(string plan) => Scan().Matches(plan).Select(match => match.Groups[1].Value);

    private static async Task<JsonDocument> AskAsync(HttpClient http, CypherFile file)
    {
        var request = new { statement = "EXPLAIN " + file.Text, parameters = file.Parameters.ToDictionary(name => name, _ => (object?)null) };
        using var response = await http.PostAsJsonAsync("", request, Ct);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<(string[] Columns, string? Problem)> ExplainAsync(HttpClient http, CypherFile file)
    {
        using var answer = await AskAsync(http, file);
        var root = answer.RootElement;
        if (root.TryGetProperty("errors", out var errors)) return ([], errors[0].ToString());
        // Labels and types are looked up in a database that may hold none of them.
        var notes = root.TryGetProperty("notifications", out var found)
            ? found.EnumerateArray().Where(note => note.GetProperty("category").GetString() is "DEPRECATION" or "UNSUPPORTED" or "GENERIC").Select(note => note.ToString()).ToArray()
            : [];
        string[] columns = [.. root.GetProperty("data").GetProperty("fields").EnumerateArray().Select(field => field.GetString()!)];
        return (columns, notes.Length == 0 ? null : string.Join("\n", notes));
    }

    [GeneratedRegex("\"operatorType\":\\s*\"((?:All|NodeByLabel|Directed|Undirected)\\w*Scan)")]
    private static partial Regex Scan();
}
