using System.Globalization;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// The likelihood that a careful planner calls a pair an overlap: the logistic function of a sum, one part for each feature. The log-odds add up as independent evidence does
/// (Fellegi and Sunter 1969), but the weights are fitted together, by logistic regression, because the evidence is not independent.
/// </summary>
/// <remarks>Fitted by <c>bench/overlap/fit.py</c> on the training half of <c>bench/labels</c> and the generated corpus.</remarks>
internal sealed class OverlapModel
{
    private readonly double[] _weights = new double[PairComparing.Count];

    private OverlapModel(IReadOnlyDictionary<string, double> weights)
    {
        Base = weights["Base"];
        foreach (var feature in Enum.GetValues<PairFeature>()) _weights[(int)feature] = weights.GetValueOrDefault(feature.ToString());
    }

    /// <summary>The model that PlanGraph brings: the list <c>overlap/weights.txt</c>.</summary>
    public static OverlapModel BuiltIn { get; } = Read();

    /// <summary>The log-odds when nothing is known.</summary>
    public double Base { get; }

    public double this[PairFeature feature] => _weights[(int)feature];

    public double LogOdds(ReadOnlySpan<double> features)
    {
        var sum = Base;
        for (var feature = 0; feature < features.Length; feature++) sum += _weights[feature] * features[feature];
        return sum;
    }

    /// <summary>The log-odds of some of the features alone.</summary>
    public double Part(ReadOnlySpan<double> features, ReadOnlySpan<PairFeature> some)
    {
        var sum = 0.0;
        foreach (var feature in some) sum += _weights[(int)feature] * features[(int)feature];
        return sum;
    }

    public static double Likelihood(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private static OverlapModel Read()
    {
        using var stream = typeof(OverlapModel).Assembly.GetManifestResourceStream("overlap/weights.txt")
            ?? throw new InvalidOperationException("The list overlap/weights.txt is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line is [] or ['#', ..]) continue;
            var parts = line.Split('\t');
            weights[parts[0]] = double.Parse(parts[1], CultureInfo.InvariantCulture);
        }
        return new(weights);
    }
}
