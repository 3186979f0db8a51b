using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Hierarchy;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Hierarchy;

public sealed class HierarchyCycleTests
{
    [Fact]
    public void A_hierarchy_without_rings_gives_nothing() =>
        Assert.Empty(HierarchyCycles.Detect(new GraphBuilder().Plan("a").Plan("b").Plan("c")
            .Relate("plan/a", RelationType.PartOf, "plan/b").Relate("plan/a", RelationType.PartOf, "plan/c").Relate("plan/b", RelationType.PartOf, "plan/c").Context(), default));

    [Theory]
    [InlineData(RelationType.PartOf)]
    [InlineData(RelationType.AnchoredIn)]
    [InlineData(RelationType.Replaces)]
    public void A_ring_of_plans_is_one_finding_with_the_ring_in_order(RelationType type)
    {
        var finding = Assert.Single(HierarchyCycles.Detect(new GraphBuilder().Plan("a").Plan("b").Plan("c")
            .Relate("plan/a", type, "plan/b").Relate("plan/b", type, "plan/c").Relate("plan/c", type, "plan/a").Context(), default));

        Assert.Equal(3, finding.Members.Length);
        Assert.Equal("A → B → C → A", finding.Evidence[0].Sentence.Args["chain"]);
    }

    [Fact]
    public void A_knot_shows_its_shortest_ring() =>
        Assert.Equal("B → C → B", Assert.Single(HierarchyCycles.Detect(new GraphBuilder().Plan("a").Plan("b").Plan("c")
            .Relate("plan/a", RelationType.PartOf, "plan/b").Relate("plan/b", RelationType.PartOf, "plan/c").Relate("plan/c", RelationType.PartOf, "plan/a")
            .Relate("plan/c", RelationType.PartOf, "plan/b").Context(), default)).Evidence[0].Sentence.Args["chain"]);

    [Fact]
    public void A_self_link_is_found() =>
        Assert.Equal("findings.hierarchyCycle.self", Assert.Single(HierarchyCycles.Detect(
            new GraphBuilder().Goal("a").Relate("goal/a", RelationType.SubgoalOf, "goal/a").Context(), default)).Headline.Key);

    [Fact]
    public void Rings_of_two_relations_among_the_same_plans_are_two_findings()
    {
        var builder = new GraphBuilder().Plan("a").Plan("b");
        foreach (var type in (RelationType[])[RelationType.PartOf, RelationType.Replaces])
            builder.Relate("plan/a", type, "plan/b").Relate("plan/b", type, "plan/a");

        Assert.Equal(2, HierarchyCycles.Detect(builder.Context(), default).Select(finding => finding.Id).Distinct().Count());
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_plans_does_not_exhaust_the_stack()
    {
        var ids = Enumerable.Range(0, 100_000).Select(i => NodeId.Of(NodeKind.Plan, $"p{i}")).ToArray();
        var place = ids.Index().ToDictionary(pair => pair.Item, pair => pair.Index);

        Assert.Empty(StrongComponents.Find(ids, id => place[id] + 1 < ids.Length ? [ids[place[id] + 1]] : []));
        Assert.Equal(ids.Length, Assert.Single(StrongComponents.Find(ids, id => [ids[(place[id] + 1) % ids.Length]])).Length);
    }
}
