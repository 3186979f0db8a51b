using System.Buffers;

namespace PlanGraph.Web.Exports;

/// <summary>
/// A spreadsheet takes a cell that begins with one of these for a formula (CWE-1236). Exports put a quote before such texts; imports take it off, so
/// that the text comes back as it was.
/// </summary>
internal static class CsvGuard
{
    private const char Guard = '\'';
    private static readonly SearchValues<char> _dangerous = SearchValues.Create("=+-@\t\r");

    public static string PutOn(string text) => IsDangerous(text) ? Guard + text : text;

    public static string TakeOff(string text) => text is [Guard, ..] && IsDangerous(text) ? text[1..] : text;

    /// <summary>Quotes before the dangerous character do not count: a text that has one of its own gets another.</summary>
    private static bool IsDangerous(string text)
    {
        var rest = text.AsSpan().TrimStart(Guard);
        return rest.Length > 0 && _dangerous.Contains(rest[0]);
    }
}
