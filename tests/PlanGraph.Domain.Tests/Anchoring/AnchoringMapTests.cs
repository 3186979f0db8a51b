using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Anchoring;

public sealed class AnchoringMapTests
{
    private static PlanAnchoring Of(GraphBuilder builder, string plan = "plan/a") => builder.Anchoring().For(NodeId.Parse(plan));

    private static GraphBuilder WithPlan(Func<Plan, Plan>? with = null) => new GraphBuilder().Samfunnsdel().Plan("a", PlanType.Temaplan, with);

    [Fact]
    public void A_plan_without_a_way_up_is_unanchored() => Assert.Equal(AnchoringState.Unanchored, Of(WithPlan()).State);

    [Theory]
    [InlineData(RelationType.AnchoredIn, "plan/samfunnsdel")]
    [InlineData(RelationType.PartOf, "plan/samfunnsdel")]
    [InlineData(RelationType.AnchoredIn, "goal/hovedmal")]
    [InlineData(RelationType.Supports, "goal/hovedmal")]
    public void A_plan_with_a_relation_to_the_samfunnsdel_or_its_goal_is_anchored_with_the_way(RelationType type, string to)
    {
        var anchoring = Of(WithPlan().Relate("plan/a", type, to));

        Assert.Equal(AnchoringState.Anchored, anchoring.State);
        Assert.Equal("plan/samfunnsdel", anchoring.Path.Nodes[^1].Value);
        Assert.Equal(type, anchoring.Path.Relations[0].Type);
    }

    [Fact]
    public void A_plan_is_anchored_through_another_plan_and_a_sub_goal()
    {
        var anchoring = Of(WithPlan().Plan("b").Goal("delmal").Relate("goal/delmal", RelationType.SubgoalOf, "goal/hovedmal")
            .Relate("plan/a", RelationType.PartOf, "plan/b").Relate("plan/b", RelationType.Supports, "goal/delmal"));

        Assert.Equal(AnchoringState.Anchored, anchoring.State);
        Assert.Equal(["plan/a", "plan/b", "goal/delmal", "goal/hovedmal", "plan/samfunnsdel"], anchoring.Path.Nodes.Select(id => id.Value));
    }

    [Fact]
    public void A_plan_is_anchored_by_stating_a_sub_goal_of_the_samfunnsdel() =>
        Assert.Equal(AnchoringState.Anchored, Of(WithPlan().Goal("eget").Relate("plan/a", RelationType.States, "goal/eget")
            .Relate("goal/eget", RelationType.SubgoalOf, "goal/hovedmal")).State);

    [Fact]
    public void A_plan_is_not_anchored_by_stating_the_same_goal_as_an_anchored_plan() =>
        Assert.Equal(AnchoringState.Unanchored, Of(WithPlan().Plan("b").Goal("felles")
            .Relate("plan/b", RelationType.AnchoredIn, "plan/samfunnsdel").Relate("plan/b", RelationType.States, "goal/felles")
            .Relate("plan/a", RelationType.States, "goal/felles")).State);

    [Fact]
    public void The_whole_does_not_anchor_in_its_parts() =>
        Assert.Equal(AnchoringState.Unanchored, Of(WithPlan().Plan("del").Relate("plan/del", RelationType.PartOf, "plan/a")
            .Relate("plan/del", RelationType.AnchoredIn, "plan/samfunnsdel")).State);

    [Fact]
    public void A_way_through_an_expired_plan_is_named_as_such()
    {
        var anchoring = Of(WithPlan().Plan("gammel", PlanType.Temaplan, plan => plan with { Period = new Period(2015, 2018) })
            .Relate("plan/a", RelationType.AnchoredIn, "plan/gammel").Relate("plan/gammel", RelationType.AnchoredIn, "plan/samfunnsdel"));

        Assert.Equal(AnchoringState.ThroughExpired, anchoring.State);
        Assert.Equal("plan/gammel", Assert.Single(anchoring.NotInForce).Value);
    }

    [Fact]
    public void A_former_goal_or_a_replaced_samfunnsdel_does_not_anchor()
    {
        var builder = WithPlan().Plan("samfunnsdel-2016", PlanType.Samfunnsdel).Goal("gammelt", GoalLevel.MainGoal, Standing.Former)
            .Relate("plan/samfunnsdel-2016", RelationType.States, "goal/gammelt").Relate("plan/samfunnsdel", RelationType.Replaces, "plan/samfunnsdel-2016")
            .Relate("plan/a", RelationType.Supports, "goal/gammelt");

        var anchoring = Of(builder);

        Assert.Equal(AnchoringState.ThroughExpired, anchoring.State);
        Assert.Equal(["goal/gammelt", "plan/samfunnsdel-2016"], anchoring.NotInForce.Select(id => id.Value));
        Assert.Equal("plan/samfunnsdel", Assert.Single(builder.Anchoring().Roots).Value);
    }

    [Fact]
    public void A_samfunnsdel_under_work_does_not_replace_the_one_in_force() =>
        Assert.Equal(["plan/samfunnsdel", "plan/samfunnsdel-ny"], new GraphBuilder().Samfunnsdel()
            .Plan("samfunnsdel-ny", PlanType.Samfunnsdel, plan => plan with { Status = PlanStatus.InProgress })
            .Relate("plan/samfunnsdel-ny", RelationType.Replaces, "plan/samfunnsdel").Anchoring().Roots.Select(id => id.Value).Order());

    [Fact]
    public void A_declared_plan_is_shown_as_declared_until_the_declaration_ends()
    {
        var exemption = new AnchoringExemption("Pålagt av staten", GraphBuilder.Today, "Planavdelingen");

        Assert.Equal(AnchoringState.Declared, Of(WithPlan(plan => plan with { Exemption = exemption })).State);
        Assert.Equal(AnchoringState.Unanchored, Of(WithPlan(plan => plan with { Exemption = exemption with { Expires = GraphBuilder.Today.AddDays(-1) } })).State);
    }

    [Theory]
    [InlineData(PlanType.Planstrategi)]
    [InlineData(PlanType.Virksomhetsanalyse)]
    [InlineData(PlanType.Samfunnsdel)]
    public void Some_types_need_no_anchoring(PlanType type) =>
        Assert.Equal(AnchoringState.NotRequired, Of(new GraphBuilder().Samfunnsdel().Plan("a", type)).State);

    [Fact]
    public void A_retired_plan_needs_no_anchoring() =>
        Assert.Equal(AnchoringState.NotRequired, Of(WithPlan(plan => plan with { Status = PlanStatus.Retired })).State);

    [Fact]
    public void An_operational_plan_must_pass_the_action_programme()
    {
        var builder = new GraphBuilder().Samfunnsdel().Plan("a", PlanType.Virksomhetsplan).Relate("plan/a", RelationType.AnchoredIn, "plan/samfunnsdel");
        Assert.Equal(AnchoringState.SkipsLevel, Of(builder).State);

        builder.Plan("hp", PlanType.Handlingsprogram).Relate("plan/a", RelationType.AnchoredIn, "plan/hp").Relate("plan/hp", RelationType.PartOf, "plan/samfunnsdel");
        Assert.Equal(AnchoringState.Anchored, Of(builder).State);
        Assert.Equal(["plan/a", "plan/hp", "plan/samfunnsdel"], Of(builder).Path.Nodes.Select(id => id.Value));
    }

    [Fact]
    public void Plans_anchored_only_in_each_other_are_unanchored() =>
        Assert.Equal(AnchoringState.Unanchored, Of(WithPlan().Plan("b").Relate("plan/a", RelationType.AnchoredIn, "plan/b").Relate("plan/b", RelationType.AnchoredIn, "plan/a")).State);

    [Fact]
    public void Without_any_samfunnsdel_the_kommuneplan_stands_in() =>
        Assert.Equal(AnchoringState.Anchored, Of(new GraphBuilder().Plan("kommuneplan", PlanType.Kommuneplan).Plan("a").Relate("plan/a", RelationType.AnchoredIn, "plan/kommuneplan")).State);

    [Fact]
    public void Part_of_the_kommuneplan_alone_is_no_anchoring_when_there_is_a_samfunnsdel() =>
        Assert.Equal(AnchoringState.Unanchored, Of(WithPlan().Plan("kommuneplan", PlanType.Kommuneplan).Relate("plan/samfunnsdel", RelationType.PartOf, "plan/kommuneplan")
            .Relate("plan/a", RelationType.PartOf, "plan/kommuneplan")).State);

    [Fact]
    public void Every_path_in_any_graph_is_a_way_up_that_passes_no_node_twice()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var builder = RandomGraph.Of(seed);
            var map = builder.Anchoring();
            foreach (var plan in builder.Snapshot().OfKind<Plan>())
            {
                var answer = map.For(plan.Id);
                var nodes = answer.Path.Nodes;
                Assert.Equal(nodes.Length, nodes.Distinct().Count());
                Assert.Equal(answer.State is AnchoringState.Anchored or AnchoringState.ThroughExpired or AnchoringState.SkipsLevel, answer.Path.Relations.Length > 0 && answer.State != AnchoringState.NotRequired);
                if (answer.State == AnchoringState.Anchored) Assert.True(map.Roots.Contains(nodes[^1]) || map.Tops.Wholes.Contains(nodes[^1]) || IsIn(answer, builder.Snapshot()));
            }
        }
    }

    private static bool IsIn(PlanAnchoring answer, GraphSnapshot snapshot) => answer.Path.Nodes.Skip(1).Any(id => snapshot.Find(id) is Plan plan && answer.Rule.In.Contains(plan.Type));
}
