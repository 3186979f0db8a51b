using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Domain.Tests.Data;

/// <summary>What the importer makes of data/baerum in an empty store: all files as one change.</summary>
public sealed class BaerumImportTests
{
    private static readonly ImportPlan _plan = ImportPlanner.Plan(BaerumFiles.Documents(), GraphSnapshot.Empty);
    private static readonly ImmutableArray<Node> _nodes = [.. _plan.Operations.OfType<PutNode>().Select(put => put.Node)];
    private static readonly ImmutableArray<Relation> _relations = [.. _plan.Operations.OfType<PutRelation>().Select(put => put.Relation)];

    [Fact]
    public void Nothing_is_refused() => Assert.Empty(_plan.Rows.Where(row => row.Outcome == ImportOutcome.Refused)
        .Select(row => $"{row.File} {row.Row}: {string.Join("; ", row.Sentences)}"));

    [Fact]
    public void Every_column_is_read() => Assert.All(_plan.Files, file => Assert.Empty(file.Notes));

    [Fact]
    public void All_of_it_is_one_change_that_keeps_the_rules() => Assert.Empty(ChangeSetRules.Check(new ChangeSet
    {
        Id = Guid.Empty, Actor = "PlanGraph", Reason = "@history.import", At = DateTimeOffset.UnixEpoch, Operations = _plan.Operations,
    }));

    [Fact]
    public void No_relation_points_to_a_node_that_is_missing() => Assert.Empty(
        _relations.SelectMany(relation => new[] { relation.From, relation.To }).Except(_nodes.Select(node => node.Id)));

    [Fact]
    public void Every_node_and_relation_says_where_it_stands_in_which_document()
    {
        Assert.Empty(_nodes.Where(node => !HasPlace(node.Sources)).Select(node => node.Id));
        Assert.Empty(_relations.Where(relation => !HasPlace(relation.Sources)).Select(relation => relation.Key));
    }

    [Fact]
    public void What_is_judged_says_who_judged() => Assert.DoesNotContain(
        _nodes.SelectMany(node => node.Sources).Concat(_relations.SelectMany(relation => relation.Sources)),
        source => (source.Basis == Basis.Judged) != (source.JudgedBy is not null));

    [Fact]
    public void Every_document_that_a_source_names_is_one_of_the_five() => Assert.Equal(5,
        _nodes.SelectMany(node => node.Sources).Concat(_relations.SelectMany(relation => relation.Sources)).Select(source => source.Document).Distinct().Count());

    [Fact]
    public void The_inventory_gives_one_plan_more_than_it_has_rows_since_one_row_holds_two_decisions() => Assert.Equal(
        BaerumTables.Inventory.Sum(group => group.Rows) + 1,
        _nodes.OfType<Plan>().Count(plan => plan.Sources.Any(source => source.Place.StartsWith("kap. 10 Kommunens plansystem, tabellen, ", StringComparison.Ordinal))));

    [Theory]
    [InlineData("plan/kommuneplanens-samfunnsdel", PlanType.Samfunnsdel, PlanStatus.Adopted, "2016-01-27")]
    [InlineData("plan/kommuneplanens-arealdel", PlanType.Arealdel, PlanStatus.Adopted, "2018-04-04")]
    [InlineData("plan/kommunedelplan-for-lysaker-og-sandviksvassdraget", PlanType.Kommunedelplan, PlanStatus.Adopted, "2014-06-18")]
    [InlineData("plan/handlingsplan-for-forebygging-av-hatkriminalitet-og-voldelig-ekstremisme", PlanType.Temaplan, PlanStatus.Adopted, "2018-04-18")]
    [InlineData("plan/klimastrategi-2030", PlanType.Strategi, PlanStatus.Adopted, "2018-02-28")]
    [InlineData("plan/landbruksplan-for-baerum", PlanType.Annet, PlanStatus.Adopted, "1999-11-17")]
    [InlineData("plan/barnehagebehovsanalyse-2019-2038", PlanType.Behovsanalyse, PlanStatus.InProgress, "2019-06-19")]
    [InlineData("plan/virksomhetsanalyse-2019-for-sektor-barn-og-unge", PlanType.Virksomhetsanalyse, PlanStatus.Noted, "2019-04-09")]
    [InlineData("plan/frivillighetsmeldingen-2012", PlanType.Melding, PlanStatus.Unknown, null)]
    public void A_row_of_the_inventory_is_read_as_its_heading_and_status_say(string id, PlanType type, PlanStatus status, string? adopted)
    {
        var plan = PlanOf(id);
        Assert.Equal((type, status, adopted), (plan.Type, plan.Status, plan.Adopted?.Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Marked_plans_are_doubted_and_no_others() => Assert.Equal(
        BaerumTables.Marked.Select(title => title.TrimEnd('*')).Order(StringComparer.Ordinal),
        _nodes.OfType<Plan>().Where(plan => plan.UseDoubt == UseDoubt.RemovedFromPlanningStrategy).Select(plan => plan.Title).Order(StringComparer.Ordinal));

    [Fact]
    public void The_kinds_are_as_many_as_the_documents_name() => Assert.Equal(
        "Challenge 54, Goal 59, GoalConflict 23, Input 577, Knowledge 23, Measure 5, Place 27, Plan 68, Sdg 17, Sector 4, Strategy 72",
        string.Join(", ", _nodes.GroupBy(node => node.Kind).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal)));

    [Fact]
    public void Imported_again_nothing_changes()
    {
        Assert.Empty(ImportPlanner.Plan(BaerumFiles.Documents(), SnapshotOf()).Operations);
    }

    private static GraphSnapshot SnapshotOf() => GraphSnapshot.From(1, _nodes.Select(node => node with { Version = 1 }), _relations.Select(relation => relation with { Version = 1 }));

    private static Plan PlanOf(string id) => Assert.IsType<Plan>(_nodes.Single(node => node.Id.Value == id));

    private static bool HasPlace(ImmutableArray<Source> sources) =>
        !sources.IsEmpty && sources.All(source => source.Document.Length > 0 && source.Place.Length > 0);
}
