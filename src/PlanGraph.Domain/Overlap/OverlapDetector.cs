using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// Pairs of plans that seem to be about the same, as the engine scores them (<see cref="OverlapEngine"/>), told in parts that a person can read (<see cref="OverlapParts"/>).
/// Plans whose relation is settled are not compared.
/// </summary>
public static class OverlapDetector
{
    /// <summary>A new case needs this score, 0 to 1: about every other is right just at it, more above, and most of those that are shown.</summary>
    public const double Threshold = 0.4;

    /// <summary>A case that is open is kept down to this score.</summary>
    public const double KeepThreshold = 0.3;

    private const int MostPartners = 10;

    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        var snapshot = context.Snapshot;
        var plans = snapshot.OfKind<Plan>().Where(plan => PairKind.IsCompared(snapshot, plan, context.Today)).OrderBy(plan => plan.Id).ToDictionary(plan => plan.Id);
        var texts = new OverlapTexts(snapshot, plans.Values, cancellationToken);
        var links = new SharedLinks(snapshot, plans.Values);
        var overlaps = new PlanOverlaps([.. plans.Values], context, links, cancellationToken);
        var parts = new OverlapParts(snapshot, texts, links, overlaps);
        var found = new List<ScoredPair>();
        foreach (var (one, other, pair) in overlaps.Pairs(KeepThreshold, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (pair.Class == OverlapClass.OtherPlace || PairKind.IsSettled(snapshot, one.Id, other.Id) || PairKind.IsSeries(one, other, links)) continue;
            ImmutableArray<Evidence> evidence = [.. parts.Of(one, other, pair)];
            found.Add(new ScoredPair(one, other, DetectedFinding.ScoreOf(evidence), evidence));
        }
        return [.. BestPartners(found).Select(pair => Describe(snapshot, pair)).OrderBy(finding => finding.Id)];
    }

    /// <summary>Pairs that are among the best <see cref="MostPartners"/> of at least one of their plans: a plan that resembles everything resembles nothing.</summary>
    private static IEnumerable<ScoredPair> BestPartners(IEnumerable<ScoredPair> found) => found
        .SelectMany(pair => new[] { (Member: pair.First.Id, Pair: pair), (Member: pair.Second.Id, Pair: pair) })
        .GroupBy(pair => pair.Member, pair => pair.Pair)
        .SelectMany(pairs => pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.First.Id).ThenBy(pair => pair.Second.Id).Take(MostPartners))
        .Distinct();

    private static DetectedFinding Describe(GraphSnapshot snapshot, ScoredPair pair) => new()
    {
        Type = FindingKind.Overlap,
        Members = [pair.First.Id, pair.Second.Id],
        Headline = Sentence.Of(PairKind.IsSuccession(pair.First, pair.Second) ? "findings.overlap.succession" : "findings.overlap",
            ("first", pair.First.InQuotes()), ("second", pair.Second.InQuotes())),
        Evidence = pair.Evidence,
        Facts = Facts(new FactList(snapshot), pair.First, pair.Second).ToFacts(),
        IsEnoughForNew = pair.Score >= Threshold && !PairKind.IsRecorded(snapshot, pair.First.Id, pair.Second.Id),
    };

    private static FactList Facts(FactList facts, params ReadOnlySpan<Plan> plans)
    {
        foreach (var plan in plans)
        {
            facts.Title(plan).Text(plan).Period(plan).Choice<PlanType>(plan, "type", plan.Type)
                .Out(plan.Id, RelationType.States, RelationType.Supports, RelationType.AnchoredIn, RelationType.RespondsTo, RelationType.ContributesTo, RelationType.AppliesTo, RelationType.OwnedBy);
        }
        return facts;
    }

    private sealed record ScoredPair(Plan First, Plan Second, double Score, ImmutableArray<Evidence> Evidence);
}
