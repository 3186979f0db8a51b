using System.Collections.Frozen;

namespace PlanGraph.Domain.Text;

/// <summary>
/// The common words of plans, from all lists: a capital does not make a name of them. Words that end place names (bygd, havn, ås: the list <c>place-endings</c>)
/// are not among them, nor compounds that end in one.
/// </summary>
internal static class PlanWords
{
    private const int ShortestPart = 3;

    private static readonly FrozenSet<string> _placeEndings = WordList.Words("place-endings").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> _stems = All().Where(word => !_placeEndings.Contains(word)).Select(NorwegianStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);
    private static readonly Decompounder _compounds = new(All().Distinct().Select(word => KeyValuePair.Create(word, 1)), ShortestPart);

    /// <summary>True for a listed word in any inflection, and for a compound of listed words.</summary>
    public static bool Knows(string word)
    {
        if (_stems.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.AsSpan(0, NorwegianStemmer.StemLength(word))))
            return true;
        var parts = _compounds.Split(word);
        return parts.Count > 1 && !_placeEndings.Contains(parts[^1]);
    }

    private static IEnumerable<string> All() =>
        WordList.Words("compound-parts").Concat(WordList.Words("genre-words")).Concat(WordList.Words("genre-heads")).Concat(WordList.Read("nynorsk-bokmaal").SelectMany(pair => pair));
}
