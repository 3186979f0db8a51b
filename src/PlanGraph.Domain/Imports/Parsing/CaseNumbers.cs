using System.Text.RegularExpressions;

namespace PlanGraph.Domain.Imports;

/// <summary>Case numbers (saksnummer) in printed text: "sak K 80/14", "KST-sak 045/19", "PS 12/20", "arkivsak 2018/1234".</summary>
public static partial class CaseNumbers
{
    /// <summary>The first case number in a text, without the word sak; null when there is none.</summary>
    public static string? Find(string text) => CaseNumber().Match(PrintedDates.OneLine(text)) is { Success: true } match ? match.Groups["id"].Value.Trim() : null;

    /// <summary>The text with its case numbers blanked out, as long as before: "80/14" must not be read as a date.</summary>
    internal static string Blank(string text) => CaseNumber().Replace(text, match => new string(' ', match.Length));

    // A council's letters before the number are enough; without them a word for "case" is needed, or 6/2019 would never be June.
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:jf\.?\s*)?(?:(?:\p{L}{1,25}[-. ]?)?sak(?:s(?:nr|nummer))?\.?\s*(?:nr\.?|nummer)?\s*:?\s*(?<id>(?:[A-ZÆØÅ]{1,5}[-. ]{0,2})?\d{1,6}\s?[/-]\s?\d{1,6})" +
        @"|(?<id>(?:kst|ks|k|ps|fs|fsk|f|bys|bs|ft|kf|hu)[-. ]{0,2}\d{1,4}/\d{2,4}))(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();
}
