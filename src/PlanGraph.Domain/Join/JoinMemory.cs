namespace PlanGraph.Domain.Join;

/// <summary>
/// Remembers a join, so that the next one over nearly the same texts compares only those anew whose vectors have changed, come or gone. The answer is that of a whole join; cosines
/// may differ by rounding (<see cref="SameWeight"/>). It holds nothing that is not checked against the texts at hand, so it is never wrong, only useless when everything has changed.
/// Safe for several threads; the last to end is remembered.
/// </summary>
public sealed class JoinMemory
{
    /// <summary>Weights that differ by less are the same: sums of the same numbers in another order.</summary>
    public const double SameWeight = 1e-12;

    /// <summary>Joined a little below what is asked, since the limit moves with the number of texts.</summary>
    private const double Slack = 0.01;

    private volatile Remembered? _last;

    /// <summary>How many texts were compared anew the last time.</summary>
    public int Renewed { get; private set; }

    /// <summary>All pairs whose cosine is at least <paramref name="threshold"/>, in no order.</summary>
    /// <param name="texts">What each text is known by from one time to the next; each once.</param>
    /// <param name="vectors">Of the texts, of length 1 or empty.</param>
    /// <param name="features">What each feature is known by; each once.</param>
    /// <param name="threshold">Above 0, at most 1.</param>
    public IReadOnlyList<JoinedPair> Pairs(IReadOnlyList<string> texts, SparseVectors vectors, IReadOnlyList<string> features, double threshold, CancellationToken cancellationToken)
    {
        var known = _last is { } last && threshold >= last.Threshold ? last : null;
        var same = known is null ? [] : Unchanged(known, texts, vectors, features);
        var changed = Enumerable.Range(0, texts.Count).Where(text => known is null || same[text] < 0).ToHashSet();
        Renewed = changed.Count;
        if (changed.Count * 2 > texts.Count) known = null;
        var joined = known?.Threshold ?? Math.Max(threshold - Slack, threshold / 2);
        var join = new CosineJoin(vectors, joined);
        var pairs = known is null ? JoinedPairs.Of(join, cancellationToken) : JoinedPairs.Of(join, changed, cancellationToken);
        if (known is not null) pairs.AddRange(Still(known, same));
        _last = new Remembered([.. texts], vectors, [.. features], joined, pairs);
        return [.. pairs.Where(pair => pair.Cosine >= threshold - CosineJoin.Tie)];
    }

    /// <summary>For each text its number of before when its vector is the same; −1 when it is not.</summary>
    private static int[] Unchanged(Remembered known, IReadOnlyList<string> texts, SparseVectors vectors, IReadOnlyList<string> features)
    {
        var before = Numbers(known.Texts);
        var names = Numbers(known.Features);
        var feature = new int[features.Count];
        for (var at = 0; at < feature.Length; at++) feature[at] = names.GetValueOrDefault(features[at], -1);
        var weights = new double[known.Features.Length];
        var same = new int[texts.Count];
        for (var text = 0; text < same.Length; text++)
            same[text] = before.TryGetValue(texts[text], out var number) && IsSame(known.Vectors, number, vectors, text, feature, weights) ? number : -1;
        return same;
    }

    /// <param name="feature">For each feature its number of before, −1 when it is new.</param>
    /// <param name="weights">A place to write: 0 for each feature of before, and 0 again afterwards.</param>
    private static bool IsSame(SparseVectors before, int one, SparseVectors now, int other, int[] feature, double[] weights)
    {
        var (ones, others) = (before.Features(one).Length, now.Features(other).Length);
        if (ones != others) return false;
        for (var at = 0; at < ones; at++) weights[before.Features(one)[at]] = before.Weights(one)[at];
        var isSame = true;
        for (var at = 0; at < others && isSame; at++)
        {
            var number = feature[now.Features(other)[at]];
            isSame = number >= 0 && Math.Abs(weights[number] - now.Weights(other)[at]) < SameWeight;
        }
        for (var at = 0; at < ones; at++) weights[before.Features(one)[at]] = 0;
        return isSame;
    }

    /// <summary>The pairs of before whose both texts are there and the same, by their numbers of now.</summary>
    private static IEnumerable<JoinedPair> Still(Remembered known, int[] same)
    {
        var now = new int[known.Texts.Length];
        Array.Fill(now, -1);
        for (var text = 0; text < same.Length; text++)
        {
            if (same[text] >= 0) now[same[text]] = text;
        }
        foreach (var (first, second, cosine) in known.Pairs)
        {
            if (now[first] >= 0 && now[second] >= 0) yield return new(Math.Min(now[first], now[second]), Math.Max(now[first], now[second]), cosine);
        }
    }

    private static Dictionary<string, int> Numbers(string[] names)
    {
        var numbers = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var at = 0; at < names.Length; at++) numbers.Add(names[at], at);
        return numbers;
    }

    private sealed record Remembered(string[] Texts, SparseVectors Vectors, string[] Features, double Threshold, List<JoinedPair> Pairs);
}
