using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;

namespace PlanGraph.Web.Findings;

/// <summary>What people's judgements do to the scores.</summary>
/// <param name="Applied">Whether the reader sees scores put right.</param>
internal sealed record CalibrationAnswer(bool Applied, int Judgements, ImmutableArray<CurveAnswer> Curves)
{
    public static CalibrationAnswer Of(GraphView view, FindingsReader reader)
    {
        ImmutableArray<CurveAnswer> curves = [.. view.Calibration.Curves.Select(CurveAnswer.Of)];
        return new CalibrationAnswer(reader.Calibrates, curves.Sum(curve => curve.Confirmed + curve.Dismissed), curves);
    }
}

/// <param name="Points">Scores before and after.</param>
internal sealed record CurveAnswer(FindingKind Type, int Confirmed, int Dismissed, ImmutableArray<CurvePoint> Points)
{
    private static readonly ImmutableArray<double> Shown = [0.2, 0.4, 0.6, 0.8];

    public static CurveAnswer Of(CalibrationCurve curve) => new(curve.Type, curve.Confirmed, curve.Dismissed, [.. Shown.Select(score => new CurvePoint(score, curve.Apply(score)))]);
}

internal sealed record CurvePoint(double Before, double After);
