using System.Buffers;
using System.Globalization;
using System.Text;

namespace PlanGraph.Web.Exports;

/// <summary>Writes CSV as Norwegian spreadsheets open it with a double click: semicolons, UTF-8 with byte order mark, CRLF, decimal comma, dd.mm.yyyy.</summary>
internal static class CsvWriting
{
    private static readonly SearchValues<char> _needsQuotes = SearchValues.Create(";\"\r\n");

    public static byte[] Write(ExportTable table)
    {
        var text = new StringBuilder();
        Line(text, table.Columns.Select(column => ExportCell.Of(column.Header)));
        foreach (var row in table.Rows) Line(text, row);
        return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<ExportCell> cells)
    {
        text.AppendJoin(';', cells.Select(cell => Quoted(Plain(cell)))).Append("\r\n");
    }

    private static string Plain(ExportCell cell) => cell switch
    {
        ExportCell.Date date => date.Value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        // A number is written as one, also a negative one: only texts can be formulas.
        ExportCell.Number number => number.Value.ToString("0.###############", CultureInfo.InvariantCulture).Replace('.', ','),
        ExportCell.Text text => CsvGuard.PutOn(FileText.Clean(text.Value)),
        _ => "",
    };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(_needsQuotes) || text.Length != text.AsSpan().Trim().Length ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
