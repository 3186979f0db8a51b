using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Tests.Neo4j.Cypher;

/// <summary>Every file of cypher/, and that each of the checks can fail.</summary>
public sealed class CypherFileTests
{
    private const string Good = "// Purpose: a test\n// Parameters: id (text), limit (integer)\n// Columns: id (text), title (text)\n"
        + "MATCH (n:Plan {id: $id})\nRETURN n.id AS id, n.title AS title\nLIMIT $limit\n";

    public static TheoryData<string> Names => [.. CypherFile.All.Select(file => file.Name)];

    /// <summary>What is put in place of what in the good file, and what is said then.</summary>
    public static TheoryData<string, string, string> Spoiled => new()
    {
        { "// Purpose: a test\n", "", "line 1 must begin with \"// Purpose:\"" },
        { "// Purpose: a test", "// Purpose:  ", "line 1 must begin with \"// Purpose:\"" },
        { "// Purpose: a test\n// Parameters: id (text), limit (integer)", "// Parameters: id (text), limit (integer)\n// Purpose: a test", "line 2 must begin with \"// Parameters:\"" },
        { "// Columns:", "// Column:", "line 3 must begin with \"// Columns:\"" },
        { "id (text), limit (integer)", "id, limit", "the line of parameters is neither" },
        { "id (text), title (text)", "id (text) title (text)", "the line of columns is neither" },
        { "id (text), limit (integer)", "limit (integer)", "$id is used and not in the line of parameters" },
        { "LIMIT $limit", "LIMIT 10", "limit is in the line of parameters and not used" },
        { "$id", "'$id'", "id is in the line of parameters and not used" },
        { "$id", "1 /* $id */", "id is in the line of parameters and not used" },
        { ", n.title AS title", "", "title is in the line of columns and not returned" },
        { "id (text), title (text)", "id (text)", "title is returned and not in the line of columns" },
        { "n.title AS title", "n.title", "n.title is returned and not in the line of columns" },
        { "MATCH (n:Plan {id: $id})", "UNWIND $id AS id\nMATCH (n:Plan {id: id})", "who looks a row's node up names the index" },
        { "MATCH (n:Plan {id: $id})", "UNWIND $id AS row\nMATCH (n:Plan {id: row.id})-[r]->(m)", "who looks a row's node up names the index" },
        { "\n", "\r\n", "lines end with a line feed" },
        { "LIMIT $limit\n", "LIMIT $limit", "lines end with a line feed" },
    };

    public static TheoryData<string> EnterpriseConstraints =>
    [
        "FOR (n:Plan) REQUIRE n.title IS NOT NULL",
        "FOR (n:Plan) REQUIRE (n.id, n.title) IS NODE KEY",
        "FOR (n:Plan) REQUIRE n.id IS KEY",
        "FOR ()-[r:STATES]-() REQUIRE r.id IS RELATIONSHIP KEY",
        "FOR ()-[r:STATES]-() REQUIRE r.reason IS NOT NULL",
        "FOR (n:Plan) REQUIRE n.title IS :: STRING",
        "FOR (n:Plan) REQUIRE n.title IS TYPED STRING",
        "FOR (n:Plan) REQUIRE n.title\n  is not null",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_file_keeps_what_its_header_promises(string name) =>
        Assert.Empty(CypherFile.All.Single(file => file.Name == name).Problems());

    [Fact]
    public void A_good_file_has_no_problems() => Assert.Empty(new CypherFile("plans/get-plan", Good).Problems());

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void A_spoiled_file_is_told(string good, string bad, string said) =>
        Assert.Contains(new CypherFile("plans/get-plan", Good.Replace(good, bad, StringComparison.Ordinal)).Problems(),
            problem => problem.StartsWith(said, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(EnterpriseConstraints))]
    public void A_constraint_that_community_lacks_is_told(string constraint) =>
        Assert.Equal(["only the Enterprise edition has this constraint"], Schema($"CREATE CONSTRAINT a IF NOT EXISTS {constraint}").Problems());

    [Fact]
    public void A_unique_constraint_is_passed() => Assert.Empty(Schema("CREATE CONSTRAINT a IF NOT EXISTS FOR (n:Plan) REQUIRE (n.id, n.title) IS UNIQUE").Problems());

    [Fact]
    public void A_step_of_the_schema_that_cannot_be_repeated_is_told() =>
        Assert.Equal(["a step of the schema must be repeatable: IF NOT EXISTS"], Schema("CREATE CONSTRAINT a FOR (n:Plan) REQUIRE n.id IS UNIQUE").Problems());

    [Fact]
    public void A_query_for_people_says_how_to_read_the_answer()
    {
        var query = new CypherFile("analysis/plans", Good);
        Assert.Equal(["line 4 must begin with \"// Reading:\" and say something"], query.Problems());
        Assert.Empty((query with { Text = Good.Replace("MATCH", "// Reading: each row is a plan\nMATCH", StringComparison.Ordinal) }).Problems());
    }

    [Theory]
    [InlineData("RETURN DISTINCT type(r) AS type, startNode(r).id AS from", "type from")]
    [InlineData("CALL (n) { RETURN n AS inner } RETURN collect({id: n.id, x: [1, 2]}) AS nodes, seq ORDER BY seq, nodes LIMIT 3", "nodes seq")]
    [InlineData("MATCH (n) DELETE n", "")]
    [InlineData("MATCH (n) WHERE EXISTS { MATCH (n) RETURN n AS m } SET n.a = 1", "")]
    public void The_columns_of_the_last_return_are_read(string code, string columns) => Assert.Equal(columns, string.Join(' ', CypherReturn.ColumnsOf(code)));

    [Fact]
    public void Every_file_but_those_for_people_is_in_the_assembly() =>
        Assert.Equal(CypherFile.All.Where(file => !file.IsForPeople).Select(file => file.Name).Order(StringComparer.Ordinal), Statements.Names);

    [Fact]
    public void A_file_that_is_missing_is_told_by_name() =>
        Assert.Equal("There is no cypher/plans/none.cypher.", Assert.Throws<InvalidOperationException>(() => Statements.Load("plans/none")).Message);

    [Fact]
    public void What_is_loaded_is_the_file() =>
        Assert.All(CypherFile.All.Where(file => !file.IsForPeople), file => Assert.Equal(new CypherStatement(file.Name, file.Text), Statements.Load(file.Name)));

    private static CypherFile Schema(string text) => new("schema/V099__Test", $"// Purpose: a test\n// Parameters: none\n// Columns: none\n{text}\n");
}
