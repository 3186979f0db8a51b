namespace PlanGraph.Domain.Text;

/// <summary>
/// Documents found by their words, in memory. Answers do not depend on the order in which documents came.
/// One thread at a time gets in; others wait (a search takes milliseconds).
/// </summary>
/// <remarks>
/// A document is found when every word of the query meets one of its words as <see cref="SearchText"/> says; when no document has them all, those that have most of them are.
/// A word that meets nothing is taken apart as a compound ("skoleplan" finds "Plan for skolen"); failing that it is repaired (one slip from 5 letters, two from 8).
/// Score: over the query's words, the sum of ln(1 + documents ÷ documents that the word meets) × how well it is met (whole word 1, stem 0.9, beginning up to 0.8, compound
/// part 0.6, repaired ¾ of that) × 1 in a title or 0.3 in a body; all divided by 1 + 0.07 per title word beyond the first. Equal scores go by key, in ordinal order.
/// </remarks>
public sealed class SearchIndex
{
    private const int FewDead = 1024;

    private readonly Lock _gate = new();
    private readonly SearchVocabulary _vocabulary = new();
    private readonly SearchDocuments _documents = new();
    private readonly SearchScores _scores;

    /// <summary>An index with no documents.</summary>
    /// <param name="corpusSize">How many documents there are in all, when the index is made of those alone that a search can find; it weighs rare words.</param>
    public SearchIndex(int? corpusSize = null) => _scores = new(_vocabulary, _documents, corpusSize);

    /// <summary>How many documents the index has.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _documents.Living;
        }
    }

    /// <summary>Adds a document, or replaces the one with the same key.</summary>
    public void Put(string key, string title, string? body)
    {
        lock (_gate)
        {
            RemoveInside(key);
            var words = new List<int>();
            var titleWords = Take(title, words, isTitle: true);
            Take(body, words, isTitle: false);
            _documents.Add(key, [.. words], titleWords);
        }
    }

    /// <summary>Takes a document out; false when there is none with the key.</summary>
    public bool Remove(string key)
    {
        lock (_gate)
            return RemoveInside(key);
    }

    /// <summary>The best documents for <paramref name="query"/>.</summary>
    /// <param name="query">As typed. The last word also finds longer words that begin with it, unless white space follows it.</param>
    /// <param name="limit">Most hits to answer, 0 or more; the total counts all.</param>
    /// <param name="filter">Keys it refuses are neither answered nor counted. It is called inside the index's lock.</param>
    public SearchIndexResult Search(string query, int limit, Func<string, bool>? filter = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        lock (_gate)
        {
            var matches = new SearchMatcher(_vocabulary).Match(query);
            if (matches.Words.All(met => met.Count == 0))
                return SearchIndexResult.Nothing;
            return Answer(matches, limit, filter);
        }
    }

    private SearchIndexResult Answer(SearchMatches matches, int limit, Func<string, bool>? filter)
    {
        try
        {
            _scores.Begin();
            foreach (var met in matches.Words)
                _scores.Add(met);
            var (best, total) = _scores.Best(matches.Words.Count, limit, filter);
            return new([.. best.Select(found => Hit(found, matches))], total, total > 0 ? matches.Correction : null);
        }
        finally
        {
            _scores.End();
        }
    }

    private SearchIndexHit Hit(ScoredDocument found, SearchMatches matches)
    {
        var matched = _documents.Words(found.Number).Where(matches.Has).Select(word => _vocabulary[word].Surface);
        return new(found.Key, found.Score, [.. matched]);
    }

    /// <summary>Notes the words of one field of the document to come; answers how many it has.</summary>
    private int Take(ReadOnlySpan<char> text, List<int> words, bool isTitle)
    {
        var count = 0;
        var reader = new SearchWordReader(text, stackalloc char[SearchWordReader.Room]);
        while (reader.Read())
        {
            var word = _vocabulary.GetOrAdd(reader.Folded);
            var entry = _vocabulary[word];
            if (entry.IsFunctionWord)
                continue;
            count += reader.IsJoined ? 0 : 1;
            if (entry.Note(_documents.Count, isTitle, reader.Written))
                words.Add(word);
        }
        return count;
    }

    private bool RemoveInside(string key)
    {
        if (!_documents.Has(key))
            return false;
        foreach (var word in _documents.Remove(key))
            _vocabulary[word].Documents--;
        if (_documents.Count - _documents.Living > FewDead + _documents.Living)
            _vocabulary.Renumber(_documents.DropDead());
        return true;
    }
}
