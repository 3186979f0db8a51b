namespace PlanGraph.Domain.Text;

/// <summary>
/// Repairs a word with one slip (a letter too many, too few or wrong, or two swapped) against a vocabulary: the most frequent word at that distance, on a tie
/// the first in ordinal order. In a word of 12 letters or more a letter may also be too many in one place and missing in another (traffiksikkerhet). Only words of 5 to 64
/// letters without digits; a word seen often enough is trusted as it is, and the first letter is taken to be right (vekst is not tekst).
/// </summary>
/// <remarks>
/// Every trusted word is filed under itself and under each form with one letter taken out; two words one slip apart share such a form. A repair takes
/// as many look-ups as the word has letters, whatever the size of the vocabulary.
/// </remarks>
public sealed class TypoRepair
{
    private const int Longest = 64;

    /// <summary>From so many letters on two slips that make up for each other are no other word.</summary>
    private const int LongEnoughForTwo = 12;

    private readonly IReadOnlyDictionary<string, int> _counts;
    private readonly int _trusted;
    private readonly int _ratio;
    private readonly int _shortest;
    private readonly string[] _words;
    private readonly ulong[] _keys;
    private readonly int[] _owners;

    /// <summary>A repairer for the words of <paramref name="counts"/> and how often they were seen.</summary>
    /// <param name="counts">Words as <see cref="Repair"/> will be given them. Kept, not copied.</param>
    /// <param name="trusted">Seen this often, a word is right and others are repaired to it; at least 1.</param>
    /// <param name="ratio">A word is repaired only to one seen this many times as often; at least 1.</param>
    /// <param name="shortest">Fewest letters of a word that is repaired; at least 3.</param>
    public TypoRepair(IReadOnlyDictionary<string, int> counts, int trusted = 1, int ratio = 1, int shortest = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(trusted, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ratio, 1);
        (_counts, _trusted, _ratio, _shortest) = (counts, trusted, ratio, shortest);
        _words = [.. counts.Where(pair => pair.Value >= trusted && IsRepairable(pair.Key, shortest - 1)).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
        var entries = _words.Sum(word => word.Length + 1);
        (_keys, _owners) = (new ulong[entries], new int[entries]);
        var at = 0;
        for (var word = 0; word < _words.Length; word++)
        {
            for (var left = -1; left < _words[word].Length; left++)
                (_keys[at], _owners[at++]) = (Hash(_words[word], left), word);
        }
        Array.Sort(_keys, _owners);
    }

    /// <summary>The word meant; null when <paramref name="word"/> is trusted, too short, or near nothing.</summary>
    public string? Repair(string word)
    {
        var seen = _counts.GetValueOrDefault(word);
        if (seen >= _trusted || !IsRepairable(word, _shortest))
            return null;
        var least = Math.Max((long)seen * _ratio, 1);
        return Best(word, least, slips: 1) ?? (word.Length >= LongEnoughForTwo ? Best(word, least, slips: 2) : null);
    }

    private string? Best(string word, long least, int slips)
    {
        var best = -1;
        for (var left = -1; left < word.Length; left++)
            best = BestOf(word, Hash(word, left), least, slips, best);
        return best < 0 ? null : _words[best];
    }

    private int BestOf(string word, ulong key, long least, int slips, int best)
    {
        var at = Array.BinarySearch(_keys, key);
        while (at > 0 && _keys[at - 1] == key)
            at--;
        for (; at >= 0 && at < _keys.Length && _keys[at] == key; at++)
        {
            var owner = _owners[at];
            if (_words[owner][0] == word[0] && _counts[_words[owner]] >= least && IsBetter(owner, best) && EditDistance.Damerau(word, _words[owner], slips) == slips)
                best = owner;
        }
        return best;
    }

    private bool IsBetter(int owner, int best)
    {
        if (best < 0)
            return true;
        var (count, other) = (_counts[_words[owner]], _counts[_words[best]]);
        return count > other || (count == other && owner < best);
    }

    private static bool IsRepairable(string word, int shortest) =>
        word.Length >= shortest && word.Length <= Longest && !word.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>A hash (FNV-1a, 64 bits) of the word without the letter at <paramref name="left"/>; of the whole word for -1.</summary>
    private static ulong Hash(string word, int left)
    {
        var hash = 14695981039346656037UL;
        for (var at = 0; at < word.Length; at++)
        {
            if (at != left)
                hash = (hash ^ word[at]) * 1099511628211UL;
        }
        return hash;
    }
}
