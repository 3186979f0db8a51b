using System.Collections.Immutable;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Lexicon;

/// <summary>A listed word or phrase and whose it is.</summary>
internal readonly record struct ListedWord(int Owner, string Word, double Weight);

/// <summary>The words and phrases of topics (or of plan obligations) made ready for reading texts.</summary>
internal sealed class LexiconWords
{
    private readonly PhraseTrie<ListedWord> _phrases = new();

    /// <summary>Every word is put into bokmål once: that is most of the work of reading a lexicon.</summary>
    private readonly Dictionary<string, string> _normal = new(StringComparer.Ordinal);

    public LexiconWords(IEnumerable<ListedWord> listed)
    {
        var all = listed.ToList();
        var words = new WordForms();
        foreach (var single in all.Where(entry => Tokenizer.Tokens(entry.Word).Count == 1))
            words.Add(NormalOf(single.Word));
        Reader = new(words);
        foreach (var phrase in all)
            AddWordsOf(phrase.Word, words);
        Empty = [.. all.Where(entry => !TryAdd(entry))];
        _normal.Clear();
    }

    public WordReader Reader { get; }

    /// <summary>The entries that nothing can be found by: function words and numbers only.</summary>
    public ImmutableArray<ListedWord> Empty { get; }

    /// <summary>The entries of the longest phrase that begins at the first of <paramref name="words"/>, and how many words it takes.</summary>
    public (IReadOnlyList<ListedWord> Entries, int Length) Longest(ReadOnlySpan<int> words) => _phrases.Longest(words);

    /// <summary>A word of a phrase that is a compound of known words is read as such, so that it is not lost where it stands alone.</summary>
    private void AddWordsOf(string phrase, WordForms words)
    {
        var tokens = Tokenizer.Tokens(phrase);
        foreach (var token in tokens)
        {
            var written = token.In(phrase);
            if (token.Kind == TokenKind.Word && tokens.Count > 1 && !WordReader.IsSilent(written) && Reader.Read(written, token.Join, NormalOf(written)).Contains(CompoundWords.Unread))
                words.Add(NormalOf(written));
        }
    }

    private string NormalOf(ReadOnlySpan<char> written)
    {
        if (!_normal.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var normal))
            _normal[written.ToString()] = normal = WordReader.Normal(written);
        return normal;
    }

    private bool TryAdd(ListedWord entry)
    {
        var numbers = new List<int>();
        foreach (var token in Tokenizer.Tokens(entry.Word))
            numbers.AddRange(token.Kind == TokenKind.Number ? [CompoundWords.Unread] : Reader.Read(token.In(entry.Word), token.Join, NormalOf(token.In(entry.Word))));
        if (numbers.Count == 0 || numbers.Contains(CompoundWords.Unread))
            return false;
        _phrases.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers), entry);
        return true;
    }
}
