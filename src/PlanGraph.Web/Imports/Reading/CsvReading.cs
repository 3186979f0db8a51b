using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using PlanGraph.Domain.Imports;
using PlanGraph.Web.Exports;

namespace PlanGraph.Web.Imports.Reading;

/// <summary>
/// Reads CSV as RFC 4180 says, with what is common in Norway: semicolons, or commas or tabs; quoted cells with line ends in them; a quote inside an
/// unquoted cell is only a quote. Rows are numbered by line, as the user's editor numbers them.
/// </summary>
internal static class CsvReading
{
    private const int SniffedLines = 20;
    private const int LongestName = 40;

    private static readonly char[] _delimiters = [';', '\t', ','];

    /// <summary>Stands in no text: control characters are refused.</summary>
    private const char None = '\0';

    public static ImportTable Read(string file, string text, int rows, CancellationToken cancellationToken)
    {
        var reader = new Reader(text, Delimiter(text));
        var lines = ImmutableArray.CreateBuilder<ImportLine>();
        while (reader.Next() is { } line)
        {
            if (line.Cells.All(cell => cell.Length == 0)) continue;
            if (lines.Count == rows) throw new UnreadableException("imports.file.tooManyRows", line.Row, ("max", rows));
            if (lines.Count % 1000 == 0) cancellationToken.ThrowIfCancellationRequested();
            lines.Add(line);
        }
        return new ImportTable(file, null, lines.ToImmutable());
    }

    /// <summary>The one of ; tab and , that stands most outside quotes in the first lines that are no comments; ; when none does.</summary>
    private static char Delimiter(string text)
    {
        if (IsOneColumn(text)) return None;
        int semicolons = 0, tabs = 0, commas = 0, line = 0;
        var (quoted, comment) = (false, text.StartsWith('#'));
        for (var at = 0; at < text.Length && line < SniffedLines; at++)
        {
            var c = text[at];
            if (c == '"' && !comment) quoted = !quoted;
            else if (c == '\n' && !quoted) (line, comment) = (line + 1, at + 1 < text.Length && text[at + 1] == '#');
            else if (quoted || comment) continue;
            else if (c == ';') semicolons++;
            else if (c == '\t') tabs++;
            else if (c == ',') commas++;
        }
        if (semicolons > 0 && semicolons * 2 >= commas) return ';';
        if (tabs > 0) return '\t';
        return commas > semicolons ? ',' : ';';
    }

    /// <summary>True when one of the first lines is nothing but the name of a title column: the commas below belong to the titles ("Plan for helse, omsorg og velferd").</summary>
    private static bool IsOneColumn(string text)
    {
        var (lines, named) = (0, false);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (lines++ == SniffedLines) break;
            if (line.Length is > 0 and < LongestName && !line.ContainsAny(_delimiters) && IsTitles(line.Trim(" \"").ToString())) named = true;
            else if (named && IsHeader(line.ToString())) return false;
        }
        return named;
    }

    private static bool IsTitles(string header) => ColumnNames.Find(header) is Column.Plan or Column.Title;

    /// <summary>True when a line names a column of titles and others: what stood above was the table's title.</summary>
    private static bool IsHeader(string line)
    {
        string[] cells = [.. line.Split(_delimiters).Select(cell => cell.Trim(' ', '"'))];
        return cells.Any(IsTitles) && cells.Count(cell => ColumnNames.Find(cell) is not null) > 1;
    }

    private sealed class Reader(string text, char delimiter)
    {
        private readonly List<string> _cells = [];
        private int _at;
        private int _row = 1;

        /// <summary>The next row with something in it besides line ends; null at the end.</summary>
        public ImportLine? Next()
        {
            while (_at < text.Length && text[_at] is '\r' or '\n') EndLine();
            if (_at >= text.Length) return null;
            var row = _row;
            _cells.Clear();
            do
            {
                if (_cells.Count == ImportLimits.Columns) throw new UnreadableException("imports.file.tooManyColumns", row, ("max", ImportLimits.Columns));
                _cells.Add(Cell(row));
            }
            while (TakeDelimiter());
            if (_at < text.Length) EndLine();
            return new ImportLine(row, [.. _cells]);
        }

        private bool TakeDelimiter()
        {
            if (_at >= text.Length || text[_at] != delimiter) return false;
            _at++;
            return true;
        }

        private string Cell(int row)
        {
            var start = _at;
            while (_at < text.Length && text[_at] == ' ') _at++;
            if (_at < text.Length && text[_at] == '"') return Checked(Quoted(row), row);
            _at = start;
            var length = text.AsSpan(start).IndexOfAny(delimiter, '\r', '\n');
            _at = length < 0 ? text.Length : start + length;
            return Checked(text[start.._at], row);
        }

        private string Quoted(int row)
        {
            var cell = new StringBuilder();
            _at++;
            while (true)
            {
                var length = text.AsSpan(_at).IndexOf('"');
                if (length < 0) throw new UnreadableException("imports.file.quoteOpen", row);
                cell.Append(text, _at, length);
                _row += text.AsSpan(_at, length).Count('\n');
                _at += length + 1;
                if (cell.Length > ImportLimits.CellCharacters) throw new UnreadableException("imports.file.cellTooLong", row, ("max", ImportLimits.CellCharacters));
                if (_at >= text.Length || text[_at] != '"') break;
                cell.Append('"');
                _at++;
            }
            // What follows the closing quote up to the delimiter belongs to the cell, too: nothing is dropped.
            var rest = text.AsSpan(_at).IndexOfAny(delimiter, '\r', '\n');
            var end = rest < 0 ? text.Length : _at + rest;
            cell.Append(text, _at, end - _at);
            _at = end;
            return cell.ToString();
        }

        private void EndLine()
        {
            if (text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n') _at++;
            _at++;
            _row++;
        }

        private static string Checked(string cell, int row) => CsvGuard.TakeOff(CellText.Checked(cell, row));
    }
}

/// <summary>What a cell may hold.</summary>
internal static class CellText
{
    /// <summary>Line ends are among them.</summary>
    private static readonly SearchValues<char> _controls = SearchValues.Create([.. Enumerable.Range(0, 256).Select(code => (char)code).Where(char.IsControl)]);

    /// <summary>The cell, trimmed, with one kind of line end.</summary>
    public static string Checked(string cell, int row)
    {
        var hasControls = cell.AsSpan().ContainsAny(_controls);
        var text = (hasControls ? cell.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : cell).Trim();
        if (text.Length > ImportLimits.CellCharacters) throw new UnreadableException("imports.file.cellTooLong", row, ("max", ImportLimits.CellCharacters));
        if (!hasControls) return text;
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\n' or '\t')) throw new UnreadableException("imports.file.control", row);
        }
        return text;
    }
}
