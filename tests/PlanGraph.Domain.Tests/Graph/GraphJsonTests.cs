using System.Text;
using System.Text.Json;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Tests.Graph;

public sealed class GraphJsonTests
{
    [Fact]
    public void A_plan_keeps_everything_through_json()
    {
        var plan = new Plan
        {
            Id = NodeId.Parse("plan/klimastrategi-2030"),
            Title = "Klimastrategi 2030",
            Type = PlanType.Strategi,
            Status = PlanStatus.Adopted,
            Adopted = new PrintedDate("Vedtatt 28.2.18", new DateOnly(2018, 2, 28)),
            Period = new Period(null, 2030, "2030"),
            Sources = [new Source("Grunnlagsdokument", "kapittel 10, Strategidokumenter, rad 8")],
            Version = 3,
        };

        var back = GraphJson.FromUtf8<Node>(GraphJson.ToUtf8<Node>(plan));

        Assert.IsType<Plan>(back);
        Assert.True(GraphJson.SameContent(plan, back));
        Assert.Equal(3, back.Version);
    }

    [Fact]
    public void Empty_lists_and_missing_values_are_left_out_of_json() =>
        Assert.Equal("""{"kind":"Sector","id":"sector/barn-og-unge","title":"Barn og unge","version":1}""",
            Encoding.UTF8.GetString(GraphJson.ToUtf8<Node>(new Sector { Id = NodeId.Parse("sector/barn-og-unge"), Title = "Barn og unge", Version = 1 })));

    [Fact]
    public void A_relation_is_written_with_the_type_as_in_Neo4j() =>
        Assert.Equal("""{"type":"PART_OF","from":"plan/a","to":"plan/b","version":0}""",
            Encoding.UTF8.GetString(GraphJson.ToUtf8(new Relation { Type = RelationType.PartOf, From = NodeId.Parse("plan/a"), To = NodeId.Parse("plan/b") })));

    [Theory]
    [InlineData("""{"kind":"Plan","id":"plan/a","title":"A","version":1,"unknown":1}""")]
    [InlineData("""{"kind":"Castle","id":"plan/a","title":"A"}""")]
    [InlineData("""{"kind":"Plan","id":"Plan/Å","title":"A"}""")]
    [InlineData("""{"kind":"Plan","id":"plan/a","title":"A","type":3}""")]
    public void A_node_with_something_unknown_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => GraphJson.FromUtf8<Node>(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void What_was_judged_reads_back_in_the_same_order_whatever_the_culture()
    {
        var facts = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, [KeyValuePair.Create("a-b", "1"), KeyValuePair.Create("aB", "2"), KeyValuePair.Create("ab", "3")]);
        var finding = new Finding { Id = NodeId.Parse("finding/a"), Title = "A", Fingerprint = "f", Facts = facts, Headline = Sentence.Of("x", ("b", 1), ("B", 2)) };

        var back = Assert.IsType<Finding>(GraphJson.FromUtf8<Node>(GraphJson.ToUtf8<Node>(finding)));

        Assert.Equal(["a-b", "aB", "ab"], back.Facts.Keys);
        Assert.Equal(finding.Headline, back.Headline);
        Assert.True(GraphJson.SameContent(finding, back));
    }

    [Fact]
    public void A_change_set_keeps_its_operations_through_json()
    {
        var changeSet = new ChangeSet
        {
            Id = Guid.Parse("0199aaaa-0000-7000-8000-000000000001"),
            Actor = "Planlegger",
            Reason = "prøve",
            At = DateTimeOffset.UnixEpoch,
            Operations =
            [
                new PutNode(new Place { Id = NodeId.Parse("place/sandvika"), Title = "Sandvika" }, 0),
                new RemoveRelation(RelationType.AppliesTo, NodeId.Parse("plan/a"), NodeId.Parse("place/sandvika"), null, 2),
            ],
        };

        var json = GraphJson.ToUtf8(changeSet);

        Assert.Equal(json, GraphJson.ToUtf8(GraphJson.FromUtf8<ChangeSet>(json)));
    }
}
