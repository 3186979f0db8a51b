using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Tests.Lexicon;

/// <summary>The built-in topics themselves.</summary>
public sealed class TopicFileTests
{
    private static readonly TopicLexicon _lexicon = TopicLexicon.BuiltIn;

    [Fact]
    public void The_built_in_topics_have_no_problem() => Assert.Empty(TopicLexicon.Read([]).Problems.Select(problem => problem.ToString()));

    [Fact]
    public void Every_word_of_every_topic_finds_its_topic()
    {
        var lost = _lexicon.Topics.SelectMany(topic => topic.Words.Concat(topic.Hints).Where(word => !Topics.Ids(word).Contains(topic.Id)).Select(word => $"{topic.Id}: {word}"));
        Assert.Empty(lost);
    }

    [Fact]
    public void No_word_leads_to_more_than_three_topics()
    {
        var reader = new TopicReader(_lexicon);
        var crowded = _lexicon.Topics.SelectMany(topic => topic.Words.Concat(topic.Hints)).Distinct().Where(word => reader.Read(word).Count > TopicLexicon.MostTopicsOfWord);
        Assert.Empty(crowded);
    }

    [Fact]
    public void Nearness_is_symmetric_and_between_0_and_1() => Assert.All(_lexicon.Topics, one => Assert.All(_lexicon.Topics, other =>
    {
        var nearness = _lexicon.Nearness(one.Number, other.Number);
        Assert.Equal(nearness, _lexicon.Nearness(other.Number, one.Number));
        Assert.InRange(nearness, 0, one == other ? 1 : 0.95);
    }));

    [Theory]
    [InlineData("Plan for idrett", "Plan for fysisk aktivitet")]
    [InlineData("Handlingsplan mot vold i nære relasjoner", "Plan mot overgrep")]
    [InlineData("Oppvekstplan", "Plan for barn og unge")]
    [InlineData("Hovedplan avløp", "Vassdragsplan")]
    [InlineData("Plan for innvandring", "Integreringsplan")]
    [InlineData("Helse- og omsorgsplan", "Plan for eldre")]
    public void Subjects_that_planners_see_together_are_near(string one, string other) => Assert.InRange(Topics.Between(one, other), 0.3, 0.95);
}
