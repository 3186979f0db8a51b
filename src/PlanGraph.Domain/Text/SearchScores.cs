using System.Buffers;

namespace PlanGraph.Domain.Text;

/// <summary>A document found, by number.</summary>
internal readonly record struct ScoredDocument(int Number, string Key, float Score);

/// <summary>Adds up the scores of one search over all documents; one pass over the postings of the words met.</summary>
internal sealed class SearchScores : IDisposable
{
    private const float Title = 1;
    private const float Body = 0.3f;
    private const float PerTitleWord = 0.07f;

    private readonly SearchVocabulary _vocabulary;
    private readonly SearchDocuments _documents;
    private readonly float[] _scores;
    private readonly float[] _best;
    private readonly byte[] _met;
    private readonly int[] _touched;
    private int _touchedCount;

    public SearchScores(SearchVocabulary vocabulary, SearchDocuments documents)
    {
        (_vocabulary, _documents) = (vocabulary, documents);
        _scores = Rent<float>();
        _best = Rent<float>();
        _met = Rent<byte>();
        _touched = ArrayPool<int>.Shared.Rent(documents.Count);
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_scores);
        ArrayPool<float>.Shared.Return(_best);
        ArrayPool<byte>.Shared.Return(_met);
        ArrayPool<int>.Shared.Return(_touched);
    }

    /// <summary>Adds one word of the query: the index words it met and how well.</summary>
    public void Add(IReadOnlyDictionary<int, float> met)
    {
        foreach (var (word, weight) in met)
        {
            Raise(_vocabulary[word].InTitle, weight * Title);
            Raise(_vocabulary[word].InBody, weight * Body);
        }
        var rarity = MathF.Log(1 + (float)_documents.Living / Math.Max(1, _touchedCount));
        foreach (var document in _touched.AsSpan(0, _touchedCount))
        {
            _scores[document] += rarity * _best[document];
            _best[document] = 0;
            _met[document]++;
        }
        _touchedCount = 0;
    }

    /// <summary>The best documents that met every one of <paramref name="words"/> words; failing any such document, one word is enough.</summary>
    public (IReadOnlyList<ScoredDocument> Best, int Total) Best(int words, int limit, Func<string, bool>? filter)
    {
        var all = Best((byte)words, filter, new BestDocuments(limit));
        return all.Total > 0 || words == 1 ? all : Best(1, filter, new BestDocuments(limit));
    }

    private (IReadOnlyList<ScoredDocument> Best, int Total) Best(byte least, Func<string, bool>? filter, BestDocuments best)
    {
        var total = 0;
        var titles = _documents.Titles;
        var met = _met.AsSpan(0, titles.Length);
        for (var number = 0; number < met.Length; number++)
        {
            if (met[number] < least || filter?.Invoke(_documents.Key(number)) == false)
                continue;
            total++;
            var score = _scores[number] / (1 + PerTitleWord * Math.Max(0, titles[number] - 2));
            if (score >= best.Least)
                best.Offer(new(number, _documents.Key(number), score));
        }
        return (best.InOrder(), total);
    }

    private void Raise(ReadOnlySpan<int> documents, float weight)
    {
        var titles = _documents.Titles;
        foreach (var document in documents)
        {
            if (_best[document] >= weight || titles[document] == 0)
                continue;
            if (_best[document] == 0)
                _touched[_touchedCount++] = document;
            _best[document] = weight;
        }
    }

    private T[] Rent<T>()
    {
        var rented = ArrayPool<T>.Shared.Rent(_documents.Count);
        rented.AsSpan(0, _documents.Count).Clear();
        return rented;
    }
}
