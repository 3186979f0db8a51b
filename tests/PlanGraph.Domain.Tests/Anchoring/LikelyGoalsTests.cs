using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Anchoring;

public sealed class LikelyGoalsTests
{
    private static GraphBuilder Goals() => new GraphBuilder().Samfunnsdel()
        .Put(Goal("natur", "Ta vare på naturmangfold og vassdrag")).Put(Goal("helse", "God folkehelse for alle"))
        .Put(Goal("skole", "En skole der alle lærer")).Put(Goal("gammelt", "Rent vann i alle vassdrag", Standing.Former))
        .Relate("goal/natur", RelationType.SubgoalOf, "goal/hovedmal").Relate("goal/helse", RelationType.SubgoalOf, "goal/hovedmal")
        .Relate("goal/skole", RelationType.SubgoalOf, "goal/hovedmal");

    private static Goal Goal(string slug, string title, Standing standing = Standing.Current) => new() { Id = NodeId.Of(NodeKind.Goal, slug), Title = title, Standing = standing, Level = GoalLevel.SubGoal };

    private static LikelyGoal[] For(GraphBuilder builder, string title, PlanType type = PlanType.Temaplan, string? text = null)
    {
        var context = builder.Plan("a", type, plan => plan with { Title = title, Text = text }).Context();
        return [.. context.LikelyGoals.For((Plan)context.Snapshot.Find(NodeId.Parse("plan/a"))!)];
    }

    [Fact]
    public void A_goal_that_shares_a_word_is_told_with_the_word_and_its_places()
    {
        var likely = For(Goals(), "Vassdragsplan")[0];

        Assert.Equal(("goal/natur", RelationType.Supports), (likely.Goal.Value, likely.Relation));
        Assert.Contains(likely.Evidence, sentence => sentence.Args.GetValueOrDefault("firstPlace") == "@anchoring.likely.place.Plan.title");
    }

    [Fact]
    public void A_goal_that_shares_only_a_topic_is_found() => Assert.Equal("goal/helse", For(Goals(), "Plan for fysisk aktivitet")[0].Goal.Value);

    [Fact]
    public void The_text_of_the_plan_counts_too() => Assert.Equal("goal/skole", For(Goals(), "Sammen mot 2030", text: "Om skolen og hva elevene lærer der.")[0].Goal.Value);

    [Fact]
    public void A_goal_that_a_plan_about_the_same_serves_is_told_with_that_plan()
    {
        var builder = Goals().Plan("b", PlanType.Temaplan, plan => plan with { Title = "Plan mot rus 2020-2040" }).Relate("plan/b", RelationType.Supports, "goal/skole");

        var likely = Assert.Single(For(builder, "Plan mot rus i arbeidslivet"), likely => likely.Goal.Value == "goal/skole");

        Assert.Equal("Plan mot rus 2020-2040", likely.Evidence.Single(sentence => sentence.Key == "anchoring.likely.fellow").Args["title"]);
    }

    [Fact]
    public void A_goal_that_answers_the_same_challenge_is_told_with_it()
    {
        var builder = Goals().Challenge("ensomhet-blant-folk").Relate("goal/skole", RelationType.RespondsTo, "challenge/ensomhet-blant-folk").Relate("plan/a", RelationType.RespondsTo, "challenge/ensomhet-blant-folk");

        var likely = For(builder, "Gravplassplan")[0];

        Assert.Equal(("goal/skole", "anchoring.likely.challenge"), (likely.Goal.Value, likely.Evidence[0].Key));
        Assert.False(likely.IsWeak);
    }

    [Fact]
    public void A_goal_that_most_of_the_sectors_plans_serve_is_a_weak_trace()
    {
        var builder = Goals().Put(new Sector { Id = NodeId.Parse("sector/s"), Title = "Teknisk" }).Relate("plan/a", RelationType.OwnedBy, "sector/s");
        foreach (var slug in new[] { "b", "c" }) builder.Plan(slug).Relate($"plan/{slug}", RelationType.OwnedBy, "sector/s").Relate($"plan/{slug}", RelationType.Supports, "goal/natur");

        var likely = Assert.Single(For(builder, "Gravplassplan"));

        Assert.Equal(("goal/natur", "anchoring.likely.sector", "2", true), (likely.Goal.Value, likely.Evidence[0].Key, likely.Evidence[0].Args["count"], likely.IsWeak));
        foreach (var (slug, goal) in new[] { ("d", "helse"), ("e", "skole"), ("f", "helse") }) builder.Plan(slug).Relate($"plan/{slug}", RelationType.OwnedBy, "sector/s").Relate($"plan/{slug}", RelationType.Supports, $"goal/{goal}");
        Assert.Empty(For(builder, "Gravplassplan"));
    }

    [Fact]
    public void Near_topics_are_told_as_near_and_not_as_the_same()
    {
        var likely = For(Goals(), "Handlingsplan for rusforebygging");

        var folkehelse = Assert.Single(likely, one => one.Goal.Value == "goal/helse");
        Assert.Equal(("anchoring.likely.near", true), (folkehelse.Evidence[0].Key, folkehelse.IsWeak));
    }

    [Fact]
    public void A_goal_of_a_place_that_the_plan_does_not_name_counts_less()
    {
        var builder = Goals().Put(new Place { Id = NodeId.Parse("place/vik"), Title = "Vik" }).Put(Goal("vik", "Vik er en by for kultur")).Relate("goal/vik", RelationType.SubgoalOf, "goal/hovedmal");
        double Score(string title) => Assert.Single(For(builder, title), one => one.Goal.Value == "goal/vik").Score;

        Assert.InRange(Score("Kulturplan"), 0.1, Score("Kulturplan for Vik") / 2);
    }

    [Fact]
    public void A_goal_for_a_year_that_is_over_is_not_suggested() =>
        Assert.DoesNotContain(For(Goals().Put(Goal("over", "Rent vassdrag i 2020")).Relate("goal/over", RelationType.SubgoalOf, "goal/hovedmal"), "Vassdragsplan"), one => one.Goal.Value == "goal/over");

    [Fact]
    public void The_word_municipality_says_nothing() =>
        Assert.Empty(For(Goals().Put(Goal("k", "Kommunen er åpen for alle")).Relate("goal/k", RelationType.SubgoalOf, "goal/hovedmal"), "Gravplassplan for Vik kommune"));

    [Fact]
    public void Goals_that_are_no_longer_in_force_or_linked_already_are_not_suggested()
    {
        Assert.DoesNotContain(For(Goals(), "Vannplan for alle vassdrag"), likely => likely.Goal.Value == "goal/gammelt");
        Assert.DoesNotContain(For(Goals().Relate("plan/a", RelationType.Supports, "goal/natur"), "Vassdragsplan"), likely => likely.Goal.Value == "goal/natur");
    }

    [Fact]
    public void A_plan_with_nothing_in_common_with_any_goal_gets_no_suggestion() => Assert.Empty(For(Goals(), "Gravplassplan"));

    [Fact]
    public void A_zoning_plan_is_not_suggested_goals() => Assert.Empty(For(Goals(), "Områderegulering for vassdrag", PlanType.Omraderegulering));

    [Fact]
    public void At_most_three_are_suggested_best_first()
    {
        var builder = Goals();
        for (var i = 0; i < 6; i++) builder.Put(Goal($"v{i}", $"Vassdrag nummer {i} er reint")).Relate($"goal/v{i}", RelationType.SubgoalOf, "goal/hovedmal");

        var likely = For(builder, "Vassdragsplan");

        Assert.Equal(3, likely.Length);
        Assert.Equal(likely.OrderByDescending(one => one.Score).Select(one => one.Goal), likely.Select(one => one.Goal));
    }

    [Fact]
    public void A_different_order_of_the_graph_gives_the_same_suggestions() =>
        Assert.Equal(Describe(1), Describe(2));

    private static string Describe(int seed)
    {
#pragma warning disable CA5394 // Repeatable on purpose.
        var context = Goals().Plan("a", PlanType.Temaplan, plan => plan with { Title = "Plan for fysisk aktivitet ved vassdrag" }).Context(new Random(seed));
#pragma warning restore CA5394
        return string.Join('\n', context.LikelyGoals.For((Plan)context.Snapshot.Find(NodeId.Parse("plan/a"))!)
            .Select(likely => $"{likely.Goal} {likely.Score} {string.Join(" | ", likely.Evidence.Select(sentence => $"{sentence.Key} {string.Join(',', sentence.Args.Values)}"))}"));
    }
}
