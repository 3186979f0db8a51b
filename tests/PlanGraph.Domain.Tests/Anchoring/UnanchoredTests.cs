using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Anchoring;

public sealed class UnanchoredTests
{
    [Fact]
    public void The_findings_are_exactly_the_plans_that_the_map_calls_a_problem()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var context = RandomGraph.Of(seed).Context();
            Assert.Equal(
                context.Snapshot.OfKind<Plan>().Where(plan => context.Anchoring.For(plan.Id).IsProblem).Select(plan => plan.Id).Order(),
                UnanchoredPlans.Detect(context, default).Select(finding => finding.Members[0]).Order());
        }
    }

    [Fact]
    public void An_unanchored_plan_is_told_where_its_links_end()
    {
        var builder = new GraphBuilder().Samfunnsdel().Plan("a").Plan("b").Relate("plan/a", RelationType.AnchoredIn, "plan/b");

        var finding = UnanchoredPlans.Detect(builder.Context(), default).Single(finding => finding.Members[0].Value == "plan/a");

        Assert.Equal("findings.unanchoredPlan.unanchored", finding.Headline.Key);
        var end = Assert.Single(finding.Evidence, line => line.Sentence.Key == "findings.unanchoredPlan.deadEnd");
        Assert.Equal("B", end.Sentence.Args["title"]);
        Assert.Equal("@relation.ANCHORED_IN", end.Sentence.Args["relation"]);
    }

    [Fact]
    public void A_sub_goal_without_a_parent_in_force_is_found_and_not_the_sub_goals_below_it()
    {
        var builder = new GraphBuilder().Samfunnsdel().Goal("alene").Goal("lost").Goal("gammelt", GoalLevel.MainGoal, Standing.Former).Goal("forslag", GoalLevel.SubGoal, Standing.Proposed)
            .Goal("god").Goal("under-god").Goal("under-alene").Relate("goal/under-alene", RelationType.SubgoalOf, "goal/alene")
            .Relate("goal/lost", RelationType.SubgoalOf, "goal/gammelt").Relate("goal/god", RelationType.SubgoalOf, "goal/hovedmal").Relate("goal/under-god", RelationType.SubgoalOf, "goal/god");

        Assert.Equal(["goal/alene", "goal/lost"], UnanchoredGoals.Detect(builder.Context(), default).Select(finding => finding.Members[0].Value));
    }
}
