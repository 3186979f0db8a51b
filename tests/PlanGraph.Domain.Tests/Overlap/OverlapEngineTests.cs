using PlanGraph.Domain.Overlap;

namespace PlanGraph.Domain.Tests.Overlap;

public sealed class OverlapEngineTests
{
    private static readonly string[] _crowd =
    [
        "Kommuneplanens arealdel", "Kommuneplanens samfunnsdel 2030", "Klima- og energiplan", "Næringsplan", "Landbruksplan", "Bibliotekplan", "Kulturplan", "Kulturminneplan",
        "Anskaffelsesstrategi", "Digitaliseringsstrategi", "Hovedplan vann", "Skolebruksplan", "Barnehageplan", "Avfallsplan", "Parkeringsstrategi", "Arkivplan",
    ];

    private static OverlapPair? Pair(string one, string other)
    {
        var pairs = new OverlapEngine([.. _crowd.Append(one).Append(other).Select(title => new OverlapText(title))]).Pairs(0.3, TestContext.Current.CancellationToken);
        var found = pairs.Where(pair => pair.First == _crowd.Length && pair.Second == _crowd.Length + 1).ToArray();
        return found is [var pair] ? pair : null;
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
