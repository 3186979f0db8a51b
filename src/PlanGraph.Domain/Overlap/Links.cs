using System.Collections.Immutable;

namespace PlanGraph.Domain.Overlap;

/// <summary>What texts are tied to, of one kind (goals, sectors, places), and how many texts are tied to each.</summary>
internal sealed class Links
{
    /// <summary>What more than this share of the texts that have any is tied to is the municipality as a whole, and tells nothing apart.</summary>
    private const double EverywhereShare = 0.3;

    private readonly int[][] _of;
    private readonly int[][] _telling;
    private readonly List<List<int>> _texts = [];

    public Links(IReadOnlyList<OverlapText> texts, Func<OverlapText, ImmutableArray<string>> ends)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _of = new int[texts.Count][];
        for (var text = 0; text < texts.Count; text++)
        {
            _of[text] = [.. ends(texts[text]).Distinct(StringComparer.Ordinal).Select(NumberOf).Order()];
            foreach (var end in _of[text]) _texts[end].Add(text);
        }
        var most = Math.Max(2, _of.Count(of => of.Length > 0) * EverywhereShare);
        _telling = [.. _of.Select(of => Array.FindAll(of, end => _texts[end].Count <= most))];

        int NumberOf(string end)
        {
            if (numbers.TryGetValue(end, out var number)) return number;
            _texts.Add([]);
            return numbers[end] = numbers.Count;
        }
    }

    /// <summary>Pairs that share one that at most so many texts are tied to.</summary>
    public IEnumerable<(int First, int Second)> Sharing(int most) => _texts.Where(texts => texts.Count > 1 && texts.Count <= most)
        .SelectMany(texts => texts.SelectMany((first, at) => texts.Skip(at + 1).Select(second => (first, second))));

    /// <summary>
    /// What sharing says, 0 to 1: for each shared end one when only these two texts are tied to it, half when three are, and so on; in all at most 1.
    /// </summary>
    public double Weight(int first, int second) => Math.Min(1, Shared(first, second).Sum(end => 1.0 / (_texts[end].Count - 1)));

    /// <summary>How much of all that the two are tied to is shared (Jaccard), 0 to 1.</summary>
    public double Share(int first, int second)
    {
        var shared = Shared(first, second).Count();
        return shared == 0 ? 0 : (double)shared / (_of[first].Length + _of[second].Length - shared);
    }

    /// <summary>True when both are tied to the same, false when both are tied to some and share none, null when it is not known.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">Another.</param>
    /// <param name="isTelling">Only what not too many texts are tied to counts: who is tied to the whole municipality is tied to no place.</param>
    public bool? Compare(int first, int second, bool isTelling)
    {
        var of = isTelling ? _telling : _of;
        return of[first].Length == 0 || of[second].Length == 0 ? null : of[first].Intersect(of[second]).Any();
    }

    private IEnumerable<int> Shared(int first, int second) => _of[first].Length == 0 || _of[second].Length == 0 ? [] : _of[first].Intersect(_of[second]);
}
