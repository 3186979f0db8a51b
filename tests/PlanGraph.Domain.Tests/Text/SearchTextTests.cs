using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Idretten", "idretten idret")]
    [InlineData("Kommunedelplan", "kommunedelplan kommundelplan kommune kommun del plan")]
    [InlineData("Boligpolitiske planer", "boligpolitiske bolpolitik bolig bol politiske politik planer plan")]
    [InlineData("plan for plan", "plan")]
    [InlineData("og for av", "")]
    [InlineData("ROS-analyse", "ros analyse analys rosanalyse rosanalys")]
    [InlineData("", "")]
    public void IndexTerms_are_words_stems_and_parts(string text, string terms) => Assert.Equal(terms, string.Join(' ', SearchText.IndexTerms(text)));

    [Theory]
    [InlineData("trafikksikkerhetsplanen", "trafikk sikkerhet planen")]
    [InlineData("målkonflikter", "maal konflikter")]
    [InlineData("barnehagebehovsanalyse", "barnehage behov analyse")]
    [InlineData("fornebuplanen", "fornebu plan")]
    [InlineData("grunnskole", "grunn skole")]
    [InlineData("barnehage", "")]
    [InlineData("planene", "")]
    [InlineData("planet", "")]
    [InlineData("sentrum", "")]
    public void Forms_split_compounds(string word, string parts) =>
        Assert.Equal(parts, string.Join(' ', SearchText.Forms(word).Parts.Select(part => part.Surface)));

    [Theory]
    [InlineData("Bærum", "baerum")]
    [InlineData("Målstyring", "maalstyring")]
    [InlineData("Øvrevoll", "ovrevoll")]
    public void Forms_are_the_same_for_words_that_fold_to_the_same(string one, string other) =>
        Assert.Equivalent(SearchText.Forms(one), SearchText.Forms(other));

    [Fact]
    public void QueryWords_leave_function_words_out_unless_there_is_nothing_else()
    {
        Assert.Equal(["plan", "skole"], SearchText.QueryWords("plan for skole").Select(word => word.Forms.Folded));
        Assert.Equal(["for"], SearchText.QueryWords("for").Select(word => word.Forms.Folded));
        Assert.Equal([false, true], SearchText.QueryWords("plan skole").Select(word => word.IsPrefix));
        Assert.Equal([false], SearchText.QueryWords("plan ").Select(word => word.IsPrefix));
    }
}
