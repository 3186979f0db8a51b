using System.Text;

namespace PlanGraph.Domain.Lexicon;

/// <summary>A row of a lexicon file: its line and its cells, trimmed.</summary>
internal readonly record struct SemicolonRow(int Line, string[] Cells)
{
    public bool IsComment => Cells is [['#', ..], ..];

    public bool IsEmpty => Array.TrueForAll(Cells, cell => cell.Length == 0);
}

/// <summary>Rows parted by line ends, cells by semicolon; a cell in quotation marks may hold both, and a quotation mark when it is doubled: what a spreadsheet saves.</summary>
internal static class SemicolonRows
{
    /// <summary>All rows that are neither empty nor comments (first cell begins with #).</summary>
    public static List<SemicolonRow> Read(string text)
    {
        var rows = new List<SemicolonRow>();
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        for (var line = 1; at < text.Length;)
        {
            var (row, next, lines) = ReadRow(text, at, line);
            (at, line) = (next, line + lines);
            if (!row.IsComment && !row.IsEmpty)
                rows.Add(row);
        }
        return rows;
    }

    private static (SemicolonRow Row, int Next, int Lines) ReadRow(string text, int at, int line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (quoted, lines) = (false, 0);
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '"' && (quoted || cell.Length == 0))
            {
                if (quoted && at + 1 < text.Length && text[at + 1] == '"')
                    cell.Append(text[at++]);
                else
                    quoted = !quoted;
                continue;
            }
            lines += letter == '\n' ? 1 : 0;
            if (letter == '\n' && !quoted)
            {
                at++;
                break;
            }
            if (letter == ';' && !quoted)
                Close();
            else
                cell.Append(letter);
        }
        Close();
        return (new(line, [.. cells]), at, lines);

        void Close()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
