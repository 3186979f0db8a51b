using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>
/// Answers <see cref="SearchQuery"/>. The database's index finds the candidates (words that are met, begun or nearly typed); the same
/// <see cref="SearchIndex"/> as in the embedded store, made of the candidates alone, says which are hits, how good, and what was corrected.
/// </summary>
internal sealed class SearchReader(ICypherTransport transport)
{
    /// <summary>More candidates than this are cut by the database's own ranking; then totals and order beyond the first are approximate.</summary>
    private const int MaxCandidates = 5_000;

    public async Task<SearchResult> ReadAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var text = QueryRanges.Cut(query.Text);
        var words = SearchText.QueryWords(text);
        if (words.Count == 0) return new SearchResult([], 0, null);
        var kinds = NeighbourhoodReader.Kinds(query.Kinds);
        var (corpus, met) = await CandidatesAsync(words, kinds, Meeting, cancellationToken);
        var index = IndexOf(met, corpus);
        var unmet = words.Where(word => !IsMet(word, index)).ToList();
        if (unmet.Count == 0) return Answer(index, text, query, met);
        var (_, near) = await CandidatesAsync(unmet, kinds, Nearly, cancellationToken);
        List<Node> all = [.. met.Concat(near).DistinctBy(node => node.Id)];
        return Answer(IndexOf(all, corpus), text, query, all);
    }

    private async Task<(long Corpus, List<Node> Found)> CandidatesAsync(
        IEnumerable<QueryWord> words, string[] kinds, Func<QueryWord, IEnumerable<string>> terms, CancellationToken cancellationToken)
    {
        var asked = words.SelectMany(terms).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0) return (0, []);
        var row = (await transport.ReadAsync(Statements.Explore.SearchTerms, new()
        {
            ["query"] = string.Join(' ', asked), ["kinds"] = kinds, ["limit"] = (long)MaxCandidates,
        }, cancellationToken))[0];
        return (row.Number("corpus"), [.. NeighbourhoodReader.Present(row.List("found")).Select(NeighbourhoodReader.ToNode).DistinctBy(node => node.Id)]);
    }

    private static SearchIndex IndexOf(List<Node> candidates, long corpus)
    {
        var index = new SearchIndex((int)corpus);
        foreach (var node in candidates) index.Put(node.Id.Value, node.Title, SearchedText.Body(node));
        return index;
    }

    private static SearchResult Answer(SearchIndex index, string text, SearchQuery query, List<Node> candidates)
    {
        var byId = candidates.ToDictionary(node => node.Id.Value, StringComparer.Ordinal);
        var found = index.Search(text, query.Limit);
        return new SearchResult([.. found.Hits.Select(hit => new SearchHit(byId[hit.Key], hit.Score, hit.Matched))], found.Total, found.Correction);
    }

    /// <summary>Terms of the index that a word of the query meets as it is typed, or that its parts meet.</summary>
    private static IEnumerable<string> Meeting(QueryWord word)
    {
        yield return SearchTerms.Exactly(word.Forms.Folded);
        yield return SearchTerms.Exactly(word.Forms.Stem);
        if (word.IsPrefix) yield return SearchTerms.Exactly(word.Forms.Folded) + "*";
        foreach (var part in word.Forms.Parts) yield return SearchTerms.Exactly(part.Stem);
    }

    /// <summary>Terms a slip or two away, and longer words whose beginning is.</summary>
    private static IEnumerable<string> Nearly(QueryWord word)
    {
        var folded = word.Forms.Folded;
        if (folded.Length < 5) yield break;
        yield return $"{SearchTerms.Exactly(folded)}~{(folded.Length < 8 ? 1 : 2)}";
        yield return SearchTerms.Exactly(folded[..(folded.Length / 2)]) + "*";
    }

    private static bool IsMet(QueryWord word, SearchIndex index) =>
        index.Search(word.Forms.Folded + (word.IsPrefix ? "" : " "), 1) is { Total: > 0, Correction: null };
}
