using System.Collections.Immutable;
using PlanGraph.Domain.Coverage;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Findings;

public sealed class FindingsPlannerTests
{
    private static readonly NodeId Unanchored = NodeId.Parse("finding/unanchored-plan-a");
    private int _runs;

    private FindingsPlan PlanRun(GraphBuilder builder, Random? order = null)
    {
        var context = builder.Context(order);
        var at = new DateTimeOffset(2026, 11, 21, 1, 0, 0, TimeSpan.Zero).AddDays(++_runs);
        return FindingsPlanner.Plan(context.Snapshot, Detectors.Run(Detectors.All, context, TimeProvider.System, null, default),
            new RunInfo(NodeId.Of(NodeKind.Run, $"r{_runs:0000}"), "Kjøring", RunTrigger.Schedule, at, at) { Unjudged = Unjudged.Of(context) });
    }

    private FindingsPlan Run(GraphBuilder builder)
    {
        var plan = PlanRun(builder);
        builder.Apply(plan.Operations);
        return plan;
    }

    private static Finding Case(GraphBuilder builder, NodeId? id = null) => Assert.IsType<Finding>(builder.Snapshot().Find(id ?? Unanchored));

    private static void Judge(GraphBuilder builder, FindingState state, string? note = "Vurdert i plangruppa") =>
        builder.Apply(Assert.IsType<JudgementResult.Accepted>(Judging.Judge(builder.Snapshot(), Case(builder), new(state, note), "Planlegger", default)).Operations);

    private static GraphBuilder WithPlan() => new GraphBuilder().Samfunnsdel().Plan("s").Relate("plan/s", RelationType.Supports, "goal/hovedmal").Plan("a");

    [Fact]
    public void A_first_run_opens_a_case_with_its_members_and_records_itself()
    {
        var builder = WithPlan();

        var plan = Run(builder);

        Assert.Equal(RunOutcome.Succeeded, plan.Run.Outcome);
        var found = Case(builder);
        Assert.Equal((FindingState.New, "A", plan.Run.Id), (found.State, found.Title, found.FirstRun));
        Assert.Equal("plan/a", Assert.Single(builder.Snapshot().Out(Unanchored, RelationType.About)).To.Value);
        Assert.Equal(new DetectorCount(FindingKind.UnanchoredPlan, 1, 1, 0, 0), plan.Run.Counts.Single(count => count.Type == FindingKind.UnanchoredPlan) with { Milliseconds = 0 });
    }

    [Fact]
    public void A_run_that_sees_the_same_writes_nothing_but_itself()
    {
        var builder = WithPlan();
        Run(builder);
        Assert.IsType<PutNode>(Assert.Single(Run(builder).Operations));
    }

    [Fact]
    public void A_case_that_can_no_longer_be_judged_stays_as_it_is_until_it_can()
    {
        var builder = WithPlan();
        Run(builder);
        Judge(builder, FindingState.UnderReview);

        var run = Run(builder.Change("plan/samfunnsdel", plan => (Plan)plan with { Type = PlanType.Annet })).Run;

        Assert.Equal((FindingState.UnderReview, "anchoring.unknown.noRoot"), (Case(builder).State, run.Unjudged[0].Key));
        Assert.Equal(0, run.Counts.Single(count => count.Type == FindingKind.UnanchoredPlan).Resolved);
        Run(builder.Change("plan/samfunnsdel", plan => (Plan)plan with { Type = PlanType.Samfunnsdel }));
        Assert.Equal(FindingState.UnderReview, Case(builder).State);
        Run(builder.Relate("plan/a", RelationType.Supports, "goal/hovedmal"));
        Assert.Equal(FindingState.Resolved, Case(builder).State);
    }

    [Fact]
    public void A_case_about_something_that_is_gone_is_resolved_also_when_the_kind_cannot_be_judged()
    {
        var builder = WithPlan();
        Run(builder);
        var without = builder.Snapshot();
        var snapshot = GraphSnapshot.From(2, without.Nodes.Where(node => node.Id.Value != "plan/a"), []);

        var context = new DetectionContext(snapshot, GraphBuilder.Today, Domain.Anchoring.AnchoringRuleTable.Default);
        var plan = FindingsPlanner.Plan(snapshot, Detectors.Run(Detectors.All, context, TimeProvider.System, null, default),
            new RunInfo(NodeId.Parse("run/x"), "Kjøring", RunTrigger.Schedule, default, default) { Unjudged = Unjudged.Of(context) });

        Assert.Contains(plan.Run.Unjudged, why => why.Key == "anchoring.unknown.noLinks");
        Assert.Equal(FindingState.Resolved, plan.Operations.OfType<PutNode>().Select(put => put.Node).OfType<Finding>().Single(finding => finding.Id == Unanchored).State);
    }

    [Fact]
    public void A_zoning_plan_whose_land_use_part_is_no_longer_recorded_keeps_its_case()
    {
        var builder = WithPlan().Plan("areal", PlanType.Arealdel).Relate("plan/areal", RelationType.AnchoredIn, "plan/samfunnsdel").Plan("z", PlanType.Detaljregulering);
        Run(builder);
        var id = NodeId.Parse("finding/unanchored-plan-z");
        Assert.Equal(FindingState.New, Case(builder, id).State);

        var run = Run(builder.Change("plan/areal", plan => (Plan)plan with { Type = PlanType.Annet })).Run;

        Assert.Equal(FindingState.New, Case(builder, id).State);
        Assert.Equal(("coverage.unknown.nothingToBeIn", "1"), (run.Unjudged[0].Key, run.Unjudged[0].Args["count"]));
    }

    [Fact]
    public void A_dismissed_case_stays_away_for_a_thousand_runs()
    {
        var builder = WithPlan();
        Run(builder);
        Judge(builder, FindingState.Dismissed);
        for (var i = 0; i < 1_000; i++) Assert.Single(Run(builder).Operations);
        Assert.Equal(FindingState.Dismissed, Case(builder).State);
    }

    [Fact]
    public void A_dismissed_case_comes_back_when_what_was_judged_changes_and_says_what()
    {
        var builder = WithPlan();
        Run(builder);
        Judge(builder, FindingState.Dismissed);
        builder.Change("plan/a", node => node with { Title = "Ny tittel" }).Plan("b").Relate("plan/a", RelationType.AnchoredIn, "plan/b");

        var run = Run(builder);

        var back = Case(builder);
        Assert.Equal((FindingState.New, run.Run.Id), (back.State, back.ReopenedRun));
        Assert.Equal(["findings.changed.link.added", "findings.changed.title"], back.ReopenedBecause.Select(sentence => sentence.Key));
        Assert.Equal(("A", "Ny tittel"), (back.ReopenedBecause[1].Args["before"], back.ReopenedBecause[1].Args["after"]));
        Assert.Single(back.Judgements);
    }

    [Fact]
    public void What_has_changed_is_said_in_words_that_exist()
    {
        var builder = WithPlan();
        Run(builder);
        Judge(builder, FindingState.Dismissed);
        builder.Change("plan/a", node => (Plan)node with { Period = new Period(2025, 2040), Status = PlanStatus.InProgress, Type = PlanType.Strategi, Exemption = new("Pålagt", new DateOnly(2020, 1, 1), "Plan") });

        Run(builder);

        var texts = TextFiles.All("nb");
        var because = Case(builder).ReopenedBecause;
        Assert.Equal(4, because.Length);
        Assert.Empty(because.Select(sentence => sentence.Key).Concat(because.SelectMany(sentence => sentence.Args.Values).Where(value => value.StartsWith('@')).Select(value => value[1..])).Except(texts.Keys));
    }

    [Fact]
    public void A_dismissed_case_does_not_come_back_when_something_else_changes()
    {
        var builder = WithPlan();
        Run(builder);
        Judge(builder, FindingState.Dismissed);
        builder.Plan("b").Change("plan/a", node => node with { Notes = "En merknad" });

        Run(builder);

        Assert.Equal(FindingState.Dismissed, Case(builder).State);
    }

    [Theory]
    [InlineData(FindingState.UnderReview)]
    [InlineData(FindingState.Confirmed)]
    public void A_judged_case_keeps_its_state_when_it_changes_and_shows_the_new_evidence(FindingState state)
    {
        var builder = WithPlan();
        Run(builder);
        Judge(builder, state);
        builder.Plan("b").Relate("plan/a", RelationType.AnchoredIn, "plan/b");

        var run = Run(builder);

        Assert.Equal(state, Case(builder).State);
        Assert.Contains(Case(builder).Evidence, line => line.Sentence.Key == "findings.unanchoredPlan.deadEnd");
        Assert.Equal(0, run.Run.Counts.Single(count => count.Type == FindingKind.UnanchoredPlan).Resolved);
    }

    [Fact]
    public void A_case_that_no_longer_holds_is_resolved_and_opens_again_when_it_does()
    {
        var builder = WithPlan();
        Run(builder);
        builder.Relate("plan/a", RelationType.AnchoredIn, "plan/samfunnsdel");
        var resolving = Run(builder);
        Assert.Equal((FindingState.Resolved, resolving.Run.Id), (Case(builder).State, Case(builder).ResolvedRun));
        Assert.Equal(1, resolving.Run.Counts.Single(count => count.Type == FindingKind.UnanchoredPlan).Resolved);

        builder.Remove("plan/a", RelationType.AnchoredIn, "plan/samfunnsdel");
        var reopening = Run(builder);

        Assert.Equal((FindingState.New, null, reopening.Run.Id), (Case(builder).State, Case(builder).ResolvedRun, Case(builder).ReopenedRun));
        Assert.Equal("findings.changed.seenAgain", Assert.Single(Case(builder).ReopenedBecause).Key);
    }

    [Fact]
    public void A_dismissed_case_stays_dismissed_while_it_does_not_hold()
    {
        var builder = WithPlan();
        Run(builder);
        Judge(builder, FindingState.Dismissed);
        builder.Relate("plan/a", RelationType.AnchoredIn, "plan/samfunnsdel");
        Run(builder);
        builder.Remove("plan/a", RelationType.AnchoredIn, "plan/samfunnsdel");
        Run(builder);

        Assert.Equal(FindingState.Dismissed, Case(builder).State);
    }

    [Fact]
    public void Cases_of_a_kind_whose_detector_did_not_run_are_left_alone()
    {
        var builder = WithPlan();
        Run(builder);
        var plan = FindingsPlanner.Plan(builder.Snapshot(), [], new RunInfo(NodeId.Parse("run/x"), "Kjøring", RunTrigger.Demand, default, default));
        Assert.Single(plan.Operations);
    }

    [Fact]
    public void A_run_with_ten_times_the_findings_of_the_last_publishes_nothing_and_says_why()
    {
        var builder = WithPlan();
        Run(builder);
        for (var i = 0; i < 120; i++) builder.Plan($"ny-{i}");

        var plan = PlanRun(builder);

        Assert.False(plan.Publishes);
        Assert.Equal((RunOutcome.HeldBack, "findings.run.tooMany"), (plan.Run.Outcome, plan.Run.Reason?.Key));
        Assert.Equal(plan.Run, Assert.IsType<PutNode>(Assert.Single(plan.Operations)).Node);
        Assert.Equal(121, plan.Run.Counts.Single(count => count.Type == FindingKind.UnanchoredPlan).Found);
    }

    [Fact]
    public void One_kind_that_explodes_holds_the_run_back_when_all_together_do_not()
    {
        var builder = WithPlan();
        builder.Challenge("besvart").Relate("plan/samfunnsdel", RelationType.RespondsTo, "challenge/besvart");
        for (var i = 0; i < 30; i++) builder.Challenge($"u-{i}");
        Run(builder);
        for (var i = 0; i < 105; i++) builder.Plan($"ny-{i}");

        var plan = PlanRun(builder);

        Assert.Equal((RunOutcome.HeldBack, "cases.run.tooManyOfKind"), (plan.Run.Outcome, plan.Run.Reason?.Key));
        Assert.Contains(plan.Run.Reason!.Args["kind"][1..], TextFiles.All("nb").Keys);
    }

    [Fact]
    public void A_held_back_run_that_an_administrator_accepts_publishes_once_and_no_more_than_was_seen()
    {
        var builder = WithPlan();
        Run(builder);
        for (var i = 0; i < 120; i++) builder.Plan($"ny-{i}");
        var held = Run(builder).Run;
        Assert.Equal(RunOutcome.HeldBack, held.Outcome);
        var found = held.Counts.Sum(count => count.Found);

        for (var i = 0; i < 120; i++) builder.Plan($"enda-en-{i}");
        var more = Accepting(builder, new AcceptedRun(held.Id, found, "Administrator")).Run;
        Assert.Equal(RunOutcome.HeldBack, more.Outcome);
        var accepted = Accepting(builder, new AcceptedRun(more.Id, more.Counts.Sum(count => count.Found), "Administrator"));

        Assert.True(accepted.Publishes);
        Assert.Equal("Administrator", accepted.Run.Accepted?.By);
        builder.Apply(accepted.Operations);
        Assert.True(PlanRun(builder).Publishes, "what was accepted is what the next run is measured by");
    }

    private FindingsPlan Accepting(GraphBuilder builder, AcceptedRun accepted)
    {
        var context = builder.Context();
        var at = new DateTimeOffset(2026, 11, 21, 1, 0, 0, TimeSpan.Zero).AddDays(++_runs);
        return FindingsPlanner.Plan(context.Snapshot, Detectors.Run(Detectors.All, context, TimeProvider.System, null, default),
            new RunInfo(NodeId.Of(NodeKind.Run, $"r{_runs:0000}"), "Kjøring", RunTrigger.Demand, at, at) { Accepted = accepted });
    }

    [Fact]
    public void A_first_run_may_have_as_many_findings_as_it_likes()
    {
        var builder = new GraphBuilder().Samfunnsdel();
        for (var i = 0; i < 150; i++) builder.Plan($"p-{i}");
        Assert.True(PlanRun(builder).Publishes);
    }

    [Fact]
    public void What_is_not_enough_for_a_new_case_keeps_one_that_is_open()
    {
        var builder = WithPlan();
        var weak = new DetectedFinding
        {
            Type = FindingKind.Overlap, Members = [NodeId.Parse("plan/a"), NodeId.Parse("plan/s")], Headline = Sentence.Of("x"), Evidence = [],
            Facts = ImmutableSortedDictionary<string, string>.Empty, IsEnoughForNew = false,
        };
        Assert.Single(With(weak).Operations);

        builder.Apply(With(weak with { IsEnoughForNew = true }).Operations);
        Assert.Single(With(weak).Operations);
        Assert.Equal(FindingState.New, Case(builder, weak.Id).State);

        FindingsPlan With(DetectedFinding finding) => FindingsPlanner.Plan(builder.Snapshot(), [new Detection(FindingKind.Overlap, [finding], 0)],
            new RunInfo(NodeId.Of(NodeKind.Run, $"w{++_runs}"), "Kjøring", RunTrigger.Demand, default, default));
    }

    [Fact]
    public void The_same_graph_gives_the_same_operations_in_whatever_order_it_is_read()
    {
#pragma warning disable CA5394 // Repeatable on purpose.
        for (var seed = 0; seed < 100; seed++)
        {
            var builder = RandomGraph.Of(seed);
            _runs = 0;
            var one = PlanRun(builder, new Random(seed)).Operations;
            _runs = 0;
            var other = PlanRun(builder, new Random(seed + 1_000)).Operations;
            Assert.Equal(one.Skip(1).Select(Json), other.Skip(1).Select(Json));
        }
#pragma warning restore CA5394

        static string Json(Operation operation) => System.Text.Encoding.UTF8.GetString(GraphJson.ToUtf8(operation));
    }

    [Fact]
    public void What_a_run_writes_can_be_applied_and_is_then_known_in_any_graph()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var builder = RandomGraph.Of(seed);
            Run(builder);
            Assert.Single(Run(builder).Operations);
        }
    }

    [Fact]
    public void A_cancelled_detection_says_so_and_tells_how_far_it_came()
    {
        using var cancelling = new CancellationTokenSource();
        var told = new List<(FindingKind, int)>();
        Assert.Throws<OperationCanceledException>(() => Detectors.Run(Detectors.All, WithPlan().Context(), TimeProvider.System, (kind, done) =>
        {
            told.Add((kind, done));
            cancelling.Cancel();
        }, cancelling.Token));
        Assert.Equal([(FindingKind.Overlap, 0)], told);
    }

    [Fact]
    public void Every_kind_of_finding_has_one_detector() =>
        Assert.Equal(Enum.GetValues<FindingKind>().Order(), Detectors.All.Select(detector => detector.Type).Order());
}
