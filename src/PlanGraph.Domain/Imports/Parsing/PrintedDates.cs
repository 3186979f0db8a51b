using System.Text;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>
/// Dates as municipal lists print them. Understood: 27.1.16 · 27.01.2016 · 27/1-16 · 2016-01-27 · 27. januar 2016 · 17. og 18.04.18 · des. 2025 ·
/// 06.2023 · 2. halvår 2021 · Q3 2022 · 2. tertial 2020 · våren 2021 · medio 2020 · uke 24 2020 · 2021? · 2019-2020 · 20160127, and a sheet's day number.
/// Words and case numbers around the date are passed over.
/// </summary>
/// <remarks>
/// A two-digit year is in the hundred years up to <see cref="LastShortYear"/>. Of several dates the last counts and the answer is uncertain: a matter
/// that took two days of meetings was decided on the second. Only years 1800–2200 are dates.
/// </remarks>
public static class PrintedDates
{
    /// <summary>"59" is 2059 and "60" is 1960.</summary>
    public const int LastShortYear = 2059;

    /// <summary>Longer text than this is cut before it is read; what is kept as printed is whole.</summary>
    public const int LongestRead = 500;

    private static readonly string[] _doubts =
        ["?", "ca.", "ca ", "cirka", "omtrent", "trolig", "truleg", "antatt", "anteke", "forvent", "venta ", "planlagt", "planlagd", "muligens", "mulig ",
         "mogleg", "kanskje", "innen ", "innan ", "tidligst", "tidlegast", "senest", "seinast", "eventuelt", "evt", " eller ", "foreløpig", "førebels",
         "estimert", "sannsynlig", "sannsynleg", "vedtas", "blir vedtatt", "skal vedtas"];

    /// <summary>What a text says of a date. <see cref="PrintedDate.Printed"/> is the text, trimmed; the date is null when none was understood.</summary>
    public static PrintedDate Parse(string printed)
    {
        var whole = printed.Trim();
        var text = Plain(whole);
        var found = DateForms.FindAll(CaseNumbers.Blank(text));
        if (found.Count == 0) return new PrintedDate(whole);
        var last = found[^1];
        return new PrintedDate(whole, last.Date, last.Precision, last.Uncertain || found.Count > 1 || SaysDoubt(text));
    }

    /// <summary>
    /// The first date behind a place in the text, when there is one there; else what the whole text says. More dates than one make it uncertain.
    /// </summary>
    internal static PrintedDate ParseAfter(string printed, int start)
    {
        var whole = printed.Trim();
        var text = CaseNumbers.Blank(Plain(whole));
        var all = DateForms.FindAll(text);
        if (start < 0 || all.FirstOrDefault(date => date.Start >= start) is not { } after) return Parse(printed);
        return new PrintedDate(whole, after.Date, after.Precision, after.Uncertain || all.Count > 1 || SaysDoubt(text));
    }

    /// <summary>True when a text that gave no date looks as if it holds one all the same.</summary>
    public static bool LooksLikeDate(string printed) => CaseNumbers.Blank(Plain(printed)).AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>True when the two say the same, the wording aside.</summary>
    public static bool SameMeaning(PrintedDate? one, PrintedDate? other) =>
        one is null || other is null
            ? one is null && other is null
            : one.Date is null && other.Date is null
                ? one.Printed == other.Printed
                : one.Date == other.Date && one.Precision == other.Precision;

    internal static bool SaysDoubt(string plain) => _doubts.Any(word => plain.Contains(word, StringComparison.Ordinal));

    /// <summary>The text on one line with single blanks, cut: the patterns that read it are never given long runs of anything.</summary>
    internal static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestRead));
        foreach (var c in text.AsSpan().Trim())
        {
            if (line.Length == LongestRead) break;
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString();
    }

    /// <summary>One line in lower case with plain hyphens and apostrophes.</summary>
    internal static string Plain(string text) => OneLine(text) is var line ? string.Create(line.Length, line, static (into, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            into[i] = from[i] switch
            {
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                '\u2019' or '\u2018' or '\u00B4' => '\'',
                var c => char.ToLowerInvariant(c),
            };
        }
    }) : "";
}
