using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Expiry;

/// <summary>
/// Plans that live beside the planstrategi (plan- og bygningsloven § 10-1), only where the data says so: taken out of it and perhaps still in use;
/// decided to be retired or merged and not retired; or begun without a decision, in a municipality that has recorded such decisions for its plans
/// (<see cref="LeastRecorded"/>).
/// </summary>
public static class OutsidePlanningStrategy
{
    /// <summary>The share of the plans that must have a decision before one without is said to lack it. A few decisions say that the rest is not recorded yet.</summary>
    private const double LeastRecorded = 1.0 / 3;

    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var plans = context.Snapshot.OfKind<Plan>().ToArray();
        var asked = plans.Where(plan => plan.Status != PlanStatus.Retired && IsAskedFor(plan.Type)).ToArray();
        var decisionsAreRecorded = asked.Count(plan => IsDecided(context.Snapshot, plan)) > LeastRecorded * asked.Length;
        return
        [
            .. plans.Where(plan => Force.Of(context.Snapshot, plan, context.Today) is PlanForce.InForce or PlanForce.Expired)
                .Select(plan => (Plan: plan, Why: Why(context.Snapshot, plan, decisionsAreRecorded)))
                .Where(found => found.Why is not null)
                .Select(found => Describe(context.Snapshot, found.Plan, found.Why!))
                .OrderBy(finding => finding.Id),
        ];
    }

    private static string? Why(GraphSnapshot snapshot, Plan plan, bool decisionsAreRecorded) => plan switch
    {
        { UseDoubt: UseDoubt.RemovedFromPlanningStrategy } => "removed",
        { CouncilDecision: CouncilDecision.Retire } => "retire",
        { CouncilDecision: CouncilDecision.Merge } => "merge",
        { Status: PlanStatus.InProgress } when decisionsAreRecorded && IsAskedFor(plan.Type) && !IsDecided(snapshot, plan) => "begun",
        _ => null,
    };

    /// <summary>A decision stands at the plan, or the plan is tied to a planstrategi.</summary>
    private static bool IsDecided(GraphSnapshot snapshot, Plan plan) => plan.CouncilDecision is not null || snapshot.Out(plan.Id).Any(relation =>
        relation.Type is RelationType.AnchoredIn or RelationType.PartOf && snapshot.Find(relation.To) is Plan { Type: PlanType.Planstrategi });

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
