using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("plan", "plan", 0)]
    [InlineData("plan", "plann", 1)]
    [InlineData("plan", "pln", 1)]
    [InlineData("plan", "plam", 1)]
    [InlineData("plan", "paln", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("klimastratgi", "klimastrategi", 1)]
    [InlineData("trafiksikerhet", "trafikksikkerhet", 2)]
    [InlineData("ca", "abc", 3)]
    [InlineData("strategi", "program", 7)]
    public void Damerau_counts_slips(string one, string other, int slips)
    {
        Assert.Equal(slips, EditDistance.Damerau(one, other, 10));
        Assert.Equal(slips, EditDistance.Damerau(other, one, 10));
        for (var max = 0; max < slips; max++)
            Assert.Equal(max + 1, EditDistance.Damerau(one, other, max));
    }

    [Fact]
    public void Damerau_within_a_band_agrees_with_the_full_table()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var one = Word(random);
            var other = Word(random);
            var full = Full(one, other);
            for (var max = 0; max <= 4; max++)
                Assert.Equal(Math.Min(full, max + 1), EditDistance.Damerau(one, other, max));
        }
    }

    [Fact]
    public void Damerau_takes_64_KB()
    {
        var text = string.Concat(Enumerable.Repeat("ab", 32_768));
        Assert.Equal(2, EditDistance.Damerau("x" + text, text + "y", 2));
    }

    [Fact]
    public void Damerau_refuses_a_negative_limit() => Assert.Throws<ArgumentOutOfRangeException>(() => EditDistance.Damerau("a", "b", -1));

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(9)).Select(_ => (char)('a' + random.Next(3)))]);

    private static int Full(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
                table[i, j] = Cell(table, one, other, i, j);
        }
        return table[one.Length, other.Length];
    }

    private static int Cell(int[,] table, string one, string other, int i, int j)
    {
        if (i == 0 || j == 0)
            return i + j;
        var best = Math.Min(table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        return i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }
}
