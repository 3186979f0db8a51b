using System.Text;
using PlanGraph.Storage.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j;

/// <summary>The steps of the schema as files.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void Steps_are_numbered_from_one_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, Migration.All.Count).Select(number => $"{number:000}"), Migration.All.Select(step => step.Version));

    [Fact]
    public void A_step_is_named_as_Neo4j_Migrations_names_it()
    {
        var first = Migration.All[0];
        Assert.Equal(("001", "Unique entity id", "V001__Unique_entity_id.cypher"), (first.Version, first.Description, first.Source));
    }

    // Values of Neo4j-Migrations' own tests: V0001__unix.cypher (three times this statement) and V01__without_assumption.cypher.
    [Theory]
    [InlineData("MATCH (n) RETURN count(n) AS nMATCH (n) RETURN count(n) AS nMATCH (n) RETURN count(n) AS n", "1902097523")]
    [InlineData("MATCH (n)\nRETURN count(n) AS nMATCH (n)\nRETURN count(n) AS nMATCH (n)\nRETURN count(n) AS n", "1916418554")]
    [InlineData("123456789", "3421780262")]
    public void The_checksum_is_that_of_Neo4j_Migrations(string text, string checksum) =>
        Assert.Equal(checksum, $"{Migration.Crc32(Encoding.UTF8.GetBytes(text))}");

    [Fact]
    public void Space_around_a_step_is_no_change()
    {
        var step = Migration.All[0];
        var moved = step with { Statement = step.Statement with { Text = $"\n {step.Statement.Text}\n\n" } };
        Assert.Equal(step.Checksum, moved.Checksum);
        Assert.NotEqual(step.Checksum, (step with { Statement = step.Statement with { Text = step.Statement.Text.Replace("//", "// ", StringComparison.Ordinal) } }).Checksum);
    }

    // A step that has been used is never changed: databases in use have these checksums. A new step is a new line here.
    [Fact]
    public void A_step_that_has_been_released_is_as_it_was() => Assert.Equal(
        [.. Released], Migration.All.Select(step => $"{step.Version} {step.Checksum}"));

    private static IEnumerable<string> Released =>
    [
        "001 1996144213",
        "002 3477159792",
        "003 2201859512",
        "004 2112910229",
        "005 1383319231",
        "006 2096259792",
        "007 3303785339",
    ];
}
