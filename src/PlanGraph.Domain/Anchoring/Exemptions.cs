using System.Collections.Immutable;
using System.Globalization;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>
/// Declarations that a plan stands outside the red thread, when they are about to end: the plan is then asked for again, and somebody should say before that
/// whether it is to be anchored or declared anew. One that has ended is said at the plan itself (<see cref="UnanchoredPlans"/>).
/// </summary>
public static class Exemptions
{
    /// <summary>So many days before its last day a declaration is a finding.</summary>
    public const int WarningDays = 60;

    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return
        [
            .. context.Snapshot.OfKind<Plan>()
                .Where(plan => context.Anchoring.For(plan.Id).State == AnchoringState.Declared && plan.Exemption!.Expires.AddDays(-WarningDays) <= context.Today)
                .Select(plan => Describe(context, plan, plan.Exemption!)).OrderBy(finding => finding.Id),
        ];
    }

    internal static string Date(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static DetectedFinding Describe(DetectionContext context, Plan plan, AnchoringExemption exemption) => new()
    {
        Type = FindingKind.ExemptionEnding,
        Members = [plan.Id],
        Headline = Sentence.Of("findings.exemptionEnding", ("title", plan.InQuotes()), ("date", Date(exemption.Expires))),
        Evidence =
        [
            new(Sentence.Of("findings.exemptionEnding.after"), 0.5),
            new(Sentence.Of("findings.exemptionEnding.reason", ("reason", exemption.Reason), ("by", exemption.DeclaredBy))),
        ],
        Facts = new FactList(context.Snapshot).Title(plan).Add(plan, "exemption", $"{exemption.Expires.ToString("O", CultureInfo.InvariantCulture)} {exemption.Reason}").ToFacts(),
    };
}
