using System.Collections.Immutable;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Coverage;

/// <summary>
/// Strategies in force that nothing puts into practice: no measure that goes on <c>SUPPORTS</c> them, no plan in force <c>SUPPORTS</c> them or is
/// <c>ANCHORED_IN</c> them, and no strategy below them has such a one. A strategy that a plan in force below the kommuneplan states is for that plan to carry out.
/// </summary>
public static class StrategiesWithoutMeasure
{
    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (WhyUnknown(context.Snapshot) is not null) return [];
        return
        [
            .. context.Snapshot.OfKind<Strategy>()
                .Where(strategy => strategy.Standing == Standing.Current && !IsStatedBelow(context, strategy.Id) && !IsCarriedOut(context, strategy.Id))
                .Select(strategy => Describe(context, strategy))
                .OrderBy(finding => finding.Id),
        ];
    }

    /// <summary>Why it cannot be judged: nothing in the graph says what carries out any strategy. Null when it can, or when there are no strategies in force.</summary>
    public static Sentence? WhyUnknown(GraphSnapshot snapshot)
    {
        var strategies = snapshot.OfKind<Strategy>().Where(strategy => strategy.Standing == Standing.Current).ToArray();
        return strategies.Length > 0 && !strategies.Any(strategy => Doers(snapshot, strategy.Id).Any(node => node is not Strategy))
            ? Sentence.Of("coverage.unknown.strategies", ("count", strategies.Length)) : null;
    }

    private static bool IsCarriedOut(DetectionContext context, NodeId strategy)
    {
        var seen = new HashSet<NodeId> { strategy };
        var open = new Stack<NodeId>(seen);
        while (open.TryPop(out var id))
        {
            foreach (var doer in Doers(context.Snapshot, id).Where(node => Force.IsInForce(context.Snapshot, node, context.Today)))
            {
                if (doer is not Strategy) return true;
                if (seen.Add(doer.Id)) open.Push(doer.Id);
            }
        }
        return false;
    }

    private static bool IsStatedBelow(DetectionContext context, NodeId strategy) => Stating(context.Snapshot, strategy)
        .Any(plan => plan.Type is not (PlanType.Kommuneplan or PlanType.Samfunnsdel or PlanType.Arealdel or PlanType.Planstrategi) && Force.IsInForce(context.Snapshot, plan, context.Today));

    private static IEnumerable<Node> Doers(GraphSnapshot snapshot, NodeId strategy) => snapshot.In(strategy)
        .Where(relation => relation.From != strategy && relation.Type is RelationType.Supports or RelationType.AnchoredIn).Select(relation => snapshot.Find(relation.From)).OfType<Node>();

    private static IEnumerable<Plan> Stating(GraphSnapshot snapshot, NodeId strategy) =>
        snapshot.In(strategy, RelationType.States).Select(relation => snapshot.Find(relation.From)).OfType<Plan>().OrderBy(plan => plan.Id);

    private static DetectedFinding Describe(DetectionContext context, Strategy strategy)
    {
        var snapshot = context.Snapshot;
        return new DetectedFinding
        {
            Type = FindingKind.StrategyWithoutMeasure,
            Members = [strategy.Id],
            Headline = Sentence.Of("findings.strategyWithoutMeasure", ("title", strategy.InQuotes())),
            Evidence =
            [
                new(Sentence.Of(strategy.Type == StrategyKind.LandUse ? "findings.strategyWithoutMeasure.noneLandUse" : "findings.strategyWithoutMeasure.none"), 0.6),
                .. Stating(snapshot, strategy.Id).Select(plan => new Evidence(
                    Sentence.Of("findings.strategyWithoutMeasure.statedIn", ("title", plan.InQuotes())), context.Anchoring.Roots.Contains(plan.Id) ? 0.1 : null)),
                .. Doers(snapshot, strategy.Id).Where(node => node is not Strategy).OrderBy(node => node.Id)
                    .Select(node => new Evidence(Sentence.Of("findings.strategyWithoutMeasure.former", ("title", node.InQuotes())))),
            ],
            Facts = new FactList(snapshot).Title(strategy).Text(strategy).Choice<Standing>(strategy, "standing", strategy.Standing)
                .In(strategy.Id, RelationType.Supports, RelationType.AnchoredIn).ToFacts(),
        };
    }
}
