namespace PlanGraph.Domain.Text;

/// <summary>
/// Documents found by their words, in memory. Answers do not depend on the order in which documents came.
/// One thread at a time gets in; others wait (a search takes milliseconds).
/// </summary>
/// <remarks>
/// A document is found when every word of the query meets one of its words as <see cref="SearchText"/> says; when no document has them all, any of them is enough.
/// A word that meets nothing is taken apart as a compound ("skoleplan" finds "Plan for skolen"); failing that it is repaired (one slip from 5 letters, two from 8).
/// Score: over the query's words, the sum of ln(1 + documents ÷ documents that the word meets) × how well it is met (whole word 1, stem 0.9, beginning up to 0.8, compound
/// part 0.6, repaired ¾ of that) × 1 in a title or 0.3 in a body; all divided by 1 + 0.07 per title word beyond the first. Equal scores go by key, in ordinal order.
/// </remarks>
public sealed class SearchIndex
{
    private const int FewDead = 1024;

    private readonly Lock _gate = new();
    private readonly SearchVocabulary _vocabulary = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<SearchDocument?> _documents = [];

    /// <summary>How many documents the index has.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _numbers.Count;
        }
    }

    /// <summary>Adds a document, or replaces the one with the same key.</summary>
    public void Put(string key, string title, string? body)
    {
        lock (_gate)
        {
            RemoveInside(key);
            var number = _documents.Count;
            var words = new List<int>();
            var titleWords = Take(title, number, words, isTitle: true);
            Take(body, number, words, isTitle: false);
            _documents.Add(new(key, [.. words], titleWords));
            _numbers.Add(key, number);
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
            using var scores = new SearchScores(_vocabulary, _documents, _numbers.Count);
            foreach (var met in matches.Words)
                scores.Add(met);
            var (best, total) = scores.Best(matches.Words.Count, limit, filter);
            return new([.. best.Select(found => Hit(found, matches))], total, total > 0 ? matches.Correction : null);
        }
    }

    private SearchIndexHit Hit(ScoredDocument found, SearchMatches matches)
    {
        var matched = _documents[found.Number]!.Words.Where(matches.Has).Select(word => _vocabulary[word].Surface);
        return new(found.Key, found.Score, [.. matched]);
    }

    /// <summary>Notes the words of one field; answers how many it has.</summary>
    private int Take(ReadOnlySpan<char> text, int document, List<int> words, bool isTitle)
    {
        var count = 0;
        var reader = new SearchWordReader(text, stackalloc char[SearchWordReader.Room]);
        while (reader.Read())
        {
            if (reader.IsFunctionWord)
                continue;
            count += reader.IsJoined ? 0 : 1;
            var word = _vocabulary.GetOrAdd(reader.Folded);
            if (_vocabulary[word].Note(document, isTitle, reader.Written))
                words.Add(word);
        }
        return count;
    }

    private bool RemoveInside(string key)
    {
        if (!_numbers.Remove(key, out var number))
            return false;
        foreach (var word in _documents[number]!.Words)
            _vocabulary[word].Documents--;
        _documents[number] = null;
        if (_documents.Count - _numbers.Count > FewDead + _numbers.Count)
            DropDead();
        return true;
    }

    /// <summary>Numbers the living documents anew, in the same order, when more than half are dead.</summary>
    private void DropDead()
    {
        var numbers = new int[_documents.Count];
        var living = 0;
        for (var number = 0; number < numbers.Length; number++)
            numbers[number] = _documents[number] is null ? -1 : living++;
        _vocabulary.Renumber(numbers);
        _documents.RemoveAll(document => document is null);
        for (var number = 0; number < _documents.Count; number++)
            _numbers[_documents[number]!.Key] = number;
    }
}
