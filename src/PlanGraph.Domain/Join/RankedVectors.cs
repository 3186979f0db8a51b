namespace PlanGraph.Domain.Join;

/// <summary>A feature of a vector by its rank (0 is the rarest), its weight, and the length of the vector from here on, rounded up.</summary>
internal readonly record struct RankedEntry(int Rank, float Left, double Weight);

/// <summary>The different vectors of a join with their features rarest first.</summary>
internal sealed class RankedVectors
{
    /// <summary>More than a float is wrong by.</summary>
    public const float Up = 1 + 1e-6f;

    private readonly int[] _starts;
    private readonly RankedEntry[] _entries;

    /// <param name="vectors">All vectors.</param>
    /// <param name="firsts">One of each different vector.</param>
    /// <param name="threads">How many to use at once.</param>
    public RankedVectors(SparseVectors vectors, int[] firsts, int threads)
    {
        var ranks = Ranks(vectors, firsts);
        FeatureCount = vectors.FeatureCount;
        _starts = new int[firsts.Length + 1];
        for (var at = 0; at < firsts.Length; at++) _starts[at + 1] = _starts[at] + vectors.Features(firsts[at]).Length;
        _entries = new RankedEntry[_starts[^1]];
        Shares.Do(firsts.Length, threads, (from, to) => Order(vectors, firsts.AsSpan(from..to), ranks, from));
    }

    public int Count => _starts.Length - 1;

    public int FeatureCount { get; }

    public ReadOnlySpan<RankedEntry> Of(int vector) => _entries.AsSpan(_starts[vector], _starts[vector + 1] - _starts[vector]);

    private void Order(SparseVectors vectors, ReadOnlySpan<int> firsts, int[] ranks, int start)
    {
        var (keys, weights) = (Array.Empty<int>(), Array.Empty<double>());
        for (var at = 0; at < firsts.Length; at++)
        {
            var features = vectors.Features(firsts[at]);
            if (keys.Length < features.Length) (keys, weights) = (new int[features.Length * 2], new double[features.Length * 2]);
            for (var i = 0; i < features.Length; i++) keys[i] = ranks[features[i]];
            vectors.Weights(firsts[at]).CopyTo(weights);
            keys.AsSpan(0, features.Length).Sort(weights.AsSpan(0, features.Length));
            Fill(_entries.AsSpan(_starts[start + at].._starts[start + at + 1]), keys, weights);
        }
    }

    private static void Fill(Span<RankedEntry> entries, int[] ranks, double[] weights)
    {
        var square = 0.0;
        for (var at = entries.Length - 1; at >= 0; at--)
        {
            square += weights[at] * weights[at];
            entries[at] = new(ranks[at], (float)Math.Sqrt(square) * Up, weights[at]);
        }
    }

    private static int[] Ranks(SparseVectors vectors, int[] firsts)
    {
        var counts = new int[vectors.FeatureCount];
        foreach (var first in firsts)
        {
            foreach (var feature in vectors.Features(first)) counts[feature]++;
        }
        var order = new int[counts.Length];
        for (var at = 0; at < order.Length; at++) order[at] = at;
        Array.Sort(counts, order);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        return ranks;
    }
}
