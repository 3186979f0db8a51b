using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Domain.Tests.Imports;

public sealed class BaerumChapter10Tests
{
    private static readonly ImportTable _table = Lists.Table("planer.csv", BaerumChapter10.Lines);
    private static readonly GraphSnapshot _graph = Lists.Given(_table);

    [Theory]
    [InlineData("kommuneplanens-samfunnsdel", "Kommuneplanens samfunnsdel", "samfunnsdel", "adopted", "27.1.2016", "", "Overordnede planer, rad 1")]
    [InlineData("kommuneplanens-arealdel", "Kommuneplanens arealdel", "arealdel", "adopted", "4.4.2018", "", "Overordnede planer, rad 1")]
    [InlineData("handlingsprogram-med-okonomiplan", "Handlingsprogram med økonomiplan", "handlingsprogram", "rolling", "", "", "Overordnede planer, rad 2")]
    [InlineData("felles-ros-analyse-for-asker-og-baerum", "Felles ROS-analyse for Asker og Bærum", "annet", "rolling", "", "", "Overordnede planer, rad 3")]
    [InlineData("overordnet-beredskapsplan", "Overordnet beredskapsplan", "annet", "unknown", "", "", "Overordnede planer, rad 4")]
    [InlineData("ldip-2019-2038", "LDIP 2019-2038", "annet", "noted", "6.2.2018", "2019–2038", "Overordnede planer, rad 5")]
    [InlineData("kommunedelplan-for-kulturminner-og-kulturmiljoer-2010-2020", "Kommunedelplan for kulturminner og kulturmiljøer 2010-2020", "kommunedelplan", "adopted", "24.3.2010", "2010–2020", "Kommunedelplaner, rad 1")]
    [InlineData("kommunedelplan-3-for-fornebu", "Kommunedelplan 3 for Fornebu", "kommunedelplan", "adopted", "27.3.2019", "", "Kommunedelplaner, rad 2")]
    [InlineData("kommunedelplan-for-sandvika", "Kommunedelplan for Sandvika", "kommunedelplan", "adopted", "27.10.2010", "", "Kommunedelplaner, rad 3")]
    [InlineData("kommunedelplan-for-lysaker-og-sandviksvassdraget", "Kommunedelplan for Lysaker- og Sandviksvassdraget", "kommunedelplan", "adopted", "18.6.2014", "", "Kommunedelplaner, rad 4")]
    [InlineData("kommunedelplan-for-sandviksvassdraget", "Kommunedelplan for Sandviksvassdraget", "kommunedelplan", "adopted", "30.1.2013", "", "Kommunedelplaner, rad 5")]
    [InlineData("kommunedelplan-for-tanumplataet-og-horninmarka", "Kommunedelplan for Tanumplatået og Horninmarka", "kommunedelplan", "adopted", "25.5.2015", "", "Kommunedelplaner, rad 6")]
    [InlineData("kommunedelplan-for-ny-e18-vestkorridoren-lysaker-slependen", "Kommunedelplan for ny E18 Vestkorridoren Lysaker-Slependen", "kommunedelplan", "adopted", "18.6.2014", "", "Kommunedelplaner, rad 7")]
    [InlineData("prinsipper-for-langsiktig-byutvikling-i-sandvika", "Prinsipper for langsiktig byutvikling i Sandvika", "annet", "inProgress", "", "", "Arealplaner, rad 1")]
    [InlineData("forenkling-av-bestemmelser-i-smahusomradene", "Forenkling av bestemmelser i småhusområdene", "annet", "inProgress", "", "", "Arealplaner, rad 2")]
    [InlineData("trafikksikkerhetsplan-2016-2019", "Trafikksikkerhetsplan 2016-2019", "temaplan", "adopted", "15.9.2016", "2016–2019", "Temaplaner, rad 1")]
    [InlineData("rusmiddelpolitisk-handlingsplan-2016-2020", "Rusmiddelpolitisk handlingsplan 2016-2020", "temaplan", "adopted", "22.6.2016", "2016–2020", "Temaplaner, rad 2")]
    [InlineData("plan-for-fysisk-aktivitet-idrett-og-friluftsliv-2019-2022", "Plan for fysisk aktivitet, idrett- og friluftsliv 2019-2022", "temaplan", "adopted", "18.9.2018", "2019–2022", "Temaplaner, rad 3")]
    [InlineData("kulturanleggsplan-2019-2022", "Kulturanleggsplan 2019-2022", "temaplan", "adopted", "14.3.2019", "2019–2022", "Temaplaner, rad 4")]
    [InlineData("handlingsplan-for-forebygging-av-vold-seksuelle-krenkelser-og-overgrep-2019-2022", "Handlingsplan for forebygging av vold, seksuelle krenkelser og overgrep 2019-2022", "temaplan", "adopted", "6.1.2019", "2019–2022", "Temaplaner, rad 5")]
    [InlineData("handlingsplan-for-forebygging-av-hatkriminalitet-og-voldelig-ekstremisme", "Handlingsplan for forebygging av hatkriminalitet og voldelig ekstremisme", "temaplan", "adopted", "18.4.2018?", "", "Temaplaner, rad 6")]
    [InlineData("sammen-for-barn-og-unge-2015-2019", "Sammen for barn og unge 2015-2019", "temaplan", "adopted", "29.4.2015", "2015–2019", "Temaplaner, rad 7", UseDoubt.RemovedFromPlanningStrategy)]
    [InlineData("veteranplan", "Veteranplan", "temaplan", "adopted", "28.11.2018", "", "Temaplaner, rad 8")]
    [InlineData("lekende-laering-rammeverk-for-kvalitet-i-sfo", "Lekende læring – Rammeverk for kvalitet i SFO", "temaplan", "adopted", "14.5.2019", "", "Temaplaner, rad 9")]
    [InlineData("handlingsplan-for-kjonns-og-seksualitetsmangfold", "Handlingsplan for kjønns- og seksualitetsmangfold", "temaplan", "adopted", "6.3.2019", "", "Temaplaner, rad 10")]
    [InlineData("handlingsplan-mot-vold-i-naere-relasjoner", "Handlingsplan mot vold i nære relasjoner", "temaplan", "adopted", "16.6.2015", "", "Temaplaner, rad 11")]
    [InlineData("bedre-laering-kvalitetsplan-for-baerumsskolen", "«Bedre læring» – kvalitetsplan for Bærumsskolen", "temaplan", "adopted", "6.2.2018", "", "Temaplaner, rad 12")]
    [InlineData("lek-og-laering-rammeverk-for-kvalitet-i-baerumsbarnehagene-kvalitetsplan-for-barnehagene", "«Lek og læring – rammeverk for kvalitet i Bærumsbarnehagene» – Kvalitetsplan for barnehagene", "temaplan", "adopted", "12.3.2019", "", "Temaplaner, rad 13")]
    [InlineData("oversikt-over-helsetilstand-og-pavirkningsfaktorer-2016-2019", "Oversikt over helsetilstand og påvirkningsfaktorer 2016-2019", "temaplan", "rolling", "", "2016–2019", "Temaplaner, rad 14")]
    [InlineData("arbeidsgiverstrategi-mot-2035", "Arbeidsgiverstrategi mot 2035", "strategi", "adopted", "27.1.2016", "–2035", "Strategidokumenter, rad 1")]
    [InlineData("innovasjonsstrategi-2018-2020", "Innovasjonsstrategi 2018-2020", "strategi", "adopted", "30.5.2018", "2018–2020", "Strategidokumenter, rad 2")]
    [InlineData("digitalisering-og-it-strategi", "Digitalisering- og IT-strategi", "strategi", "adopted", "29.3.2017", "", "Strategidokumenter, rad 3")]
    [InlineData("strategisk-naeringsplan-2015-2018", "Strategisk næringsplan 2015-2018", "strategi", "adopted", "17.6.2015", "2015–2018", "Strategidokumenter, rad 4")]
    [InlineData("anskaffelsesstrategi", "Anskaffelsesstrategi", "strategi", "adopted", "31.8.2016", "", "Strategidokumenter, rad 5")]
    [InlineData("kommunikasjonsstrategi", "Kommunikasjonsstrategi", "strategi", "adopted", "20.5.2015", "", "Strategidokumenter, rad 6")]
    [InlineData("eiendomsstrategi-2015-2025", "Eiendomsstrategi 2015-2025", "strategi", "adopted", "25.3.2015", "2015–2025", "Strategidokumenter, rad 7")]
    [InlineData("klimastrategi-2030", "Klimastrategi 2030", "strategi", "adopted", "28.2.2018", "–2030", "Strategidokumenter, rad 8")]
    [InlineData("strategisk-kulturplan-2013-2030", "Strategisk kulturplan 2013-2030", "strategi", "unknown", "", "2013–2030", "Strategidokumenter, rad 9", UseDoubt.RemovedFromPlanningStrategy)]
    [InlineData("sykkelstrategi-og-plan-for-sykkelveinettet", "Sykkelstrategi og plan for sykkelveinettet", "strategi", "adopted", "6.2.2019", "", "Strategidokumenter, rad 10")]
    [InlineData("strategisk-plan-for-frihets-og-velferdsteknologi-2019-2022", "Strategisk plan for frihets- og velferdsteknologi 2019-2022", "strategi", "adopted", "30.4.2019", "2019–2022", "Strategidokumenter, rad 11")]
    [InlineData("strategisk-kompetanseplan-2017-2020", "Strategisk kompetanseplan 2017-2020", "strategi", "adopted", "8.2.2017", "2017–2020", "Strategidokumenter, rad 12")]
    [InlineData("fornebu-2035-strategi-for-utvikling-av-fornebusamfunnet", "Fornebu 2035 – Strategi for utvikling av fornebusamfunnet", "strategi", "adopted", "27.3.2019", "–2035", "Strategidokumenter, rad 13")]
    [InlineData("plan-for-blagronn-struktur", "Plan for blågrønn struktur", "annet", "unknown", "", "", "Øvrig planverk, rad 1")]
    [InlineData("fiskeforvaltningsplan", "Fiskeforvaltningsplan", "annet", "adopted", "3.3.2004", "", "Øvrig planverk, rad 2")]
    [InlineData("landbruksplan-for-baerum", "Landbruksplan for Bærum", "annet", "adopted", "17.11.1999", "", "Øvrig planverk, rad 3")]
    [InlineData("flerbruksplan-for-baerum-kommunes-skoger", "Flerbruksplan for Bærum kommunes skoger", "annet", "adopted", "26.1.2005", "", "Øvrig planverk, rad 4")]
    [InlineData("barnehagebehovsanalyse-2019-2038", "Barnehagebehovsanalyse 2019-2038", "behovsanalyse", "inProgress", "19.6.2019?", "2019–2038", "Behovsanalyser, rad 1")]
    [InlineData("skolebehovsanalyse-2018-2037", "Skolebehovsanalyse 2018-2037", "behovsanalyse", "adopted", "20.6.2018", "2018–2037", "Behovsanalyser, rad 2")]
    [InlineData("behovsanalyse-for-bo-og-behandlingssentre-omsorgsboliger-og-velferdsboliger-2017-2036", "Behovsanalyse for bo- og behandlingssentre, omsorgsboliger og velferdsboliger 2017-2036", "behovsanalyse", "adopted", "21.6.2017", "2017–2036", "Behovsanalyser, rad 3")]
    [InlineData("behovsanalyse-kultur-idrett-kirke", "Behovsanalyse kultur, idrett, kirke", "behovsanalyse", "unknown", "", "", "Behovsanalyser, rad 4")]
    [InlineData("gravplassanalyse-for-baerum-2013-2030", "Gravplassanalyse for Bærum 2013-2030", "behovsanalyse", "adopted", "19.6.2013", "2013–2030", "Behovsanalyser, rad 5")]
    [InlineData("virksomhetsanalyse-2019-for-sektor-barn-og-unge", "Virksomhetsanalyse 2019 for sektor barn og unge", "virksomhetsanalyse", "noted", "9.4.2019", "2019–2019", "Virksomhetsanalyser, rad 1")]
    [InlineData("virksomhetsanalyse-2019-for-sektor-bistand-og-omsorg", "Virksomhetsanalyse 2019 for sektor bistand og omsorg", "virksomhetsanalyse", "noted", "10.4.2019", "2019–2019", "Virksomhetsanalyser, rad 2")]
    [InlineData("virksomhetsanalyse-2019-for-sektor-miljo-idrett-og-kultur", "Virksomhetsanalyse 2019 for sektor miljø, idrett og kultur", "virksomhetsanalyse", "noted", "11.4.2019", "2019–2019", "Virksomhetsanalyser, rad 3")]
    [InlineData("virksomhetsanalyse-2019-organisasjon-styring-og-utvikling", "Virksomhetsanalyse 2019 organisasjon, styring og utvikling", "virksomhetsanalyse", "noted", "24.4.2019", "2019–2019", "Virksomhetsanalyser, rad 4")]
    [InlineData("eierskapsmelding-2017-2020", "Eierskapsmelding 2017-2020", "melding", "adopted", "25.10.2017", "2017–2020", "Meldinger, rad 1")]
    [InlineData("barnehagemeldingen-2015-2025", "Barnehagemeldingen 2015-2025", "melding", "adopted", "29.4.2015", "2015–2025", "Meldinger, rad 2", UseDoubt.RemovedFromPlanningStrategy)]
    [InlineData("skolemelding-2020", "Skolemelding 2020", "melding", "adopted", "8.12.2011", "–2020", "Meldinger, rad 3", UseDoubt.RemovedFromPlanningStrategy)]
    [InlineData("mestring-og-omsorgsmelding-2013-2030", "Mestring- og omsorgsmelding 2013-2030", "melding", "adopted", "29.1.2014", "2013–2030", "Meldinger, rad 4", UseDoubt.RemovedFromPlanningStrategy)]
    [InlineData("helsemeldingen-2015-2023", "Helsemeldingen 2015-2023", "melding", "adopted", "17.6.2015", "2015–2023", "Meldinger, rad 5", UseDoubt.RemovedFromPlanningStrategy)]
    [InlineData("frivillighetsmeldingen-2012", "Frivillighetsmeldingen 2012", "melding", "unknown", "", "2012–", "Meldinger, rad 6")]
    [InlineData("biblioteksmelding-strategi-og-bakgrunnsdokument-2014-2018", "Biblioteksmelding, strategi og bakgrunnsdokument 2014-2018", "melding", "adopted", "24.9.2014", "2014–2018", "Meldinger, rad 7")]
    public void Every_printed_row_becomes_its_plan(
        string slug, string title, string type, string status, string adopted, string period, string place, UseDoubt doubt = UseDoubt.None)
    {
        var plan = _graph.Node<Plan>($"plan/{slug}");

        Assert.Equal((title, type, status), (plan.Title, Camel(plan.Type), Camel(plan.Status)));
        Assert.Equal(adopted, plan.Adopted is { Date: { } date } known ? $"{date.Day}.{date.Month}.{date.Year}{(known.Uncertain ? "?" : "")}" : "");
        Assert.Equal(period, plan.Period is { } years ? $"{years.From}–{years.To}" : "");
        Assert.Equal(doubt, plan.UseDoubt);
        Assert.Equal([new Source("Grunnlagsdokument for planstrategi 2019-2023", $"kapittel 10, {place}")], plan.Sources);
    }

    [Fact]
    public void There_are_as_many_plans_as_printed_and_nothing_else() => Assert.Equal((62, 62), (_graph.NodeCount, _graph.OfKind<Plan>().Count()));

    [Fact]
    public void Dates_of_work_are_kept_as_printed_beside_what_was_understood()
    {
        var plan = _graph.Node<Plan>("plan/forenkling-av-bestemmelser-i-smahusomradene");

        Assert.Equal(new PrintedDate("2018", new DateOnly(2018, 1, 1), DatePrecision.Year), plan.Started);
        Assert.Equal(new PrintedDate("2021?", new DateOnly(2021, 1, 1), DatePrecision.Year, Uncertain: true), plan.Finished);
        Assert.Equal("Under arbeid (blir mulig \ndel av arealdel)", plan.StatusPrinted);
        Assert.Equal(PlanLevel.Area, plan.Level);
    }

    [Fact]
    public void The_rows_that_a_person_should_look_at_are_few_and_say_why()
    {
        var doubtful = Lists.Plan(GraphSnapshot.Empty, _table).Rows.Where(row => row.Outcome == ImportOutcome.Doubtful)
            .Select(row => $"{row.Row} {string.Join(' ', row.Keys())}");

        Assert.Equal(
            ["3 imports.twoPlans", "3 imports.twoPlans", "20 imports.dateUncertain", "27 imports.dateUncertain", "58 imports.statusPlanned", "76 imports.yearAlone"], doubtful);
    }

    [Fact]
    public void The_same_list_again_changes_nothing()
    {
        var again = Lists.Plan(_graph, _table);

        Assert.Empty(again.Operations);
        Assert.Equal(62, again.Count(ImportOutcome.Unchanged));
    }

    [Fact]
    public void A_row_put_in_above_changes_only_itself()
    {
        var lines = BaerumChapter10.Lines.ToList();
        lines.Insert(21, "Folkehelseplan;Under arbeid;2019;");

        var plan = Lists.Plan(_graph, Lists.Table("planer.csv", [.. lines]));

        Assert.Equal("plan/folkehelseplan", Assert.Single(plan.Operations).Element);
    }

    private static string Camel<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
