using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Findings;

/// <summary>A group of plans from which somebody takes one out, on the real planner.</summary>
public sealed class LeavingOutTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly NodeId C = NodeId.Parse("plan/c");
    private readonly GraphBuilder _graph = new GraphBuilder().Plan("a").Plan("b").Plan("c").Plan("d");
    private int _runs;

    /// <summary>What a detector sees that takes all the plans with some letters for one group.</summary>
    private DetectedFinding Seen(string letters)
    {
        var facts = new FactList(_graph.Snapshot());
        ImmutableArray<NodeId> members = [.. letters.Select(letter => NodeId.Parse($"plan/{letter}"))];
        foreach (var member in members) facts.Title(_graph.Snapshot().Find(member)!).Out(member, RelationType.Supports);
        return new DetectedFinding
        {
            Type = FindingKind.Overlap, Members = members, Headline = Sentence.Of("x"), Evidence = [new Evidence(Sentence.Of("y"), 0.7)], Facts = facts.ToFacts(),
        };
    }

    private FindingsPlan Run(params string[] groups)
    {
        var plan = FindingsPlanner.Plan(_graph.Snapshot(), [new Detection(FindingKind.Overlap, [.. groups.Select(Seen)], 0)],
            new RunInfo(NodeId.Of(NodeKind.Run, $"r{++_runs:0000}"), "Kjøring", RunTrigger.Schedule, Now.AddDays(_runs), Now.AddDays(_runs)));
        _graph.Apply(plan.Operations);
        return plan;
    }

    private Finding Case(string letters) => Assert.IsType<Finding>(_graph.Snapshot().Find(Seen(letters).Id));

    private void Do(JudgementResult result) => _graph.Apply(Assert.IsType<JudgementResult.Accepted>(result).Operations);

    private void LeaveOut(string letters, NodeId member) => Do(LeavingOut.Leave(_graph.Snapshot(), Case(letters), member, "Annet fagfelt", "Planlegger", Now));

    private static string Letters(Finding finding) => string.Concat(finding.Members.Select(member => member.Slug));

    private string[] Overlaps() => [.. _graph.Snapshot().Relations.Where(relation => relation.Type == RelationType.Overlaps).Select(relation => relation.From.Slug + relation.To.Slug).Order()];

    [Fact]
    public void A_group_goes_on_without_the_member_that_was_left_out_for_a_thousand_runs()
    {
        Run("abcd");
        LeaveOut("abcd", C);
        Do(Judging.Judge(_graph.Snapshot(), Case("abcd"), new(FindingState.UnderReview), "Planlegger", Now));
        for (var i = 0; i < 1_000; i++) Assert.Single(Run("abcd").Operations);

        var group = Case("abcd");
        Assert.Equal(("abd", FindingState.UnderReview, "Annet fagfelt"), (Letters(group), group.State, Assert.Single(group.LeftOut).Note));
        Assert.Empty(_graph.Snapshot().In(C, RelationType.About));
        Assert.DoesNotContain("C", group.Title.Split(" – "));
    }

    [Fact]
    public void A_member_that_was_left_out_comes_back_with_the_difference_when_it_changes()
    {
        Run("abcd");
        LeaveOut("abcd", C);
        _graph.Change("plan/c", node => node with { Title = "C om det samme" });

        Run("abcd");

        var group = Case("abcd");
        Assert.Equal(("abcd", FindingState.New), (Letters(group), group.State));
        Assert.Empty(group.LeftOut);
        Assert.Equal(["cases.leaveOut.back", "findings.changed.title"], group.ReopenedBecause.Select(sentence => sentence.Key));
        Assert.Single(_graph.Snapshot().In(C, RelationType.About));
    }

    [Fact]
    public void A_dismissed_group_does_not_come_back_because_the_one_left_out_is_the_same_and_does_when_another_changes()
    {
        Run("abcd");
        LeaveOut("abcd", C);
        Do(Judging.Judge(_graph.Snapshot(), Case("abcd"), new(FindingState.Dismissed, "Avklart"), "Planlegger", Now));
        Assert.Single(Run("abcd").Operations);

        _graph.Goal("g").Relate("plan/a", RelationType.Supports, "goal/g");
        Run("abcd");

        Assert.Equal(("abd", FindingState.New, "findings.changed.link.added"), (Letters(Case("abcd")), Case("abcd").State, Assert.Single(Case("abcd").ReopenedBecause).Key));
    }

    [Fact]
    public void It_stays_left_out_of_a_larger_group_with_two_of_those_it_was_left_out_from()
    {
        Run("abc");
        LeaveOut("abc", C);
        Run("abcd");
        Assert.Equal("abd", Letters(Case("abcd")));
        Assert.Equal(FindingState.Resolved, Case("abc").State);
    }

    [Fact]
    public void It_is_taken_back_as_it_was()
    {
        Run("abcd");
        var before = Case("abcd");
        LeaveOut("abcd", C);
        Do(LeavingOut.TakeBack(_graph.Snapshot(), Case("abcd"), C));
        var after = Case("abcd");
        Assert.Equal((before.Fingerprint, "abcd", 0), (after.Fingerprint, Letters(after), after.LeftOut.Length));
        Assert.Equal(before.Facts.AsEnumerable(), after.Facts);
        Assert.Single(_graph.Snapshot().In(C, RelationType.About));
    }

    [Fact]
    public void The_overlaps_of_a_confirmed_group_follow_who_is_in_it()
    {
        Run("abc");
        Do(Judging.Judge(_graph.Snapshot(), Case("abc"), new(FindingState.Confirmed, Action: OverlapAction.Merge), "Planlegger", Now));
        Assert.Equal(["ab", "ac", "bc"], Overlaps());
        LeaveOut("abc", C);
        Assert.Equal(["ab"], Overlaps());
        Do(LeavingOut.TakeBack(_graph.Snapshot(), Case("abc"), C));
        Assert.Equal(["ab", "ac", "bc"], Overlaps());
    }

    [Fact]
    public void A_pair_does_not_become_smaller_and_a_stranger_is_not_left_out()
    {
        Run("ab", "bcd");
        Assert.Equal("cases.leaveOut.notGroup", Problem(LeavingOut.Leave(_graph.Snapshot(), Case("ab"), NodeId.Parse("plan/a"), null, "Planlegger", Now)));
        Assert.Equal("cases.leaveOut.noMember", Problem(LeavingOut.Leave(_graph.Snapshot(), Case("bcd"), NodeId.Parse("plan/a"), null, "Planlegger", Now)));
        Assert.Equal("cases.leaveOut.notLeftOut", Problem(LeavingOut.TakeBack(_graph.Snapshot(), Case("bcd"), C)));
    }

    private static string Problem(JudgementResult result) => Assert.Single(Assert.IsType<JudgementResult.Refused>(result).Problems).Key;
}
