using System.Text;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Web.Exports;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Imports;
using PlanGraph.Web.Imports.Reading;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Tests.Exports;

/// <summary>Export, edit in a spreadsheet, import: what was not edited is not changed.</summary>
public sealed class RoundTripTests
{
    private static readonly TextCatalogue _texts = TextCatalogue.Load(AppFolders.Find().WebRoot);

    /// <summary>Every combination of a language and a format.</summary>
    public static TheoryData<string, string> Files => new() { { "nb", "csv" }, { "nn", "csv" }, { "en", "csv" }, { "nb", "xlsx" }, { "nn", "xlsx" }, { "en", "xlsx" } };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task All_tables_of_Baerum_come_back_unchanged(string language, string format)
    {
        var graph = await BaerumAsync();
        var tables = new GraphTables(graph, key => _texts.Say(language, Sentence.Of(key)));
        ExportTable[] all =
        [
            tables.Plans(graph.OfKind<Plan>(), []), tables.Goals(graph.OfKind<Goal>(), []), tables.Strategies(graph.OfKind<Strategy>(), []),
            tables.Challenges(graph.OfKind<Challenge>(), []), tables.Conflicts(graph.OfKind<GoalConflict>(), []), tables.Relations(graph.Relations, []),
        ];

        foreach (var table in all)
        {
            var plan = Import(graph, Write(table, format), format);

            Assert.Equal([], plan.Rows.Where(row => row.Outcome != ImportOutcome.Unchanged).Take(3).Select(Describe));
            Assert.Empty(plan.Operations);
            Assert.Equal(table.Rows.Count, plan.Rows.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_corner_of_a_plan_comes_back_unchanged(string language, string format)
    {
        var graph = Corners();

        var plan = Import(graph, Write(new GraphTables(graph, key => _texts.Say(language, Sentence.Of(key))).Plans(graph.OfKind<Plan>(), []), format), format);

        Assert.Equal([], plan.Rows.Where(row => row.Outcome != ImportOutcome.Unchanged).Select(Describe));
        Assert.Empty(plan.Operations);
    }

    [Fact]
    public void Every_choice_comes_back_in_every_language()
    {
        foreach (var language in Languages.All)
        {
            Plan[] plans =
            [
                .. Enum.GetValues<PlanType>().Select(type => Plan($"t-{type}") with { Type = type }), .. Enum.GetValues<PlanStatus>().Select(status => Plan($"s-{status}") with { Status = status }),
                .. Enum.GetValues<CouncilDecision>().Select(value => Plan($"c-{value}") with { CouncilDecision = value }), .. Enum.GetValues<UseDoubt>().Select(value => Plan($"u-{value}") with { UseDoubt = value }),
                .. Enum.GetValues<PlanLevel>().Select(value => Plan($"l-{value}") with { Level = value }),
            ];
            var graph = GraphSnapshot.From(1, plans, []);

            var plan = Import(graph, CsvWriting.Write(new GraphTables(graph, key => _texts.Say(language, Sentence.Of(key))).Plans(plans, [])), "csv");

            Assert.Equal([], plan.Rows.Where(row => row.Outcome != ImportOutcome.Unchanged).Select(Describe));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_to_be_done_about_an_overlap_survives_a_table_of_relations(string language, string format)
    {
        var graph = Overlaps();
        var table = new GraphTables(graph, key => _texts.Say(language, Sentence.Of(key))).Relations(graph.Relations, []);

        Assert.Empty(Import(graph, Write(table, format), format).Operations);

        var empty = GraphSnapshot.From(1, graph.Nodes, []);
        var again = Import(empty, Write(table, format), format).Operations.OfType<PutRelation>().Select(put => put.Relation).OrderBy(relation => relation.Key);
        Assert.Equal(graph.Relations.OrderBy(relation => relation.Key).Select(relation => (relation.Key, relation.Action)), again.Select(relation => (relation.Key, relation.Action)));
    }

    [Fact]
    public void What_is_to_be_done_about_an_overlap_survives_PlanGraphs_own_json()
    {
        var graph = Overlaps();
        var json = $$"""{"format":"plangraph","version":1,"nodes":[],"relations":[{{string.Join(',', graph.Relations.Select(relation => Encoding.UTF8.GetString(GraphJson.ToUtf8(relation))))}}]}""";

        Assert.Empty(Import(graph, Encoding.UTF8.GetBytes(json), "json").Operations);
        var again = Import(GraphSnapshot.From(1, graph.Nodes, []), Encoding.UTF8.GetBytes(json), "json").Operations.OfType<PutRelation>();
        Assert.Equal(graph.Relations.Select(relation => relation.Action).Order(), again.Select(put => put.Relation.Action).Order());
    }

    [Fact]
    public void A_word_for_what_is_to_be_done_that_nobody_knows_is_refused_with_those_that_can_be_written()
    {
        var plan = Import(Overlaps(), Encoding.UTF8.GetBytes("Fra;Relasjon;Til;Hva skal gjøres?\nplan/p0;overlapper;plan/p1;kastes\n"), "csv");
        Assert.Equal(["imports.actionExpected"], Assert.Single(plan.Rows).Sentences.Select(sentence => sentence.Key));
    }

    private static GraphSnapshot Overlaps()
    {
        OverlapAction?[] actions = [null, .. Enum.GetValues<OverlapAction>().Cast<OverlapAction?>()];
        return GraphSnapshot.From(1, Enumerable.Range(0, actions.Length + 1).Select(at => Plan($"p{at}")), actions.Select((action, at) =>
            new Relation { Type = RelationType.Overlaps, From = NodeId.Parse($"plan/p{at}"), To = NodeId.Parse($"plan/p{at + 1}"), Action = action, Version = 1 }));
    }

    [Fact]
    public async Task An_edited_cell_is_one_change()
    {
        var graph = await BaerumAsync();
        var csv = Encoding.UTF8.GetString(CsvWriting.Write(new GraphTables(graph, key => _texts.Say("nb", Sentence.Of(key))).Plans(graph.OfKind<Plan>(), [])));

        var plan = Import(graph, Encoding.UTF8.GetBytes(csv.Replace("Vedtatt 28.2.18", "Utgått", StringComparison.Ordinal)), "csv");

        var put = Assert.IsType<PutNode>(Assert.Single(plan.Operations));
        Assert.Equal(("plan/klimastrategi-2030", PlanStatus.Retired), (put.Element, ((Plan)put.Node).Status));
    }

    [Fact]
    public void A_number_edited_in_the_sheet_is_read_as_the_number()
    {
        var graph = GraphSnapshot.From(1, [new GoalConflict { Id = NodeId.Parse("conflict/a"), Title = "A", Severity = 3, ReviewDate = new DateOnly(2027, 3, 1), Version = 1 }], []);
        var table = new GraphTables(graph, key => _texts.Say("nb", Sentence.Of(key))).Conflicts(graph.OfKind<GoalConflict>(), []);
        var edited = table with { Rows = [[.. table.Rows[0].Select(cell => cell is ExportCell.Number ? ExportCell.Of(5) : cell)]] };

        var put = Assert.IsType<PutNode>(Assert.Single(Import(graph, XlsxWriting.Write(edited, "Om"), "xlsx").Operations));

        Assert.Equal((5, new DateOnly(2027, 3, 1)), (((GoalConflict)put.Node).Severity, ((GoalConflict)put.Node).ReviewDate));
    }

    private static GraphSnapshot Corners()
    {
        static PrintedDate Printed(string text, int? year, DatePrecision precision, bool uncertain = false) => new(text, year is { } known ? new DateOnly(known, 1, 1) : null, precision, uncertain);
        Plan[] plans =
        [
            Plan("formula") with { Text = "=1+1", Notes = "'=SUM(A1)", Horizon = "-5 år", Link = "@x" },
            Plan("lines") with { Text = "en\r\nto\n\ntre; \"fire\"", Notes = " luft rundt \n" },
            Plan("letters") with { Title = "Čáhput ŋ đ š ŧ ž – «Åpen» / 𝔘 plan*  og 1)", Text = "½ ☂ 😀" },
            Plan("status-by-hand") with { Status = PlanStatus.Retired, StatusPrinted = "Vedtatt 24.3.10", Adopted = new PrintedDate("Vedtatt 24.3.10", new DateOnly(2010, 3, 24)) },
            Plan("adoption-taken-away") with { Status = PlanStatus.Adopted, StatusPrinted = "Vedtatt 24.3.10" },
            Plan("odd-status") with { StatusPrinted = "Se eget ark" },
            Plan("dates") with { Adopted = Printed("des. 2025 eller så", 2025, DatePrecision.Year), Started = Printed("2021?", 2021, DatePrecision.Year, true), Finished = Printed("når det passer", null, DatePrecision.Day) },
            Plan("corrected-date") with { Adopted = new PrintedDate("Vedtatt 17. og 18.04.18", new DateOnly(2018, 4, 17)) },
            Plan("bare-date") with { Adopted = new PrintedDate("", new DateOnly(2018, 4, 17)) },
            Plan("open-period") with { Period = new Period(2012, null) }, Plan("last-year") with { Period = new Period(null, 2030, "2030") },
            Plan("odd-period") with { Period = new Period(2018, 2021, "2018-2021 (2030)") }, Plan("one-year") with { Period = new Period(2019, 2019) },
            Plan("no-period-2019-2022") with { Title = "Kulturplan 2019-2022" },
            Plan("sources") with { Sources = [new Source("A", "kap. 1"), new Source("A", "kap. 2"), new Source("B", "side 3")] },
            Plan("judged") with { Sources = [new Source("A", "kap. 1", Basis.Judged, "Planstaben")] }, Plan("placeless") with { Sources = [new Source("A", "")] },
            Plan("mixed") with { Sources = [new Source("A", "1"), new Source("B", "2", Basis.Judged, "Planstaben")] }, Plan("bar") with { Sources = [new Source("A|B", "1")] },
            Plan("exempt") with { Exemption = new AnchoringExemption("Fordi", new DateOnly(2027, 1, 1), "Planstaben") },
            Plan("year") with { Title = "2019" }, Plan("twin-a") with { Title = "Tvilling" }, Plan("twin-b") with { Title = "Tvilling" },
        ];
        Node[] others = [Sector("kultur", "Kultur"), Sector("a", "Miljø, idrett og kultur"), Sector("t1", "Like"), Sector("t2", "like"), new Goal { Id = NodeId.Parse("goal/g"), Title = "Tvilling", Version = 1 }];
        Relation[] relations = [Owned("lines", "kultur"), Owned("lines", "a"), Owned("dates", "t1"), new() { Type = RelationType.AnchoredIn, From = NodeId.Parse("plan/lines"), To = NodeId.Parse("goal/g"), Version = 1 }];
        return GraphSnapshot.From(1, [.. plans, .. others], relations);
    }

    private static Plan Plan(string slug) => new() { Id = NodeId.FromTitle(NodeKind.Plan, slug), Title = $"Plan {slug}", Version = 1 };

    private static Sector Sector(string slug, string title) => new() { Id = NodeId.Parse($"sector/{slug}"), Title = title, Version = 1 };

    private static Relation Owned(string plan, string sector) => new() { Type = RelationType.OwnedBy, From = NodeId.Parse($"plan/{plan}"), To = NodeId.Parse($"sector/{sector}"), Version = 1 };

    private static byte[] Write(ExportTable table, string format) => format == ExportFile.Xlsx ? XlsxWriting.Write(table, "Om") : CsvWriting.Write(table);

    private static ImportPlan Import(GraphSnapshot graph, byte[] bytes, string format) =>
        ImportPlanner.Plan(ImportFiles.Read($"a.{format}", bytes, TestContext.Current.CancellationToken), graph);

    private static string Describe(ImportRow row) =>
        $"{row.Outcome} {row.Element}: {string.Join(' ', row.Sentences.Select(sentence => _texts.Say("nb", sentence)))} {string.Join(", ", row.Changes.Select(change => $"{change.Property}: {change.Before} -> {change.After}"))}";

    private static async Task<GraphSnapshot> BaerumAsync()
    {
        var documents = await FirstStart.ReadAsync(AppFolders.Find().FirstData, TestContext.Current.CancellationToken);
        var operations = ImportPlanner.Plan(documents, GraphSnapshot.Empty).Operations;
        return GraphSnapshot.From(1, operations.OfType<PutNode>().Select(put => put.Node with { Version = 1 }), operations.OfType<PutRelation>().Select(put => put.Relation with { Version = 1 }));
    }
}
