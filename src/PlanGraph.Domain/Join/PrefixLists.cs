namespace PlanGraph.Domain.Join;

/// <summary>For each rank the vectors that have it in their prefix (where at least the threshold is left of them), those with most left first.</summary>
internal sealed class PrefixLists
{
    private readonly int[] _starts;
    private readonly int[] _vectors;
    private readonly float[] _left;

    public PrefixLists(RankedVectors vectors, double least)
    {
        _starts = new int[vectors.FeatureCount + 1];
        for (var vector = 0; vector < vectors.Count; vector++)
        {
            foreach (var entry in Prefix(vectors.Of(vector), least)) _starts[entry.Rank + 1]++;
        }
        for (var rank = 0; rank < vectors.FeatureCount; rank++) _starts[rank + 1] += _starts[rank];
        (_vectors, _left) = (new int[_starts[^1]], new float[_starts[^1]]);
        Fill(vectors, least);
        for (var rank = 0; rank < vectors.FeatureCount; rank++)
            _left.AsSpan(_starts[rank].._starts[rank + 1]).Sort(_vectors.AsSpan(_starts[rank].._starts[rank + 1]), (one, other) => other.CompareTo(one));
    }

    /// <summary>The number of lists.</summary>
    public int Count => _starts.Length - 1;

    public ReadOnlySpan<int> Vectors(int rank) => _vectors.AsSpan(_starts[rank], _starts[rank + 1] - _starts[rank]);

    /// <summary>What is left of each of the <see cref="Vectors"/> from this rank on, descending.</summary>
    public ReadOnlySpan<float> Left(int rank) => _left.AsSpan(_starts[rank], _starts[rank + 1] - _starts[rank]);

    private void Fill(RankedVectors vectors, double least)
    {
        var next = _starts.AsSpan(0, Count).ToArray();
        for (var vector = 0; vector < vectors.Count; vector++)
        {
            foreach (var entry in Prefix(vectors.Of(vector), least))
            {
                var at = next[entry.Rank]++;
                (_vectors[at], _left[at]) = (vector, entry.Left);
            }
        }
    }

    private static ReadOnlySpan<RankedEntry> Prefix(ReadOnlySpan<RankedEntry> entries, double least)
    {
        var length = entries.Length;
        while (length > 0 && entries[length - 1].Left < least) length--;
        return entries[..length];
    }
}
