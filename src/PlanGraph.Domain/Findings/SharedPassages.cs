using System.Collections.Immutable;

namespace PlanGraph.Domain.Findings;

/// <summary>A run of words that stands in both texts: the index of its first word in each, and how many words.</summary>
internal readonly record struct SharedPassage(int First, int Second, int Length);

/// <summary>The passages that two texts have word for word.</summary>
internal static class SharedPassages
{
    /// <summary>Shorter runs say nothing.</summary>
    public const int FewestWords = 5;

    public const int Most = 9;

    /// <summary>Only so many words of each text are looked at.</summary>
    private const int MostWords = 3_000;

    /// <summary>The longest first taken, none within another, at most <see cref="Most"/>; in the order of the first text. Dynamic programming over word pairs.</summary>
    public static ImmutableArray<SharedPassage> Of(string[] first, string[] second)
    {
        var taken = new List<SharedPassage>();
        foreach (var run in Runs(first, second).OrderByDescending(run => run.Length).ThenBy(run => run.First).ThenBy(run => run.Second))
        {
            if (taken.Count == Most) break;
            if (!taken.Any(other => Meet(other.First, other.Length, run.First, run.Length) || Meet(other.Second, other.Length, run.Second, run.Length))) taken.Add(run);
        }
        return [.. taken.OrderBy(run => run.First)];
    }

    /// <summary>Runs that cannot be made longer.</summary>
    private static List<SharedPassage> Runs(string[] first, string[] second)
    {
        var (rows, columns) = (Math.Min(first.Length, MostWords), Math.Min(second.Length, MostWords));
        var runs = new List<SharedPassage>();
        var above = new int[columns + 1];
        var row = new int[columns + 1];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                row[j + 1] = first[i] == second[j] ? above[j] + 1 : 0;
                var ends = i + 1 == rows || j + 1 == columns || first[i + 1] != second[j + 1];
                if (ends && row[j + 1] >= FewestWords) runs.Add(new SharedPassage(i + 1 - row[j + 1], j + 1 - row[j + 1], row[j + 1]));
            }
            (above, row) = (row, above);
        }
        return runs;
    }

    private static bool Meet(int one, int oneLength, int other, int otherLength) => one < other + otherLength && other < one + oneLength;
}
