using PlanGraph.Domain.Lexicon;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Domain.Tests.Overlap;

public sealed class OverlapEngineTests
{
    private static readonly string[] _crowd =
    [
        "Kommuneplanens arealdel", "Kommuneplanens samfunnsdel 2030", "Klima- og energiplan", "Næringsplan", "Landbruksplan", "Bibliotekplan", "Kulturplan", "Kulturminneplan",
        "Anskaffelsesstrategi", "Digitaliseringsstrategi", "Hovedplan vann", "Skolebruksplan", "Barnehageplan", "Avfallsplan", "Parkeringsstrategi", "Arkivplan",
    ];

    private static OverlapPair? Pair(string one, string other, OverlapOptions? options = null)
    {
        var pairs = Engine(one, other, options).Pairs(0.3, TestContext.Current.CancellationToken);
        var found = pairs.Where(pair => pair.First == _crowd.Length && pair.Second == _crowd.Length + 1).ToArray();
        return found is [var pair] ? pair : null;
    }

    private static OverlapEngine Engine(string one, string other, OverlapOptions? options) => new([.. _crowd.Append(one).Append(other).Select(title => new OverlapText(title))], options);

    [Fact]
    public void A_law_of_the_municipality_s_own_list_tells_that_neither_plan_may_be_dropped()
    {
        const string One = "Plan for idrett", Other = "Plan for fysisk aktivitet";
        Assert.Equal(OverlapClass.Overlap, Pair(One, Other)?.Class);
        var own = new LexiconFile("lover.csv", "id;lov;paragraf;krever;krav;tema;kjennes på\nidrett;idrettsvedtaket;§ 1;plan;Plan;idrett;plan for idrett\naktivitet;aktivitetsvedtaket;§ 2;plan;Plan;fysisk-aktivitet;plan for fysisk aktivitet\n");
        var options = new OverlapOptions { Lexicon = PlanLexicon.Read([own]) };
        Assert.Equal(OverlapClass.Laws, Pair(One, Other, options)?.Class);
        var subjects = Engine(One, Other, options).Subjects(_crowd.Length, _crowd.Length + 1);
        Assert.Equal(["idrettsvedtaket § 1"], subjects.FirstLaws);
        Assert.Equal(["aktivitetsvedtaket § 2"], subjects.SecondLaws);
    }

    [Theory]
    [InlineData("Trafikksikkerhetsplan 2019-2022", "Trafikktryggingsplan 2019-2022")]
    [InlineData("Plan for idrett og friluftsliv", "Plan for fysisk aktivitet")]
    [InlineData("Handlingsplan mot vold i nære relasjoner", "Plan mot overgrep")]
    [InlineData("Integreringsplan", "Plan for bosetting av flyktninger")]
    [InlineData("Boligpolitisk plan", "Boligsosial handlingsplan")]
    public void Plans_for_the_same_are_a_pair_whatever_the_words(string one, string other) => Assert.NotNull(Pair(one, other));

    [Theory]
    [InlineData("Reguleringsplan Solvik", "Reguleringsplan Berghamn")]
    [InlineData("Handlingsplan for universell utforming", "Handlingsplan for skogbruk")]
    public void The_same_kind_of_plan_for_something_else_is_no_pair(string one, string other) => Assert.Null(Pair(one, other));

    [Theory]
    [InlineData("Kulturminneplan for Lidal", "Kulturminneplan for Storfjorden")]
    [InlineData("Reguleringsplan Nes hyttefelt", "Reguleringsplan Haugen hyttefelt")]
    public void The_same_subject_in_another_place_is_no_finding(string one, string other) => Assert.Null(Pair(one, other));

    [Fact]
    public void What_a_later_edition_overlaps_with_is_not_told_of_the_earlier_one_too()
    {
        string[] titles = [.. _crowd, "Trafikksikkerhetsplan 2016-2020", "Trafikksikkerhetsplan 2021-2025", "Plan for gående og syklende"];
        var pairs = new OverlapEngine([.. titles.Select(title => new OverlapText(title))]).Pairs(0, TestContext.Current.CancellationToken);
        double Score(int one, int other) => pairs.Single(pair => pair.First == _crowd.Length + one && pair.Second == _crowd.Length + other).Score;

        Assert.True(Score(0, 2) < Score(1, 2) / 2);
        Assert.True(Score(0, 1) > 0.5);
    }

    [Theory]
    [InlineData("Plan for åpne områder", "Åpne områder og sjøliv")]
    [InlineData("Fjellbukken 2030", "Strategi Fjellbukken")]
    [InlineData("Kunnskapsreisen", "Kunnskapsreisen")]
    public void Words_that_the_lexicon_does_not_know_make_a_pair_too(string one, string other) => Assert.NotNull(Pair(one, other));

    [Fact]
    public void Rules_beside_a_plan_score_less_than_two_plans() =>
        Assert.True((Pair("Barnehageplan 2030", "Vedtekter for barnehagene")?.Score ?? 0) < (Pair("Barnehageplan 2030", "Barnehagestrategi")?.Score ?? 0));

    [Fact]
    public void An_overview_beside_the_plan_that_builds_on_it_scores_less_than_an_analysis_of_needs() =>
        Assert.True((Pair("Folkehelseplan", "Folkehelseoversikt")?.Score ?? 0) < (Pair("Barnehageplan 2030", "Behovsanalyse barnehage")?.Score ?? 0));

    [Fact]
    public void A_title_that_names_no_topic_is_about_what_its_description_says()
    {
        Assert.Null(Pair("Hjem for alle", "Boligsosial handlingsplan"));
        Assert.NotNull(Told("Hjem for alle", "Skal erstatte den boligsosiale planen.", "Boligsosial handlingsplan"));
        Assert.Null(Told("Fiskerihavner mot 2040", "Skal erstatte den boligsosiale planen.", "Boligsosial handlingsplan"));

        static OverlapPair? Told(string title, string description, string other) =>
            new OverlapEngine([.. _crowd.Select(name => new OverlapText(name)), new OverlapText(title) { Text = description }, new OverlapText(other)]).Pairs(0.3, TestContext.Current.CancellationToken)
                .Where(pair => pair.First == _crowd.Length && pair.Second == _crowd.Length + 1).Select(pair => (OverlapPair?)pair).SingleOrDefault();
    }

    [Fact]
    public void An_action_part_of_nothing_else_is_that_of_the_kommuneplan()
    {
        Assert.NotNull(Pair("Handlingsprogram 2026–2029", "Økonomiplan 2026–2029 med årsbudsjett"));
        Assert.Null(Pair("Handlingsprogram for universell utforming", "Økonomiplan 2026–2029 med årsbudsjett"));
    }

    [Fact]
    public void A_hint_alone_makes_no_two_titles_the_same() =>
        Assert.True((Pair("Begavede barn, veileder", "Barn i bevegelse på ferde")?.Score ?? 0) < (Pair("Barne- og ungdomsplan", "Plan for barn og unge")?.Score ?? 0));

    [Fact]
    public void Abbreviations_are_read_as_what_they_stand_for() => Assert.NotNull(Pair("Boligsos. handl.plan", "Boligpolitisk plan"));

    [Fact]
    public void Titles_that_name_no_subject_are_like_nothing() =>
        Assert.Empty(new OverlapEngine([.. Enumerable.Range(1, 20).Select(number => new OverlapText($"Ny plan {number}"))]).Pairs(0.05));

    [Fact]
    public void A_later_period_makes_a_successor() =>
        Assert.Equal(OverlapClass.Successor, Pair("Trafikksikkerhetsplan 2014-2017", "Trafikksikkerhetsplan 2018-2021")?.Class);

    [Fact]
    public void The_steps_of_a_score_add_up_to_it()
    {
        var pair = Pair("Plan for helse og omsorg", "Omsorgsplan 2030");

        Assert.Equal(pair!.Value.Score, pair.Value.Steps.Score, 1e-9);
    }

    [Fact]
    public void Pairs_come_best_first_and_the_same_every_time()
    {
        OverlapText[] texts = [.. _crowd.Concat(["Omsorgsplan", "Demensplan", "Helse- og omsorgsplan", "Klimaplan 2020-2030"]).Select(title => new OverlapText(title))];
        var expected = new OverlapEngine(texts).Pairs(0, TestContext.Current.CancellationToken);

        Assert.Equal(expected.OrderByDescending(pair => pair.Score), expected);
        for (var again = 0; again < 3; again++) Assert.Equal(expected, new OverlapEngine(texts).Pairs(0, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Nothing_one_text_and_texts_without_words_have_no_pairs()
    {
        foreach (var titles in (string[][])[[], ["Klimaplan"], ["", "2020–2024", "…", "🙂"]])
            Assert.Empty(new OverlapEngine([.. titles.Select(title => new OverlapText(title))]).Pairs(0, TestContext.Current.CancellationToken));
    }
}
