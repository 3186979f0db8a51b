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
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<Seen> _seen = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _words = [];
    private readonly List<SentenceToken> _tokens = [];

    public SurfaceWords() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Titles => _starts.Count - 1;

    /// <summary>The different words.</summary>
    public IReadOnlyCollection<string> Written => _numbers.Keys;

    public int Count => _seen.Count;

    /// <summary>The words of a title: twice the number of the word, and one more when its capital may be that of a name.</summary>
    public ReadOnlySpan<int> Of(int title) => CollectionsMarshal.AsSpan(_words)[_starts[title].._starts[title + 1]];

    /// <summary>True when the word was seen with the capital of a name.</summary>
    public bool MayBeName(int word) => _seen[word].AsName > 0;

    /// <summary>Adds a title; answers its periods.</summary>
    public IReadOnlyList<PeriodInText> Add(string title)
    {
        var periods = Periods.Find(title);
        SentenceReader.Read(title, _tokens);
        var hasCapitals = HasCapitals(title);
        var next = 0;
        foreach (var (token, mayBeName) in _tokens)
        {
            while (next < periods.Count && periods[next].Span.End <= token.Start) next++;
            if (token.Kind == TokenKind.Number || (next < periods.Count && periods[next].Span.Start < token.End)) continue;
            var number = NumberOf(token.In(title));
            ref var seen = ref CollectionsMarshal.AsSpan(_seen)[number];
            seen = seen.And(new(1, mayBeName ? 1 : 0, hasCapitals && !char.IsUpper(title[token.Start]) ? 1 : 0));
            _words.Add((number << 1) | (mayBeName ? 1 : 0));
        }
        _starts.Add(_words.Count);
        return periods;
    }

    /// <summary>The words of several shares of the titles, one behind the other. A word has the number that it would have if all titles were added to one.</summary>
    public static SurfaceWords Together(IReadOnlyList<SurfaceWords> shares)
    {
        foreach (var share in shares.Skip(1)) shares[0].Append(share);
        return shares[0];
    }

    /// <summary>What all titles together teach about reading them.</summary>
    public CorpusWords Learn()
    {
        var corpus = new CorpusWords();
        foreach (var (written, number) in _numbers) corpus.Add(written, _seen[number].Times, _seen[number].AsName, _seen[number].AsSmall);
        return corpus;
    }

    private void Append(SurfaceWords other)
    {
        var numbers = new int[other.Count];
        foreach (var (written, number) in other._numbers)
        {
            numbers[number] = NumberOf(written);
            ref var seen = ref CollectionsMarshal.AsSpan(_seen)[numbers[number]];
            seen = seen.And(other._seen[number]);
        }
        var before = _words.Count;
        foreach (var word in other._words) _words.Add((numbers[word >> 1] << 1) | (word & 1));
        foreach (var start in other._starts.Skip(1)) _starts.Add(before + start);
    }

    private bool HasCapitals(string title)
    {
        foreach (var word in _tokens)
        {
            if (char.IsUpper(title[word.Token.Start])) return true;
        }
        return false;
    }

    private int NumberOf(ReadOnlySpan<char> written)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, written, out var known);
        if (known) return number;
        number = _seen.Count;
        _seen.Add(default);
        return number;
    }

    private readonly record struct Seen(int Times, int AsName, int AsSmall)
    {
        public Seen And(Seen other) => new(Times + other.Times, AsName + other.AsName, AsSmall + other.AsSmall);
    }
}
