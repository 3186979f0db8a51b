using PlanGraph.Domain.Lexicon;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Lexicon;

public sealed class TopicReaderTests
{
    [Theory]
    [InlineData("Trafikksikkerhetsplan 2024-2028", "trafikksikkerhet")]
    [InlineData("Barnehagebruksplan", "barnehagestruktur")]
    [InlineData("Barnehagebruksplanen 2020–2030", "barnehagestruktur")]
    [InlineData("Retningslinjer for overvannshåndtering", "overvann")]
    [InlineData("Retningsliner for overvasshandtering", "overvann")]
    [InlineData("Rusmiddelpolitisk handlingsplan", "rus")]
    [InlineData("Mål for Bærumsskolen", "skole")]
    [InlineData("Kvalitetsplan for Bærumsskolen", "skolekvalitet")]
    [InlineData("Biblioteksmelding", "bibliotek")]
    [InlineData("Informasjonssikkerhetsstrategi", "informasjonssikkerhet")]
    [InlineData("Forenkling av bestemmelser i småhusområdene", "fortetting")]
    [InlineData("Plan for Bærumsbarnehagene", "barnehage")]
    [InlineData("Plan for Overvannshåndtering i Moss", "overvann")]
    public void Topics_are_found_inside_compounds(string title, params string[] ids) => Assert.Equal(ids, Topics.Ids(title));

    [Theory]
    [InlineData("Integereringsstrategi", "integrering")]
    [InlineData("Trafiksikkerhetsplan", "trafikksikkerhet")]
    [InlineData("Plan for bibliotektjensten", "bibliotek")]
    [InlineData("Samisk språkplann", "samisk")]
    public void A_slip_of_the_pen_does_not_hide_a_topic(string title, string id) => Assert.Contains(id, Topics.Ids(title));

    [Theory]
    [InlineData("Handlingsplan mot vold i nære relasjoner", "vold-nære")]
    [InlineData("Plan for psykisk helse", "psykisk-helse")]
    [InlineData("Helse- og omsorgsplan", "helse-omsorg")]
    [InlineData("Klima- og energiplan", "klima-energi")]
    [InlineData("Temaplan for rus og psykisk helse", "rop")]
    [InlineData("Vann- og avløpsplan", "vann-avløp")]
    [InlineData("Vass- og avløpsplan", "vann-avløp")]
    public void The_longest_phrase_wins(string title, params string[] ids) => Assert.Equal(ids, Topics.Ids(title));

    [Theory]
    [InlineData("Kommunedelplan for Kirkevik")]
    [InlineData("Områdeplan Kirkenes")]
    [InlineData("Reguleringsplan for Kirkenær")]
    [InlineData("Kommunedelplan for Beitostølen")]
    [InlineData("Kommunedelplan for Havnes")]
    [InlineData("Reguleringsplan for Storskogen")]
    [InlineData("Plan mot noe")]
    [InlineData("Plan for gode vaner")]
    [InlineData("PLAN MOT NOE")]
    [InlineData("")]
    [InlineData("😀 2030 – \uD800")]
    public void Names_and_other_words_are_no_topics(string title) => Assert.Empty(Topics.Ids(title));

    [Fact]
    public void A_match_tells_the_listed_word_and_where_it_stands()
    {
        const string Title = "Plan mot vold i nære relasjoner og overgrep";
        var found = new TopicReader(TopicLexicon.BuiltIn).Read(Title);
        Assert.Equal(["vold i nære relasjoner", "overgrep"], found.Select(match => match.Word));
        Assert.Equal(["vold i nære relasjoner", "overgrep"], found.Select(match => Title.Substring(match.Span.Start, match.Span.Length)));
    }

    [Fact]
    public void A_hint_counts_half_and_gives_way_to_a_word()
    {
        var found = new TopicReader(TopicLexicon.BuiltIn).Read("Utslipp");
        Assert.Equal(TopicLexicon.HintWeight, Assert.Single(found).Weight);
        Assert.Equal(1, Assert.Single(new TopicReader(TopicLexicon.BuiltIn).Read("Utslipp og miljøgifter")).Weight);
    }

    [Fact]
    public void An_analysed_text_gives_the_same_and_its_repairs_are_used()
    {
        const string Title = "Trafiksikkerhetsplan for Eidskog 2020-2024";
        var titles = Enumerable.Repeat("Trafikksikkerhetsplan", 5).Append(Title);
        var analyzer = new TextAnalyzer(new CorpusWords().AddAll(titles).ToOptions(["Eidskog"]));
        var found = new List<TopicMatch>();
        new TopicReader(TopicLexicon.BuiltIn).Read(Title, analyzer.Analyze(Title), found);
        Assert.Equal("trafikksikkerhet", TopicLexicon.BuiltIn.Topics[Assert.Single(found).Topic].Id);
    }

    [Theory]
    [InlineData("Trafikksikerhetsplan 2024-2027")]
    [InlineData("Traffiksikkerhetsplan 2019-2022")]
    public void A_slip_is_repaired_though_a_part_of_the_word_is_a_topic(string title) => Assert.Equal(["trafikksikkerhet"], Topics.Ids(title));

    [Fact]
    public void A_name_that_other_texts_use_is_one_where_a_title_begins_too()
    {
        const string Title = "Elvestad skole";
        Assert.Contains("vassdrag", Topics.Ids(Title));
        Assert.DoesNotContain(new TopicReader(TopicLexicon.BuiltIn, new HashSet<string> { "elvestad" }).Read(Title), match => TopicLexicon.BuiltIn.Topics[match.Topic].Id == "vassdrag");
    }

    [Fact]
    public void A_dash_between_two_names_begins_no_sentence() => Assert.DoesNotContain("seter", Topics.Ids("Kommunedelplan Storlia–Heimseter fjellområde"));

    [Fact]
    public void Reading_takes_64_KB() => Assert.Empty(Topics.Ids(new string('x', 65_536)));
}
