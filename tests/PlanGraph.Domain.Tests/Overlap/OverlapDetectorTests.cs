using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Overlap;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Overlap;

public sealed class OverlapDetectorTests
{
    /// <summary>Enough other plans that the words of a few are rare.</summary>
    private static GraphBuilder Crowd()
    {
        var builder = new GraphBuilder();
        string[] titles =
        [
            "Trafikksikkerhetsplan", "Klimastrategi 2030", "Anskaffelsesstrategi", "Kommunikasjonsstrategi", "Veteranplan", "Eierskapsmelding", "Digitalisering- og IT-strategi",
            "Plan for blågrønn struktur", "Fiskeforvaltningsplan", "Gravplassanalyse", "Rusmiddelpolitisk handlingsplan", "Innovasjonsstrategi", "Arbeidsgiverstrategi mot 2035",
        ];
        foreach (var (at, title) in titles.Index()) Add(builder, $"p{at}", title);
        return builder;
    }

    private static GraphBuilder Add(GraphBuilder builder, string slug, string title, PlanType type = PlanType.Temaplan, string? text = null, Period? period = null) =>
        builder.Plan(slug, type, plan => plan with { Title = title, Text = text, Period = period });

    private static DetectedFinding? Pair(GraphBuilder builder, string one = "plan/a", string other = "plan/b") => OverlapDetector.Detect(builder.Context(), default)
        .SingleOrDefault(finding => finding.Members.SequenceEqual([NodeId.Parse(one), NodeId.Parse(other)]));

    private static GraphBuilder Violence() => Add(Add(Crowd(), "a", "Handlingsplan mot vold i nære relasjoner"), "b", "Handlingsplan for forebygging av vold og overgrep");

    [Fact]
    public void Two_plans_that_name_the_same_subject_first_are_a_pair_with_the_words_they_share()
    {
        var pair = Pair(Violence());

        Assert.True(pair?.IsEnoughForNew);
        Assert.Equal("vold", pair!.Evidence.Single(line => line.Sentence.Key == "overlap.title").Sentence.Args["words"]);
        Assert.Equal(pair.Score, Math.Round(pair.Evidence.Sum(line => line.Weight ?? 0), 2));
    }

    [Fact]
    public void Plans_that_share_only_their_genre_are_no_pair() =>
        Assert.Null(Pair(Add(Add(Crowd(), "a", "Strategisk kompetanseplan"), "b", "Strategisk næringsplan")));

    [Fact]
    public void Nynorsk_and_bokmaal_titles_meet() =>
        Assert.NotNull(Pair(Add(Add(Crowd(), "a", "Bustadplan for kommunen"), "b", "Boligplan for kommunen")));

    [Theory]
    [InlineData(RelationType.PartOf)]
    [InlineData(RelationType.AnchoredIn)]
    [InlineData(RelationType.Replaces)]
    public void A_pair_whose_relation_is_settled_is_not_shown(RelationType type) => Assert.Null(Pair(Violence().Relate("plan/b", type, "plan/a")));

    [Fact]
    public void A_recorded_overlap_is_still_seen_so_that_its_case_stays_but_opens_no_new_one() =>
        Assert.False(Pair(Violence().Relate("plan/b", RelationType.Overlaps, "plan/a"))?.IsEnoughForNew ?? true);

    [Fact]
    public void Retired_and_replaced_plans_overlap_with_nothing() =>
        Assert.Null(Pair(Violence().Change("plan/a", node => (Plan)node with { Status = PlanStatus.Retired })));

    [Fact]
    public void Documents_of_one_type_for_different_places_are_a_series()
    {
        var builder = Add(Add(Crowd(), "a", "Kommunedelplan sentrum Sandvika", PlanType.Kommunedelplan), "b", "Kommunedelplan sentrum Bekkestua", PlanType.Kommunedelplan);
        foreach (var (plan, place) in (ReadOnlySpan<(string, string)>)[("a", "sandvika"), ("b", "bekkestua")])
            builder.Put(new Place { Id = NodeId.Of(NodeKind.Place, place), Title = char.ToUpperInvariant(place[0]) + place[1..] }).Relate($"plan/{plan}", RelationType.AppliesTo, $"place/{place}");

        Assert.Null(Pair(builder));
    }

    [Fact]
    public void A_goal_that_few_plans_share_says_more_than_one_that_many_do()
    {
        var builder = Violence().Goal("trygt").Relate("plan/a", RelationType.Supports, "goal/trygt").Relate("plan/b", RelationType.Supports, "goal/trygt");
        var few = Weight(builder);
        for (var i = 0; i < 6; i++) builder.Relate($"plan/p{i}", RelationType.Supports, "goal/trygt");

        Assert.True(Weight(builder) < few);

        static double? Weight(GraphBuilder of) => Pair(of)!.Evidence.Single(line => line.Sentence.Key == "overlap.goals").Weight;
    }

    [Fact]
    public void A_goal_that_one_plan_states_and_the_other_follows_up_is_no_overlap() =>
        Assert.DoesNotContain(Pair(Violence().Goal("trygt").Relate("plan/a", RelationType.States, "goal/trygt").Relate("plan/b", RelationType.Supports, "goal/trygt"))!.Evidence,
            line => line.Sentence.Key == "overlap.goals");

    [Fact]
    public void The_same_wording_is_quoted()
    {
        const string wording = "kommunen skal avdekke vold tidlig og følge opp barn som er utsatt";
        var builder = Add(Add(Crowd(), "a", "Handlingsplan mot vold i nære relasjoner", text: $"Planen sier at {wording} for overgrep hjemme, og hvem som gjør det."),
            "b", "Handlingsplan for vold og overgrep", text: $"Her står det: Kommunen skal {wording[14..]} over tid, med ansvar og frister for alle tjenester.");

        var passage = Pair(builder)!.Evidence.Single(line => line.Sentence.Key == "overlap.passage").Sentence.Args["passage"];

        Assert.Equal(wording, passage);
    }

    [Fact]
    public void The_same_plan_for_a_new_period_is_called_a_succession() => Assert.Equal("findings.overlap.succession", Pair(Add(Add(Crowd(),
        "a", "Kulturanleggsplan 2015-2018", period: new Period(2015, 2018)), "b", "Kulturanleggsplan 2019-2030", period: new Period(2019, 2030)))?.Headline.Key);

    [Fact]
    public void Different_sectors_weigh_against_a_pair()
    {
        var builder = Add(Add(Crowd(), "a", "Handlingsplan mot vold i nære relasjoner"), "b", "Forebyggende plan for barn og unge");
        var before = Pair(builder)!.Score;
        foreach (var (plan, sector) in (ReadOnlySpan<(string, string)>)[("a", "helse"), ("b", "skole")])
            builder.Put(new Sector { Id = NodeId.Of(NodeKind.Sector, sector), Title = sector }).Relate($"plan/{plan}", RelationType.OwnedBy, $"sector/{sector}");

        Assert.True((Pair(builder)?.Score ?? 0) < before);
    }

    [Fact]
    public void Pairs_and_scores_are_the_same_in_whatever_order_the_graph_is_read()
    {
#pragma warning disable CA5394 // Repeatable on purpose.
        var builder = Violence().Goal("g").Relate("plan/a", RelationType.Supports, "goal/g").Relate("plan/b", RelationType.Supports, "goal/g").Relate("plan/p1", RelationType.Supports, "goal/g");
        var expected = Shown(0);
        for (var seed = 1; seed < 20; seed++) Assert.Equal(expected, Shown(seed));

        string[] Shown(int seed) => [.. OverlapDetector.Detect(builder.Context(new Random(seed)), default).Select(finding => $"{finding.Id} {finding.Score} {finding.Fingerprint} {string.Join(';', finding.Evidence)}")];
#pragma warning restore CA5394
    }

    [Fact]
    public void A_plan_that_resembles_everything_does_not_fill_the_list()
    {
        var builder = Crowd();
        const int plans = 19;
        for (var i = 0; i < plans; i++) Add(builder, $"bolig-{i}", $"Boligplan for bydel {i}");

        Assert.InRange(OverlapDetector.Detect(builder.Context(), default).Length, plans * 10 / 2, (plans * (plans - 1) / 2) - 1);
    }
}
