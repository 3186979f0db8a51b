using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Domain.Tests.Imports;

public sealed class ImportPlannerTests
{
    private static readonly ImportTable _goals = Lists.Table("mål.csv", "id;mål;nivå;dimensjon;status;nummer;delmål av",
        "goal/trygg;Trygg oppvekst;hovedmål;sosial;gjeldende;Mål 1;", "goal/skole;God skole;delmål;sosial;gjeldende;Delmål 1;Trygg oppvekst", "goal/klima;Klimaklokt;hovedmål;klima og miljø;;;");

    [Fact]
    public void Goals_strategies_challenges_conflicts_and_relations_become_one_graph()
    {
        var graph = Lists.Given(
            Lists.Table("planer.csv", "Plan;Status", "Klimastrategi 2030;Vedtatt 28.2.18"), _goals,
            Lists.Table("strategier.csv", "strategi;type;dimensjon;bidrar til", "Bygge tett;arealstrategi;klima og miljø;goal/klima"),
            Lists.Table("utfordringer.csv", "utfordring;dimensjon;tekst", "Flere eldre;sosial;Vi blir flere."),
            Lists.Table("konflikter.csv", "målkonflikt;side a;side b;status;alvorlighet;eier;tekst", "Vekst mot klima;God skole;Klimaklokt|Klimastrategi 2030;åpen;4;Rådhuset;…"),
            Lists.Table("relasjoner.csv", "fra;relasjon;til;score;begrunnelse;vurdert av", "Klimastrategi 2030;forankret i;Klimaklokt;;;", "Bygge tett;AFFECTS;God skole;−2;Mindre plass;Sektor skole"));

        Assert.Equal(StrategyKind.LandUse, graph.Node<Strategy>("strategy/bygge-tett").Type);
        Assert.Equal((4, "Rådhuset"), (graph.Node<GoalConflict>("conflict/vekst-mot-klima").Severity, graph.Node<GoalConflict>("conflict/vekst-mot-klima").Owner));
        Assert.Equal(
            ["AFFECTS:strategy/bygge-tett>goal/skole", "ANCHORED_IN:plan/klimastrategi-2030>goal/klima", "CONFLICT_SIDE:conflict/vekst-mot-klima>goal/klima", "CONFLICT_SIDE:conflict/vekst-mot-klima>goal/skole",
             "CONFLICT_SIDE:conflict/vekst-mot-klima>plan/klimastrategi-2030", "SUBGOAL_OF:goal/skole>goal/trygg", "SUPPORTS:strategy/bygge-tett>goal/klima"],
            graph.Relations.Select(relation => relation.Key.ToString()).Order(StringComparer.Ordinal));
        var affects = graph.Relations.Single(relation => relation.Type == RelationType.Affects);
        Assert.Equal((-2, "Mindre plass", "Sektor skole"), (affects.Score, affects.Reason, affects.ScoredBy));
    }

    [Fact]
    public void An_edited_row_updates_by_id_and_only_its_own_columns()
    {
        var graph = Lists.Given(Lists.Table("planer.csv", "id;Plan;Status;tekst;lenke", "plan/kultur;Kulturplan;Vedtatt 1.2.2018;Om kultur;https://kommune.example/k", "plan/idrett;Idrettsplan;Vedtatt 1.2.2018;;"));

        var plan = Lists.Plan(graph, Lists.Table("planer.csv", "id;Plan;Status", "plan/kultur;Kulturplan for alle;Utgått", "plan/idrett;Idrettsplan;Vedtatt 1.2.2018"));

        Assert.Equal([ImportOutcome.Changed, ImportOutcome.Unchanged], plan.Rows.Select(row => row.Outcome));
        Assert.Equal(
            [new PropertyChange("status", "@planStatus.adopted", "@planStatus.retired"), new("statusPrinted", "Vedtatt 1.2.2018", "Utgått"), new("title", "Kulturplan", "Kulturplan for alle")],
            plan.Rows[0].Changes);
        var put = Assert.IsType<PutNode>(Assert.Single(plan.Operations));
        Assert.Equal(("plan/kultur", 1), (put.Element, put.ExpectedVersion));
        var kept = (Plan)put.Node;
        Assert.Equal(("Om kultur", "https://kommune.example/k", new DateOnly(2018, 2, 1)), (kept.Text, kept.Link, kept.Adopted!.Date!.Value));
    }

    [Fact]
    public void A_row_without_id_updates_the_plan_with_its_title()
    {
        var graph = Lists.Given(Lists.Table("planer.csv", "id;Plan;Status", "plan/k1;Kulturplan «Åpen»;Under arbeid"));

        var plan = Lists.Plan(graph, Lists.Table("ny.csv", "Plan;Status", "kulturplan åpen;Vedtatt 1.2.2018"));

        Assert.Equal(("plan/k1", "Kulturplan «Åpen»", PlanStatus.Adopted), (plan.Operations[0].Element, ((PutNode)plan.Operations[0]).Node.Title, ((Plan)((PutNode)plan.Operations[0]).Node).Status));
    }

    [Fact]
    public void An_empty_cell_says_nothing_without_an_id_and_empties_with_one()
    {
        var graph = Lists.Given(Lists.Table("planer.csv", "id;Plan;tekst;Status", "plan/kultur;Kulturplan;Om kultur;Vedtatt"));

        Assert.Empty(Lists.Plan(graph, Lists.Table("a.csv", "Plan;tekst;Status", "Kulturplan;;Vedtatt")).Operations);

        var emptied = Lists.Plan(graph, Lists.Table("b.csv", "id;Plan;tekst;Status", "plan/kultur;Kulturplan;;Vedtatt"));
        Assert.Equal((ImportOutcome.Doubtful, "imports.emptied"), (emptied.Rows[0].Outcome, emptied.Rows[0].Keys()[0]));
        Assert.Null(((PutNode)emptied.Operations[0]).Node.Text);
    }

    [Fact]
    public void What_people_have_set_by_hand_is_not_overwritten_by_what_is_read_out_of_a_title()
    {
        var graph = Lists.Given(Lists.Json("a.json", """[{"kind":"Plan","id":"plan/kulturplan-2019-2022","title":"Kulturplan 2019-2022","type":"strategi","period":{"from":2019,"to":2025}}]"""));

        Assert.Empty(Lists.Plan(graph, Lists.Table("planer.csv", "Plan;Status", "Kulturplan 2019-2022;")).Operations);
    }

    [Fact]
    public void Import_refuses_a_plan_without_a_title_and_names_file_and_row()
    {
        var plan = Lists.Plan(GraphSnapshot.Empty, Lists.Table("planer.csv", "Plan;Status", "Kulturplan;Vedtatt", ";Vedtatt 1.2.2018"));

        var refused = plan.Rows.Single(row => row.Outcome == ImportOutcome.Refused);
        Assert.Equal(Sentence.Of("imports.titleMissing", ("file", "planer.csv"), ("row", 3)), Assert.Single(refused.Sentences));
        Assert.True(plan.HasRefusals);
        Assert.Equal("plan/kulturplan", Assert.Single(plan.Operations).Element);
    }

    [Theory]
    [InlineData("Ukjent plan", "imports.referenceMissing")]
    [InlineData("goal/finnes-ikke", "imports.referenceMissing")]
    [InlineData("God skule", "imports.referenceMissing")]
    [InlineData("Gode skoler", "imports.referenceSimilar")]
    [InlineData("Tvilling", "imports.referenceSeveral")]
    public void A_name_that_is_not_one_element_refuses_the_row(string name, string key)
    {
        var plan = Lists.Plan(GraphSnapshot.Empty, _goals,
            Lists.Table("mer.csv", "id;mål", "goal/t1;Tvilling", "goal/t2;Tvilling"),
            Lists.Table("relasjoner.csv", "fra;relasjon;til", $"God skole;delmål av;{name}"));

        var row = plan.Rows.Single(row => row.File == "relasjoner.csv");
        Assert.Equal((ImportOutcome.Refused, key), (row.Outcome, row.Keys()[0]));
        Assert.Equal(("relasjoner.csv", "2"), (row.Sentences[0].Args["file"], row.Sentences[0].Args["row"]));
    }

    [Fact]
    public void A_row_that_rests_on_a_refused_row_is_refused_too()
    {
        var plan = Lists.Plan(GraphSnapshot.Empty, Lists.Table("mål.csv", "id;mål;delmål av", "goal/a;A;Finnes ikke", "goal/b;B;goal/a", "goal/c;C;B", "goal/d;D;"));

        Assert.Equal([ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.New], plan.Rows.Select(row => row.Outcome));
        Assert.Equal("imports.restsOnRefused", plan.Rows[2].Keys()[0]);
        Assert.Equal("goal/d", Assert.Single(plan.Operations).Element);
    }

    [Theory]
    [InlineData("plan/Å", "imports.idMalformed")]
    [InlineData("goal/a", "imports.idOfOtherKind")]
    [InlineData("plan/a/b", "imports.idMalformed")]
    [InlineData("DROP TABLE", "imports.idMalformed")]
    public void An_id_that_is_none_refuses_the_row(string id, string key) =>
        Assert.Equal(key, Lists.Plan(GraphSnapshot.Empty, Lists.Table("planer.csv", "id;Plan;Status", $"{id};Kulturplan;Vedtatt")).Rows[0].Keys()[0]);

    [Fact]
    public void The_same_id_twice_refuses_and_the_same_title_twice_is_doubted()
    {
        var byId = Lists.Plan(GraphSnapshot.Empty, Lists.Table("a.csv", "id;Plan;Status", "plan/a;A-plan;Vedtatt", "plan/a;B-plan;Utgått"));
        var byTitle = Lists.Plan(GraphSnapshot.Empty, Lists.Table("a.csv", "Plan;Status", "A-plan;Vedtatt", "A-plan;Utgått"));

        Assert.Equal((ImportOutcome.Refused, "imports.idTwice"), (byId.Rows[1].Outcome, byId.Rows[1].Keys()[0]));
        Assert.Equal((ImportOutcome.Doubtful, "imports.titleTwice"), (byTitle.Rows[1].Outcome, byTitle.Rows[1].Keys()[0]));
        Assert.Equal(PlanStatus.Adopted, ((Plan)((PutNode)Assert.Single(byTitle.Operations)).Node).Status);
    }

    [Fact]
    public void A_new_edition_of_a_plan_is_doubted_with_the_name_of_the_old()
    {
        var graph = Lists.Given(Lists.Table("a.csv", "Plan;Status", "Trafikksikkerhetsplan 2016-2019;Vedtatt"));

        var row = Assert.Single(Lists.Plan(graph, Lists.Table("b.csv", "Plan;Status", "Trafikksikkerhetsplanen 2020–2023;Vedtatt")).Rows);

        Assert.Equal((ImportOutcome.Doubtful, "imports.similar", "Trafikksikkerhetsplan 2016-2019"), (row.Outcome, row.Keys()[0], row.Sentences[0].Args["title"]));
    }

    [Fact]
    public void An_unknown_choice_is_doubted_and_left_alone()
    {
        var plan = Lists.Plan(GraphSnapshot.Empty, Lists.Table("a.csv", "Plan;Status;type;nivå", "Kulturplan;Vedtatt;romskip;høyt"));

        Assert.Equal(["imports.choiceUnknown", "imports.choiceUnknown"], plan.Rows[0].Keys());
        Assert.Equal((PlanType.Annet, null), (((Plan)((PutNode)plan.Operations[0]).Node).Type, ((Plan)((PutNode)plan.Operations[0]).Node).Level));
    }

    [Fact]
    public void Sectors_and_places_that_a_list_names_are_made()
    {
        var plan = Lists.Plan(GraphSnapshot.Empty, Lists.Table("a.csv", "Plan;Status;sektor;sted", "Kulturplan;Vedtatt;Kultur|Barn og unge;Sandvika", "Idrettsplan;Vedtatt;Kultur;"));

        Assert.Equal(["place/sandvika", "plan/idrettsplan", "plan/kulturplan", "sector/barn-og-unge", "sector/kultur"],
            plan.Operations.OfType<PutNode>().Select(put => put.Element).Order(StringComparer.Ordinal));
        Assert.Equal(4, plan.Operations.OfType<PutRelation>().Count());
        Assert.Equal(3, plan.Rows.Count(row => row.Keys().Contains("imports.created")));
        Assert.Contains(new PropertyChange("@relation.OWNED_BY", null, "Kultur"), plan.Rows.Single(row => row.Element == "plan/idrettsplan").Changes);
    }

    [Fact]
    public void An_import_never_removes_and_says_what_stays()
    {
        var graph = Lists.Given(Lists.Table("a.csv", "Plan;Status;sektor", "Kulturplan;Vedtatt;Kultur"));

        var plan = Lists.Plan(graph, Lists.Table("a.csv", "Plan;Status;sektor", "Kulturplan;Vedtatt;Oppvekst"));

        Assert.DoesNotContain(plan.Operations, operation => operation is RemoveNode or RemoveRelation);
        Assert.Equal("Kultur", plan.Rows.Single(row => row.Element == "plan/kulturplan").Sentences.Single(sentence => sentence.Key == "imports.relationStays").Args["title"]);
    }

    [Fact]
    public void Json_lays_what_it_says_over_what_is_there()
    {
        var graph = Lists.Given(Lists.Json("a.json", """[{"kind":"Plan","id":"plan/a","title":"A","text":"Om A","status":"adopted"},{"kind":"Sdg","id":"sdg/3","title":"God helse","number":3,"dimension":"social"}]""",
            """[{"type":"CONTRIBUTES_TO","from":"plan/a","to":"sdg/3"}]"""));

        var plan = Lists.Plan(graph, Lists.Json("b.json", """[{"kind":"Plan","id":"plan/a","title":"A","status":"retired","version":7}]"""));

        var put = Assert.IsType<PutNode>(Assert.Single(plan.Operations));
        Assert.Equal(("Om A", PlanStatus.Retired, 1), (put.Node.Text, ((Plan)put.Node).Status, put.ExpectedVersion));
    }

    [Theory]
    [InlineData("""{"kind":"Castle","id":"plan/a","title":"A"}""", "imports.jsonElement")]
    [InlineData("""{"kind":"Plan","id":"plan/a","title":"A","secret":1}""", "imports.jsonElement")]
    [InlineData("""{"kind":"Plan","id":"plan/a"}""", "imports.jsonElement")]
    [InlineData("""{"kind":"Plan","title":"A"}""", "imports.jsonElement")]
    [InlineData("""{"kind":"Goal","id":"plan/a","title":"A"}""", "imports.idOfOtherKind")]
    [InlineData("""{"kind":"Plan","id":"plan/a","title":""}""", "imports.breaksRule")]
    [InlineData("""{"kind":"Plan","id":"plan/a","title":"A","period":{"from":2030,"to":2020}}""", "imports.breaksRule")]
    [InlineData("""{"kind":"Run","id":"run/a","title":"A"}""", "imports.bookkeeping")]
    [InlineData("""{"kind":"Finding","id":"finding/a","title":"A","fingerprint":"x"}""", "imports.bookkeeping")]
    [InlineData("7", "imports.jsonElement")]
    [InlineData("null", "imports.jsonElement")]
    [InlineData("[]", "imports.jsonElement")]
    public void A_json_element_that_is_none_is_refused(string element, string key)
    {
        var row = Assert.Single(Lists.Plan(GraphSnapshot.Empty, Lists.Json("a.json", $"[{element}]")).Rows);

        Assert.Equal((ImportOutcome.Refused, key), (row.Outcome, row.Keys()[0]));
    }

    [Theory]
    [InlineData("God skole;påvirker;Klimaklokt;4", "imports.breaksRule")]
    [InlineData("God skole;påvirker;Klimaklokt;", "imports.scoreExpected")]
    [InlineData("God skole;påvirker;Klimaklokt;mye", "imports.scoreExpected")]
    [InlineData("God skole;danser med;Klimaklokt;1", "imports.relationUnknown")]
    [InlineData("God skole;svarer på;Klimaklokt;", "imports.referenceMissing")]
    [InlineData(";påvirker;Klimaklokt;1", "imports.endMissing")]
    public void A_relation_that_cannot_be_is_refused(string row, string key) =>
        Assert.Contains(key, Lists.Plan(GraphSnapshot.Empty, _goals, Lists.Table("r.csv", "fra;relasjon;til;score", row)).Rows.Single(other => other.File == "r.csv").Keys());

    [Fact]
    public void A_relation_is_updated_by_its_ends()
    {
        var graph = Lists.Given(_goals, Lists.Table("r.csv", "fra;relasjon;til;score;begrunnelse", "God skole;påvirker;Klimaklokt;1;Fordi"));

        var plan = Lists.Plan(graph, Lists.Table("r.csv", "fra;relasjon;til;score", "goal/skole;AFFECTS;goal/klima;-1"));

        Assert.Equal((ImportOutcome.Changed, new PropertyChange("score", "1", "-1")), (plan.Rows[0].Outcome, Assert.Single(plan.Rows[0].Changes)));
        Assert.Equal("Fordi", ((PutRelation)Assert.Single(plan.Operations)).Relation.Reason);
    }

    [Fact]
    public void The_table_is_found_below_a_title_and_columns_that_are_not_known_are_told()
    {
        var plan = Lists.Plan(GraphSnapshot.Empty, Lists.Table("a.csv", "Oversikt over kommunens styringsdokumenter", ";;", "Navn;Status;Saksbehandler;Vedtatt", "Kulturplan;Gjeldende;X;des. 2025"));

        Assert.Equal((TableKind.Plans, "Saksbehandler"), (plan.Files[0].Table, Assert.Single(plan.Files[0].Notes).Args["column"]));
        Assert.Equal(new DateOnly(2025, 12, 1), ((Plan)((PutNode)Assert.Single(plan.Operations)).Node).Adopted!.Date);
    }

    [Theory]
    [InlineData("fornavn;etternavn")]
    [InlineData("1;2;3")]
    public void A_table_that_is_none_of_ours_is_refused(string header) =>
        Assert.Equal("imports.tableUnknown", Assert.Single(Lists.Plan(GraphSnapshot.Empty, Lists.Table("a.csv", header, "x;y")).Rows).Keys()[0]);

    [Fact]
    public void Headings_may_repeat_the_header()
    {
        var graph = Lists.Given(Lists.Table("a.csv", "Temaplaner;Status;Oppstart;Ferdig", "Kulturplan;Vedtatt;;", "Helse og omsorg;Status;Oppstart;Ferdig", "Demensplan;Vedtatt;;"));

        Assert.Equal(["plan/demensplan Annet", "plan/kulturplan Temaplan"], graph.OfKind<Plan>().OrderBy(plan => plan.Id).Select(plan => $"{plan.Id} {plan.Type}"));
    }

    [Fact]
    public void A_later_file_sees_and_completes_the_plans_of_an_earlier_one()
    {
        var graph = Lists.Given(Lists.Table("a.csv", "Plan;Status", "Kulturplan;Vedtatt 1.2.2018"), Lists.Table("b.csv", "Plan;tekst", "Kulturplan;Om kultur"));

        Assert.Equal(("Om kultur", PlanStatus.Adopted), (graph.Node<Plan>("plan/kulturplan").Text, graph.Node<Plan>("plan/kulturplan").Status));
    }

    [Fact]
    public void Long_titles_that_would_share_an_id_get_two()
    {
        var start = string.Join(' ', Enumerable.Repeat("helhetlig", 12));
        var table = Lists.Table("a.csv", "Plan;Status", $"{start} plan for kultur;Vedtatt", $"{start} plan for idrett;Vedtatt");
        var graph = Lists.Given(table);

        Assert.Equal(2, graph.NodeCount);
        Assert.Empty(Lists.Plan(graph, table).Operations);
    }

    [Fact]
    public void A_plan_made_against_the_same_graph_is_the_same_plan()
    {
        var one = Lists.Plan(GraphSnapshot.Empty, _goals);
        var changed = Lists.Plan(Lists.Given(_goals), _goals);

        Assert.True(one.SameAs(Lists.Plan(GraphSnapshot.Empty, _goals)));
        Assert.False(one.SameAs(changed));
    }
}
