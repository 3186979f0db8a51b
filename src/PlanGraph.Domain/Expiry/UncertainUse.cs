using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Expiry;

/// <summary>
/// Plans that stand as in force while the municipality's own list says that nobody knows whether they are in use. Those whose period is over are said there
/// (<see cref="ExpiredPlans"/>), with the doubt beside it.
/// </summary>
public static class UncertainUse
{
    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return
        [
            .. context.Snapshot.OfKind<Plan>()
                .Where(plan => plan is { UseDoubt: UseDoubt.Uncertain, Status: not PlanStatus.InProgress } && Force.Of(context.Snapshot, plan, context.Today) == PlanForce.InForce)
                .Select(plan => Describe(context.Snapshot, plan)).OrderBy(finding => finding.Id),
        ];
    }

    private static DetectedFinding Describe(GraphSnapshot snapshot, Plan plan) => new()
    {
        Type = FindingKind.UncertainUse,
        Members = [plan.Id],
        Headline = Sentence.Of("findings.uncertainUse", ("title", plan.InQuotes())),
        Evidence =
        [
            new(Sentence.Of("findings.uncertainUse.evidence"), 0.5),
            .. plan.StatusPrinted is { } printed ? new[] { new Evidence(Sentence.Of("findings.statusPrinted", ("status", printed))) } : [],
        ],
        Facts = new FactList(snapshot).Title(plan).Choice<PlanStatus>(plan, "status", plan.Status).Choice<UseDoubt>(plan, "useDoubt", plan.UseDoubt).Period(plan).ToFacts(),
    };
}
