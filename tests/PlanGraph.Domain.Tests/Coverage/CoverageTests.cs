using PlanGraph.Domain.Coverage;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Coverage;

public sealed class CoverageTests
{
    private static string[] Goals(GraphBuilder builder) => [.. GoalsWithoutFollowUp.Detect(builder.Context(), default).Select(finding => finding.Members[0].Value)];

    private static string[] Challenges(GraphBuilder builder) => [.. ChallengesWithoutResponse.Detect(builder.Context(), default).Select(finding => finding.Members[0].Value)];

    [Fact]
    public void A_goal_that_only_its_own_samfunnsdel_states_is_not_followed_up() =>
        Assert.Equal(["goal/hovedmal"], Goals(new GraphBuilder().Samfunnsdel()));

    [Theory]
    [InlineData("plan/a", RelationType.Supports)]
    [InlineData("plan/a", RelationType.AnchoredIn)]
    [InlineData("strategy/s", RelationType.Supports)]
    [InlineData("measure/m", RelationType.Supports)]
    public void A_goal_is_followed_up_by_a_plan_strategy_or_measure(string from, RelationType type) =>
        Assert.Empty(Goals(new GraphBuilder().Samfunnsdel().Plan("a").Strategy("s").Measure("m").Relate(from, type, "goal/hovedmal")));

    [Fact]
    public void What_is_not_in_force_follows_up_nothing() =>
        Assert.Equal(["goal/hovedmal"], Goals(new GraphBuilder().Samfunnsdel().Measure("m", MeasureStatus.Stopped).Strategy("s", Standing.Former)
            .Plan("a", PlanType.Temaplan, plan => plan with { Period = new Period(2010, 2015) })
            .Relate("measure/m", RelationType.Supports, "goal/hovedmal").Relate("strategy/s", RelationType.Supports, "goal/hovedmal").Relate("plan/a", RelationType.Supports, "goal/hovedmal")));

    [Fact]
    public void Of_a_main_goal_and_its_sub_goals_without_follow_up_only_the_sub_goals_are_reported()
    {
        var builder = new GraphBuilder().Samfunnsdel().Goal("d1").Goal("d2").Relate("goal/d1", RelationType.SubgoalOf, "goal/hovedmal")
            .Relate("goal/d2", RelationType.SubgoalOf, "goal/hovedmal");
        Assert.Equal(["goal/d1", "goal/d2"], Goals(builder));

        builder.Plan("a").Relate("plan/a", RelationType.Supports, "goal/d1");
        Assert.Equal(["goal/d2"], Goals(builder));
    }

    [Fact]
    public void A_sub_goal_stated_by_another_plan_follows_up_its_main_goal() =>
        Assert.True(GoalsWithoutFollowUp.IsFollowedUp(new GraphBuilder().Samfunnsdel().Plan("a").Goal("eget").Relate("plan/a", RelationType.States, "goal/eget")
            .Relate("goal/eget", RelationType.SubgoalOf, "goal/hovedmal").Snapshot(), NodeId.Parse("goal/hovedmal"), GraphBuilder.Today));

    [Fact]
    public void Former_and_proposed_goals_are_not_asked_for() =>
        Assert.Empty(Goals(new GraphBuilder().Goal("a", GoalLevel.MainGoal, Standing.Former).Goal("b", GoalLevel.SubGoal, Standing.Proposed)));

    [Fact]
    public void A_challenge_is_found_until_something_in_force_responds_to_it()
    {
        var builder = new GraphBuilder().Challenge("utenforskap").Goal("g", GoalLevel.MainGoal, Standing.Former).Relate("goal/g", RelationType.RespondsTo, "challenge/utenforskap");
        Assert.Equal(["challenge/utenforskap"], Challenges(builder));

        builder.Plan("a").Relate("plan/a", RelationType.RespondsTo, "challenge/utenforskap");
        Assert.Empty(Challenges(builder));
    }
}
