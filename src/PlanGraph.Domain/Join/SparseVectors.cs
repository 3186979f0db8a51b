namespace PlanGraph.Domain.Join;

/// <summary>
/// Many sparse vectors, one behind the other (compressed sparse rows). Within a vector the features ascend and the weights are above 0 and finite. A vector may be empty:
/// it is like nothing, not even another empty one.
/// </summary>
public sealed class SparseVectors
{
    private readonly int[] _starts;
    private readonly int[] _features;
    private readonly double[] _weights;

    internal SparseVectors(int[] starts, int[] features, double[] weights, int featureCount) =>
        (_starts, _features, _weights, FeatureCount) = (starts, features, weights, featureCount);

    /// <summary>The number of vectors.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Features are numbered from 0 to below this.</summary>
    public int FeatureCount { get; }

    /// <summary>The features of a vector, ascending.</summary>
    public ReadOnlySpan<int> Features(int vector) => _features.AsSpan(_starts[vector].._starts[vector + 1]);

    /// <summary>The weights of a vector, beside its <see cref="Features"/>.</summary>
    public ReadOnlySpan<double> Weights(int vector) => _weights.AsSpan(_starts[vector].._starts[vector + 1]);

    /// <summary>The cosine of two vectors, 0 to 1.</summary>
    public double Cosine(int first, int second)
    {
        var ones = Features(first);
        var others = Features(second);
        var sum = 0.0;
        for (int i = 0, j = 0; i < ones.Length && j < others.Length;)
        {
            if (ones[i] == others[j]) sum += Weights(first)[i] * Weights(second)[j];
            var (a, b) = (ones[i], others[j]);
            if (a <= b) i++;
            if (b <= a) j++;
        }
        return Math.Min(1, sum);
    }

    /// <summary>All entries of the vectors before this one.</summary>
    internal int Start(int vector) => _starts[vector];
}
