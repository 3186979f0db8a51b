using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class CorpusWordsTests
{
    private static readonly string[] _texts =
    [
        "Plan for idrett i Solvangmyra", "Solvangmyra: jordvern", "Jordvern og idrett", "Vern av jordvern i Solvangmyra", "Idrett, jordvern og friluftsliv",
        "Områdeplan for Holås", "Idrettsplan for Solvangmyra", "idrett i solvangmyra", "Trafikk og trafikk i trafikk", "Sikkerhet mot sikkerhet, sikkerhet",
    ];

    [Theory]
    [InlineData("Solvangmyra: idrett", "Name:solvangmyra Word:idret")]
    [InlineData("holås", "Name:holås")]
    [InlineData("Plan for jordvrn", "Genre:plan Word:jordvern")]
    [InlineData("Jorddvernplanen", "Word:jordvern Genre:plan")]
    [InlineData("Idrett i Solvangmyar", "Word:idret Name:solvangmyra")]
    [InlineData("Vern av Holåsen", "Word:vern Name:holåsen")]
    [InlineData("Trafikksikkerhet", "Word:trafikksik Part:trafik Part:sik")]
    [InlineData("Sandvika", "Name:sandvika")]
    public void Options_learnt_from_the_corpus_know_its_names_words_and_compounds(string text, string features)
    {
        var options = new CorpusWords().AddAll(_texts).ToOptions(["Sandvika sentrum"]);
        Assert.Equal(features, string.Join(' ', TextAnalysis.Analyze(text, options).Features.Select(found => $"{found.Kind}:{found.Term}")));
    }

    [Fact]
    public void Options_do_not_depend_on_the_order_of_the_texts()
    {
        var (forth, back) = (new CorpusWords().AddAll(_texts).ToOptions([]), new CorpusWords().AddAll(_texts.Reverse()).ToOptions([]));
        foreach (var text in _texts.Append("Jordvrn i Solvangmyar"))
            Assert.Equal(TextAnalysis.Analyze(text, forth).Features, TextAnalysis.Analyze(text, back).Features);
    }

    [Fact]
    public void A_corpus_of_nothing_gives_options_all_the_same()
    {
        var options = new CorpusWords().AddAll(["", "😀", "\ud83d", new string('x', 65_536)]).ToOptions(["", "😀"]);
        Assert.Equal("plan", Assert.Single(TextAnalysis.Analyze("Plan", options).Features).Term);
    }
}
