using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Findings;

public sealed class JudgingTests
{
    private static readonly GraphBuilder Graph = new GraphBuilder().Plan("a").Plan("b");
    private static readonly Finding Overlap = new()
    {
        Id = NodeId.Parse("finding/x"), Title = "A – B", Type = FindingKind.Overlap, Fingerprint = "f", Version = 4,
        Members = [NodeId.Parse("plan/a"), NodeId.Parse("plan/b")],
    };

    private static JudgementResult Judge(Finding finding, JudgementRequest request, GraphBuilder? graph = null) =>
        Judging.Judge((graph ?? Graph).Snapshot(), finding, request, "Planlegger", new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));

    private static string[] Problems(Finding finding, JudgementRequest request) =>
        [.. Assert.IsType<JudgementResult.Refused>(Judge(finding, request)).Problems.Select(problem => problem.Key)];

    [Fact]
    public void To_dismiss_needs_a_note()
    {
        Assert.Equal(["findings.judge.noteMissing"], Problems(Overlap, new(FindingState.Dismissed, "  ")));
        var judged = Assert.IsType<JudgementResult.Accepted>(Judge(Overlap, new(FindingState.Dismissed, " Ulik målgruppe "))).Finding;
        Assert.Equal(FindingState.Dismissed, judged.State);
        Assert.Equal("Ulik målgruppe", Assert.Single(judged.Judgements).Note);
    }

    [Fact]
    public void Resolved_is_not_said_by_hand() => Assert.Equal(["findings.judge.notByHand"], Problems(Overlap, new(FindingState.Resolved)));

    [Fact]
    public void A_resolved_case_is_not_judged() =>
        Assert.Equal(["findings.judge.alreadyResolved"], Problems(Overlap with { State = FindingState.Resolved }, new(FindingState.Confirmed)));

    [Fact]
    public void A_judgement_that_says_nothing_new_is_refused() => Assert.Equal(["findings.judge.nothingNew"], Problems(Overlap, new(FindingState.New)));

    [Fact]
    public void An_owner_and_a_day_are_set_without_a_judgement()
    {
        var judged = Assert.IsType<JudgementResult.Accepted>(Judge(Overlap, new(FindingState.New, null, "Planavdelingen", new DateOnly(2027, 1, 31)))).Finding;
        Assert.Equal(("Planavdelingen", new DateOnly(2027, 1, 31)), (judged.Owner, judged.DueDate));
        Assert.Empty(judged.Judgements);
    }

    [Fact]
    public void A_dismissed_case_can_be_taken_up_again() =>
        Assert.Equal(FindingState.New, Assert.IsType<JudgementResult.Accepted>(Judge(Overlap with { State = FindingState.Dismissed }, new(FindingState.New))).Finding.State);

    [Fact]
    public void A_confirmed_overlap_becomes_a_relation_that_goes_when_it_is_judged_otherwise()
    {
        var graph = new GraphBuilder().Plan("a").Plan("b").Put(Overlap with { Version = 0 });
        var confirmed = Assert.IsType<JudgementResult.Accepted>(Judge(Overlap with { Version = 1 }, new(FindingState.Confirmed, "Slås sammen"), graph));
        graph.Apply(confirmed.Operations);
        var relation = Assert.Single(graph.Snapshot().Out(NodeId.Parse("plan/a"), RelationType.Overlaps));
        Assert.Equal("Slås sammen", relation.Reason);

        graph.Apply(Assert.IsType<JudgementResult.Accepted>(Judge(confirmed.Finding with { Version = 2 }, new(FindingState.UnderReview), graph)).Operations);

        Assert.Empty(graph.Snapshot().Out(NodeId.Parse("plan/a"), RelationType.Overlaps));
    }

    [Fact]
    public void An_overlap_that_somebody_else_recorded_is_left_alone()
    {
        var graph = new GraphBuilder().Plan("a").Plan("b").Relate("plan/b", RelationType.Overlaps, "plan/a");
        Assert.Single(Assert.IsType<JudgementResult.Accepted>(Judge(Overlap, new(FindingState.Confirmed), graph)).Operations);
        Assert.Single(Assert.IsType<JudgementResult.Accepted>(Judge(Overlap with { State = FindingState.Confirmed }, new(FindingState.New), graph)).Operations);
    }

    [Fact]
    public void What_is_to_be_done_stands_on_the_relation_and_in_the_judgement_and_goes_with_the_confirmation()
    {
        var graph = new GraphBuilder().Plan("a").Plan("b").Put(Overlap with { Version = 0 });
        var confirmed = Assert.IsType<JudgementResult.Accepted>(Judge(Overlap with { Version = 1, Score = 0.6 }, new(FindingState.Confirmed, Action: OverlapAction.Delimit), graph));
        graph.Apply(confirmed.Operations);
        Assert.Equal(OverlapAction.Delimit, Assert.Single(graph.Snapshot().Out(NodeId.Parse("plan/a"), RelationType.Overlaps)).Action);
        Assert.Equal((OverlapAction.Delimit, 0.6), (confirmed.Finding.Judgements[^1].Action, confirmed.Finding.Judgements[^1].Score));

        var other = Assert.IsType<JudgementResult.Accepted>(Judge(confirmed.Finding with { Version = 2 }, new(FindingState.Confirmed, Action: OverlapAction.Merge), graph));
        graph.Apply(other.Operations);
        Assert.Equal(OverlapAction.Merge, Assert.Single(graph.Snapshot().Out(NodeId.Parse("plan/a"), RelationType.Overlaps)).Action);

        var taken = Assert.IsType<JudgementResult.Accepted>(Judge(other.Finding with { Version = 3 }, new(FindingState.New), graph));
        graph.Apply(taken.Operations);
        Assert.Null(taken.Finding.Action);
        Assert.Empty(graph.Snapshot().Out(NodeId.Parse("plan/a"), RelationType.Overlaps));
    }

    [Theory]
    [InlineData(FindingState.Dismissed, FindingKind.Overlap)]
    [InlineData(FindingState.Confirmed, FindingKind.ExpiredPlan)]
    public void Something_to_do_is_said_only_of_a_confirmed_overlap(FindingState state, FindingKind kind) =>
        Assert.Equal(["cases.judge.actionOnlyConfirmed"], Problems(Overlap with { Type = kind }, new(state, "Fordi", Action: OverlapAction.Refer)));

    [Fact]
    public void An_overlap_that_somebody_else_recorded_is_told_what_to_do()
    {
        var graph = new GraphBuilder().Plan("a").Plan("b").Relate("plan/b", RelationType.Overlaps, "plan/a");
        var operations = Assert.IsType<JudgementResult.Accepted>(Judge(Overlap, new(FindingState.Confirmed, Action: OverlapAction.Refer), graph)).Operations;
        Assert.Equal(OverlapAction.Refer, Assert.Single(operations.OfType<PutRelation>()).Relation.Action);
    }
}
