using System.Runtime.InteropServices;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Lexicon;

/// <summary>
/// Finds listed words in texts: the longest phrase first, then on behind it. The reading of a word is kept and used again.
/// </summary>
/// <param name="words">What is looked for.</param>
/// <param name="names">Words in small letters that are names wherever they have a capital, also where a title begins.</param>
internal sealed class ListedWordFinder(LexiconWords words, IReadOnlySet<string>? names = null)
{
    private static readonly int[] _unread = [CompoundWords.Unread];

    private readonly Dictionary<string, int[]> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _names = new(StringComparer.Ordinal);
    private readonly List<SentenceToken> _tokens = [];
    private readonly List<int> _numbers = [];
    private readonly List<TextSpan> _spans = [];

    /// <summary>Whether the text is in capitals throughout, so that MOT is the preposition.</summary>
    private bool _shouts;

    /// <summary>Puts the topics of <paramref name="text"/> into <paramref name="found"/>, which is emptied first.</summary>
    public void Read(string text, List<TopicMatch> found)
    {
        Begin(text, found);
        SentenceReader.Read(text, _tokens);
        foreach (var (token, mayBeName) in _tokens)
            Add(token.In(text), new(token.Start, token.Length), token.Join, token.Kind == TokenKind.Number, mayBeName, null);
        Find(found);
    }

    /// <summary>The same for a text that was analysed: names and repairs are taken from there, and its words are not looked for again.</summary>
    public void Read(string text, TextFeatures analysed, List<TopicMatch> found)
    {
        Begin(text, found);
        foreach (var (span, steps) in analysed.Tokens)
        {
            var first = steps.Count > 0 ? steps[0].Kind : TokenStepKind.Stemmed;
            Add(text.AsSpan(span.Start, span.Length), span, Tokenizer.JoinAt(text, span.End), first is TokenStepKind.Number or TokenStepKind.Period, first == TokenStepKind.Name, Repaired(steps));
        }
        Find(found);
    }

    private void Begin(string text, List<TopicMatch> found)
    {
        _shouts = text.Contains(' ') && !HasSmallLetter(text);
        found.Clear();
        _numbers.Clear();
        _spans.Clear();
    }

    private static bool HasSmallLetter(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsLower(letter))
                return true;
        }
        return false;
    }

    private static string? Repaired(IReadOnlyList<TokenStep> steps)
    {
        for (var at = 0; at < steps.Count; at++)
        {
            if (steps[at].Kind == TokenStepKind.Repaired && steps[0].Kind != TokenStepKind.Name)
                return steps[at].To;
        }
        return null;
    }

    private void Add(ReadOnlySpan<char> written, TextSpan span, TokenJoin join, bool isNumber, bool isName, string? meant)
    {
        if (_shouts && FunctionWords.Contains(written))
            return;
        var numbers = isNumber ? _unread : NumbersOf(written, join, isName ? _names : _read, isName, meant);
        foreach (var number in numbers)
        {
            _numbers.Add(number);
            _spans.Add(span);
        }
    }

    private int[] NumbersOf(ReadOnlySpan<char> written, TokenJoin join, Dictionary<string, int[]> known, bool isName, string? meant)
    {
        if (join != TokenJoin.Hanging && known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var numbers))
            return numbers;
        numbers = isName || IsKnownName(written) ? words.Reader.ReadName(written, join) : words.Reader.Read(written, join, meant);
        if (join != TokenJoin.Hanging)
            known[written.ToString()] = numbers;
        return numbers;
    }

    private bool IsKnownName(ReadOnlySpan<char> written) => names is not null && char.IsUpper(written[0]) && names.Contains(Folding.Lower(written.ToString()));

    private void Find(List<TopicMatch> found)
    {
        var numbers = CollectionsMarshal.AsSpan(_numbers);
        for (var at = 0; at < numbers.Length;)
        {
            var (entries, length) = words.Longest(numbers[at..]);
            for (var entry = 0; entry < entries.Count; entry++)
                Tell(found, entries[entry], new(_spans[at].Start, _spans[at + length - 1].End - _spans[at].Start));
            at += Math.Max(length, 1);
        }
    }

    private static void Tell(List<TopicMatch> found, ListedWord entry, TextSpan span)
    {
        foreach (ref var known in CollectionsMarshal.AsSpan(found))
        {
            if (known.Topic != entry.Owner)
                continue;
            if (entry.Weight > known.Weight)
                known = new(entry.Owner, entry.Weight, entry.Word, span);
            return;
        }
        found.Add(new(entry.Owner, entry.Weight, entry.Word, span));
    }
}
