namespace PlanGraph.Domain.Text;

/// <summary>One document found. <see cref="Matched"/> are its words that the query met, in lower case, as they are written in the indexed documents.</summary>
public sealed record SearchIndexHit(string Key, double Score, IReadOnlyList<string> Matched);

/// <summary>
/// The answer to a search. <see cref="Total"/> counts all documents found, also those beyond the limit. <see cref="Correction"/> is the query that was really
/// searched for when a word of it was repaired ("klimastratgi" → "klimastrategi"); null when nothing was.
/// </summary>
public sealed record SearchIndexResult(IReadOnlyList<SearchIndexHit> Hits, int Total, string? Correction)
{
    /// <summary>Nothing found.</summary>
    public static SearchIndexResult Nothing { get; } = new([], 0, null);
}
