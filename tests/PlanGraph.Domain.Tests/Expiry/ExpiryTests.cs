using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Expiry;

public sealed class ExpiryTests
{
    private static readonly int ThisYear = GraphBuilder.Today.Year;

    private static string[] Expired(GraphBuilder builder) => [.. ExpiredPlans.Detect(builder.Context(), default).Select(finding => finding.Headline.Key)];

    private static GraphBuilder WithPlan(Func<Plan, Plan> with) => new GraphBuilder().Plan("a", PlanType.Temaplan, with);

    [Fact]
    public void A_plan_is_expired_the_year_after_its_last()
    {
        Assert.Empty(Expired(WithPlan(plan => plan with { Period = new Period(2019, ThisYear) })));
        Assert.Equal(["findings.expiredPlan"], Expired(WithPlan(plan => plan with { Period = new Period(2019, ThisYear - 1) })));
    }

    [Fact]
    public void An_analysis_of_one_year_does_not_expire()
    {
        var year = new Period(2019, 2019);
        Assert.Empty(Expired(WithPlan(plan => plan with { Period = year, Type = PlanType.Virksomhetsanalyse })));
        Assert.NotEmpty(Expired(WithPlan(plan => plan with { Period = year })));
    }

    [Fact]
    public void A_retired_or_replaced_plan_is_not_reported()
    {
        Assert.Empty(Expired(WithPlan(plan => plan with { Period = new Period(2015, 2018), Status = PlanStatus.Retired })));
        Assert.Empty(Expired(WithPlan(plan => plan with { Period = new Period(2015, 2018) }).Plan("ny").Relate("plan/ny", RelationType.Replaces, "plan/a")));
    }

    [Fact]
    public void A_plan_whose_successor_is_under_work_is_reported_with_less_weight()
    {
        var builder = WithPlan(plan => plan with { Period = new Period(2015, 2018) });
        var before = Assert.Single(ExpiredPlans.Detect(builder.Context(), default)).Score;

        builder.Plan("ny", PlanType.Temaplan, plan => plan with { Status = PlanStatus.InProgress }).Relate("plan/ny", RelationType.Replaces, "plan/a");

        Assert.True(Assert.Single(ExpiredPlans.Detect(builder.Context(), default)).Score < before);
    }

    [Fact]
    public void An_old_plan_without_an_end_is_a_question_and_not_called_expired()
    {
        var old = GraphBuilder.Today.AddYears(-ExpiredPlans.OldWithoutPeriod).AddDays(-1);
        Assert.Equal(["findings.expiredPlan.old"], Expired(WithPlan(plan => plan with { Adopted = new PrintedDate("Vedtatt", old) })));
        Assert.Empty(Expired(WithPlan(plan => plan with { Adopted = new PrintedDate("Vedtatt", old.AddDays(1)) })));
        Assert.Empty(Expired(WithPlan(plan => plan with { Adopted = new PrintedDate("Vedtatt", old), Period = new Period(null, 2040) })));
    }

    [Fact]
    public void The_facts_of_an_expired_plan_do_not_change_with_the_day()
    {
        var snapshot = WithPlan(plan => plan with { Period = new Period(2015, 2018) }).Snapshot();
        var rules = PlanGraph.Domain.Anchoring.AnchoringRuleTable.Default;
        var now = ExpiredPlans.Detect(new(snapshot, GraphBuilder.Today, rules), default).Single();
        var later = ExpiredPlans.Detect(new(snapshot, GraphBuilder.Today.AddYears(3), rules), default).Single();

        Assert.Equal(now.Fingerprint, later.Fingerprint);
        Assert.True(later.Score >= now.Score);
    }

    [Fact]
    public void A_plan_taken_out_of_the_planning_strategy_and_not_retired_is_found()
    {
        var found = OutsidePlanningStrategy.Detect(WithPlan(plan => plan with { UseDoubt = UseDoubt.RemovedFromPlanningStrategy })
            .Plan("b", PlanType.Melding, plan => plan with { UseDoubt = UseDoubt.RemovedFromPlanningStrategy, Status = PlanStatus.Retired })
            .Plan("c", PlanType.Melding, plan => plan with { UseDoubt = UseDoubt.Uncertain }).Context(), default);

        Assert.Equal("plan/a", Assert.Single(found).Members[0].Value);
    }

    [Fact]
    public void A_plan_under_work_is_outside_only_where_decisions_are_recorded()
    {
        var builder = WithPlan(plan => plan with { Status = PlanStatus.InProgress });
        Assert.Empty(OutsidePlanningStrategy.Detect(builder.Context(), default));

        builder.Plan("b", PlanType.Temaplan, plan => plan with { CouncilDecision = CouncilDecision.New, Status = PlanStatus.InProgress });
        Assert.Equal("findings.outsidePlanningStrategy.begun", Assert.Single(OutsidePlanningStrategy.Detect(builder.Context(), default)).Headline.Key);
    }
}
