using System.Reflection;
using System.Text.RegularExpressions;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;
using System.Text.Json;

namespace PlanGraph.Storage.Tests.Neo4j.Cypher;

/// <summary>That the files, their names in C# and the code that runs them belong together, and that C# holds no Cypher of its own.</summary>
public sealed partial class CatalogueTests
{
    private static readonly string _src = Path.Combine(Repository.Root, "src");

    private static readonly (string Name, string Field)[] _fields =
    [
        .. typeof(Statements).GetNestedTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(CypherStatement))
            .Select(field => (((CypherStatement)field.GetValue(null)!).Name, $"{field.DeclaringType!.Name}.{field.Name}")),
    ];

    [Fact]
    public void Every_file_has_a_name_and_the_schema_is_found_by_its_folder() =>
        Assert.Empty(Unnamed(CypherFile.All, _fields.Select(field => field.Name)));

    [Fact]
    public void A_file_without_a_name_is_told()
    {
        CypherFile[] files = [new("plans/used", ""), new("plans/unused", ""), new("schema/V001__Step", ""), new("analysis/overview", "")];
        Assert.Equal(["plans/unused"], Unnamed(files, ["plans/used"]));
    }

    [Fact]
    public void No_file_has_two_names() => Assert.Equal(_fields.Length, _fields.Select(field => field.Name).Distinct().Count());

    [Fact]
    public void Every_name_is_used_by_code() => Assert.Empty(Unused(_fields.Select(field => field.Field), CodeBut("Statements.cs")));

    [Fact]
    public void A_name_that_no_code_uses_is_told() =>
        Assert.Equal(["Plans.Get"], Unused(["Plans.Get", "Plans.GetAll"], "await RunAsync(Statements.Plans.GetAll, none);"));

    [Fact]
    public void No_code_holds_Cypher_of_its_own() => Assert.Empty(
        Sources().SelectMany(path => CypherIn(File.ReadAllText(path)).Select(found => $"{Path.GetRelativePath(_src, path)}: {found}")));

    [Theory]
    [InlineData("MATCH (n:Plan) RETURN n")]
    [InlineData("match (n {id: $id})")]
    [InlineData("OPTIONAL MATCH (a)-[r:STATES]->(b)")]
    [InlineData("CREATE (:Plan {id: 'a'})")]
    [InlineData("MERGE (n:Plan {id: row.id})")]
    [InlineData("UNWIND $rows AS row")]
    [InlineData("MATCH p = (a)-[*]->(b)")]
    [InlineData("CALL db.index.fulltext.queryNodes('a', $query)")]
    [InlineData("CREATE CONSTRAINT a IF NOT EXISTS FOR (n:Plan) REQUIRE n.id IS UNIQUE")]
    [InlineData("DROP INDEX entity_terms")]
    [InlineData("SHOW INDEXES YIELD name")]
    [InlineData("n DETACH DELETE n")]
    [InlineData("RETURN 1 AS one")]
    public void Cypher_in_code_is_told(string cypher)
    {
        Assert.NotEmpty(CypherIn($"var text = \"{cypher}\";"));
        Assert.NotEmpty(CypherIn($"var text = $\"\"\"\n    {cypher}\n    \"\"\";"));
    }

    [Theory]
    [InlineData("/// <summary>Create (a node) or match (it).</summary>")]
    [InlineData("// MATCH (n) would lock here.")]
    [InlineData("return (true, new Verdict.AppliedBefore(head.Number(\"appliedSeq\")));")]
    [InlineData("throw new ArgumentException(\"The rows must match (see above); call it again.\");")]
    public void Other_code_is_passed(string code) => Assert.Empty(CypherIn(code));

    [Fact]
    public void The_vocabulary_of_the_lint_is_that_of_the_domain()
    {
        using var vocabulary = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tools", "cypher", "vocabulary.json")));
        Assert.Equal(NodeKinds.All.Select(kind => kind.ToString()), Words(vocabulary.RootElement.GetProperty("labels")));
        Assert.Equal(
            RelationRules.All.Select(rule => $"({string.Join('|', rule.From)})-[:{RelationRules.Name(rule.Type)}]->({string.Join('|', rule.To)})"),
            vocabulary.RootElement.GetProperty("relations").EnumerateArray().Select(rule =>
                $"({string.Join('|', Words(rule.GetProperty("from")))})-[:{rule.GetProperty("type").GetString()}]->({string.Join('|', Words(rule.GetProperty("to")))})"));
    }

    private static IEnumerable<string> Words(JsonElement list) => list.EnumerateArray().Select(word => word.GetString()!);

    private static IEnumerable<string> Unnamed(IEnumerable<CypherFile> files, IEnumerable<string> names) =>
        files.Where(file => !file.IsForPeople && !file.IsSchema).Select(file => file.Name).Except(names);

    private static IEnumerable<string> Unused(IEnumerable<string> fields, string code) => fields.Where(field => !Regex.IsMatch(code, $@"\b{Regex.Escape(field)}\b"));

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(_src, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string CodeBut(string name) => string.Join('\n', Sources().Where(path => Path.GetFileName(path) != name).Select(File.ReadAllText));

    private static IEnumerable<string> CypherIn(string code) => Cypher().Matches(Comment().Replace(code, "")).Select(match => match.Value);

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"""[^""\n]*\b(?:(?:MATCH|MERGE|CREATE)\s+(?:\w+\s*=\s*)?\(\s*\w*\s*[:{)])|^\s*(?:OPTIONAL\s+)?(?:MATCH|MERGE|CREATE)\s+(?:\w+\s*=\s*)?\(\s*\w*\s*[:{)]|"
        + @"\b(?i:UNWIND\s+\$|DETACH\s+DELETE|(?:CREATE|DROP)\s+(?:CONSTRAINT|(?:FULLTEXT\s+|VECTOR\s+|RANGE\s+|TEXT\s+)?INDEX)\b|SHOW\s+(?:INDEXES|CONSTRAINTS)|CALL\s+dbm?s?\.)|"
        + @"(?:""|^\s*)RETURN\s+\S+\s+AS\b", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Cypher();
}
