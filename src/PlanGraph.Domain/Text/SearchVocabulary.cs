using System.Runtime.InteropServices;

namespace PlanGraph.Domain.Text;

/// <summary>
/// The words of an index and the ways to them: by the word, its stem, its compound parts, its beginning. Forms depend on the word alone, so they are kept
/// once per word and not once per document. A word that no document has any more stays, with no documents.
/// </summary>
internal sealed class SearchVocabulary
{
    private readonly List<SearchEntry> _entries = [];
    private readonly List<uint> _letters = [];
    private readonly Dictionary<string, int> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IntList> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IntList> _byPart = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _words = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _parts = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Parts => _parts;

    /// <summary>For every word the set of its letters (<see cref="LettersOf"/>): most words are ruled out by these alone when a typing error is repaired.</summary>
    public ReadOnlySpan<uint> Letters => CollectionsMarshal.AsSpan(_letters);

    public SearchEntry this[int word] => _entries[word];

    /// <summary>The number of a word, given in folded form; new words are taken in.</summary>
    public int GetOrAdd(ReadOnlySpan<char> folded) =>
        _byWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var number) ? number : Add(folded.ToString());

    public int? Find(string folded) => _byWord.TryGetValue(folded, out var number) ? number : null;

    public ReadOnlySpan<int> WithStem(string stem) => _byStem.GetValueOrDefault(stem).Items;

    public ReadOnlySpan<int> WithPart(string part) => _byPart.GetValueOrDefault(part).Items;

    /// <summary>Words that begin with <paramref name="beginning"/>, in ordinal order.</summary>
    public IEnumerable<string> StartingWith(string beginning) => Range(_words, beginning);

    /// <summary>Compound parts that begin with <paramref name="beginning"/>, in ordinal order.</summary>
    public IEnumerable<string> PartsStartingWith(string beginning) => Range(_parts, beginning);

    /// <summary>Gives every document its new number; documents numbered below 0 are gone.</summary>
    public void Renumber(ReadOnlySpan<int> numbers)
    {
        foreach (var entry in _entries)
            entry.Renumber(numbers);
    }

    /// <summary>A set of letters: a bit for each of a to z, one for everything else.</summary>
    public static uint LettersOf(string folded)
    {
        var letters = 0u;
        foreach (var letter in folded)
            letters |= 1u << (char.IsAsciiLetterLower(letter) ? letter - 'a' : 'z' - 'a' + 1);
        return letters;
    }

    private static SortedSet<string> Range(SortedSet<string> set, string beginning) => set.GetViewBetween(beginning, beginning + char.MaxValue);

    private static void Note(Dictionary<string, IntList> lists, string key, int number) =>
        CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _).Add(number);

    private int Add(string folded)
    {
        var number = _entries.Count;
        _entries.Add(new(folded));
        _letters.Add(LettersOf(folded));
        _byWord.Add(folded, number);
        _words.Add(folded);
        var forms = SearchText.Forms(folded);
        Note(_byStem, forms.Stem, number);
        foreach (var key in forms.Parts.SelectMany(part => new[] { part.Surface, part.Stem }).Distinct(StringComparer.Ordinal))
            Note(_byPart, key, number);
        foreach (var part in forms.Parts)
            _parts.Add(part.Surface);
        return number;
    }
}
