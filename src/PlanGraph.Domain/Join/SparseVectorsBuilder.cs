namespace PlanGraph.Domain.Join;

/// <summary>Gathers vectors one by one, each made as long as 1.</summary>
public sealed class SparseVectorsBuilder
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _features = [];
    private readonly List<double> _weights = [];
    private int _featureCount;

    /// <summary>Adds a vector.</summary>
    /// <param name="features">Not negative, each once, in any order.</param>
    /// <param name="weights">Above 0 and finite; only their ratios count.</param>
    /// <exception cref="ArgumentException">A weight is not above 0, or a feature comes twice.</exception>
    public void Add(ReadOnlySpan<int> features, ReadOnlySpan<double> weights)
    {
        var start = _features.Count;
        _features.AddRange(features);
        _weights.AddRange(weights);
        var own = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features)[start..];
        var ownWeights = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_weights)[start..];
        own.Sort(ownWeights);
        Check(own, ownWeights);
        if (own.Length > 0) _featureCount = Math.Max(_featureCount, own[^1] + 1);
        Normalise(ownWeights);
        _starts.Add(_features.Count);
    }

    public SparseVectors ToVectors() => ToVectors([this]);

    /// <summary>The vectors of several builders, one behind the other.</summary>
    internal static SparseVectors ToVectors(IReadOnlyList<SparseVectorsBuilder> builders)
    {
        var (starts, before) = (new List<int>(builders.Sum(builder => builder._starts.Count)) { 0 }, 0);
        foreach (var builder in builders)
        {
            foreach (var start in builder._starts.Skip(1)) starts.Add(before + start);
            before += builder._features.Count;
        }
        return new([.. starts], Together(builders, builder => builder._features), Together(builders, builder => builder._weights), builders.Max(builder => builder._featureCount));
    }

    private static T[] Together<T>(IReadOnlyList<SparseVectorsBuilder> builders, Func<SparseVectorsBuilder, List<T>> of)
    {
        var (all, at) = (new T[builders.Sum(builder => of(builder).Count)], 0);
        foreach (var builder in builders)
        {
            of(builder).CopyTo(all, at);
            at += of(builder).Count;
        }
        return all;
    }

    private static void Check(ReadOnlySpan<int> features, ReadOnlySpan<double> weights)
    {
        for (var at = 0; at < features.Length; at++)
        {
            if (features[at] < 0 || (at > 0 && features[at] == features[at - 1])) throw new ArgumentException("A feature is below 0 or comes twice.", nameof(features));
            if (weights[at] <= 0 || !double.IsFinite(weights[at])) throw new ArgumentException("A weight is not above 0 and finite.", nameof(weights));
        }
    }

    private static void Normalise(Span<double> weights)
    {
        var square = 0.0;
        foreach (var weight in weights) square += weight * weight;
        var length = Math.Sqrt(square);
        foreach (ref var weight in weights) weight /= length;
    }
}
