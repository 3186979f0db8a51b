using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class SearchIndexTests
{
    private static readonly string[] _titles =
    [
        "Idrettsmelding", "Tilrettelegging for idretten", "Klimastrategi 2030", "Bærum kommunes temaplan", "Kommunedelplan for Fornebu",
        "Boligpolitiske planer", "Trafikksikkerhetsplan 2016-2019", "ROS-analyse", "Plan for skolen", "Vann- og avløpsplan",
    ];

    [Theory]
    [InlineData("idretten", "Tilrettelegging for idretten")]
    [InlineData("idrett", "Tilrettelegging for idretten")]
    [InlineData("idrett", "Idrettsmelding")]
    [InlineData("klimastrategien", "Klimastrategi 2030")]
    [InlineData("klimastrategi", "Klimastrategi 2030")]
    [InlineData("klima", "Klimastrategi 2030")]
    [InlineData("strategier", "Klimastrategi 2030")]
    [InlineData("KLIMASTRATEGI 2030", "Klimastrategi 2030")]
    [InlineData("baerum", "Bærum kommunes temaplan")]
    [InlineData("bærum", "Bærum kommunes temaplan")]
    [InlineData("plan", "Kommunedelplan for Fornebu")]
    [InlineData("planer", "Kommunedelplan for Fornebu")]
    [InlineData("boligpolitikk", "Boligpolitiske planer")]
    [InlineData("politikk", "Boligpolitiske planer")]
    [InlineData("bolig", "Boligpolitiske planer")]
    [InlineData("trafikksikk", "Trafikksikkerhetsplan 2016-2019")]
    [InlineData("sikkerhet", "Trafikksikkerhetsplan 2016-2019")]
    [InlineData("sikkerh", "Trafikksikkerhetsplan 2016-2019")]
    [InlineData("trafikksikkerhet", "Trafikksikkerhetsplan 2016-2019")]
    [InlineData("ros-analyse", "ROS-analyse")]
    [InlineData("rosanalyse", "ROS-analyse")]
    [InlineData("skoleplan", "Plan for skolen")]
    [InlineData("plan for", "Plan for skolen")]
    [InlineData("vannplan", "Vann- og avløpsplan")]
    [InlineData("skuleplan", "Plan for skolen")]
    [InlineData("bustad", "Boligpolitiske planer")]
    [InlineData("trafikktryggleik", "Trafikksikkerhetsplan 2016-2019")]
    [InlineData("vassplan", "Vann- og avløpsplan")]
    [InlineData("f", "Kommunedelplan for Fornebu")]
    public void Search_finds(string query, string title)
    {
        var result = Index(_titles).Search(query, 10);
        Assert.Contains(title, result.Hits.Select(hit => hit.Key));
        Assert.Null(result.Correction);
    }

    [Theory]
    [InlineData("klimastratgi", "Klimastrategi 2030", "klimastrategi")]
    [InlineData("klimasrtategi for bærum", "Klimastrategi 2030", "klimastrategi for bærum")]
    [InlineData("Trafikksikerhtsplan", "Trafikksikkerhetsplan 2016-2019", "trafikksikkerhetsplan")]
    [InlineData("trafiksik", "Trafikksikkerhetsplan 2016-2019", "trafikksikkerhetsplan")]
    [InlineData("trafiksikerhet", "Trafikksikkerhetsplan 2016-2019", "trafikksikkerhetsplan")]
    [InlineData("berum", "Bærum kommunes temaplan", "bærum")]
    [InlineData("skikerhet", "Trafikksikkerhetsplan 2016-2019", "sikkerhet")]
    public void Search_repairs_a_mistyped_word_and_says_so(string query, string title, string correction)
    {
        var result = Index(_titles).Search(query, 10);
        Assert.Contains(title, result.Hits.Select(hit => hit.Key));
        Assert.Equal(correction, result.Correction);
    }

    [Fact]
    public void Search_repairs_a_compound_that_no_document_has()
    {
        var result = Index(["Klima- og energistrategi", "Målbilde"]).Search("klimastratgi", 10);
        Assert.Equal(["Klima- og energistrategi"], Keys(result));
        Assert.Equal("klimastrategi", result.Correction);
        Assert.Equal("målstrategi", Index(["Energistrategi", "Målbilde"]).Search("målstrategj", 10).Correction);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ,.- 😀")]
    [InlineData("xyz")]
    [InlineData("sandkasseproblematikk")]
    public void Search_finds_nothing_where_there_is_nothing(string query) =>
        Assert.Equal(SearchIndexResult.Nothing, Index(_titles).Search(query, 10));

    [Fact]
    public void Search_of_an_empty_index_finds_nothing() => Assert.Equal(SearchIndexResult.Nothing, new SearchIndex().Search("plan", 10));

    [Fact]
    public void Search_wants_all_words_and_takes_the_most_when_no_document_has_all()
    {
        var index = Index(["Klimaplan for Bærum", "Klimaplan for Asker", "Skoleplan for Asker"]);
        Assert.Equal(["Klimaplan for Asker"], Keys(index.Search("klima asker", 10)));
        Assert.Equal(3, index.Search("klima skole", 10).Total);
        Assert.Equal(["Klimaplan for Bærum"], Keys(index.Search("klima finsdetikke bærum", 10)));
        Assert.Equal(["Klimaplan for Asker"], Keys(index.Search("klima finsdetikke", 10, key => key.EndsWith("Asker", StringComparison.Ordinal))));
    }

    [Fact]
    public void Search_puts_the_whole_word_before_parts_the_title_before_the_body_and_the_short_title_first()
    {
        var index = new SearchIndex();
        index.Put("body", "Annet", "Klimastrategi");
        index.Put("long", "Handlingsprogram til kommunens klimastrategi", null);
        index.Put("short", "Klimastrategi", null);
        index.Put("inflected", "Klimastrategien", null);
        index.Put("compound", "Klimastrategiprogram", null);
        Assert.Equal(["short", "inflected", "long", "compound", "body"], Keys(index.Search("klimastrategi", 10)));
    }

    [Fact]
    public void Search_puts_the_rare_word_before_the_common_one()
    {
        var index = Index(["Plan for jordvern", "Plan for skole", "Plan for idrett", "Melding om plan", "Jordvern og annet"]);
        Assert.Equal("Plan for jordvern", index.Search("plan jordvern", 10).Hits[0].Key);
    }

    [Fact]
    public void Search_without_the_prefix_when_white_space_follows()
    {
        var index = Index(["Fornybar energi", "Forny"]);
        Assert.Equal(2, index.Search("forny", 10).Total);
        Assert.Equal(["Forny"], Keys(index.Search("forny ", 10)));
    }

    [Fact]
    public void Search_counts_all_and_answers_the_limit_in_order_of_key_when_equal()
    {
        var index = new SearchIndex();
        foreach (var key in new[] { "c", "a", "d", "b" })
            index.Put(key, "Klimaplan", null);
        var result = index.Search("klimaplan", 2);
        Assert.Equal(["a", "b"], Keys(result));
        Assert.Equal(4, result.Total);
        Assert.Empty(index.Search("klimaplan", 0).Hits);
        Assert.Equal(4, index.Search("klimaplan", 0).Total);
        Assert.Equal(2, index.Search("klimaplan", 10, key => key is "b" or "d").Total);
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Search("klimaplan", -1));
    }

    [Fact]
    public void Search_after_one_whose_filter_failed_is_as_good_as_new()
    {
        var index = Index(["Klimaplan", "Skoleplan"]);
        Assert.Throws<InvalidOperationException>(() => index.Search("klima plan", 10, _ => throw new InvalidOperationException()));
        var fresh = Index(["Klimaplan", "Skoleplan"]);
        AssertSame(fresh.Search("klima plan", 10), index.Search("klima plan", 10));
        AssertSame(fresh.Search("skole", 10), index.Search("skole", 10));
    }

    [Fact]
    public void Search_tells_which_words_were_met()
    {
        var index = new SearchIndex();
        index.Put("1", "Idretten i Bærum", "Anlegg for idrettslag");
        Assert.Equal(["idretten", "idrettslag"], index.Search("idrett", 10).Hits[0].Matched);
        Assert.Equal(["bærum"], index.Search("baerum", 10).Hits[0].Matched);
    }

    [Fact]
    public void Highlights_are_the_places_of_the_words_met() =>
        Assert.Equal([new(0, 5), new(13, 5)], SearchText.Highlights("Bærum er ikke bærum", ["baerum"]).Select(span => new TextSpan(span.Start > 0 ? span.Start - 1 : 0, span.Length)));

    [Fact]
    public void Put_replaces_and_Remove_takes_out()
    {
        var index = new SearchIndex();
        index.Put("1", "Klimaplan", "jordvern");
        index.Put("1", "Skoleplan", null);
        Assert.Equal(1, index.Count);
        Assert.Equal(0, index.Search("klimaplan", 10).Total);
        Assert.Equal(0, index.Search("jordvern", 10).Total);
        Assert.Equal(1, index.Search("skoleplan", 10).Total);
        Assert.True(index.Remove("1"));
        Assert.False(index.Remove("1"));
        Assert.Equal(0, index.Count);
        Assert.Equal(0, index.Search("skoleplan", 10).Total);
        Assert.Null(index.Search("skolepln", 10).Correction);
    }

    [Fact]
    public void Answers_are_the_same_whatever_the_history()
    {
        var random = new Random(11);
        var once = new SearchIndex();
        var often = new SearchIndex();
        var words = new[] { "klima", "plan", "skole", "bærum", "idrett", "strategi", "jordvern", "vann", "asker", "energi" };
        var titles = Enumerable.Range(0, 700).Select(key => (Key: $"k{key}", Title: string.Join(' ', Enumerable.Range(0, 4).Select(_ => words[random.Next(words.Length)])))).ToList();
        foreach (var round in Enumerable.Range(0, 6))
        {
            foreach (var (key, title) in titles.OrderBy(_ => random.Next()))
                often.Put(key, round == 5 ? title : "Gammel tittel " + round, round == 5 ? "tekst om skole" : "gammel");
        }
        foreach (var (key, title) in titles)
            once.Put(key, title, "tekst om skole");
        foreach (var query in new[] { "klima", "plan bærum", "sk", "jordvern vann energi", "gammel", "strategiplan", "idrettt asker" })
            AssertSame(once.Search(query, 50), often.Search(query, 50));
    }

    [Fact]
    public void Bad_text_does_no_harm()
    {
        var index = new SearchIndex();
        index.Put("", "", "");
        index.Put("surrogates", "\ud83d Plan \udc00 😀", "\udfff");
        index.Put("long word", new string('å', 65_536), new string('x', 65_536));
        index.Put("many words", "Mange", string.Concat(Enumerable.Range(0, 10_000).Select(number => $"ord{number} ")));
        index.Put("hyphens", string.Concat(Enumerable.Repeat("b-", 30_000)), null);
        Assert.Equal(["surrogates"], Keys(index.Search("plan", 10)));
        Assert.Equal(["long word"], Keys(index.Search(new string('Å', 65_536), 10)));
        Assert.Equal(["many words"], Keys(index.Search(string.Concat(Enumerable.Range(0, 10_000).Select(number => $"ord{number} ")), 10)));
        Assert.Equal(0, index.Search(new string(' ', 65_536), 10).Total);
    }

    private static SearchIndex Index(IEnumerable<string> titles)
    {
        var index = new SearchIndex();
        foreach (var title in titles)
            index.Put(title, title, null);
        return index;
    }

    private static IEnumerable<string> Keys(SearchIndexResult result) => result.Hits.Select(hit => hit.Key);

    private static void AssertSame(SearchIndexResult expected, SearchIndexResult actual)
    {
        Assert.Equal(expected.Total, actual.Total);
        Assert.Equal(expected.Correction, actual.Correction);
        Assert.Equal(expected.Hits.Select(hit => (hit.Key, hit.Score, string.Join(' ', hit.Matched))), actual.Hits.Select(hit => (hit.Key, hit.Score, string.Join(' ', hit.Matched))));
    }
}
