using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Findings;

/// <summary>Long lives of many cases: the graph is edited, people judge, the night runs, in any order. What must hold, holds after every run.</summary>
public sealed class CaseLifeTests
{
#pragma warning disable CA5394 // Repeatable on purpose.
    [Fact]
    public void Whatever_is_edited_and_judged_a_run_leaves_every_case_where_the_rules_say()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var builder = RandomGraph.Of(seed);
            for (var night = 0; night < 25; night++)
            {
                Edit(builder, random);
                Judge(builder, random);
                Run(builder, random, night);
            }
        }
    }

    private static void Run(GraphBuilder builder, Random random, int night)
    {
        var before = Cases(builder);
        var context = builder.Context(random);
        var detections = Detectors.Run(Detectors.All, context, TimeProvider.System, null, default);
        var seen = detections.SelectMany(detection => detection.Findings).ToDictionary(finding => finding.Id);
        var at = DateTimeOffset.UnixEpoch.AddDays(night);

        builder.Apply(FindingsPlanner.Plan(context.Snapshot, detections, new RunInfo(NodeId.Of(NodeKind.Run, $"n{night}"), "Natt", RunTrigger.Schedule, at, at)).Operations);

        var after = Cases(builder);
        Assert.Empty(before.Keys.Except(after.Keys));
        foreach (var (id, now) in after) Check(before.GetValueOrDefault(id), now, seen.GetValueOrDefault(id));
    }

    private static void Check(Finding? before, Finding now, DetectedFinding? seen)
    {
        if (seen is not null && now.State != FindingState.Dismissed && (before is null || before.State.Holds() || seen.IsEnoughForNew))
        {
            Assert.True(now.State.Holds());
            Assert.Equal(seen.Fingerprint, now.Fingerprint);
        }
        if (seen is null) Assert.False(now.State.Holds());
        if (before is null) return;
        if (before.State == FindingState.Dismissed)
        {
            var changed = seen is { IsEnoughForNew: true } && seen.Fingerprint != before.Fingerprint;
            Assert.Equal(changed ? FindingState.New : FindingState.Dismissed, now.State);
            if (changed) Assert.NotEmpty(now.ReopenedBecause);
        }
        if (before.State is FindingState.UnderReview or FindingState.Confirmed) Assert.Equal(seen is null ? FindingState.Resolved : before.State, now.State);
        Assert.Equal(before.Judgements.Length, now.Judgements.Length);
        Assert.Equal(before.FirstRun, now.FirstRun);
    }

    private static Dictionary<NodeId, Finding> Cases(GraphBuilder builder) => builder.Snapshot().OfKind<Finding>().ToDictionary(finding => finding.Id);

    private static void Judge(GraphBuilder builder, Random random)
    {
        var cases = Cases(builder).Values.OrderBy(finding => finding.Id).ToArray();
        for (var i = 0; i < Math.Min(3, cases.Length); i++)
        {
            var state = (FindingState)random.Next(4);
            var finding = Cases(builder)[cases[random.Next(cases.Length)].Id];
            if (Judging.Judge(builder.Snapshot(), finding, new(state, "Sett på"), "Planlegger", default) is JudgementResult.Accepted accepted) builder.Apply(accepted.Operations);
        }
    }

    private static void Edit(GraphBuilder builder, Random random)
    {
        var snapshot = builder.Snapshot();
        var plans = snapshot.OfKind<Plan>().Select(plan => plan.Id).Order().ToArray();
        var plan = plans[random.Next(plans.Length)];
        switch (random.Next(4))
        {
            case 0: builder.Change(plan.Value, node => node with { Title = node.Title + "x" }); break;
            case 1: builder.Change(plan.Value, node => (Plan)node with { Status = (PlanStatus)random.Next(6) }); break;
            case 2: builder.Relate(plan.Value, RelationType.AnchoredIn, plans[random.Next(plans.Length)].Value); break;
            default:
                if (snapshot.Out(plan, RelationType.AnchoredIn).FirstOrDefault() is { } relation) builder.Remove(plan.Value, relation.Type, relation.To.Value);
                break;
        }
    }
#pragma warning restore CA5394
}
