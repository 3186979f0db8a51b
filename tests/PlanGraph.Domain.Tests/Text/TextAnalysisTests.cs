using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class TextAnalysisTests
{
    private static readonly Dictionary<string, int> _seen = new()
    {
        ["trafikk"] = 20, ["sikkerhet"] = 20, ["idrett"] = 30, ["friluftsliv"] = 30, ["klima"] = 30, ["energi"] = 30, ["bolig"] = 20, ["politikk"] = 10, ["skole"] = 40,
    };

    private static readonly TextOptions _options = new()
    {
        Compounds = new Decompounder(_seen),
        Typos = new TypoRepair(_seen, trusted: 5),
        Names = new HashSet<string> { "bærum", "bærums", "fornebu" },
    };

    [Theory]
    [InlineData("Plan for idrett og friluftsliv", "Genre:plan:0.5 Word:idrett:1 Word:friluftsliv:1")]
    [InlineData("Trafikksikkerhetsplan 2016-2019", "Word:trafikksikker:0.6 Part:trafikk:0.6 Part:sikker:0.6 Genre:plan:0.5")]
    [InlineData("Trafikktryggleiksplan for Bærum", "Word:trafikksikker:0.6 Part:trafikk:0.6 Part:sikker:0.6 Genre:plan:0.5 Name:bærum:1")]
    [InlineData("Klima- og energistrategien", "Word:klim:1 Word:energi:1 Genre:strategi:0.5")]
    [InlineData("Styrke folkehelse i skulane med 30 prosent", "Word:styrk:0.5 Word:folkeh:1 Word:skol:1 Number:30:0 Word:prosent:1")]
    [InlineData("Idertt i Bærums skoler", "Word:idrett:1 Name:bærum:1 Word:skol:1")]
    [InlineData("Utvikling av Holåsen og Holås", "Word:utvikling:0.5 Name:holåsen:1 Name:holås:1")]
    [InlineData("Bærum kommunes Klimastrategi 2030", "Name:bærum:1 Word:kommun:0.5 Word:klim:1 Genre:strategi:0.5")]
    [InlineData("Vern av Strandhamnbygda", "Word:vern:1 Name:strandhamnbygda:1")]
    [InlineData("Strategi: Idrett. Skole", "Genre:strategi:0.5 Word:idrett:1 Word:skol:1")]
    [InlineData("PLAN FOR IDRETTEN I FORNEBU", "Genre:plan:0.5 Word:idrett:1 Name:fornebu:1")]
    [InlineData("Samarbeid med Asker, Røyken, Hurum og Oslo om vann", "Word:samarbeid:0.5 Name:asker:1 Name:røyken:1 Name:hurum:1 Name:oslo:1 Word:vann:1")]
    [InlineData("Plan For Trygge Skoler Og Gode Liv", "Genre:plan:0.5 Word:trygg:1 Word:skol:1 Word:god:1 Word:liv:1")]
    [InlineData("plan plan planer", "Genre:plan:0.5")]
    [InlineData("2018-2021 (2030)", "")]
    [InlineData("og for av", "")]
    [InlineData("😀", "")]
    [InlineData("", "")]
    public void Analyze_gives_the_features(string text, string features) =>
        Assert.Equal(features, string.Join(' ', TextAnalysis.Analyze(text, _options).Features.Select(found => FormattableString.Invariant($"{found.Kind}:{found.Term}:{found.Weight}"))));

    [Theory]
    [InlineData("bustadpolitikken", "Bokmaal bustadpolitikken>boligpolitikk | GenreSplit boligpolitikk>bolig+politikk | Stemmed bolig>bol | Weakened politikk>politikk")]
    [InlineData("stratgi 2030", "Period 2030>")]
    [InlineData("trafiksikkerhet", "Stemmed trafiksikkerhet>trafiksikker")]
    [InlineData("idertten", "Stemmed idertten>idertt")]
    [InlineData("idertt", "Repaired idertt>idrett")]
    [InlineData("og 30", "FunctionWord og> | Number 30>30")]
    [InlineData("Bærums", "Name bærums>bærum")]
    [InlineData("trafikksikkerhet", "CompoundSplit trafikksikkerhet>trafikk+sikkerhet | Stemmed trafikksikkerhet>trafikksikker | Stemmed sikkerhet>sikker")]
    public void Every_token_tells_what_was_done_to_it(string text, string steps)
    {
        var told = TextAnalysis.Analyze(text, _options).Tokens.SelectMany(token => token.Steps).Select(step => $"{step.Kind} {step.From}>{step.To}");
        Assert.Equal(steps, string.Join(" | ", told));
    }

    [Fact]
    public void Features_and_tokens_know_their_place()
    {
        var found = TextAnalysis.Analyze("Plan for idrett 2018-2021", _options);
        Assert.Equal([new(0, 4), new(9, 6)], found.Features.Select(feature => feature.Span));
        Assert.Equal([new(0, 4), new(5, 3), new(9, 6), new(16, 4), new(21, 4)], found.Tokens.Select(token => token.Span));
        Assert.Equal([new PeriodInText(2018, 2021, new(16, 9))], found.Periods);
    }

    [Fact]
    public void Without_options_only_the_lists_are_used()
    {
        var found = TextAnalysis.Analyze("Klimastrategi for skulane", new());
        Assert.Equal(["klim", "strategi", "skol"], found.Features.Select(feature => feature.Term));
    }

    [Fact]
    public void Roots_meet_where_stems_do_not()
    {
        Assert.NotEqual(Terms("veien", new()), Terms("vei", new()));
        Assert.Equal(Terms("veien", new() { Stem = NorwegianStemmer.Root }), Terms("vei", new() { Stem = NorwegianStemmer.Root }));
    }

    [Fact]
    public void Bokmaal_can_be_left_out() => Assert.Equal(["skul"], Terms("skule", new() { ToBokmaal = false }));

    [Fact]
    public void One_analyzer_gives_for_many_texts_what_each_gives_alone()
    {
        var analyzer = new TextAnalyzer(_options);
        foreach (var text in new[] { "Plan for Holås", "Holås", "plan for holås", "Bærums Skole", "skole", "IDRETT FOR ALLE", "Plan for Idrett" })
        {
            var (alone, among) = (TextAnalysis.Analyze(text, _options), analyzer.Analyze(text));
            Assert.Equal(alone.Features, among.Features);
            Assert.Equal(alone.Tokens.SelectMany(token => token.Steps), among.Tokens.SelectMany(token => token.Steps));
        }
    }

    [Fact]
    public void Bad_text_does_no_harm()
    {
        Assert.Equal("plan", Assert.Single(TextAnalysis.Analyze("\ud83d plan \udc00", _options).Features).Term);
        Assert.Single(TextAnalysis.Analyze(new string('å', 65_536), _options).Features);
        Assert.Equal(4, TextAnalysis.Analyze(string.Concat(Enumerable.Repeat("Plan for idrett i Holås 2030. ", 2_200)), _options).Features.Count + 1);
        Assert.Empty(TextAnalysis.Analyze(new string('-', 65_536), _options).Features);
    }

    private static IEnumerable<string> Terms(string text, TextOptions options) => TextAnalysis.Analyze(text, options).Features.Select(feature => feature.Term);
}
