using System.Runtime.InteropServices;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Lexicon;

/// <summary>
/// Finds topics in texts: the longest listed phrase first, then on behind it; function words between the words of a phrase do not count; words inside compounds are found
/// (barnehagebruksplan), and so are both norms and all inflections. A topic found more than once is told once, with its highest weight.
/// </summary>
/// <remarks>
/// The reading of a word is kept and used again, so one reader serves many texts fast (about a microsecond a title); it is for one thread at a time, and for the texts of one
/// <see cref="TextAnalyzer"/>. The lexicon itself may be shared.
/// </remarks>
public sealed class TopicReader(TopicLexicon lexicon)
{
    private readonly LexiconWords _words = lexicon.Words;
    private readonly Dictionary<string, int[]> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _names = new(StringComparer.Ordinal);
    private readonly List<int> _numbers = [];
    private readonly List<TextSpan> _spans = [];

    /// <summary>Whether the text is in capitals throughout, so that MOT is the preposition.</summary>
    private bool _shouts;

    /// <summary>The topics of <paramref name="text"/>, in order of appearance.</summary>
    public IReadOnlyList<TopicMatch> Read(string text)
    {
        var found = new List<TopicMatch>();
        Read(text, found);
        return found;
    }

    /// <summary>Puts the topics of <paramref name="text"/> into <paramref name="found"/>, which is emptied first.</summary>
    public void Read(string text, List<TopicMatch> found)
    {
        Begin(text, found);
        foreach (var (token, mayBeName) in SentenceReader.Read(text))
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
            var hanging = span.End < text.Length && text[span.End] is '-' or '\u2010' or '\u2011';
            var join = hanging ? TokenJoin.Hanging : TokenJoin.None;
            Add(text.AsSpan(span.Start, span.Length), span, join, first is TokenStepKind.Number or TokenStepKind.Period, first == TokenStepKind.Name, Repaired(steps));
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
        var numbers = isNumber ? [CompoundWords.Unread] : NumbersOf(written, join, isName ? _names : _read, isName, meant);
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
        numbers = isName ? _words.Reader.ReadName(written, join) : _words.Reader.Read(written, join, meant);
        if (join != TokenJoin.Hanging)
            known[written.ToString()] = numbers;
        return numbers;
    }

    private void Find(List<TopicMatch> found)
    {
        var numbers = CollectionsMarshal.AsSpan(_numbers);
        for (var at = 0; at < numbers.Length;)
        {
            var (entries, length) = _words.Longest(numbers[at..]);
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
