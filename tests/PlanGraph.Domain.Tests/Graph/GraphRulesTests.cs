using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Tests.Graph;

public sealed class GraphRulesTests
{
    [Theory]
    [InlineData("Klimastrategi 2030", "klimastrategi-2030")]
    [InlineData("«Bedre læring» – kvalitetsplan for Bærumsskolen", "bedre-laering-kvalitetsplan-for-baerumsskolen")]
    [InlineData("Øvrevoll på Åsen", "ovrevoll-pa-asen")]
    [InlineData("Unjárga", "unjarga")]
    [InlineData("***", "uten-navn")]
    public void A_slug_is_readable_ascii(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void A_long_title_gives_a_slug_cut_at_a_word() =>
        Assert.Equal(string.Join('-', Enumerable.Repeat("ord", 30)), Slug.From(string.Join(' ', Enumerable.Repeat("ord", 100))));

    [Theory]
    [InlineData("plan/")]
    [InlineData("plan/A")]
    [InlineData("plan/a--b")]
    [InlineData("castle/a")]
    [InlineData("plan")]
    [InlineData("")]
    [InlineData(null)]
    public void A_malformed_id_is_no_id(string? text) => Assert.False(NodeId.TryParse(text, out _));

    [Fact]
    public void Every_relation_type_has_one_rule_in_the_order_of_the_types() =>
        Assert.Equal(Enum.GetValues<RelationType>(), RelationRules.All.Select(rule => rule.Type));

    [Fact]
    public void A_relation_between_kinds_that_the_table_does_not_allow_is_refused_with_both_kinds()
    {
        var problem = Assert.Single(RelationRules.Check(new Relation
        {
            Type = RelationType.SubgoalOf, From = NodeId.Parse("plan/a"), To = NodeId.Parse("sdg/13"),
        }));

        Assert.Equal("rules.relationNotAllowed", problem.Key);
        Assert.Equal("@kind.Plan", problem.Args["from"]);
        Assert.Equal("@kind.Sdg", problem.Args["to"]);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    [InlineData(null)]
    public void An_influence_needs_a_score_from_minus_three_to_three(int? score) =>
        Assert.Equal("rules.score", Assert.Single(RelationRules.Check(new Relation
        {
            Type = RelationType.Affects, From = NodeId.Parse("goal/a"), To = NodeId.Parse("goal/b"), Score = score,
        })).Key);

    [Theory]
    [InlineData("AFFECTS:goal/a>goal/b#klima")]
    [InlineData("PART_OF:plan/a>plan/b")]
    public void A_relation_key_reads_back_as_written(string text)
    {
        Assert.True(RelationKey.TryParse(text, out var key));
        Assert.Equal(text, key.ToString());
    }

    [Fact]
    public void A_change_set_that_touches_an_element_twice_is_refused() =>
        Assert.Contains(ChangeSetRules.Check(new ChangeSet
        {
            Id = Guid.Empty, Actor = "a", Reason = "b", At = default,
            Operations = [new RemoveNode(NodeId.Parse("plan/a"), 1), new RemoveNode(NodeId.Parse("plan/a"), 1)],
        }), problem => problem.Key == "rules.elementTwice");

    [Fact]
    public void A_node_whose_id_is_of_another_kind_is_refused() =>
        Assert.Contains(NodeRules.Check(new Goal { Id = NodeId.Parse("plan/a"), Title = "A" }), problem => problem.Key == "rules.idOfOtherKind");

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Assert.Contains(NodeRules.Check(new Plan { Id = NodeId.Parse("plan/a"), Title = "A", Period = new Period(2030, 2020) }), problem => problem.Key == "rules.period");

    [Fact]
    public void A_snapshot_follows_its_changes_and_the_old_one_stays()
    {
        var plan = new Plan { Id = NodeId.Parse("plan/a"), Title = "A", Version = 1 };
        var whole = new Plan { Id = NodeId.Parse("plan/b"), Title = "B", Version = 1 };
        var before = GraphSnapshot.From(1, [plan, whole], []);
        var relation = new Relation { Type = RelationType.PartOf, From = plan.Id, To = whole.Id, Version = 1 };

        var after = before.With([new CommittedChange(2, new ChangeSet
        {
            Id = Guid.Empty, Actor = "a", Reason = "b", At = default, Operations = [new PutRelation(relation, 0)],
        })]);

        Assert.Empty(before.Out(plan.Id));
        Assert.Equal(relation, Assert.Single(after.Out(plan.Id, RelationType.PartOf)));
        Assert.Equal(relation, Assert.Single(after.In(whole.Id)));
        Assert.Equal(2, after.Seq);
    }
}
