using System.Globalization;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Domain.Tests.Imports;

public sealed class PrintedStatusTests
{
    [Theory]
    [InlineData("Vedtatt 24.3.10", PlanStatus.Adopted, "2010-03-24")]
    [InlineData("Vedtatt", PlanStatus.Adopted, null)]
    [InlineData("VEDTATT 24.03.2010", PlanStatus.Adopted, "2010-03-24")]
    [InlineData("Vedteken 12. juni 2019", PlanStatus.Adopted, "2019-06-12")]
    [InlineData("Vedt. 24.3.10", PlanStatus.Adopted, "2010-03-24")]
    [InlineData("Godkjent av kommunestyret 24.3.10", PlanStatus.Adopted, "2010-03-24")]
    [InlineData("Egengodkjent 1.2.2003", PlanStatus.Adopted, "2003-02-01")]
    [InlineData("Stadfestet 1.2.1986", PlanStatus.Adopted, "1986-02-01")]
    [InlineData("Gjeldende", PlanStatus.Adopted, null)]
    [InlineData("Kst. 14.06.2023", PlanStatus.Adopted, "2023-06-14")]
    [InlineData("Kommunestyret 14.06.2023", PlanStatus.Adopted, "2023-06-14")]
    [InlineData("16.12.2014, sak K 80/14", PlanStatus.Adopted, "2014-12-16")]
    [InlineData("Samf.del vedtatt 27.1.16", PlanStatus.Adopted, "2016-01-27")]
    [InlineData("Adopted 14 June 2023", PlanStatus.Adopted, "2023-06-14")]
    [InlineData("Tatt til orientering 6.2.18", PlanStatus.Noted, "2018-02-06")]
    [InlineData("Tatt til orientering \n10.4.19", PlanStatus.Noted, "2019-04-10")]
    [InlineData("Teke til orientering 6.2.18", PlanStatus.Noted, "2018-02-06")]
    [InlineData("Til orientering", PlanStatus.Noted, null)]
    [InlineData("Tatt til etterretning 3.4.2020", PlanStatus.Noted, "2020-04-03")]
    [InlineData("Rulleres årlig", PlanStatus.Rolling, null)]
    [InlineData("Rullering", PlanStatus.Rolling, null)]
    [InlineData("Rullering 2019", PlanStatus.Rolling, null)]
    [InlineData("Vert rullert kvart år", PlanStatus.Rolling, null)]
    [InlineData("Årlig", PlanStatus.Rolling, null)]
    [InlineData("Rulleres årlig, sist vedtatt 12.12.2018", PlanStatus.Rolling, "2018-12-12")]
    [InlineData("Under arbeid", PlanStatus.InProgress, null)]
    [InlineData("Under arbeid (blir mulig \ndel av arealdel)", PlanStatus.InProgress, null)]
    [InlineData("Under utarbeidelse", PlanStatus.InProgress, null)]
    [InlineData("Under revisjon", PlanStatus.InProgress, null)]
    [InlineData("På høring", PlanStatus.InProgress, null)]
    [InlineData("På høyring til 1.3.2020", PlanStatus.InProgress, null)]
    [InlineData("Offentlig ettersyn", PlanStatus.InProgress, null)]
    [InlineData("Til behandling i kommunestyret 14.6.23", PlanStatus.InProgress, null)]
    [InlineData("Oppstart varslet 3.2.2021", PlanStatus.InProgress, null)]
    [InlineData("Igangsatt", PlanStatus.InProgress, null)]
    [InlineData("1. gangs behandling", PlanStatus.InProgress, null)]
    [InlineData("Utgått", PlanStatus.Retired, null)]
    [InlineData("Utgår", PlanStatus.Retired, null)]
    [InlineData("Opphevet 3.4.2019", PlanStatus.Retired, null)]
    [InlineData("Erstattet av ny plan", PlanStatus.Retired, null)]
    [InlineData("Avsluttet", PlanStatus.Retired, null)]
    [InlineData("Ikke lenger gjeldende", PlanStatus.Retired, null)]
    [InlineData("Ukjent", PlanStatus.Unknown, null)]
    [InlineData("-", PlanStatus.Unknown, null)]
    public void A_status_is_understood_in_every_wording(string printed, PlanStatus status, string? adopted)
    {
        var read = PrintedStatus.Parse(printed);

        Assert.Equal((status, adopted), (read.Status, read.Adopted?.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(printed.Trim(), read.Printed);
        Assert.Empty(read.Doubts);
    }

    [Theory]
    [InlineData("Vedtatt 17. og 18.04.18", PlanStatus.Adopted, "2018-04-18", "imports.dateUncertain")]
    [InlineData("Vedtas 19.6.19", PlanStatus.InProgress, "2019-06-19", "imports.statusPlanned")]
    [InlineData("Forventes vedtatt des. 2025", PlanStatus.InProgress, "2025-12-01", "imports.statusPlanned")]
    [InlineData("27.1.16", PlanStatus.Adopted, "2016-01-27", "imports.statusIsDate")]
    [InlineData("Vedtatt 12.3.15, under revisjon", PlanStatus.Adopted, "2015-03-12", "imports.statusSeveral")]
    [InlineData("Vedtatt 31.2.2019", PlanStatus.Adopted, null, "imports.dateUnknown")]
    [InlineData("Vedtatt 2015?", PlanStatus.Adopted, "2015-01-01", "imports.dateUncertain")]
    [InlineData("Ikke vedtatt", PlanStatus.Unknown, null, "imports.statusUnknown")]
    [InlineData("Ikkje politisk vedteken", PlanStatus.Unknown, null, "imports.statusUnknown")]
    [InlineData("Se eget ark", PlanStatus.Unknown, null, "imports.statusUnknown")]
    [InlineData("Kult ☂", PlanStatus.Unknown, null, "imports.statusUnknown")]
    public void A_status_that_is_not_plain_is_doubted(string printed, PlanStatus status, string? adopted, string doubt)
    {
        var read = PrintedStatus.Parse(printed);

        Assert.Equal((status, adopted), (read.Status, read.Adopted?.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Contains(read.Doubts, sentence => sentence.Key == doubt);
        Assert.Equal(printed, read.Printed);
    }

    [Fact]
    public void The_date_of_adoption_is_the_one_behind_the_word_for_it()
    {
        var read = PrintedStatus.Parse("Vedtatt 12.3.15, revisjon startet 14.6.18");

        Assert.Equal((PlanStatus.Adopted, new DateOnly(2015, 3, 12), true), (read.Status, read.Adopted!.Date!.Value, read.Adopted.Uncertain));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_status_says_nothing(string? cell) => Assert.Same(PrintedStatus.Empty, PrintedStatus.Parse(cell));

    [Fact]
    public void The_case_number_is_found() => Assert.Equal("K 80/14", PrintedStatus.Parse("Vedtatt 16.12.2014, sak K 80/14").CaseNumber);
}
