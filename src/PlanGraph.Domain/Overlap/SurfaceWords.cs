using System.Runtime.InteropServices;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// The words of many titles as they are written, each different one once, and which of them each title has, in order. Years, periods and numbers are left out.
/// One pass over the text; everything after it works on the different words.
/// </summary>
internal sealed class SurfaceWords
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Seen> _seen = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _words = [];

    public int Titles => _starts.Count - 1;

    /// <summary>The different words.</summary>
    public IReadOnlyCollection<string> Written => _numbers.Keys;

    public int Count => _seen.Count;

    /// <summary>The words of a title: twice the number of the word, and one more when its capital may be that of a name.</summary>
    public ReadOnlySpan<int> Of(int title) => CollectionsMarshal.AsSpan(_words)[_starts[title].._starts[title + 1]];

    /// <summary>True when the word was seen with the capital of a name.</summary>
    public bool MayBeName(int word) => _seen[word].AsName > 0;

    public IReadOnlyList<PeriodInText> Add(string title)
    {
        var periods = Periods.Find(title);
        var words = SentenceReader.Read(title);
        var hasCapitals = words.Any(word => char.IsUpper(title[word.Token.Start]));
        var next = 0;
        foreach (var (token, mayBeName) in words)
        {
            while (next < periods.Count && periods[next].Span.End <= token.Start) next++;
            if (token.Kind == TokenKind.Number || (next < periods.Count && periods[next].Span.Start < token.End)) continue;
            _words.Add((NumberOf(token.In(title), mayBeName, hasCapitals && !char.IsUpper(title[token.Start])) << 1) | (mayBeName ? 1 : 0));
        }
        _starts.Add(_words.Count);
        return periods;
    }

    /// <summary>What all titles together teach about reading them.</summary>
    public CorpusWords Learn()
    {
        var corpus = new CorpusWords();
        foreach (var (written, number) in _numbers) corpus.Add(written, _seen[number].Times, _seen[number].AsName, _seen[number].AsSmall);
        return corpus;
    }

    private int NumberOf(ReadOnlySpan<char> written, bool mayBeName, bool isSmall)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers.GetAlternateLookup<ReadOnlySpan<char>>(), written, out var known);
        if (!known)
        {
            number = _seen.Count;
            _seen.Add(default);
        }
        ref var seen = ref CollectionsMarshal.AsSpan(_seen)[number];
        seen = new(seen.Times + 1, seen.AsName + (mayBeName ? 1 : 0), seen.AsSmall + (isSmall ? 1 : 0));
        return number;
    }

    private readonly record struct Seen(int Times, int AsName, int AsSmall);
}
