using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class PeriodsTests
{
    [Theory]
    [InlineData("Temaplan 2019-2022", "2019-2022@9+9")]
    [InlineData("Temaplan 2019–2022", "2019-2022@9+9")]
    [InlineData("Temaplan (2019 – 2022)", "2019-2022@9+13")]
    [InlineData("Temaplan [2019/22]", "2019-2022@9+9")]
    [InlineData("Fra 2019 til 2022", "2019-2022@4+13")]
    [InlineData("skoleåret 2019/2020", "2019-2020@10+9")]
    [InlineData("1998-02", "1998-2002@0+7")]
    [InlineData("Handlingsprogram 2018-2021 (2030)", "2018-2021@17+9 2030-2030@27+6")]
    [InlineData("Klimastrategi 2030", "2030-2030@14+4")]
    [InlineData("Sammen for barn og unge 2015-", "2015-@24+5")]
    [InlineData("(2017–)", "2017-@0+7")]
    [InlineData("Helsemeldingen 2015-2023*", "2015-2023@15+9")]
    [InlineData("Fornebu 2035 – Strategi", "2035-2035@8+4")]
    [InlineData("2020-årene og 2030-målene", "2020-2020@0+4 2030-2030@14+4")]
    [InlineData("2024-2020", "2024-2024@0+4 2020-2020@5+4")]
    [InlineData("mot 2040.", "2040-2040@4+4")]
    [InlineData("Bybanen 2020-2024-planen", "2020-2024@8+9")]
    [InlineData("2021—2040", "2021-2040@0+9")]
    [InlineData("Vedtatt 15.9.2016", "")]
    [InlineData("Vedtatt 2016-09-15", "")]
    [InlineData("sak 2019/1234", "")]
    [InlineData("12019 og 20301", "")]
    [InlineData("1850-1890", "")]
    [InlineData("2100", "")]
    [InlineData("plan uten år", "")]
    [InlineData("😀2030😀", "2030-2030@2+4")]
    [InlineData("", "")]
    public void Find_reads_years_and_periods(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Periods.Find(text).Select(found => $"{found.From}-{found.To}@{found.Span.Start}+{found.Span.Length}")));

    [Theory]
    [InlineData("Handlingsprogram 2018-2021 (2030)", "Handlingsprogram    ")]
    [InlineData("Klimastrategi 2030", "Klimastrategi  ")]
    [InlineData("Klimastrategi", "Klimastrategi")]
    public void Without_leaves_the_rest(string text, string rest) => Assert.Equal(rest, Periods.Without(text, Periods.Find(text)));

    [Fact]
    public void Find_takes_64_KB()
    {
        Assert.Equal(13_107, Periods.Find(string.Concat(Enumerable.Repeat("2030 ", 13_107))).Count);
        Assert.Empty(Periods.Find(new string('2', 65_536)));
        Assert.Single(Periods.Find("2030" + new string(' ', 65_536)));
    }
}
