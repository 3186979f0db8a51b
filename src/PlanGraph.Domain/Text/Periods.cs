using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanGraph.Domain.Text;

/// <summary>
/// Years and periods of a text: "2019–2022", "2019-22", "2019/2020", "2019 til 2022", "(2018-2021)", "2017-", "2030".
/// "2018-2021 (2030)" gives two: the period and the year it looks towards. Dates (02.02.2024, 2024-02-02), case numbers (2019/1234) and longer numbers are no periods.
/// </summary>
public static partial class Periods
{
    private const int Century = 100;
    private const int LongestWithShortYear = 60;

    /// <summary>All periods in order of appearance; they do not overlap.</summary>
    public static IReadOnlyList<PeriodInText> Find(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return [];
        var found = new List<PeriodInText>();
        foreach (Match match in YearOrPeriod().Matches(text))
            AddTo(found, match, text);
        return found;
    }

    /// <summary>The text with its periods replaced by one space each: what is left to compare two titles by.</summary>
    public static string Without(string text, IReadOnlyList<PeriodInText> periods)
    {
        if (periods.Count == 0)
            return text;
        var rest = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var period in periods)
        {
            rest.Append(text.AsSpan(at, period.Span.Start - at)).Append(' ');
            at = period.Span.End;
        }
        return rest.Append(text.AsSpan(at)).ToString();
    }

    private static void AddTo(List<PeriodInText> found, Match match, string text)
    {
        var from = Number(match.Groups["from"]);
        var second = match.Groups["to"];
        if (match.Groups["open"].Success)
            found.Add(new(from, null, WithBrackets(match, text)));
        else if (!second.Success)
            found.Add(new(from, from, WithBrackets(match, text)));
        else if (LastYear(from, second) is { } to)
            found.Add(new(from, to, WithBrackets(match, text)));
        else
            AddSeparately(found, match.Groups["from"], second);
    }

    private static void AddSeparately(List<PeriodInText> found, Group first, Group second)
    {
        found.Add(new(Number(first), Number(first), new(first.Index, first.Length)));
        if (second.Length == 4)
            found.Add(new(Number(second), Number(second), new(second.Index, second.Length)));
    }

    private static int? LastYear(int from, Group second)
    {
        var to = Number(second);
        if (second.Length == 4)
            return to >= from ? to : null;
        to += from / Century * Century;
        to += to < from ? Century : 0;
        return to - from <= LongestWithShortYear ? to : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static TextSpan WithBrackets(Match match, string text)
    {
        var start = match.Index;
        var end = start + match.Length;
        var bracketed = start > 0 && end < text.Length && (text[start - 1], text[end]) is ('(', ')') or ('[', ']');
        return bracketed ? new(start - 1, match.Length + 2) : new(start, match.Length);
    }

    // Before: no digit, no date or decimal. Behind a single year: no digit, no decimal or date, no case number.
    [GeneratedRegex(
        @"(?<![0-9]|[0-9][.,/-])(?<from>(?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]|-[0-9]{2}-[0-9]{2}(?![0-9]))" +
        @"(?:\s?(?:[-/\u2010\u2011\u2012\u2013\u2014\u2212]|til|t\.o\.m\.)\s?(?<to>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9]|[-.,/][0-9])" +
        @"|(?<open>\s?[-\u2013])(?=\s*$|\s*[),;*])|(?!/[0-9]{3}))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearOrPeriod();
}
