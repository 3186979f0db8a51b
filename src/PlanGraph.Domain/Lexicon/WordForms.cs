using System.Runtime.InteropServices;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Lexicon;

/// <summary>
/// The words of the lexicon, each under a number, found in any inflection: two words meet when they have the same <see cref="NorwegianStemmer.Root"/> and differ by endings of
/// inflection only, so that vaner is no vann and sikker no sikkerhet.
/// </summary>
internal sealed class WordForms
{
    /// <summary>The stemmer leaves some genitives (biblioteks); a shorter word's s is its own (ros).</summary>
    private const int ShortestGenitive = 4;

    /// <summary>What may follow the listed word. The last consonant may be doubled before it (ungdom, ungdommer).</summary>
    private static readonly HashSet<string> _endings = new(
        ["", "e", "en", "et", "er", "ene", "ens", "ets", "ers", "enes", "s", "es", "n", "ns", "r", "rs", "t", "ts", "ne", "nes", "a", "as", "ar", "ars", "ane", "anes", "te", "ede"],
        StringComparer.Ordinal);

    private readonly List<int> _lengths = [];
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Word, int Number)>> _roots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _exactSpans;
    private readonly Dictionary<string, List<(string Word, int Number)>>.AlternateLookup<ReadOnlySpan<char>> _rootSpans;

    public WordForms()
    {
        _exactSpans = _exact.GetAlternateLookup<ReadOnlySpan<char>>();
        _rootSpans = _roots.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All words as listed.</summary>
    public IEnumerable<string> Written => _exact.Keys;

    /// <summary>How many numbers are given: 0 to one less than this.</summary>
    public int Count { get; private set; }

    /// <summary>The number of <paramref name="word"/> (bokmål, lower case): that of the word it inflects, or a new one.</summary>
    public int Add(string word)
    {
        if (_exact.TryGetValue(word, out var known))
            return known;
        var number = Find(word) ?? Count++;
        if (number == _lengths.Count)
            _lengths.Add(word.Length);
        _exact.Add(word, number);
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(_roots, NorwegianStemmer.Root(word), out _);
        (same ??= []).Add((word, number));
        return number;
    }

    /// <summary>How many letters the word of <paramref name="number"/> has, as first listed.</summary>
    public int LengthOf(int number) => _lengths[number];

    /// <summary>The word exactly as listed, as it stands inside a compound; null when it is not.</summary>
    public int? Exact(ReadOnlySpan<char> word) => _exactSpans.TryGetValue(word, out var number) ? number : null;

    /// <summary>The word in any inflection; null when it is not listed.</summary>
    public int? Find(ReadOnlySpan<char> word) =>
        Inflected(word) ?? (word.Length > ShortestGenitive && word[^1] == 's' ? Inflected(word[..^1]) : null);

    private int? Inflected(ReadOnlySpan<char> word)
    {
        if (_exactSpans.TryGetValue(word, out var exact))
            return exact;
        if (!_rootSpans.TryGetValue(word[..NorwegianStemmer.RootLength(word)], out var same))
            return null;
        foreach (var (listed, number) in same)
        {
            if (Inflects(word, listed) || Inflects(listed, word))
                return number;
        }
        return null;
    }

    private static bool Inflects(ReadOnlySpan<char> inflected, ReadOnlySpan<char> word)
    {
        if (word.Length == 0 || !inflected.StartsWith(word))
            return InflectsWithoutVowel(inflected, word);
        var ending = inflected[word.Length..];
        return IsEnding(ending) || (ending.Length > 1 && ending[0] == word[^1] && IsEnding(ending[1..])) || InflectsWithoutVowel(inflected, word);
    }

    /// <summary>skole, skulane; the vowel at the end gives way to that of the ending.</summary>
    private static bool InflectsWithoutVowel(ReadOnlySpan<char> inflected, ReadOnlySpan<char> word) =>
        word.Length > 1 && word[^1] is 'e' or 'a' && inflected.StartsWith(word[..^1]) && IsEnding(inflected[(word.Length - 1)..]);

    private static bool IsEnding(ReadOnlySpan<char> ending) => _endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending);
}
