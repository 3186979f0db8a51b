using System.Text.Json;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Coverage;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Plans;
using PlanGraph.Storage.Neo4j.Transport;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j.Cypher;

/// <summary>The questions for people in Neo4j Browser have the answers of the product's own analyses.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class AnalysisTests(Neo4jServer server, BaerumInNeo4j baerum) : IClassFixture<BaerumInNeo4j>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unanchored_plans_are_those_that_the_detector_finds()
    {
        var rows = await baerum.AskAsync(server, "unanchored-plans");
        var anchoring = baerum.Domain.Anchoring;
        Assert.Equal(Ids(UnanchoredPlans.Detect(baerum.Domain, Ct)), Ids(rows));
        Assert.All(rows, row => Assert.Equal((row.Text("id"), anchoring.Reaches(NodeId.Parse(row.Text("id")))), (row.Text("id"), row.Flag("hasWay"))));
        Assert.Contains(rows, row => row.Flag("hasWay"));
        Assert.Contains(baerum.Snapshot.OfKind<Plan>(), plan => anchoring.For(plan.Id).State == AnchoringState.Declared);
    }

    [Fact]
    public async Task Goals_without_follow_up_are_those_that_the_detector_finds()
    {
        var rows = await baerum.AskAsync(server, "goals-without-follow-up");
        Assert.Equal(Ids(GoalsWithoutFollowUp.Detect(baerum.Domain, Ct)), Ids(rows));
        Assert.All(rows, row => Assert.Equal(
            baerum.Snapshot.In(NodeId.Parse(row.Text("id")), RelationType.States).Select(relation => baerum.Snapshot.Find(relation.From)!.Title).Order(StringComparer.Ordinal),
            row.List("statedIn").Cast<string>().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_red_thread_of_every_plan_is_that_of_its_page()
    {
        var plans = await PlansAsync();
        var anchoring = baerum.Domain.Anchoring;
        var threads = 0;
        foreach (var id in plans)
        {
            var rows = await baerum.AskAsync(server, "red-thread", new() { ["plan"] = id.Value });
            var ways = RedThread.Of(baerum.Snapshot, anchoring, id).Up.Select(Told).ToList();
            var asked = rows.Select(row => string.Join(' ', row.List("way"))).ToList();
            Assert.Empty(ways.Except(asked));
            // The page stops after the first few; the question tells all, the shortest first.
            if (ways.Count < RedThread.MostChains) Assert.Equal(ways.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
            Assert.Equal(RedThread.Of(baerum.Snapshot, anchoring, id).Up.Select(chain => (long)chain.Relations.Length), rows.Take(ways.Count).Select(row => row.Number("steps")));
            threads += ways.Count;
        }
        Assert.True(threads > 50, $"only {threads} ways");
    }

    [Fact]
    public async Task Overlaps_are_the_open_cases_and_the_confirmed_relations()
    {
        var rows = await baerum.AskAsync(server, "overlaps");
        var open = baerum.Snapshot.OfKind<Finding>().Where(finding => finding.Type == FindingKind.Overlap && finding.State.IsOpen())
            .Select(finding => Told(Word(finding.State), finding.Score, null, finding.Members));
        var confirmed = baerum.Snapshot.Relations.Where(relation => relation.Type == RelationType.Overlaps)
            .Select(relation => Told("confirmed", ScoreOf(relation), relation.Action is { } action ? Word(action) : null, [relation.From, relation.To]));
        var asked = rows.Select(row => Told(row.Text("state"), (double?)row["score"], (string?)row["action"], row.List("ids").Cast<string>().Select(NodeId.Parse))).ToList();
        Assert.Empty(open.Concat(confirmed).Except(asked));
        Assert.Equal(open.Count() + confirmed.Count(), asked.Count);
        Assert.Equal(["confirmed 1", "confirmed 2"], rows.Where(row => row.Text("state") == "confirmed").Select((row, at) => $"{row.Text("state")} {at + 1}"));
        Assert.Contains(rows, row => row.Text("state") == "underReview");
    }

    [Fact]
    public async Task Conflicts_stand_with_their_sides_and_decisions()
    {
        var rows = await baerum.AskAsync(server, "conflicts");
        Assert.Equal(baerum.Snapshot.OfKind<GoalConflict>().Select(conflict => conflict.Id.Value).Order(StringComparer.Ordinal), Ids(rows));
        Assert.All(rows, row =>
        {
            var id = NodeId.Parse(row.Text("id"));
            foreach (var (column, side) in (ReadOnlySpan<(string, ConflictSide)>)[("sideA", ConflictSide.A), ("sideB", ConflictSide.B)])
                Assert.Equal(Titles(baerum.Snapshot.Out(id, RelationType.ConflictSide).Where(relation => relation.Side == side).Select(relation => relation.To)), Sorted(row.List(column)));
            Assert.Equal(Titles(baerum.Snapshot.In(id, RelationType.Settles).Select(relation => relation.From)), Sorted(row.List("decisions")));
        });
        Assert.Contains(rows, row => row.List("decisions").Count == 1);
    }

    [Fact]
    public async Task The_most_connected_conflicts_are_counted_over_the_relations_of_their_sides()
    {
        var rows = await baerum.AskAsync(server, "most-connected-conflicts");
        Assert.Equal(baerum.Snapshot.OfKind<GoalConflict>().Select(conflict => Counted(conflict.Id)).Order(StringComparer.Ordinal),
            rows.Select(row => $"{row.Text("id")} {row.Number("sides")} {row.Number("plans")} {row.Number("strategies")} {row.Number("inputs")}").Order(StringComparer.Ordinal));
        var weights = rows.Select(row => row.Number("plans") + row.Number("strategies")).ToList();
        Assert.Equal(weights.OrderDescending(), weights);
        Assert.True(weights[0] > 5);
    }

    [Fact]
    public void Every_question_stands_in_the_folders_read_me()
    {
        var readMe = File.ReadAllText(Path.Combine(CypherFile.Folder, "analysis", "README.md"));
        Assert.All(CypherFile.All.Where(file => file.IsForPeople), file =>
        {
            Assert.Contains($"({Path.GetFileName(file.Name)}.cypher)", readMe, StringComparison.Ordinal);
            Assert.All(file.Parameters, parameter => Assert.Contains($":param {parameter} => ", readMe, StringComparison.Ordinal));
            Assert.Empty(file.Columns.Intersect(["searchTerms", "version", "fingerprint", "facts", "locked"]));
        });
    }

    /// <summary>Every plan, once the data are there.</summary>
    private async Task<NodeId[]> PlansAsync()
    {
        await baerum.AskAsync(server, "conflicts");
        return [.. baerum.Snapshot.OfKind<Plan>().Select(plan => plan.Id).Order()];
    }

    private static IEnumerable<string> Ids(IEnumerable<CypherRow> rows) => rows.Select(row => row.Text("id")).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Ids(IEnumerable<DetectedFinding> findings) => findings.Select(finding => finding.Members.Single().Value).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sorted(IEnumerable<object?> titles) => titles.Cast<string>().Order(StringComparer.Ordinal);

    private IEnumerable<string> Titles(IEnumerable<NodeId> ids) => ids.Select(id => baerum.Snapshot.Find(id)!.Title).Order(StringComparer.Ordinal);

    private static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Told(string state, double? score, string? action, IEnumerable<NodeId> members) =>
        FormattableString.Invariant($"{state} {score} {action} {string.Join(' ', members.Order())}");

    private string Told(Chain chain) => string.Join(' ', chain.Nodes.Select((id, at) =>
    {
        var title = baerum.Snapshot.Find(id)!.Title;
        if (at == 0) return title;
        var relation = chain.Relations[at - 1];
        var name = RelationRules.Name(relation.Type);
        return (relation.To == id ? $"-[{name}]-> " : $"<-[{name}]- ") + title;
    }));

    private double? ScoreOf(Relation overlap) => baerum.Snapshot.OfKind<Finding>()
        .Where(finding => finding is { Type: FindingKind.Overlap, State: FindingState.Confirmed } && finding.Members.Contains(overlap.From) && finding.Members.Contains(overlap.To))
        .Select(finding => (double?)finding.Score).Max();

    private string Counted(NodeId conflict)
    {
        var snapshot = baerum.Snapshot;
        var sides = snapshot.Out(conflict, RelationType.ConflictSide).Select(relation => relation.To).ToHashSet();
        var around = sides.SelectMany(side => snapshot.In(side)).Where(relation =>
            relation.Type is RelationType.States or RelationType.Supports or RelationType.AnchoredIn or RelationType.RespondsTo).Select(relation => relation.From).Concat(sides).ToHashSet();
        var inputs = sides.Append(conflict).SelectMany(node => snapshot.In(node, RelationType.About)).Select(relation => relation.From).Where(id => id.Kind == NodeKind.Input).Distinct();
        return $"{conflict} {sides.Count} {around.Count(id => id.Kind == NodeKind.Plan)} {around.Count(id => id.Kind == NodeKind.Strategy)} {inputs.Count()}";
    }
}
