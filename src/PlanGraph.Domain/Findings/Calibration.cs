using System.Collections.Frozen;
using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>What a person said of a finding, for calibration.</summary>
/// <param name="Score">The detector's own, when it was judged.</param>
/// <param name="IsRight">Confirmed; false is dismissed.</param>
public readonly record struct JudgedScore(FindingKind Type, double Score, bool IsRight);

/// <summary>
/// Scores put right by what people have judged: of the findings shown at 0.8, about 80 % should be confirmed. One logistic curve for each kind of
/// finding, p = σ(b + a·logit(score)), that starts from "as it is" (a = 1, b = 0) and is moved by the judgements of that kind.
/// </summary>
/// <remarks>
/// The start counts as a normal prior with standard deviation <see cref="SpreadOfShift"/> for b and <see cref="SpreadOfSlope"/> for a, so that few judgements
/// hardly move anything: one moves a score by less than 0.05, mostly by 0.02, and a hundred that all say the same move it most of the way. The curve always rises:
/// calibration never changes the order of two findings of one kind. It is worked out anew from the judgements each time and stored nowhere, so
/// that a judgement taken back is forgotten.
/// </remarks>
public sealed class Calibration
{
    /// <summary>Standard deviation of b, in logits.</summary>
    public const double SpreadOfShift = 0.35;

    /// <summary>Standard deviation of a.</summary>
    public const double SpreadOfSlope = 0.1;

    private readonly FrozenDictionary<FindingKind, CalibrationCurve> _curves;

    private Calibration(FrozenDictionary<FindingKind, CalibrationCurve> curves) => _curves = curves;

    public static Calibration None { get; } = new(FrozenDictionary<FindingKind, CalibrationCurve>.Empty);

    /// <summary>The kinds that somebody has judged, in their order.</summary>
    public ImmutableArray<CalibrationCurve> Curves => [.. _curves.Values.OrderBy(curve => curve.Type)];

    public static Calibration Of(IEnumerable<JudgedScore> judged) =>
        new(judged.GroupBy(one => one.Type).Select(group => CalibrationCurve.Fit(group.Key, [.. group])).ToFrozenDictionary(curve => curve.Type));

    public static Calibration Of(GraphSnapshot snapshot) => Of(Judged(snapshot.OfKind<Finding>()));

    /// <summary>The last that was said of each finding that has been confirmed or dismissed; also of one that has gone since.</summary>
    public static IEnumerable<JudgedScore> Judged(IEnumerable<Finding> findings) => findings.OrderBy(finding => finding.Id)
        .Select(finding => (finding, said: finding.Judgements.LastOrDefault()))
        .Where(one => one.said?.State is FindingState.Confirmed or FindingState.Dismissed)
        .Select(one => new JudgedScore(one.finding.Type, one.said!.Score ?? one.finding.Score, one.said.State == FindingState.Confirmed));

    /// <summary>The calibrated score, 0 to 1, two decimals; the score itself where nothing of the kind has been judged.</summary>
    public double Apply(FindingKind type, double score) => _curves.TryGetValue(type, out var curve) ? curve.Apply(score) : score;
}
