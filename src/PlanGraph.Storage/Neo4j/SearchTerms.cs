using System.Text;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Storage.Neo4j;

/// <summary>
/// What stands in the full-text index, and how it is asked. The words are prepared by <see cref="SearchText"/>, the same as in the embedded store;
/// the index's analyzer only parts them at spaces.
/// </summary>
internal static class SearchTerms
{
    private const string Special = "+-&|!(){}[]^\"~*?:\\/<>=";

    public static string Of(Node node) => string.Join(' ', SearchText.IndexTerms(SearchedText.Body(node) is { } body ? $"{node.Title}\n{body}" : node.Title));

    /// <summary>The Lucene query for one whole term.</summary>
    public static string Exactly(string term)
    {
        var escaped = new StringBuilder(term.Length + 8);
        foreach (var c in term)
        {
            if (Special.Contains(c, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(c);
        }
        // Bare, AND, OR and NOT would be operators.
        return escaped.ToString() is "AND" or "OR" or "NOT" ? $"\"{escaped}\"" : escaped.ToString();
    }
}
