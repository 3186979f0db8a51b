using System.Collections.Immutable;
using System.Globalization;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Expiry;

/// <summary>
/// Plans whose period is over and that are neither retired nor replaced; and plans without an end year that were adopted more than
/// <see cref="OldWithoutPeriod"/> years ago. The second are not said to have expired: only that somebody should say whether they hold. Land-use plans without an
/// end year are not among them: they bind until they are changed or repealed (plan- og bygningsloven §§ 11-6, 12-4, 12-14).
/// </summary>
public static class ExpiredPlans
{
    /// <summary>
    /// Three council terms, in years. Plan- og bygningsloven § 10-1 lets each council decide in its planstrategi which plans go on; a plan that three
    /// councils may have passed over is worth a question.
    /// </summary>
    public const int OldWithoutPeriod = 12;

    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [.. context.Snapshot.OfKind<Plan>().Select(plan => Look(context, plan)).OfType<DetectedFinding>().OrderBy(finding => finding.Id)];
    }

    private static DetectedFinding? Look(DetectionContext context, Plan plan) => Force.Of(context.Snapshot, plan, context.Today) switch
    {
        PlanForce.Expired => Describe(context, plan, "findings.expiredPlan", Over(plan, context.Today)),
        PlanForce.InForce when IsOldWithoutEnd(plan, context.Today) => Describe(context, plan, "findings.expiredPlan.old", Old(plan)),
        _ => null,
    };

    private static bool BindsUntilRepealed(Plan plan) => plan.Level == PlanLevel.Area
        || plan.Type is PlanType.Arealdel or PlanType.Kommunedelplan or PlanType.Omraderegulering or PlanType.Detaljregulering;

    private static bool IsOldWithoutEnd(Plan plan, DateOnly today) =>
        !BindsUntilRepealed(plan) && plan is { Period: null or { To: null }, Status: not PlanStatus.InProgress, Adopted.Date: { } adopted } && adopted.AddYears(OldWithoutPeriod) < today;

    private static Evidence Over(Plan plan, DateOnly today)
    {
        var last = plan.Period!.To!.Value;
        var sentence = plan.Period.From is null
            ? Sentence.Of("findings.expiredPlan.overYear", ("year", last))
            : Sentence.Of("findings.expiredPlan.over", ("period", plan.Period.Printed ?? string.Create(CultureInfo.InvariantCulture, $"{plan.Period.From}–{last}")), ("year", last));
        return new(sentence, 0.4 + Math.Min(0.2, 0.02 * (today.Year - last)));
    }

    private static Evidence Old(Plan plan) =>
        new(Sentence.Of("findings.expiredPlan.oldAdopted", ("adopted", plan.Adopted!.Printed), ("count", OldWithoutPeriod)), 0.3);

    private static DetectedFinding Describe(DetectionContext context, Plan plan, string headline, Evidence first) => new()
    {
        Type = FindingKind.ExpiredPlan,
        Members = [plan.Id],
        Headline = Sentence.Of(headline, ("title", plan.InQuotes())),
        Evidence = [first, .. Context(context.Snapshot, plan)],
        Facts = new FactList(context.Snapshot).Title(plan).Choice<PlanStatus>(plan, "status", plan.Status).Period(plan)
            .Add(plan, "adopted", plan.Adopted?.Printed).Add(plan, "started", plan.Started?.Printed).Add(plan, "finished", plan.Finished?.Printed)
            .Choice<UseDoubt>(plan, "useDoubt", plan.UseDoubt == UseDoubt.None ? null : plan.UseDoubt)
            .Choice(plan, "councilDecision", plan.CouncilDecision)
            .In(plan.Id, RelationType.Replaces).ToFacts(),
    };

    private static IEnumerable<Evidence> Context(GraphSnapshot snapshot, Plan plan)
    {
        if (plan.UseDoubt != UseDoubt.None) yield return new(Sentence.Of($"findings.useDoubt.{ChoiceNames.Of(plan.UseDoubt)}"), 0.1);
        var carried = snapshot.In(plan.Id).Count(relation => relation.Type is RelationType.AnchoredIn or RelationType.PartOf);
        if (carried > 0) yield return new(Sentence.Of("findings.expiredPlan.carries", ("count", carried)), 0.1);
        if (plan.Status == PlanStatus.Rolling) yield return new(Sentence.Of("findings.expiredPlan.rolling", ("status", plan.StatusPrinted ?? "@planStatus.rolling")), -0.2);
        foreach (var successor in snapshot.In(plan.Id, RelationType.Replaces).Select(relation => snapshot.Find(relation.From)).OfType<Plan>())
        {
            if (successor.Status == PlanStatus.InProgress) yield return new(Sentence.Of("findings.expiredPlan.successor", ("title", successor.InQuotes())), -0.2);
        }
        if (plan.CouncilDecision is { } decision) yield return new(Sentence.Of("findings.councilDecision", ("decision", $"@councilDecision.{ChoiceNames.Of(decision)}")));
    }
}
