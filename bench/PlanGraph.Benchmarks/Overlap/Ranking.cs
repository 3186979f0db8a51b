namespace PlanGraph.Benchmarks.Overlap;

/// <summary>How good an order of suggestions is.</summary>
/// <param name="AveragePrecision">The precision at every right one, averaged over all right ones, found or not.</param>
/// <param name="Recall">The share of the right ones among the first suggestions, as many as the budget.</param>
internal readonly record struct Ranking(double AveragePrecision, double Recall)
{
    public static Ranking Of(IEnumerable<(double Score, bool IsRight)> suggestions, int positives, int budget)
    {
        var (seen, right, sum, within) = (0, 0, 0.0, 0);
        foreach (var (_, isRight) in suggestions)
        {
            seen++;
            if (!isRight) continue;
            right++;
            sum += (double)right / seen;
            if (seen <= budget) within++;
        }
        return new(sum / positives, (double)within / positives);
    }
}

/// <summary>Whether pairs shown at a score are right as often as the score says.</summary>
internal static class Calibration
{
    public static void Print(IEnumerable<(double Score, bool IsRight)> suggestions)
    {
        foreach (var group in suggestions.Where(pair => pair.Score >= 0.1).GroupBy(pair => Math.Min(9, (int)(pair.Score * 10))).OrderBy(group => group.Key))
            Console.WriteLine($"  scored {group.Key / 10.0:0.0}–{(group.Key + 1) / 10.0:0.0}: {group.Count(),4} pairs, {group.Average(pair => pair.IsRight ? 1.0 : 0.0):0.00} right");
    }
}
