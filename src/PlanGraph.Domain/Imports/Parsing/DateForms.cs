using System.Globalization;
using System.Text.RegularExpressions;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <param name="Start">Where in the text.</param>
internal sealed record FoundDate(int Start, DateOnly Date, DatePrecision Precision, bool Uncertain);

/// <summary>The forms of a date, the most exact first. Each takes its text away from the next, so "27. januar 2016" is not also "januar 2016".</summary>
internal static partial class DateForms
{
    private const string Months =
        "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|january|february|march|may|june|july|october|december|" +
        "jan|febr|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|des|dec";
    private const string Year4 = @"(?<y>(?:18|19|20|21)\d{2})";
    private const string Year = @"(?<y>(?:18|19|20|21)\d{2}|'?\d{2})(?!\d)";

    private static readonly (Regex Form, Func<Match, FoundDate?> Read)[] _forms =
    [
        (Iso(), match => Day(match)),
        (SeveralDays(), match => Day(match, uncertain: true)),
        (Numeric(), match => Day(match)),
        (DayAndMonthName(), match => Day(match, uncertain: match.Groups["first"].Success)),
        (MonthName(), match => Month(match, match.Groups["first"].Success || match.Groups["y"].Length < 4)),
        (PartOfYear(), match => Part(match)),
        (YearThenPart(), match => Part(match)),
        (Week(), match => InWeek(match)),
        (MonthNumber(), match => Month(match, match.Value.Contains('/', StringComparison.Ordinal))),
        (YearRange(), match => LastOfRange(match)),
        (Compact(), match => Day(match)),
        (SheetDay(), match => FromSheet(match)),
        (YearAlone(), match => OnlyYear(match)),
    ];

    /// <summary>All dates of a text in lower case with plain hyphens and blanks, in their order.</summary>
    public static List<FoundDate> FindAll(string text)
    {
        var found = new List<FoundDate>();
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return found;
        foreach (var (form, read) in _forms)
        {
            text = form.Replace(text, match =>
            {
                if (read(match) is { } date) found.Add(date);
                return new string(' ', match.Length);
            });
        }
        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found;
    }

    private static FoundDate? Day(Match match, bool uncertain = false)
    {
        var (year, month, day) = (YearOf(match.Groups["y"].Value), MonthOf(match), Number(match.Groups["d"]));
        if (year is < 1800 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new FoundDate(match.Index, new DateOnly(year, month, day), DatePrecision.Day, uncertain);
    }

    private static FoundDate? Month(Match match, bool uncertain) => InMonth(match, MonthOf(match), uncertain);

    private static FoundDate? InMonth(Match match, int month, bool uncertain = true)
    {
        var year = YearOf(match.Groups["y"].Value);
        return month is < 1 or > 12 ? null : new FoundDate(match.Index, new DateOnly(year, month, 1), DatePrecision.Month, uncertain);
    }

    /// <summary>The first month of a season, half-year, quarter or third of a year.</summary>
    private static FoundDate? Part(Match match)
    {
        var n = match.Groups["n"].Value is { Length: > 0 } number ? number[0] - '0' : 1;
        var part = match.Groups["part"].Value;
        return InMonth(match, part switch
        {
            "primo" or "tidlig" or "tidleg" or "vinter" or "vinteren" => 1,
            "vår" or "våren" or "spring" => 3,
            "medio" or "sommer" or "sommeren" or "sumar" or "sumaren" or "summer" => 6,
            "høst" or "høsten" or "haust" or "hausten" or "autumn" => 9,
            "sent" or "seint" => 10,
            "ultimo" => 12,
            "halvår" or "h" => n <= 2 ? (n * 6) - 5 : 0,
            "kvartal" or "q" or "kv" => n <= 4 ? (n * 3) - 2 : 0,
            "tertial" or "t" => n <= 3 ? (n * 4) - 3 : 0,
            _ => 0,
        });
    }

    private static FoundDate? InWeek(Match match)
    {
        var (year, week) = (YearOf(match.Groups["y"].Value), Number(match.Groups["n"]));
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year)) return null;
        return new FoundDate(match.Index, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), DatePrecision.Day, Uncertain: true);
    }

    private static FoundDate? LastOfRange(Match match)
    {
        var (from, to) = (Number(match.Groups["y"]), match.Groups["to"].Value);
        var last = to.Length == 4 ? int.Parse(to, CultureInfo.InvariantCulture) : (from / 100 * 100) + int.Parse(to, CultureInfo.InvariantCulture);
        return last < from ? null : new FoundDate(match.Index, new DateOnly(last, 1, 1), DatePrecision.Year, Uncertain: true);
    }

    /// <summary>A sheet counts days from 30 December 1899; only numbers that stand alone are such days (1954–2064).</summary>
    private static FoundDate FromSheet(Match match) =>
        new(match.Index, new DateOnly(1899, 12, 30).AddDays(Number(match.Groups["n"])), DatePrecision.Day, Uncertain: true);

    private static FoundDate OnlyYear(Match match) =>
        new(match.Index, new DateOnly(YearOf(match.Groups["y"].Value), 1, 1), DatePrecision.Year, match.Groups["near"].Success || match.Groups["y"].Length < 4);

    private static int YearOf(string text)
    {
        var year = int.Parse(text.TrimStart('\''), CultureInfo.InvariantCulture);
        if (text.Length == 4) return year;
        return year + (year <= PrintedDates.LastShortYear % 100 ? 2000 : 1900);
    }

    private static int MonthOf(Match match) => match.Groups["m"].Success
        ? Number(match.Groups["m"])
        : match.Groups["name"].Value[..3] switch
        {
            "jan" => 1, "feb" => 2, "mar" => 3, "apr" => 4, "mai" or "may" => 5, "jun" => 6, "jul" => 7, "aug" => 8, "sep" => 9,
            "okt" or "oct" => 10, "nov" => 11, _ => 12,
        };

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)" + Year4 + @"([./-])(?<m>\d{1,2})\1(?<d>\d{1,2})(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<!\d\.)\d{1,2}\.? ?(?:og|-|til) ?(?<d>\d{1,2})[./] ?(?<m>\d{1,2})[./-] ?" + Year)]
    private static partial Regex SeveralDays();

    [GeneratedRegex(@"(?<!\d)(?<!\d[.,])(?<d>\d{1,2})(?: ?[.,/-] ?(?<m>\d{1,2}) ?[.,/-] ?" + Year + @"| ?[ .,/-] ?(?<m>\d{1,2}) ?[ .,/-] ?" + Year4 + @"(?!\d))")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<!\d)(?:(?<first>\d{1,2})\.? ?(?:og|-|til) ?)?(?<d>\d{1,2})\.? ?(?<name>" + Months + @")\.? ?[-,]? ?" + Year)]
    private static partial Regex DayAndMonthName();

    [GeneratedRegex(@"(?<!\p{L})(?:(?<first>" + Months + @")\.? ?(?:-|/|og|til|eller) ?)?(?<name>" + Months + @")\.? ?[-,/]? ?" + Year)]
    private static partial Regex MonthName();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?:(?<n>[1-4])\.? ?)?(?<part>halvår|kvartal|tertial|primo|medio|ultimo|tidlig|tidleg|sent|seint|våren|vår|spring|" +
        @"sommeren|sommer|summer|sumaren|sumar|høsten|høst|hausten|haust|autumn|vinteren|vinter)|(?<part>h|q|t|kv)\.? ?(?<n>[1-4])) ?[-,/]? ?(?:i )?" + Year)]
    private static partial Regex PartOfYear();

    [GeneratedRegex(@"(?<![\d./-])" + Year4 + @" ?[-,/:]? ?(?:(?<n>[1-4])\.? ?(?<part>halvår|kvartal|tertial)|(?<part>h|q|t|kv) ?(?<n>[1-4]))(?!\d)")]
    private static partial Regex YearThenPart();

    [GeneratedRegex(@"(?<!\p{L})(?:uke|veke|week) ?(?<n>\d{1,2}) ?[-,/]? ?(?:i )?" + Year4 + @"(?!\d)")]
    private static partial Regex Week();

    [GeneratedRegex(@"(?<![\d./-])(?<m>0?[1-9]|1[0-2])[./-]" + Year4 + @"(?!\d)")]
    private static partial Regex MonthNumber();

    [GeneratedRegex(@"(?<![\d./-])" + Year4 + @" ?(?:-|/|til|eller) ?(?<to>(?:19|20)\d{2}|\d{2})(?![\d./])")]
    private static partial Regex YearRange();

    [GeneratedRegex(@"(?<!\d)(?:(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)|(?<d>[0-3]\d)(?<m>0[1-9]|1[0-2])(?<y>(?:19|20)\d{2}))(?!\d)")]
    private static partial Regex Compact();

    [GeneratedRegex(@"\A(?<n>[2-5]\d{4})\z")]
    private static partial Regex SheetDay();

    [GeneratedRegex(@"(?<![\d./])(?:(?<near>før|etter|rundt|omkring|innen|innan|fra|frå|til) )?(?<y>(?:18|19|20|21)\d{2}|(?<!\p{L})'\d{2})(?![\d/]|[.,]\d)")]
    private static partial Regex YearAlone();
}
