using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class TypoRepairTests
{
    private static readonly Dictionary<string, int> _seen = new()
    {
        ["strategi"] = 50, ["idrett"] = 20, ["skole"] = 40, ["skala"] = 40, ["plan"] = 900, ["bolig"] = 30, ["boliger"] = 12, ["planen"] = 70, ["klima2030"] = 9, ["stratgi"] = 1,
    };

    [Theory]
    [InlineData("stratgi", "strategi")]
    [InlineData("strattegi", "strategi")]
    [InlineData("strategj", "strategi")]
    [InlineData("strtaegi", "strategi")]
    [InlineData("strategia", "strategi")]
    [InlineData("idret", "idrett")]
    [InlineData("skola", "skala")]
    [InlineData("planm", "plan")]
    [InlineData("boligr", "bolig")]
    public void Repair_finds_the_most_frequent_word_one_slip_away(string typed, string meant) =>
        Assert.Equal(meant, new TypoRepair(_seen, trusted: 2).Repair(typed));

    [Theory]
    [InlineData("strategi")]
    [InlineData("plam")]
    [InlineData("trategi")]
    [InlineData("stragi")]
    [InlineData("klima2031")]
    [InlineData("")]
    [InlineData("😀😀😀")]
    public void Repair_leaves_known_short_far_and_numbered_words(string word) => Assert.Null(new TypoRepair(_seen, trusted: 2).Repair(word));

    [Theory]
    [InlineData("traffiksikkerhet", "trafikksikkerhet")]
    [InlineData("trafiksikkerhett", "trafikksikkerhet")]
    [InlineData("omsoorg", null)]
    [InlineData("omssrg", null)]
    [InlineData("traffikksikkerhett", null)]
    public void In_a_long_word_a_letter_twice_may_make_up_for_one_left_out(string typed, string? meant) =>
        Assert.Equal(meant, new TypoRepair(new Dictionary<string, int> { ["trafikksikkerhet"] = 1, ["omsorgs"] = 1 }).Repair(typed));

    [Fact]
    public void Repair_wants_the_word_meant_to_be_seen_so_many_times_as_often()
    {
        var counts = new Dictionary<string, int> { ["fiske"] = 4, ["friske"] = 10 };
        Assert.Equal("friske", new TypoRepair(counts, trusted: 5, ratio: 2).Repair("fiske"));
        Assert.Null(new TypoRepair(counts, trusted: 5, ratio: 3).Repair("fiske"));
    }

    [Fact]
    public void Repair_agrees_with_trying_every_word()
    {
        var random = new Random(3);
        var counts = Enumerable.Range(0, 3000).Select(_ => Word(random)).Distinct().ToDictionary(word => word, _ => random.Next(1, 6));
        var repair = new TypoRepair(counts, trusted: 3);
        foreach (var word in Enumerable.Range(0, 3000).Select(_ => Word(random)).Where(word => word.Length >= 5 && counts.GetValueOrDefault(word) < 3))
        {
            var expected = counts.Where(pair => pair.Value >= 3 && pair.Key[0] == word[0] && EditDistance.Damerau(word, pair.Key, 1) == 1 && pair.Key.Length >= 4)
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).FirstOrDefault();
            Assert.Equal(expected, repair.Repair(word));
        }
    }

    [Fact]
    public void Repair_takes_64_KB_and_an_empty_vocabulary()
    {
        Assert.Null(new TypoRepair(_seen).Repair(new string('x', 65_536)));
        Assert.Null(new TypoRepair(new Dictionary<string, int>()).Repair("strategi"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TypoRepair(_seen, trusted: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TypoRepair(_seen, ratio: 0));
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(4, 8)).Select(_ => (char)('a' + random.Next(3)))]);
}
