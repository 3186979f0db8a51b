using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>Titles as they stand inside the quotation marks of a sentence: marks within the title become single.</summary>
internal static class QuotedTitles
{
    public static string InQuotes(this Node node) => InQuotes(node.Title);

    public static string InQuotes(string title) => title.Replace('«', '‘').Replace('»', '’');
}
