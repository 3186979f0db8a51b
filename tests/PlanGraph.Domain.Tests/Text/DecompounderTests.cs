using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class DecompounderTests
{
    private static readonly Dictionary<string, int> _seen = new()
    {
        ["trafikk"] = 40, ["sikkerhet"] = 30, ["barn"] = 50, ["hage"] = 2, ["barnehage"] = 60, ["behov"] = 20, ["analyse"] = 25, ["plan"] = 200,
        ["skole"] = 70, ["kultur"] = 30, ["minne"] = 10, ["kulturminne"] = 4, ["vann"] = 30, ["avløp"] = 20, ["by"] = 90, ["eksplanering"] = 1,
    };

    [Theory]
    [InlineData("trafikksikkerhetsplan", "trafikk sikkerhet plan")]
    [InlineData("trafikksikkerhetsplanene", "trafikk sikkerhet planene")]
    [InlineData("barnehagebehovsanalyse", "barnehage behov analyse")]
    [InlineData("barnehage", "barnehage")]
    [InlineData("barneskole", "barn skole")]
    [InlineData("kulturminne", "kultur minne")]
    [InlineData("kulturminneplan", "kultur minne plan")]
    [InlineData("skolebyplan", "skolebyplan")]
    [InlineData("ukjentplan", "ukjentplan")]
    [InlineData("eksplanering", "eksplanering")]
    [InlineData("plan", "plan")]
    [InlineData("planplan", "plan plan")]
    [InlineData("", "")]
    [InlineData("😀plan", "😀plan")]
    public void Split_takes_the_parts_seen_most(string word, string parts) =>
        Assert.Equal(parts, string.Join(' ', new Decompounder(_seen).Split(word)));

    [Fact]
    public void Split_leaves_a_rare_pair_of_parts_whole_when_the_word_itself_is_common()
    {
        var counts = new Dictionary<string, int> { ["land"] = 2, ["bruk"] = 3, ["landbruk"] = 500 };
        Assert.Equal(["landbruk"], new Decompounder(counts).Split("landbruk"));
    }

    [Fact]
    public void Split_of_an_empty_vocabulary_or_a_long_word_leaves_it_whole()
    {
        Assert.Equal(["skoleplan"], new Decompounder([]).Split("skoleplan"));
        var word = string.Concat(Enumerable.Repeat("plan", 16_384));
        Assert.Equal([word], new Decompounder(_seen).Split(word));
    }

    [Fact]
    public void A_minimum_part_below_2_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Decompounder(_seen, 1));
}
