using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Expiry;

/// <summary>
/// Plans that live beside the planstrategi (plan- og bygningsloven § 10-1), only where the data says so: taken out of it and perhaps still in use;
/// decided to be retired or merged and not retired; or under work without a decision, in a municipality that has recorded such decisions.
/// </summary>
public static class OutsidePlanningStrategy
{
    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var plans = context.Snapshot.OfKind<Plan>().ToArray();
        var decisionsAreRecorded = plans.Any(plan => plan.CouncilDecision is not null);
        return
        [
            .. plans.Where(plan => Force.Of(context.Snapshot, plan, context.Today) is PlanForce.InForce or PlanForce.Expired)
                .Select(plan => (Plan: plan, Why: Why(plan, decisionsAreRecorded)))
                .Where(found => found.Why is not null)
                .Select(found => Describe(context.Snapshot, found.Plan, found.Why!))
                .OrderBy(finding => finding.Id),
        ];
    }

    private static string? Why(Plan plan, bool decisionsAreRecorded) => plan switch
    {
        { UseDoubt: UseDoubt.RemovedFromPlanningStrategy } => "removed",
        { CouncilDecision: CouncilDecision.Retire } => "retire",
        { CouncilDecision: CouncilDecision.Merge } => "merge",
        { CouncilDecision: null, Status: PlanStatus.InProgress } when decisionsAreRecorded && IsAskedFor(plan.Type) => "begun",
        _ => null,
    };

    /// <summary>Land-use plans for single sites are begun when somebody wants to build (§ 12-3), and analyses are no plans.</summary>
    private static bool IsAskedFor(PlanType type) => type is not (PlanType.Detaljregulering or PlanType.Omraderegulering or PlanType.Planstrategi
        or PlanType.Behovsanalyse or PlanType.Virksomhetsanalyse);

    private static DetectedFinding Describe(GraphSnapshot snapshot, Plan plan, string why) => new()
    {
        Type = FindingKind.OutsidePlanningStrategy,
        Members = [plan.Id],
        Headline = Sentence.Of($"findings.outsidePlanningStrategy.{why}", ("title", plan.InQuotes())),
        Evidence =
        [
            new(Sentence.Of($"findings.outsidePlanningStrategy.{why}.evidence"), why == "removed" ? 0.6 : 0.5),
            .. Status(plan),
        ],
        Facts = new FactList(snapshot).Title(plan).Choice<PlanStatus>(plan, "status", plan.Status)
            .Choice<UseDoubt>(plan, "useDoubt", plan.UseDoubt == UseDoubt.None ? null : plan.UseDoubt)
            .Choice(plan, "councilDecision", plan.CouncilDecision).Period(plan).ToFacts(),
    };

    private static IEnumerable<Evidence> Status(Plan plan)
    {
        if (plan.StatusPrinted is { } printed) yield return new(Sentence.Of("findings.statusPrinted", ("status", printed)));
        if (plan.Period is { Printed: { } period }) yield return new(Sentence.Of("findings.periodPrinted", ("period", period)));
    }
}
