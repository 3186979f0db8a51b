using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>A term of a title: its number, what it counts before rarity, and whether it belongs to the first subject that the title names.</summary>
internal readonly record struct TitleTerm(int Term, float Weight, bool IsHead);

/// <summary>The titles as terms: every different word read once (<see cref="WordAnalyzer"/>), by two threads, and put together for each title.</summary>
internal sealed class TitleTerms
{
    /// <summary>Words up to this weight may be in any title and tell no subject.</summary>
    public const float WeakWeight = 0.5f;

    private const int Readers = 2;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Term> _terms = [];
    private readonly int[] _starts;
    private readonly List<TitleTerm> _ofTitles;

    public TitleTerms(SurfaceWords surface, TextOptions options)
    {
        var words = Read(surface, options);
        _starts = new int[surface.Titles + 1];
        _ofTitles = new(surface.Titles * 4);
        for (var title = 0; title < surface.Titles; title++)
        {
            Add(surface.Of(title), words, _starts[title]);
            _starts[title + 1] = _ofTitles.Count;
        }
    }

    /// <summary>The number of different terms.</summary>
    public int Count => _terms.Count;

    public ReadOnlySpan<TitleTerm> Of(int title) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ofTitles)[_starts[title].._starts[title + 1]];

    public Term this[int term] => _terms[term];

    /// <summary>A word and a part of a compound meet; a genre never meets a subject.</summary>
    private int NumberOf(string text, FeatureKind kind)
    {
        var key = kind == FeatureKind.Genre ? "genre:" + text : text;
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers[key] = number = _terms.Count;
            _terms.Add(new(text, kind == FeatureKind.Genre, false));
        }
        if (kind == FeatureKind.Name && !_terms[number].IsName) _terms[number] = _terms[number] with { IsName = true };
        return number;
    }

    /// <summary>For each word twice: as a word, and as a name.</summary>
    private WordTerm[][] Read(SurfaceWords surface, TextOptions options)
    {
        string[] written = [.. surface.Written];
        var readings = new WordReading?[written.Length * 2];
        Parallel.For(0, Readers, new ParallelOptions { MaxDegreeOfParallelism = Readers }, reader =>
        {
            var analyzer = new WordAnalyzer(options);
            for (var word = reader; word < written.Length; word += Readers)
            {
                var token = new Token(0, written[word].Length, TokenKind.Word, TokenJoin.None);
                readings[word * 2] = analyzer.Read(token, written[word], asName: false);
                if (surface.MayBeName(word)) readings[(word * 2) + 1] = analyzer.Read(token, written[word], asName: true);
            }
        });
        return [.. readings.Select(reading => reading is null ? [] : reading.Features.Where(feature => feature.Weight > 0)
            .Select(feature => new WordTerm(NumberOf(feature.Term, feature.Kind), (float)feature.Weight, feature.Kind)).ToArray())];
    }

    /// <summary>Each term once, with the highest weight it had.</summary>
    private void Add(ReadOnlySpan<int> words, WordTerm[][] readings, int start)
    {
        var head = -1;
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var (term, weight, kind) in readings[words[at]])
            {
                if (head < 0 && weight > WeakWeight && kind is FeatureKind.Word or FeatureKind.Name) head = at;
                Put(new(term, weight, head == at), start);
            }
        }
    }

    private void Put(TitleTerm term, int start)
    {
        foreach (ref var known in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ofTitles)[start..])
        {
            if (known.Term != term.Term) continue;
            known = new(term.Term, Math.Max(known.Weight, term.Weight), known.IsHead || term.IsHead);
            return;
        }
        _ofTitles.Add(term);
    }

    private readonly record struct WordTerm(int Term, float Weight, FeatureKind Kind);
}

/// <summary>A term: as stemmed, whether it is a kind of document, and whether it was ever read as a name.</summary>
internal readonly record struct Term(string Text, bool IsGenre, bool IsName);
