namespace PlanGraph.Domain.Join;

/// <summary>A vector in the list of one of its features, and the length of the vector from that feature on, rounded up.</summary>
internal readonly record struct ListedVector(int Vector, float Left) : IComparable<ListedVector>
{
    /// <summary>Those with most left come first.</summary>
    public int CompareTo(ListedVector other) => other.Left.CompareTo(Left);
}

/// <summary>For each rank the vectors that have it in their prefix (where at least the threshold is left of them), those with most left first.</summary>
internal sealed class PrefixLists
{
    private readonly int[] _starts;
    private readonly ListedVector[] _listed;

    public PrefixLists(RankedVectors vectors, double least, int threads)
    {
        _starts = new int[vectors.FeatureCount + 1];
        for (var vector = 0; vector < vectors.Count; vector++)
        {
            foreach (var entry in Prefix(vectors.Of(vector), least)) _starts[entry.Rank + 1]++;
        }
        for (var rank = 0; rank < vectors.FeatureCount; rank++) _starts[rank + 1] += _starts[rank];
        _listed = new ListedVector[_starts[^1]];
        Fill(vectors, least);
        // One by one: the lists of the commonest features are by far the longest.
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, rank => _listed.AsSpan(_starts[rank].._starts[rank + 1]).Sort());
    }

    /// <summary>The number of lists.</summary>
    public int Count => _starts.Length - 1;

    public ReadOnlySpan<ListedVector> Of(int rank) => _listed.AsSpan(_starts[rank], _starts[rank + 1] - _starts[rank]);

    private void Fill(RankedVectors vectors, double least)
    {
        var next = _starts.AsSpan(0, Count).ToArray();
        for (var vector = 0; vector < vectors.Count; vector++)
        {
            foreach (var entry in Prefix(vectors.Of(vector), least)) _listed[next[entry.Rank]++] = new(vector, entry.Left);
        }
    }

    private static ReadOnlySpan<RankedEntry> Prefix(ReadOnlySpan<RankedEntry> entries, double least)
    {
        var length = entries.Length;
        while (length > 0 && entries[length - 1].Left < least) length--;
        return entries[..length];
    }
}
