using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class WordListTests
{
    [Theory]
    [InlineData("function-words")]
    [InlineData("compound-parts")]
    [InlineData("genre-heads")]
    [InlineData("genre-words")]
    [InlineData("nynorsk-bokmaal")]
    [InlineData("place-endings")]
    public void A_list_is_in_lower_case_composed_and_names_no_word_twice(string name)
    {
        var words = WordList.Words(name).ToList();
        Assert.NotEmpty(words);
        Assert.Equal(words.Select(Folding.Lower), words);
        Assert.Equal(words.Distinct(), words);
    }

    [Fact]
    public void A_list_that_is_not_there_is_said_by_name() =>
        Assert.Contains("text/nothing.txt", Assert.Throws<InvalidOperationException>(() => WordList.Read("nothing")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("og", true)]
    [InlineData("OG", true)]
    [InlineData("ikkje", true)]
    [InlineData("også", true)]
    [InlineData("arbeid", false)]
    [InlineData("bruke", false)]
    [InlineData("ny", false)]
    [InlineData("", false)]
    public void Function_words_carry_no_subject(string word, bool isOne) => Assert.Equal(isOne, FunctionWords.Contains(word));

    [Fact]
    public void A_function_word_takes_64_KB() => Assert.False(FunctionWords.Contains(new string('o', 65_536)));

    [Theory]
    [InlineData("plan", 0.5)]
    [InlineData("planene", 0.5)]
    [InlineData("strategier", 0.5)]
    [InlineData("styrker", 0.5)]
    [InlineData("helhetlige", 0.5)]
    [InlineData("idrett", 1)]
    [InlineData("", 1)]
    public void Genre_words_count_less_in_any_inflection(string word, double weight) => Assert.Equal(weight, GenreWords.WeightOf(word));

    [Fact]
    public void Genre_weights_lie_between_0_and_1() => Assert.All(WordList.Weights("genre-words"), pair => Assert.InRange(pair.Value, 0.01, 0.99));
}
