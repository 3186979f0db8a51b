using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Domain.Tests.Imports;

public sealed class PlanTitlesTests
{
    [Theory]
    [InlineData("Trafikksikkerhetsplan 2016-2019", 2016, 2019, "2016-2019")]
    [InlineData("Klimaplan 2013-17", 2013, 2017, "2013-17")]
    [InlineData("Klimaplan 2013–2017", 2013, 2017, "2013–2017")]
    [InlineData("Handlingsplan 2018-2021 (2030)", 2018, 2021, "2018-2021 (2030)")]
    [InlineData("Handlingsplan (2018-2021)", 2018, 2021, "2018-2021")]
    [InlineData("Kulturplan 2019 til 2022", 2019, 2022, "2019 til 2022")]
    [InlineData("Arbeidsgiverstrategi mot 2035", null, 2035, "2035")]
    [InlineData("Strategi fram mot 2040", null, 2040, "2040")]
    [InlineData("Barnehagebehovsanalyse 2019-2038", 2019, 2038, "2019-2038")]
    [InlineData("Frivillighetsmeldingen 2012", 2012, null, "2012")]
    public void A_period_in_a_title_is_found(string title, int? from, int? to, string printed) =>
        Assert.Equal(new Period(from, to, printed), PeriodsInTitles.Parse(title));

    [Theory]
    [InlineData("Klimastrategi 2030", PlanType.Strategi, 2018, null, 2030)]
    [InlineData("Skolemelding 2020", PlanType.Melding, 2011, null, 2020)]
    [InlineData("Virksomhetsanalyse 2019 for sektor barn og unge", PlanType.Virksomhetsanalyse, 2019, 2019, 2019)]
    [InlineData("Fornebu 2035 – Strategi for utvikling av fornebusamfunnet", PlanType.Strategi, 2019, null, 2035)]
    [InlineData("Boligmelding 2012", PlanType.Melding, 2012, 2012, null)]
    [InlineData("Klimastrategi 2030", PlanType.Strategi, null, null, 2030)]
    public void A_year_alone_is_read_with_the_type_and_the_adoption(string title, PlanType type, int? adopted, int? from, int? to)
    {
        var period = PeriodsInTitles.Parse(title, type, adopted is { } year ? new DateOnly(year, 6, 1) : null);

        Assert.Equal((from, to), (period!.From, period.To));
    }

    [Theory]
    [InlineData("Veteranplan")]
    [InlineData("Kommunedelplan 3 for Fornebu")]
    [InlineData("Plan for E18")]
    public void A_title_without_a_year_has_no_period(string title) => Assert.Null(PeriodsInTitles.Parse(title));

    [Theory]
    [InlineData("2019-2022", 2019, 2022)]
    [InlineData("2019", 2019, 2019)]
    [InlineData("til 2030", null, 2030)]
    [InlineData("–2030", null, 2030)]
    [InlineData("fra 2019", 2019, null)]
    [InlineData("2019-", 2019, null)]
    public void A_period_column_is_read(string cell, int? from, int? to) => Assert.Equal(new Period(from, to, cell), PeriodsInTitles.ParseCell(cell));

    [Theory]
    [InlineData("Sammen for barn og unge 2015-\n2019*", "Sammen for barn og unge 2015-2019", "*")]
    [InlineData("Frivillighetsmeldingen 2012**", "Frivillighetsmeldingen 2012", "**")]
    [InlineData("Skolemelding 2020 *", "Skolemelding 2020", "*")]
    [InlineData("Sammen for barn og unge* 2015-2019", "Sammen for barn og unge 2015-2019", "*")]
    [InlineData("Klimaplan¹", "Klimaplan", "1")]
    [InlineData("Klimaplan 1)", "Klimaplan", "1")]
    [InlineData("Klimaplan 2)", "Klimaplan", "2")]
    [InlineData("Klimaplan[3]", "Klimaplan", "3")]
    [InlineData("Handlingsplan (2018-2021)", "Handlingsplan (2018-2021)", null)]
    [InlineData("Skolemelding 2020", "Skolemelding 2020", null)]
    [InlineData("Plan for fysisk aktivitet, idrett- og\nfriluftsliv 2019-2022", "Plan for fysisk aktivitet, idrett- og friluftsliv 2019-2022", null)]
    [InlineData("Plan for idrett-\nog friluftsliv", "Plan for idrett- og friluftsliv", null)]
    [InlineData("Trafikk-\nsikkerhetsplan", "Trafikksikkerhetsplan", null)]
    [InlineData("Kommunedelplan for ny E18\r\nVestkorridoren Lysaker-\r\nSlependen", "Kommunedelplan for ny E18 Vestkorridoren Lysaker-Slependen", null)]
    [InlineData("**", "**", null)]
    public void A_title_is_one_line_without_marks(string cell, string title, string? mark) => Assert.Equal(new PlanTitle(title, mark), PlanTitles.Clean(cell));

    [Fact]
    public void Two_adoptions_of_the_master_plan_are_two_plans()
    {
        var parts = PlanTitles.Split("Kommuneplanen", "Samf.del vedtatt 27.1.16 \nArealdel vedtatt 4.4.18");

        Assert.Equal(
            [new PlanPart("Kommuneplanens samfunnsdel", PlanType.Samfunnsdel, "Samf.del vedtatt 27.1.16"), new PlanPart("Kommuneplanens arealdel", PlanType.Arealdel, "Arealdel vedtatt 4.4.18")],
            parts);
    }

    [Fact]
    public void Two_whole_titles_in_one_cell_are_two_plans()
    {
        var parts = PlanTitles.Split("Trafikksikkerhetsplan 2016-2019\nSykkelstrategi", "Vedtatt 15.9.16\nUnder arbeid");

        Assert.Equal([new PlanPart("Trafikksikkerhetsplan 2016-2019", null, "Vedtatt 15.9.16"), new PlanPart("Sykkelstrategi", null, "Under arbeid")], parts);
    }

    [Theory]
    [InlineData("Kommunedelplan for ny E18\nVestkorridoren Lysaker-Slependen")]
    [InlineData("Kommunedelplan for\nLandbruksplanen")]
    [InlineData("«Lek og læring – rammeverk for kvalitet i Bærumsbarnehagene» –\nKvalitetsplan for barnehagene")]
    [InlineData("Biblioteksmelding, strategi og\nbakgrunnsdokument 2014-2018")]
    [InlineData("Handlingsprogram med\nøkonomiplan")]
    public void A_broken_line_is_no_second_plan(string cell) => Assert.Single(PlanTitles.Split(cell, "Vedtatt 18.06.14"));

    [Theory]
    [InlineData("* Fjernet i planstrategi 2017-2035, men usikker på om disse\nfremdeles er i bruk.", "*", "Fjernet i planstrategi 2017-2035, men usikker på om disse fremdeles er i bruk.")]
    [InlineData("** Usikker på om meldingen fortsatt er i bruk", "**", "Usikker på om meldingen fortsatt er i bruk")]
    [InlineData("1) Slås sammen", "1", "Slås sammen")]
    public void A_footnote_is_told_from_a_plan(string cell, string mark, string text) => Assert.Equal(new Footnote(mark, text), PlanTitles.Footnote(cell));

    [Theory]
    [InlineData("Temaplaner", PlanType.Temaplan)]
    [InlineData(" Temaplaner", PlanType.Temaplan)]
    [InlineData("Temaplanar", PlanType.Temaplan)]
    [InlineData("Kommunedelplaner", PlanType.Kommunedelplan)]
    [InlineData("Strategidokumenter", PlanType.Strategi)]
    [InlineData("Meldinger", PlanType.Melding)]
    [InlineData("Behovsanalyser", PlanType.Behovsanalyse)]
    [InlineData("Virksomhetsanalyser", PlanType.Virksomhetsanalyse)]
    [InlineData("Handlingsplaner", PlanType.Handlingsplan)]
    [InlineData("Retningslinjer", PlanType.Retningslinje)]
    [InlineData("Overordnede planer", null)]
    [InlineData("Øvrige retningslinjer", null)]
    [InlineData("Øvrig planverk", null)]
    [InlineData("Arealplaner", null)]
    [InlineData("Temaplaner og strategier", null)]
    public void A_heading_gives_its_group_a_type(string text, PlanType? type) => Assert.Equal(type, PlanTypes.Heading(text)!.Type);

    [Theory]
    [InlineData("Overordnet beredskapsplan")]
    [InlineData("Behovsanalyse kultur, idrett, kirke")]
    [InlineData("Frivillighetsmeldingen 2012**")]
    [InlineData("Strategisk kulturplan 2013-2030*")]
    [InlineData("Plan for blågrønn struktur")]
    [InlineData("Etiske retningslinjer")]
    [InlineData("Kommunikasjon og informasjon - retningsliner")]
    [InlineData("Barnehagevedtekter")]
    public void A_title_is_no_heading(string text) => Assert.Null(PlanTypes.Heading(text));

    [Theory]
    [InlineData("Kommuneplanens samfunnsdel", PlanType.Samfunnsdel)]
    [InlineData("Kommunedelplan for Sandvika", PlanType.Kommunedelplan)]
    [InlineData("Rusmiddelpolitisk handlingsplan 2016-2020", PlanType.Handlingsplan)]
    [InlineData("Klimastrategi 2030", PlanType.Strategi)]
    [InlineData("Skolemelding 2020", PlanType.Melding)]
    [InlineData("Barnehagebehovsanalyse 2019-2038", PlanType.Behovsanalyse)]
    [InlineData("Virksomhetsanalyse 2019 for sektor barn og unge", PlanType.Virksomhetsanalyse)]
    [InlineData("Handlingsprogram med økonomiplan", PlanType.Handlingsprogram)]
    [InlineData("Planstrategi 2019-2023", PlanType.Planstrategi)]
    [InlineData("Veteranplan", null)]
    public void A_title_may_tell_its_type(string title, PlanType? type) => Assert.Equal(type, PlanTypes.OfTitle(title));
}
