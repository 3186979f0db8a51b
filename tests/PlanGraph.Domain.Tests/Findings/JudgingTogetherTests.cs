using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Findings;

public sealed class JudgingTogetherTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static Finding Case(string slug, FindingKind kind, params string[] members) => new()
    {
        Id = NodeId.Parse("finding/" + slug), Title = slug, Type = kind, Fingerprint = "f", Members = [.. members.Select(NodeId.Parse)], Score = 0.5,
    };

    /// <summary>Three plans, two overlaps that share one of them, and a plan past its period.</summary>
    private static GraphBuilder Graph() => new GraphBuilder().Plan("a").Plan("b").Plan("c")
        .Put(Case("ab", FindingKind.Overlap, "plan/a", "plan/b")).Put(Case("abc", FindingKind.Overlap, "plan/a", "plan/b", "plan/c")).Put(Case("gammel", FindingKind.ExpiredPlan, "plan/c"))
        .Relate("finding/ab", RelationType.About, "plan/a").Relate("finding/ab", RelationType.About, "plan/b")
        .Relate("finding/abc", RelationType.About, "plan/a").Relate("finding/abc", RelationType.About, "plan/b").Relate("finding/abc", RelationType.About, "plan/c");

    private static JointResult Judge(GraphBuilder graph, JointRequest request, params string[] slugs) => JudgingTogether.Judge(
        graph.Snapshot(), [.. slugs.Select(slug => Found(graph, slug)).Select(finding => new JudgedCase(finding, finding.Version))], request, "Planlegger", Now);

    private static Finding Found(GraphBuilder graph, string slug) => Assert.IsType<Finding>(graph.Snapshot().Find(NodeId.Parse("finding/" + slug)));

    private static int Overlaps(GraphBuilder graph) => graph.Snapshot().Relations.Count(relation => relation.Type == RelationType.Overlaps);

    [Fact]
    public void Several_are_judged_in_one_change_and_a_relation_that_two_of_them_want_is_made_once()
    {
        var graph = Graph();
        var accepted = Assert.IsType<JointResult.Accepted>(Judge(graph, new(FindingState.Confirmed, "Gjennomgått", Action: OverlapAction.Merge), "ab", "abc", "gammel"));
        Assert.Empty(ChangeSetRules.Check(new ChangeSet { Id = Guid.Empty, Actor = "Planlegger", Reason = "Vurderte", At = Now, Operations = accepted.Operations }));
        graph.Apply(accepted.Operations);
        Assert.Equal(3, Overlaps(graph));
        Assert.All(["ab", "abc", "gammel"], slug => Assert.Equal(FindingState.Confirmed, Found(graph, slug).State));
        Assert.Equal((OverlapAction.Merge, null), (Found(graph, "ab").Action, Found(graph, "gammel").Action));
    }

    [Fact]
    public void A_pair_keeps_its_relation_as_long_as_another_confirmed_case_holds_both()
    {
        var graph = Graph();
        graph.Apply(Assert.IsType<JointResult.Accepted>(Judge(graph, new(FindingState.Confirmed), "ab", "abc")).Operations);
        graph.Apply(Assert.IsType<JointResult.Accepted>(Judge(graph, new(FindingState.Dismissed, "Likevel ikke"), "ab")).Operations);
        Assert.Equal(3, Overlaps(graph));
        graph.Apply(Assert.IsType<JointResult.Accepted>(Judge(graph, new(FindingState.UnderReview), "abc")).Operations);
        Assert.Equal(0, Overlaps(graph));
    }

    [Fact]
    public void What_is_wrong_with_one_is_said_of_that_one_and_nothing_is_done_to_any()
    {
        var graph = Graph().Change("finding/gammel", node => (Finding)node with { State = FindingState.Resolved });
        var refused = Assert.IsType<JointResult.Refused>(Judge(graph, new(FindingState.UnderReview), "ab", "gammel"));
        var (finding, problems) = Assert.Single(refused.Problems);
        Assert.Equal(("finding/gammel", "findings.judge.alreadyResolved"), (finding.Id.Value, Assert.Single(problems).Key));
    }

    [Fact]
    public void What_is_not_asked_for_stays_as_it_is_and_those_that_are_so_already_are_left_alone()
    {
        var graph = Graph().Change("finding/ab", node => (Finding)node with { Owner = "Plan", DueDate = new DateOnly(2027, 1, 1) });
        var accepted = Assert.IsType<JointResult.Accepted>(Judge(graph, new(Owner: "Plan"), "ab", "gammel"));
        Assert.Equal("finding/gammel", Assert.Single(accepted.Findings).Id.Value);
        Assert.Equal((FindingState.New, "Plan"), (accepted.Findings[0].State, accepted.Findings[0].Owner));
        Assert.IsType<JointResult.Refused>(Judge(graph, new(Owner: "Plan"), "ab"));
        Assert.Null(Assert.Single(Assert.IsType<JointResult.Accepted>(Judge(graph, new(Owner: ""), "ab")).Findings).Owner);
    }

    [Fact]
    public void Each_is_written_against_the_version_that_the_person_saw()
    {
        var graph = Graph();
        var finding = Found(graph, "ab");
        var accepted = Assert.IsType<JointResult.Accepted>(JudgingTogether.Judge(graph.Snapshot(), [new JudgedCase(finding, finding.Version + 3)], new(FindingState.UnderReview), "Planlegger", Now));
        Assert.Equal(finding.Version + 3, accepted.Operations[0].ExpectedVersion);
    }
}
