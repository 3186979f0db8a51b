using System.Numerics;

namespace PlanGraph.Domain.Text;

/// <summary>A word of the index that a mistyped word was probably meant to be.</summary>
internal readonly record struct RepairedWord(string Folded, string Surface);

/// <summary>
/// Repairs a word that meets nothing: one slip from 5 letters, two from 8. Fewest slips win, then a whole word over the beginning (from 8 letters) of a longer one over a compound part,
/// then the word of most documents, then the first in ordinal order. Failing all, a compound with a slip in its last part.
/// </summary>
internal static class SearchRepair
{
    private const int OneSlip = 5;
    private const int TwoSlips = 8;
    private const int LongBeginning = 8;
    private const int ShortestPart = 3;

    public static RepairedWord? Find(SearchVocabulary vocabulary, string typed)
    {
        if (typed.Length < OneSlip)
            return null;
        var max = typed.Length < TwoSlips ? 1 : 2;
        var best = default(Candidate);
        var letters = vocabulary.Letters;
        var wanted = SearchVocabulary.LettersOf(typed);
        for (var word = 0; word < letters.Length; word++)
        {
            var missing = BitOperations.PopCount(wanted & ~letters[word]);
            if (missing <= max && vocabulary[word].Documents > 0)
                best = Better(best, InWords(vocabulary[word], typed, max));
        }
        foreach (var part in vocabulary.Parts)
            best = Better(best, InParts(vocabulary, part, typed, max));
        if (best.Folded is null && typed.Length >= TwoSlips)
            best = InCompound(vocabulary, typed);
        return best.Folded is null ? null : new(best.Folded, best.Surface!);
    }

    /// <summary>A compound that is in no document, its first part a word or part that is, one slip in the rest: klima + stratgi.</summary>
    private static Candidate InCompound(SearchVocabulary vocabulary, string typed)
    {
        var best = default(Candidate);
        for (var split = ShortestPart; split <= typed.Length - OneSlip; split++)
        {
            var part = typed[..split];
            if (vocabulary.WithPart(part).IsEmpty && vocabulary.Find(part) is null)
                continue;
            foreach (var rest in vocabulary.Parts)
            {
                if (InParts(vocabulary, rest, typed[split..], 1) is { Folded: not null } found)
                    best = Better(best, found with { Folded = part + rest, Surface = SearchText.Unfolded(part) + SearchText.Unfolded(rest) });
            }
        }
        return best;
    }

    private static Candidate InWords(SearchEntry entry, string typed, int max)
    {
        var whole = EditDistance.Damerau(typed, entry.Folded, max);
        if (whole <= max)
            return new(entry.Folded, entry.Surface, whole, 0, entry.Documents);
        var beginning = typed.Length < LongBeginning ? max + 1 : Beginning(typed, entry.Folded, max);
        return beginning <= max ? new(entry.Folded, entry.Surface, beginning, 1, entry.Documents) : default;
    }

    private static Candidate InParts(SearchVocabulary vocabulary, string part, string typed, int max)
    {
        var slips = EditDistance.Damerau(typed, part, max);
        if (slips > max)
            return default;
        var documents = 0;
        foreach (var word in vocabulary.WithPart(part))
            documents += vocabulary[word].Documents;
        return documents > 0 ? new(part, SearchText.Unfolded(part), slips, 2, documents) : default;
    }

    /// <summary>The slips between what was typed and the best beginning of <paramref name="word"/>; the first letter is taken to be right.</summary>
    private static int Beginning(string typed, string word, int max)
    {
        if (word[0] != typed[0])
            return max + 1;
        var fewest = max + 1;
        for (var length = typed.Length - max; length <= Math.Min(typed.Length + max, word.Length); length++)
            fewest = Math.Min(fewest, EditDistance.Damerau(typed, word.AsSpan(0, length), max));
        return fewest;
    }

    private static Candidate Better(Candidate one, Candidate other)
    {
        if (one.Folded is null || other.Folded is null)
            return one.Folded is null ? other : one;
        var order = one.Slips.CompareTo(other.Slips);
        order = order != 0 ? order : one.Kind.CompareTo(other.Kind);
        order = order != 0 ? order : other.Documents.CompareTo(one.Documents);
        return (order != 0 ? order : string.CompareOrdinal(one.Folded, other.Folded)) <= 0 ? one : other;
    }

    private readonly record struct Candidate(string? Folded, string? Surface, int Slips, int Kind, int Documents);
}
