namespace PlanGraph.Domain.Text;

/// <summary>How many slips of the finger part two words.</summary>
public static class EditDistance
{
    private const int OnStack = 128;

    /// <summary>
    /// Damerau's distance in its restricted form (optimal string alignment): a letter too many, too few or wrong, or two neighbours swapped, counts one.
    /// Answers <paramref name="max"/> + 1 as soon as it is sure to be above <paramref name="max"/>; only the 2·max + 1 diagonals in question are computed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="max"/> is negative.</exception>
    public static int Damerau(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int max)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        if (Math.Abs(one.Length - other.Length) > max)
            return max + 1;
        var same = one.CommonPrefixLength(other);
        one = one[same..];
        other = other[same..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }
        if (one.IsEmpty || other.IsEmpty)
            return Math.Min(Math.Max(one.Length, other.Length), max + 1);
        return max == 0 ? 1 : Banded(one, other, max);
    }

    private static int Banded(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int max)
    {
        var width = other.Length + 1;
        Span<int> rows = width * 3 <= OnStack ? stackalloc int[width * 3] : new int[width * 3];
        var (before, last, row) = (0, width, 2 * width);
        rows.Fill(max + 1);
        for (var column = 0; column <= Math.Min(max, other.Length); column++)
            rows[last + column] = column;
        for (var line = 1; line <= one.Length; line++)
        {
            if (FillRow(rows.Slice(before, width), rows.Slice(last, width), rows.Slice(row, width), one, other, line, max) > max)
                return max + 1;
            (before, last, row) = (last, row, before);
        }
        return Math.Min(rows[last + other.Length], max + 1);
    }

    /// <summary>One row within the band; answers its smallest value.</summary>
    private static int FillRow(
        ReadOnlySpan<int> before, ReadOnlySpan<int> last, Span<int> row, ReadOnlySpan<char> one, ReadOnlySpan<char> other, int line, int max)
    {
        var first = Math.Max(1, line - max);
        var end = Math.Min(other.Length, line + max);
        row[first - 1] = first == 1 ? Math.Min(line, max + 1) : max + 1;
        if (end < other.Length)
            row[end + 1] = max + 1;
        var smallest = row[first - 1];
        for (var column = first; column <= end; column++)
        {
            var same = one[line - 1] == other[column - 1];
            var best = Math.Min(last[column - 1] + (same ? 0 : 1), Math.Min(last[column], row[column - 1]) + 1);
            if (line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1])
                best = Math.Min(best, before[column - 2] + 1);
            row[column] = best;
            smallest = Math.Min(smallest, best);
        }
        return smallest;
    }
}
