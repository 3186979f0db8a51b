using System.Globalization;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Lexicon;

/// <summary>The rows of a lexicon file under its heading; what is wrong with the heading is said once.</summary>
internal sealed class LexiconTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<LexiconProblem> _problems;
    private readonly string _file;

    public LexiconTable(LexiconFile file, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional, List<LexiconProblem> problems)
    {
        (_file, _problems) = (file.Name, problems);
        var rows = SemicolonRows.Read(file.Text);
        Rows = ReadHeading(rows, required, optional) ? rows[1..] : [];
    }

    public IReadOnlyList<SemicolonRow> Rows { get; }

    /// <summary>The cell of <paramref name="row"/> in a column; empty when the file lacks the column or the row is short.</summary>
    public string Cell(SemicolonRow row, string column) =>
        _columns.TryGetValue(column, out var at) && at < row.Cells.Length ? row.Cells[at] : "";

    /// <summary>The parts of a cell that is a list, parted by commas.</summary>
    public string[] List(SemicolonRow row, string column) =>
        Cell(row, column).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public void Say(int line, string key, params ReadOnlySpan<(string Name, object Value)> args) =>
        _problems.Add(Problem(_file, line, key, args));

    public static LexiconProblem Problem(string file, int line, string key, ReadOnlySpan<(string Name, object Value)> args) =>
        new(file, line, Sentence.Of(key, [("file", file), ("row", line), .. args]));

    /// <summary>A number between 0 and 1, with point or comma; null when it is none.</summary>
    public static double? Share(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1 ? value : null;

    private bool ReadHeading(List<SemicolonRow> rows, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional)
    {
        if (rows.Count == 0)
        {
            Say(1, "lexicon.empty");
            return false;
        }
        var heading = rows[0];
        for (var at = 0; at < heading.Cells.Length; at++)
        {
            if (!required.Concat(optional).Contains(heading.Cells[at], StringComparer.OrdinalIgnoreCase))
                Say(heading.Line, "lexicon.column.unknown", ("column", heading.Cells[at]), ("columns", string.Join(", ", required.Concat(optional))));
            else if (!_columns.TryAdd(heading.Cells[at], at))
                Say(heading.Line, "lexicon.column.twice", ("column", heading.Cells[at]));
        }
        var missing = required.Where(column => !_columns.ContainsKey(column)).ToList();
        if (missing.Count > 0)
            Say(heading.Line, "lexicon.column.missing", ("columns", string.Join(", ", missing)));
        return missing.Count == 0;
    }
}
