using System.Collections.Frozen;

namespace PlanGraph.Domain.Text;

/// <summary>Words of the trade (plan, strategi, styrke, helhetlig) that count less in a comparison: the list <c>genre-words</c>, found in any inflection.</summary>
public static class GenreWords
{
    /// <summary>The weight of every other word.</summary>
    public const double FullWeight = 1;

    private static readonly FrozenDictionary<string, double> _weights = WordList.Weights("genre-words")
        .DistinctBy(pair => NorwegianStemmer.Stem(pair.Key))
        .ToFrozenDictionary(pair => NorwegianStemmer.Stem(pair.Key), pair => pair.Value, StringComparer.Ordinal);

    /// <summary>How much <paramref name="word"/> (bokmål, lower case) counts: above 0, at most <see cref="FullWeight"/>.</summary>
    public static double WeightOf(string word) =>
        _weights.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(0, NorwegianStemmer.StemLength(word)), out var weight) ? weight : FullWeight;
}
