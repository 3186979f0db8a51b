using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Plans;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Plans;

public sealed class PlanTableTests
{
    private static readonly GraphBuilder Graph = new GraphBuilder().Samfunnsdel()
        .Plan("aaplan", PlanType.Strategi, plan => plan with { Title = "Årsplan", Period = new Period(2015, 2018), UseDoubt = UseDoubt.Uncertain })
        .Plan("zplan", PlanType.Temaplan, plan => plan with { Title = "Zplan", Status = PlanStatus.InProgress, Adopted = new PrintedDate("2019", new DateOnly(2019, 1, 1)) })
        .Plan("bplan", PlanType.Temaplan, plan => plan with { Title = "bplan" })
        .Put(new Sector { Id = NodeId.Parse("sector/s"), Title = "Skole" })
        .Relate("plan/bplan", RelationType.OwnedBy, "sector/s").Relate("plan/bplan", RelationType.Supports, "goal/hovedmal")
        .Put(new Finding { Id = NodeId.Parse("finding/f"), Title = "F", Fingerprint = "x", Members = [NodeId.Parse("plan/zplan")] })
        .Put(new Finding { Id = NodeId.Parse("finding/g"), Title = "G", Fingerprint = "x", Members = [NodeId.Parse("plan/zplan")], State = FindingState.Dismissed });

    private static PlanTableView View(PlanTableQuery query) => PlanTableView.Of(PlanTable.Rows(Graph.Snapshot(), Graph.Anchoring(), GraphBuilder.Today), query);

    private static string[] Titles(PlanTableQuery query) => [.. View(query).Rows.Select(row => row.Title)];

    [Fact]
    public void Titles_are_in_Norwegian_order() => Assert.Equal(["bplan", "Samfunnsdel", "Zplan", "Årsplan"], Titles(new()));

    [Fact]
    public void A_row_says_what_is_known_of_its_plan()
    {
        var row = View(new() { Text = "BPL" }).Rows.Single();
        Assert.Equal((AnchoringState.Anchored, "Hovedmal", 1, "Skole", false), (row.Anchoring, row.Through?.Title, row.Goals, row.Sectors.Single().Title, row.IsExpired));
    }

    [Fact]
    public void Only_findings_that_wait_for_somebody_are_counted() => Assert.Equal(1, View(new() { Text = "zplan" }).Rows.Single().OpenFindings);

    [Fact]
    public void Filters_narrow_the_rows_and_facets_show_what_each_value_would_give()
    {
        var view = View(new() { Types = [PlanType.Temaplan] });
        Assert.Equal(["bplan", "Zplan"], view.Rows.Select(row => row.Title));
        Assert.Equal(4, view.Total);
        Assert.Equal([new PlanFacetValue("temaplan", 2), new("samfunnsdel", 1), new("strategi", 1)], view.Facets["type"]);
        Assert.Equal([new PlanFacetValue("adopted", 1), new("inProgress", 1)], view.Facets["status"]);
    }

    [Fact]
    public void Doubt_expiry_sector_and_anchoring_are_filters()
    {
        Assert.Equal(["Årsplan"], Titles(new() { UseDoubt = true }));
        Assert.Equal(["Årsplan"], Titles(new() { Expired = true }));
        Assert.Equal(["bplan"], Titles(new() { Sectors = [NodeId.Parse("sector/s")] }));
        Assert.Equal(["Zplan", "Årsplan"], Titles(new() { Anchoring = [AnchoringState.Unanchored] }));
    }

    [Theory]
    [InlineData(false, "Zplan")]
    [InlineData(true, "Zplan")]
    public void Rows_without_the_value_sorted_by_come_last_in_either_direction(bool descending, string first) =>
        Assert.Equal(first, Titles(new() { Sort = PlanSort.Adopted, Descending = descending })[0]);

    [Fact]
    public void Groups_hold_the_same_rows_as_the_list()
    {
        var view = View(new() { Group = PlanGrouping.Status });
        Assert.Equal(["adopted", "inProgress"], view.Groups.Select(group => group.Key));
        Assert.Equal(view.Rows, view.Groups.SelectMany(group => group.Rows));
    }

    [Fact]
    public void The_years_span_the_periods_shown() => Assert.Equal((2015, 2040), (View(new()).FirstYear, View(new()).LastYear));
}
