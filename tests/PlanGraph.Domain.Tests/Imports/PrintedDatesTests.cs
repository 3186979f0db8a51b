using System.Globalization;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Domain.Tests.Imports;

public sealed class PrintedDatesTests
{
    [Theory]
    [InlineData("27.1.16", "2016-01-27")]
    [InlineData("27.01.2016", "2016-01-27")]
    [InlineData("  27.01.2016 ", "2016-01-27")]
    [InlineData("27.1.2016.", "2016-01-27")]
    [InlineData("3.3.04", "2004-03-03")]
    [InlineData("17.11.99", "1999-11-17")]
    [InlineData("1.1.60", "1960-01-01")]
    [InlineData("1.1.59", "2059-01-01")]
    [InlineData("25.03.15", "2015-03-25")]
    [InlineData("27. 01. 2016", "2016-01-27")]
    [InlineData("27.1 2016", "2016-01-27")]
    [InlineData("27,1,2016", "2016-01-27")]
    [InlineData("27-01-2016", "2016-01-27")]
    [InlineData("27.01-16", "2016-01-27")]
    [InlineData("27/1-16", "2016-01-27")]
    [InlineData("27/1-2016", "2016-01-27")]
    [InlineData("27/01/2016", "2016-01-27")]
    [InlineData("27/1 2016", "2016-01-27")]
    [InlineData("27.1.'16", "2016-01-27")]
    [InlineData("2016-01-27", "2016-01-27")]
    [InlineData("2016-01-27T00:00:00", "2016-01-27")]
    [InlineData("2016.01.27", "2016-01-27")]
    [InlineData("20160127", "2016-01-27")]
    [InlineData("27012016", "2016-01-27")]
    [InlineData("27. januar 2016", "2016-01-27")]
    [InlineData("27 januar 2016", "2016-01-27")]
    [InlineData("27. jan. 2016", "2016-01-27")]
    [InlineData("1. desember 1999", "1999-12-01")]
    [InlineData("17. MAI 2023", "2023-05-17")]
    [InlineData("8. feb. 17", "2017-02-08")]
    [InlineData("29. februar 2020", "2020-02-29")]
    [InlineData("14 March 2019", "2019-03-14")]
    [InlineData("Vedtatt 24.3.10", "2010-03-24")]
    [InlineData("Vedt.24.3.10", "2010-03-24")]
    [InlineData("Vedteke av heradsstyret 12. juni 2019", "2019-06-12")]
    [InlineData("Kst. 14.06.2023", "2023-06-14")]
    [InlineData("KST 14.06.23", "2023-06-14")]
    [InlineData("16.12.2014, sak K 80/14", "2014-12-16")]
    [InlineData("K-sak 80/14, 16.12.2014", "2014-12-16")]
    [InlineData("Kommunestyret 16.12.2014 (sak 80/14)", "2014-12-16")]
    [InlineData("PS 12/20 av 05.03.2020", "2020-03-05")]
    [InlineData("Tatt til orientering 10.4.19", "2019-04-10")]
    [InlineData("Vedtatt\n27.1.16", "2016-01-27")]
    [InlineData("27\u00A0januar\u00A02016", "2016-01-27")]
    public void A_day_is_understood_in_every_form(string printed, string expected) =>
        Check(printed, expected, DatePrecision.Day, uncertain: false);

    [Theory]
    [InlineData("Vedtatt 17. og 18.04.18", "2018-04-18")]
    [InlineData("17.-18.04.18", "2018-04-18")]
    [InlineData("17. og 18. april 2018", "2018-04-18")]
    [InlineData("12.3.2015 og 14.6.2018", "2018-06-14")]
    [InlineData("27.1.16?", "2016-01-27")]
    [InlineData("ca. 27.1.2016", "2016-01-27")]
    [InlineData("Vedtas 19.6.19", "2019-06-19")]
    [InlineData("innen 31.12.2024", "2024-12-31")]
    [InlineData("forventet 12.10.2022", "2022-10-12")]
    [InlineData("uke 24 2020", "2020-06-08")]
    [InlineData("uke 24/2020", "2020-06-08")]
    [InlineData("veke 2, 2021", "2021-01-11")]
    [InlineData("42396", "2016-01-27")]
    public void A_day_that_the_text_doubts_or_doubles_is_uncertain(string printed, string expected) =>
        Check(printed, expected, DatePrecision.Day, uncertain: true);

    [Theory]
    [InlineData("des. 2025", "2025-12-01", false)]
    [InlineData("desember 2025", "2025-12-01", false)]
    [InlineData("Juni 2019", "2019-06-01", false)]
    [InlineData("sept. 2021", "2021-09-01", false)]
    [InlineData("mai-2021", "2021-05-01", false)]
    [InlineData("06.2023", "2023-06-01", false)]
    [InlineData("6/2019", "2019-06-01", true)]
    [InlineData("juni -19", "2019-06-01", true)]
    [InlineData("des. 25", "2025-12-01", true)]
    [InlineData("mars/april 2020", "2020-04-01", true)]
    [InlineData("våren 2021", "2021-03-01", true)]
    [InlineData("Vår 2021", "2021-03-01", true)]
    [InlineData("sommeren 2021", "2021-06-01", true)]
    [InlineData("Høst 2020", "2020-09-01", true)]
    [InlineData("hausten 2020", "2020-09-01", true)]
    [InlineData("vinter 2022", "2022-01-01", true)]
    [InlineData("primo 2020", "2020-01-01", true)]
    [InlineData("medio 2020", "2020-06-01", true)]
    [InlineData("ultimo 2020", "2020-12-01", true)]
    [InlineData("1. halvår 2021", "2021-01-01", true)]
    [InlineData("2. halvår 2021", "2021-07-01", true)]
    [InlineData("H2 2021", "2021-07-01", true)]
    [InlineData("3. kvartal 2022", "2022-07-01", true)]
    [InlineData("Q3 2022", "2022-07-01", true)]
    [InlineData("2022 Q3", "2022-07-01", true)]
    [InlineData("2. tertial 2020", "2020-05-01", true)]
    [InlineData("2020, 2. halvår", "2020-07-01", true)]
    public void A_month_or_part_of_a_year_begins_on_its_first_day(string printed, string expected, bool uncertain) =>
        Check(printed, expected, DatePrecision.Month, uncertain);

    [Theory]
    [InlineData("2018", "2018-01-01", false)]
    [InlineData("2021?", "2021-01-01", true)]
    [InlineData("ca. 2021", "2021-01-01", true)]
    [InlineData("2021 (?)", "2021-01-01", true)]
    [InlineData("innen 2024", "2024-01-01", true)]
    [InlineData("før 2024", "2024-01-01", true)]
    [InlineData("tidligst 2024", "2024-01-01", true)]
    [InlineData("2019-2020", "2020-01-01", true)]
    [InlineData("2019–20", "2020-01-01", true)]
    [InlineData("2020/21", "2021-01-01", true)]
    [InlineData("2020 eller 2021", "2021-01-01", true)]
    [InlineData("'18", "2018-01-01", true)]
    [InlineData("Ferdig 2021", "2021-01-01", false)]
    public void A_year_is_its_first_day(string printed, string expected, bool uncertain) =>
        Check(printed, expected, DatePrecision.Year, uncertain);

    [Theory]
    [InlineData("Rulleres årlig")]
    [InlineData("årlig")]
    [InlineData("31.2.2019")]
    [InlineData("27.13.2016")]
    [InlineData("0.0.00")]
    [InlineData("27.1.")]
    [InlineData("våren")]
    [InlineData("sak 80/14")]
    [InlineData("PS 12/20")]
    [InlineData("arkivsak 2018/1234")]
    [InlineData("fase 2")]
    [InlineData("-")]
    [InlineData("uke 54 2020")]
    [InlineData("5. kvartal")]
    public void A_text_without_a_whole_date_gives_none(string printed) => Assert.Null(PrintedDates.Parse(printed).Date);

    [Theory]
    [InlineData("16.12.2014, sak K 80/14", "K 80/14")]
    [InlineData("K-sak 80/14", "80/14")]
    [InlineData("KST-sak 045/19", "045/19")]
    [InlineData("PS 12/20", "PS 12/20")]
    [InlineData("kommunestyresak 67/19", "67/19")]
    [InlineData("arkivsak 2018/1234", "2018/1234")]
    [InlineData("saksnr. 23/456", "23/456")]
    [InlineData("vedtatt 6/2019", null)]
    [InlineData("Vedtatt 27.1.16", null)]
    public void A_case_number_is_told_from_a_date(string printed, string? expected) => Assert.Equal(expected, CaseNumbers.Find(printed));

    [Fact]
    public void What_was_printed_is_always_kept()
    {
        foreach (var printed in new[] { "Rulleres årlig", "Vedtatt 17. og 18.04.18", "31.2.2019", "æøå ☂", new string('9', 40_000) })
            Assert.Equal(printed, PrintedDates.Parse(printed).Printed);
    }

    private static void Check(string printed, string expected, DatePrecision precision, bool uncertain)
    {
        var date = PrintedDates.Parse(printed);
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), date.Date);
        Assert.Equal((precision, uncertain), (date.Precision, date.Uncertain));
        Assert.Equal(printed.Trim(), date.Printed);
    }
}
