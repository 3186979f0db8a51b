using System.Text.RegularExpressions;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Imports;

/// <summary>The years that a plan's title says it is for: "2019-2022", "2013-17", "2018-2021 (2030)", "mot 2035".</summary>
public static partial class PeriodsInTitles
{
    /// <summary>
    /// The period of a title; null when it has no year. A year alone is the last year of a plan adopted before it (Klimastrategi 2030, adopted 2018),
    /// the one year of a yearly document (Virksomhetsanalyse 2019), and else the year that the plan is from (Frivillighetsmeldingen 2012).
    /// </summary>
    /// <param name="adopted">When the plan was adopted, if that is known.</param>
    public static Period? Parse(string title, PlanType type = PlanType.Annet, DateOnly? adopted = null)
    {
        var found = Periods.Find(title);
        if (found.Count == 0) return null;
        var first = found.FirstOrDefault(period => !period.IsYear, found[0]);
        var printed = Printed(title, found, first);
        if (!first.IsYear) return new Period(first.From, first.To, printed);
        if (TowardsYear().IsMatch(title[..first.Span.Start]) || adopted?.Year < first.From || (adopted is null && IsLooksAhead(type, first.From)))
            return new Period(null, first.From, printed);
        return new Period(first.From, IsYearly(type) ? first.From : null, printed);
    }

    /// <summary>True when the title has one year alone and nothing tells which end of the period it is.</summary>
    public static bool IsGuess(string title, PlanType type, DateOnly? adopted) =>
        adopted is null && !IsYearly(type) && Periods.Find(title) is { Count: > 0 } found && found.All(period => period.IsYear)
        && !TowardsYear().IsMatch(title[..found[0].Span.Start]);

    /// <summary>The text of a column for the period: years as in a title, and a year alone is the last year.</summary>
    public static Period? ParseCell(string cell)
    {
        var found = Periods.Find(cell);
        if (found.Count == 0) return null;
        var first = found.FirstOrDefault(period => !period.IsYear, found[0]);
        var before = cell[..first.Span.Start];
        if (first.IsYear && UntilYear().IsMatch(before)) return new Period(null, first.From, cell.Trim());
        if (first.IsYear && FromYear().IsMatch(before)) return new Period(first.From, null, cell.Trim());
        return new Period(first.From, first.To, cell.Trim());
    }

    private static bool IsYearly(PlanType type) => type is PlanType.Virksomhetsanalyse or PlanType.Virksomhetsplan;

    /// <summary>Strategies are named after the year they look towards, and that year is round.</summary>
    private static bool IsLooksAhead(PlanType type, int year) => type == PlanType.Strategi && year % 5 == 0;

    /// <summary>From the first character of the period to the last of a year in brackets right behind it.</summary>
    private static string Printed(string title, IReadOnlyList<PeriodInText> found, PeriodInText period)
    {
        var end = period.Span.End;
        var next = found.FirstOrDefault(other => other.Span.Start >= end);
        if (next.Span.Length > 0 && next.IsYear && title[next.Span.Start] == '(' && string.IsNullOrWhiteSpace(title[end..next.Span.Start])) end = next.Span.End;
        var printed = title[period.Span.Start..end].Trim();
        return printed is ['(' or '[', .., ')' or ']'] && printed.IndexOfAny([')', ']']) == printed.Length - 1 ? printed[1..^1] : printed;
    }

    [GeneratedRegex(@"(?:\bmot|\binnen|\binnan|\bfram til|\bfrem til|\bfram mot|\bfrem mot|\btil|\btowards|\buntil)\s*(?:år(?:et)?\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex TowardsYear();

    [GeneratedRegex(@"(?:\bmot|\binnen|\btil|\bt\.o\.m\.?|\bto|\buntil|^\s*[-\u2013])\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex UntilYear();

    [GeneratedRegex(@"(?:\bfra|\bfrå|\bf\.o\.m\.?|\bfrom)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex FromYear();
}
