using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>The longest run of words that two texts have in common.</summary>
internal static class Passages
{
    /// <summary>Shorter runs say nothing.</summary>
    public const int FewestWords = 5;

    /// <summary>Only so many words of each text are looked at.</summary>
    private const int MostWords = 3_000;

    /// <summary>
    /// The run as the first text has it; null when there is none of <see cref="FewestWords"/> words. Case does not matter. Dynamic programming over word pairs:
    /// for the few pairs of texts that are candidates already.
    /// </summary>
    public static string? LongestShared(string first, string second)
    {
        var (one, other) = (Words(first), Words(second));
        if (one.Length < FewestWords || other.Length < FewestWords) return null;
        var (best, end) = (0, 0);
        var above = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = 0; j < other.Length; j++)
            {
                row[j + 1] = one[i].Word == other[j].Word ? above[j] + 1 : 0;
                if (row[j + 1] > best) (best, end) = (row[j + 1], i);
            }
            (above, row) = (row, above);
        }
        return best < FewestWords ? null : first[one[end - best + 1].Start..one[end].End];
    }

    private static (string Word, int Start, int End)[] Words(string text) =>
        [.. Tokenizer.Tokens(text).Take(MostWords).Select(token => (Folding.Lower(token.In(text).ToString()), token.Start, token.End))];
}
