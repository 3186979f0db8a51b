using System.Numerics;

namespace PlanGraph.Domain.Join;

/// <summary>
/// Vectors in few small numbers that tell what the cosine of two cannot exceed: the features are dealt out to <see cref="Parts"/> parts, and of each part only its length is kept, rounded up.
/// Within a part two vectors can be no more alike than the lengths multiplied (Cauchy and Schwarz).
/// </summary>
internal sealed class Outlines
{
    /// <summary>As many bytes as one line of the processor's cache has.</summary>
    private const int Parts = 64;

    /// <summary>A length of 1. Rounding up adds at most 1 to each part, so the sum of products is at most (240 + √64)², which 16 bits hold.</summary>
    private const int One = 240;

    private readonly byte[] _lengths;

    public Outlines(RankedVectors vectors, int threads)
    {
        _lengths = new byte[vectors.Count * Parts];
        Shares.Do(vectors.Count, threads, (from, to) =>
        {
            for (var vector = from; vector < to; vector++) Draw(vectors.Of(vector), _lengths.AsSpan(vector * Parts, Parts));
        });
    }

    public ReadOnlySpan<byte> Of(int vector) => _lengths.AsSpan(vector * Parts, Parts);

    /// <summary>A cosine in the measure of <see cref="Most"/>, rounded down.</summary>
    public static int Scaled(double cosine) => (int)(cosine * One * One);

    /// <summary>The most that the cosine can be, <see cref="Scaled"/>.</summary>
    public static int Most(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var sum = Vector<ushort>.Zero;
        for (var at = 0; at < Parts; at += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(one[at..]), out var low, out var high);
            Vector.Widen(new Vector<byte>(other[at..]), out var otherLow, out var otherHigh);
            sum += (low * otherLow) + (high * otherHigh);
        }
        return Vector.Sum(sum);
    }

    private static void Draw(ReadOnlySpan<RankedEntry> entries, Span<byte> lengths)
    {
        Span<double> squares = stackalloc double[Parts];
        squares.Clear();
        foreach (ref readonly var entry in entries) squares[entry.Rank % Parts] += entry.Weight * entry.Weight;
        foreach (ref readonly var entry in entries) lengths[entry.Rank % Parts] = (byte)Math.Ceiling(Math.Sqrt(squares[entry.Rank % Parts]) * One);
    }
}
