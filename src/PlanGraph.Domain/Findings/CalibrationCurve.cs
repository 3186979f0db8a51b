using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Domain.Findings;

/// <summary>How the scores of one kind of finding are put right; see <see cref="Calibration"/>.</summary>
/// <param name="Confirmed">Judgements that it rests on.</param>
/// <param name="Dismissed">Judgements that it rests on.</param>
/// <param name="Slope">a, above 0; 1 leaves as it is.</param>
/// <param name="Shift">b, in logits; 0 leaves as it is.</param>
public sealed record CalibrationCurve(FindingKind Type, int Confirmed, int Dismissed, double Slope, double Shift)
{
    /// <summary>A curve that is flat would say that scores mean nothing.</summary>
    private const double FlattestSlope = 0.25;

    /// <summary>Scores nearer to 0 and 1 are read as this: certainty has no logit, and one surprise must not outweigh all else.</summary>
    private const double Edge = 0.05;

    private const int MostSteps = 100;
    private const double LongestStep = 0.5;

    public int Judgements => Confirmed + Dismissed;

    public double Apply(double score)
    {
        if (score is <= 0 or >= 1) return score;
        var logit = Math.Log(score / (1 - score));
        return Math.Round(OverlapModel.Likelihood(Shift + (Slope * logit)), 2);
    }

    /// <summary>The most probable curve, by Newton's method on two parameters. The same judgements give the same curve in whatever order they come.</summary>
    internal static CalibrationCurve Fit(FindingKind type, IReadOnlyCollection<JudgedScore> judged)
    {
        // summed up by score first: the order of the judgements must not show in the last decimals
        var points = judged.GroupBy(one => Logit(one.Score)).OrderBy(group => group.Key).Select(group => (X: group.Key, Right: group.Count(one => one.IsRight), All: group.Count())).ToArray();
        var (a, b) = (1.0, 0.0);
        for (var step = 0; step < MostSteps; step++)
        {
            var (da, db) = NewtonStep(points, a, b);
            (a, b) = (Math.Max(a - Math.Clamp(da, -LongestStep, LongestStep), FlattestSlope), b - Math.Clamp(db, -LongestStep, LongestStep));
            if (Math.Abs(da) + Math.Abs(db) < 1e-9) break;
        }
        var right = judged.Count(one => one.IsRight);
        return new CalibrationCurve(type, right, judged.Count - right, a, b);
    }

    /// <summary>One step downhill on −log(posterior): gradient through the inverse of the second derivatives, which the prior keeps well away from 0.</summary>
    private static (double A, double B) NewtonStep((double X, int Right, int All)[] points, double a, double b)
    {
        const double ofSlope = 1 / (Calibration.SpreadOfSlope * Calibration.SpreadOfSlope), ofShift = 1 / (Calibration.SpreadOfShift * Calibration.SpreadOfShift);
        var (ga, gb, aa, ab, bb) = ((a - 1) * ofSlope, b * ofShift, ofSlope, 0.0, ofShift);
        foreach (var (x, right, all) in points)
        {
            var p = OverlapModel.Likelihood(b + (a * x));
            var (slack, weight) = ((all * p) - right, all * p * (1 - p));
            (ga, gb) = (ga + (slack * x), gb + slack);
            (aa, ab, bb) = (aa + (weight * x * x), ab + (weight * x), bb + weight);
        }
        if (a <= FlattestSlope && ga > 0) return (0, gb / bb);
        var determinant = (aa * bb) - (ab * ab);
        return (((bb * ga) - (ab * gb)) / determinant, ((aa * gb) - (ab * ga)) / determinant);
    }

    private static double Logit(double score)
    {
        var inside = Math.Clamp(score, Edge, 1 - Edge);
        return Math.Log(inside / (1 - inside));
    }
}
