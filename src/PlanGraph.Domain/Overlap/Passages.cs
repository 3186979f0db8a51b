using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>The longest run of words that two texts have in common.</summary>
internal static class Passages
{
    /// <summary>The run as the first text has it, the first of those equally long; null when there is none of <see cref="SharedPassages.FewestWords"/> words. Case does not matter.</summary>
    public static string? LongestShared(string first, string second)
    {
        var (one, other) = (Tokenizer.Tokens(first), Tokenizer.Tokens(second));
        var longest = SharedPassages.Of(Words(one, first), Words(other, second)).DefaultIfEmpty().MaxBy(run => run.Length);
        return longest.Length == 0 ? null : first[one[longest.First].Start..one[longest.First + longest.Length - 1].End];
    }

    private static string[] Words(IReadOnlyList<Token> tokens, string text) => [.. tokens.Select(token => Folding.Lower(token.In(text).ToString()))];
}
