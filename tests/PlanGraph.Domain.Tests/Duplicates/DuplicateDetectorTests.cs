using System.Collections.Immutable;
using System.Globalization;
using PlanGraph.Domain.Duplicates;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Duplicates;

public sealed class DuplicateDetectorTests
{
    /// <summary>Enough other goals that the words of a few are rare.</summary>
    private static GraphBuilder Crowd()
    {
        var builder = new GraphBuilder();
        string[] titles =
        [
            "Flere deltar i arbeidslivet", "Matjorda blir tatt vare på", "Levende sentrum med handel", "God beredskap mot flom og skred", "Frivilligheten er en viktig samarbeidspartner",
            "Eldre kan bo hjemme lenger", "Skoleveien er trygg", "Kulturminnene er kjent og brukt", "Vannet er rent og nettet tett", "Bærekraftig kommuneøkonomi",
        ];
        foreach (var (at, title) in titles.Index()) Goal(builder, $"g{at}", title);
        return builder;
    }

    private static GraphBuilder Goal(GraphBuilder builder, string slug, string title, GoalLevel level = GoalLevel.SubGoal, Standing standing = Standing.Current) =>
        builder.Goal(slug, level, standing).Change($"goal/{slug}", node => node with { Title = title });

    private static GraphBuilder Strategy(GraphBuilder builder, string slug, string title) => builder.Strategy(slug).Change($"strategy/{slug}", node => node with { Title = title });

    private static string[] Found(GraphBuilder builder) => [.. Detect(builder).Where(finding => finding.IsEnoughForNew).Select(finding => string.Join(' ', finding.Members.Select(id => id.Slug)))];

    private static ImmutableArray<DetectedFinding> Detect(GraphBuilder builder, Random? order = null) => DuplicateDetector.Detect(builder.Context(order), TestContext.Current.CancellationToken);

    private static GraphBuilder Business() => Goal(Goal(Crowd(), "a", "Kommunen videreutvikler et konkurransedyktig næringsliv"), "b", "En attraktiv kommune for næringslivet");

    [Fact]
    public void Two_goals_that_say_much_the_same_are_a_finding_whose_parts_add_up()
    {
        var finding = Assert.Single(Detect(Business()));

        Assert.True(finding.IsEnoughForNew);
        Assert.Equal("duplicates.pair", finding.Headline.Key);
        Assert.Equal("næringsliv / næringslivet, kommunen / kommune", finding.Evidence.Single(line => line.Sentence.Key == "duplicates.words").Sentence.Args["words"], ignoreCase: true);
        Assert.Equal(finding.Score, Math.Round(finding.Evidence.Sum(line => line.Weight ?? 0), 2));
    }

    [Fact]
    public void Three_that_hang_together_are_one_finding()
    {
        var builder = Goal(Business(), "c", "Samarbeid mellom kommune og næringsliv");

        Assert.Equal(["a b c"], Found(builder));
        Assert.Equal(["a b c"], Detect(builder, new Random(7)).Where(finding => finding.IsEnoughForNew).Select(finding => string.Join(' ', finding.Members.Select(id => id.Slug))));
        Assert.Equal("duplicates.group", Detect(builder)[0].Headline.Key);
    }

    [Fact]
    public void One_is_left_out_of_a_group_and_the_others_go_on_under_a_sentence_of_their_own()
    {
        var builder = Goal(Business(), "c", "Samarbeid mellom kommune og næringsliv");
        Run(builder, 1);
        var found = builder.Snapshot().OfKind<Finding>().Single(finding => finding.Type == FindingKind.Duplicate);
        builder.Apply(Assert.IsType<JudgementResult.Accepted>(LeavingOut.Leave(builder.Snapshot(), found, NodeId.Parse("goal/c"), "Gjelder samarbeid", "Planlegger", DateTimeOffset.UnixEpoch)).Operations);
        var before = builder.Snapshot().OfKind<Finding>().Single(finding => finding.Type == FindingKind.Duplicate);
        Assert.DoesNotContain(before.Evidence, line => line.Sentence.Args.ContainsValue("Samarbeid mellom kommune og næringsliv"));
        Run(builder, 2);

        var group = builder.Snapshot().OfKind<Finding>().Single(finding => finding.Type == FindingKind.Duplicate);
        Assert.Equal((found.Id, "duplicates.pair", FindingState.New), (group.Id, group.Headline!.Key, group.State));
        Assert.Equal(["a", "b"], group.Members.Select(id => id.Slug));
        Assert.Equal(Assert.Single(Detect(Business())).Evidence.Select(line => line.Sentence.Key), group.Evidence.Select(line => line.Sentence.Key));
        Assert.Equal(group.Score, Math.Round(group.Evidence.Sum(line => line.Weight ?? 0), 2));
    }

    [Fact]
    public void A_chain_of_neighbours_is_no_group() => Assert.DoesNotContain("a b c", Found(
        Goal(Goal(Goal(Crowd(), "a", "Gang- og sykkelveier i tettstedene"), "b", "Gang- og sykkelveier og idrettsanlegg nær boligene"), "c", "Idrettsanlegg og svømmehall ved skolene")));

    [Fact]
    public void A_goal_and_its_own_sub_goal_are_hierarchy() =>
        Assert.Empty(Found(Business().Relate("goal/a", RelationType.SubgoalOf, "goal/g0").Relate("goal/g0", RelationType.SubgoalOf, "goal/b")));

    [Fact]
    public void A_strategy_that_serves_another_with_the_same_wording_is_hierarchy()
    {
        var builder = Strategy(Strategy(Crowd(), "a", "Fortette ved knutepunkter"), "b", "Fortette ved knutepunkter");
        Assert.Equal(["a b"], Found(builder));
        Assert.Empty(Found(builder.Relate("strategy/a", RelationType.Supports, "strategy/b")));
    }

    [Theory]
    [InlineData(GoalLevel.MainGoal, Standing.Current)]
    [InlineData(GoalLevel.SubGoal, Standing.Proposed)]
    [InlineData(GoalLevel.SubGoal, Standing.Former)]
    public void Goals_of_another_level_or_standing_are_not_compared(GoalLevel level, Standing standing) =>
        Assert.Empty(Found(Goal(Business(), "b", "En attraktiv kommune for næringslivet", level, standing)));

    [Fact]
    public void Two_goals_that_no_longer_hold_are_not_compared() =>
        Assert.Empty(Found(Goal(Goal(Crowd(), "a", "Trygg oppvekst for alle barn", standing: Standing.Former), "b", "Trygg oppvekst for alle barn", standing: Standing.Former)));

    [Fact]
    public void Words_of_the_goal_that_both_are_under_tell_nothing()
    {
        var builder = Goal(Goal(Crowd(), "a", "Et samlet plansystem"), "b", "Plansystem");
        Assert.Equal(["a b"], Found(builder));
        Assert.Empty(Found(Goal(builder, "over", "Et godt plansystem", GoalLevel.MainGoal).Relate("goal/a", RelationType.SubgoalOf, "goal/over").Relate("goal/b", RelationType.SubgoalOf, "goal/over")));
    }

    [Fact]
    public void A_heading_that_several_begin_with_is_not_compared() =>
        Assert.Empty(Found(Strategy(Strategy(Crowd(), "a", "Hovedgrep for plansystemet: prosesskrav"), "b", "Hovedgrep for plansystemet: tverrfaglig oppgaveløsning")));

    [Fact]
    public void The_same_goal_for_two_places_is_no_finding() =>
        Assert.Empty(Found(Goal(Goal(Crowd(), "a", "Vi utvikler Sandvika som kulturby"), "b", "Vi utvikler Fornebu som kulturby")));

    [Fact]
    public void The_name_of_the_municipality_is_no_likeness() =>
        Assert.Empty(Found("åpen rik grønn glad".Split(' ').Aggregate(Crowd(), (builder, word) => Goal(builder, $"n-{word.Length}-{word[^1]}", $"Vi vil at Lillevik skal være {word}"))));

    [Fact]
    public void Bokmaal_and_nynorsk_meet() => Assert.Equal(["a b"], Found(Goal(Goal(Crowd(), "a", "Tilpassede boliger for eldre"), "b", "Tilpassa bustader for eldre")));

    [Fact]
    public void Different_figures_are_told()
    {
        var finding = Assert.Single(Detect(Goal(Goal(Crowd(), "a", "Klimagassutslippene reduseres med 40 prosent innen 2030"), "b", "Klimagassutslippene reduseres med 60 prosent innen 2030")));
        Assert.Contains("duplicates.numbers", finding.Evidence.Select(line => line.Sentence.Key));
    }

    [Fact]
    public void An_input_that_names_both_speaks_for_it_and_one_that_names_many_does_not()
    {
        var before = Assert.Single(Detect(Business())).Score;
        var named = About(Business(), "goal/a", "goal/b");
        Assert.True(Assert.Single(Detect(named)).Score > before);
        Assert.Contains("duplicates.inputs", Detect(named)[0].Evidence.Select(line => line.Sentence.Key));
        Assert.Equal(before, Assert.Single(Detect(About(Business(), "goal/a", "goal/b", "goal/g1", "goal/g2"))).Score);
    }

    [Fact]
    public void A_finding_that_was_judged_is_another_when_a_title_changes_and_the_same_when_something_else_does()
    {
        var before = Assert.Single(Detect(Business()));
        var elsewhere = Assert.Single(Detect(Business().Change("goal/g1", node => node with { Title = "Matjorda består" })));
        var changed = Assert.Single(Detect(Business().Change("goal/b", node => node with { Title = "Et attraktivt næringsliv" })));
        Assert.Equal((before.Id, before.Fingerprint), (elsewhere.Id, elsewhere.Fingerprint));
        Assert.Equal((before.Id, false), (changed.Id, before.Fingerprint == changed.Fingerprint));
    }

    [Fact]
    public void Goals_of_one_word_are_found_when_they_are_the_same_word() => Assert.Equal(["a b"], Found(Goal(Goal(Goal(Crowd(), "a", "Folkehelse"), "b", "Folkehelse"), "c", "Mobilitet")));

    [Fact]
    public void Goals_that_name_no_subject_are_the_same_only_by_their_wording() =>
        Assert.Equal(["a b"], Found(Goal(Goal(Goal(Crowd(), "a", "Mål 1"), "b", "Mål  1."), "c", "Mål 2")));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("…")]
    [InlineData("2030")]
    [InlineData("🙂")]
    [InlineData(": ")]
    public void Titles_that_say_nothing_do_no_harm(string title) =>
        Assert.True(Found(Goal(Goal(Crowd(), "a", title), "b", title)) is [] or ["a b"]);

    [Fact]
    public void A_thousand_equal_goals_are_one_finding()
    {
        var builder = Crowd();
        for (var at = 0; at < 1_000; at++) Goal(builder, $"same-{at.ToString("0000", CultureInfo.InvariantCulture)}", "Alle barn har en trygg oppvekst");

        var finding = Assert.Single(Detect(builder));

        Assert.Equal((1_000, "duplicates.same"), (finding.Members.Length, finding.Headline.Key));
        Assert.InRange(finding.Evidence.Length, 1, 12);
        Assert.InRange(finding.Score, 0.9, 1);
    }

    [Fact]
    public void Many_goals_that_differ_in_a_word_are_few_findings()
    {
        var builder = new GraphBuilder();
        for (var at = 0; at < 400; at++) Goal(builder, $"g{at}", $"Alle barn i skolekretsen nummer{(char)('a' + (at % 20))}{(char)('a' + (at / 20))} har trygg skolevei og gode møteplasser");
        Assert.InRange(Detect(builder).Length, 1, 5);
    }

    private static GraphBuilder About(GraphBuilder builder, params string[] members)
    {
        builder.Put(new Input { Id = NodeId.Parse("input/i"), Title = "Disse er veldig like" });
        foreach (var member in members) builder.Relate("input/i", RelationType.About, member);
        return builder;
    }

    private static void Run(GraphBuilder builder, int number)
    {
        var detection = new Detection(FindingKind.Duplicate, DuplicateDetector.Detect(builder.Context(), TestContext.Current.CancellationToken), 0);
        builder.Apply(FindingsPlanner.Plan(builder.Snapshot(), [detection], new RunInfo(NodeId.Of(NodeKind.Run, $"r{number}"), "Kjøring", RunTrigger.Schedule, default, default)).Operations);
    }
}
