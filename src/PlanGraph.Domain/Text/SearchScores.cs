namespace PlanGraph.Domain.Text;

/// <summary>A document found, by number.</summary>
internal readonly record struct ScoredDocument(int Number, string Key, float Score);

/// <summary>
/// Adds up the scores of one search: one pass over the postings of the words met. The columns are kept from search to search, and only what a search touched is
/// cleared behind it, so that a rare word costs little in a large index.
/// </summary>
internal sealed class SearchScores(SearchVocabulary vocabulary, SearchDocuments documents, int? corpusSize)
{
    private const float Title = 1;
    private const float Body = 0.3f;
    private const float PerTitleWord = 0.07f;

    private readonly List<int> _touched = [];
    private readonly List<int> _candidates = [];
    private float[] _scores = [];
    private float[] _best = [];
    private byte[] _met = [];

    /// <summary>Makes room for all documents; before the first word.</summary>
    public void Begin()
    {
        if (_met.Length >= documents.Count)
            return;
        var room = documents.Count + documents.Count / 4;
        (_scores, _best, _met) = (new float[room], new float[room], new byte[room]);
    }

    /// <summary>Adds one word of the query: the index words it met and how well.</summary>
    public void Add(IReadOnlyDictionary<int, float> met)
    {
        foreach (var (word, weight) in met)
        {
            Raise(vocabulary[word].InTitle, weight * Title);
            Raise(vocabulary[word].InBody, weight * Body);
        }
        var rarity = MathF.Log(1 + (float)(corpusSize ?? documents.Living) / Math.Max(1, _touched.Count));
        foreach (var document in _touched)
        {
            if (_met[document]++ == 0)
                _candidates.Add(document);
            _scores[document] += rarity * _best[document];
            _best[document] = 0;
        }
        _touched.Clear();
    }

    /// <summary>The best documents that met every one of <paramref name="words"/> words; failing any such document, those that met most.</summary>
    public (IReadOnlyList<ScoredDocument> Best, int Total) Best(int words, int limit, Func<string, bool>? filter)
    {
        var all = Best((byte)words, filter, new BestDocuments(limit));
        return all.Total > 0 ? all : Best(MostMet(filter), filter, new BestDocuments(limit));
    }

    /// <summary>Clears what the search touched; after every search, also one that failed.</summary>
    public void End()
    {
        foreach (var document in _candidates)
            (_scores[document], _met[document]) = (0, 0);
        _candidates.Clear();
    }

    private byte MostMet(Func<string, bool>? filter)
    {
        byte most = 1;
        foreach (var number in _candidates)
        {
            if (_met[number] > most && filter?.Invoke(documents.Key(number)) != false)
                most = _met[number];
        }
        return most;
    }

    private (IReadOnlyList<ScoredDocument> Best, int Total) Best(byte least, Func<string, bool>? filter, BestDocuments best)
    {
        var total = 0;
        var titles = documents.Titles;
        foreach (var number in _candidates)
        {
            if (_met[number] < least || filter?.Invoke(documents.Key(number)) == false)
                continue;
            total++;
            var score = _scores[number] / (1 + PerTitleWord * Math.Max(0, titles[number] - 2));
            if (score >= best.Least)
                best.Offer(new(number, documents.Key(number), score));
        }
        return (best.InOrder(), total);
    }

    private void Raise(ReadOnlySpan<int> postings, float weight)
    {
        var titles = documents.Titles;
        foreach (var document in postings)
        {
            if (_best[document] >= weight || titles[document] == 0)
                continue;
            if (_best[document] == 0)
                _touched.Add(document);
            _best[document] = weight;
        }
    }
}
