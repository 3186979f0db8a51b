using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>The cells of one line by column.</summary>
internal sealed class RowCells(TableHeader header, ImportLine line)
{
    /// <summary>The cell's text, empty when it has none; null when the table has no such column.</summary>
    public string? this[Column column]
    {
        get
        {
            var at = header.Columns.IndexOf(column);
            return at < 0 ? null : At(at);
        }
    }

    public string Title => header.TitleAt < 0 ? "" : At(header.TitleAt);

    public bool HasOnlyTitle => Title.Length > 0 && IsEmpty(line.Cells.AsSpan()[..header.TitleAt]) && IsEmpty(line.Cells.AsSpan()[(header.TitleAt + 1)..]);

    /// <summary>The id in the row's id column; null when it has none.</summary>
    public string? Id => this[Column.Id] is { Length: > 0 } id ? id : null;

    private static bool IsEmpty(ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            if (cell.Length > 0) return false;
        }
        return true;
    }

    private string At(int at) => at < line.Cells.Length ? line.Cells[at] : "";
}

/// <summary>Puts cells into drafts. A cell without text says nothing, but empties the property when the row names its element by id.</summary>
internal static class CellSteps
{
    public static void Text<T>(NodeDraft draft, RowCells cells, Column column, Func<T, string?> get, Func<T, string?, Node> set) where T : Node
    {
        if (cells[column] is not { } cell || (cell.Length == 0 && draft.IdText is null)) return;
        draft.Step<T>(node => InCell(get(node)) == cell ? node : set(node, cell.Length == 0 ? null : cell));
    }

    /// <summary>A text as a cell gives it back: a table keeps no blanks at the ends and has one kind of line end.</summary>
    private static string InCell(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim() ?? "";

    public static void Choice<T, TChoice>(NodeDraft draft, RowCells cells, Column column, ChoiceWords<TChoice> words, Func<T, TChoice?, Node> set)
        where T : Node where TChoice : struct, Enum
    {
        if (cells[column] is not { } cell || (cell.Length == 0 && draft.IdText is null)) return;
        var value = cell.Length == 0 ? null : words.Find(cell);
        if (cell.Length > 0 && value is null) draft.Doubt("imports.choiceUnknown", ("column", Name(column)), ("text", cell));
        else draft.Step<T>(node => set(node, value));
    }

    /// <summary>A column of dates; what is there stays when the cell means the same, so a date keeps the wording it was first printed with.</summary>
    public static void Date<T>(NodeDraft draft, RowCells cells, Column column, Func<T, PrintedDate?> get, Func<T, PrintedDate?, Node> set) where T : Node
    {
        if (cells[column] is not { } cell || (cell.Length == 0 && draft.IdText is null)) return;
        var date = cell.Length == 0 ? null : PrintedDates.Parse(cell);
        DoubtDate(draft, date);
        draft.Step<T>(node => PrintedDates.SameMeaning(get(node), date) ? node : set(node, date));
    }

    public static void Period<T>(NodeDraft draft, RowCells cells, Func<T, Period?> get, Func<T, Period?, Node> set) where T : Node
    {
        if (cells[Column.Period] is not { } cell || (cell.Length == 0 && draft.IdText is null)) return;
        var period = cell.Length == 0 ? null : PeriodsInTitles.ParseCell(cell);
        if (cell.Length > 0 && period is null) draft.Doubt("imports.periodUnknown", ("text", cell));
        else draft.Step<T>(node => get(node) is { } known && (known.From, known.To) == (period?.From, period?.To) ? node : set(node, period));
    }

    public static void Number<T>(NodeDraft draft, RowCells cells, Column column, Func<T, int?, Node> set) where T : Node
    {
        if (cells[column] is not { } cell || (cell.Length == 0 && draft.IdText is null)) return;
        int? value = cell.Length == 0 ? null : WholeNumbers.Parse(cell);
        if (cell.Length > 0 && value is null) draft.Refuse("imports.numberExpected", ("column", Name(column)), ("text", cell));
        else draft.Step<T>(node => set(node, value));
    }

    /// <summary>The columns that every table may have, and all that name other elements.</summary>
    public static void Common(NodeDraft draft, RowCells cells, SourceCells sources)
    {
        Text<Node>(draft, cells, Column.Text, node => node.Text, (node, text) => node with { Text = text });
        Text<Node>(draft, cells, Column.Notes, node => node.Notes, (node, notes) => node with { Notes = notes });
        draft.Sources = sources;
        draft.Step<Node>(node => node with { Sources = sources.AddTo(node.Sources) });
        foreach (var (column, type) in LinkColumns.All)
        {
            if (cells[column] is not { Length: > 0 } cell) continue;
            if (!RelationRules.All[(int)type].From.Contains(draft.Kind))
            {
                draft.Doubt("imports.columnNotForKind", ("column", Name(column)), ("kind", $"@kind.{draft.Kind}"));
                continue;
            }
            foreach (var reference in References.Split(cell, type))
                draft.Links.Add(new Link(column, type, reference, column switch { Column.SideA => ConflictSide.A, Column.SideB => ConflictSide.B, _ => null }));
        }
    }

    public static void DoubtDate(NodeDraft draft, PrintedDate? date)
    {
        if (date is { Date: null } && PrintedDates.LooksLikeDate(date.Printed)) draft.Doubt("imports.dateUnknown", ("text", date.Printed));
        else if (date is { Uncertain: true }) draft.Doubt("imports.dateUncertain", ("text", date.Printed));
    }

    /// <summary>A column's name as a value of a sentence.</summary>
    public static string Name(Column column) => $"@{ColumnNames.TextKey(column)}";
}

/// <summary>Whole numbers as people and sheets write them: "3", "+3", "−2", "3,0".</summary>
internal static class WholeNumbers
{
    public static int? Parse(string cell)
    {
        var plain = cell.Replace('\u2212', '-').Replace('\u2013', '-').Replace(',', '.').Replace("\u00A0", "", StringComparison.Ordinal).Trim();
        return decimal.TryParse(plain, System.Globalization.NumberStyles.Float & ~System.Globalization.NumberStyles.AllowExponent, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && decimal.IsInteger(number) && Math.Abs(number) <= 1_000_000 ? (int)number : null;
    }
}

/// <summary>The sources that a row gives: its own columns, else the comment of the table.</summary>
/// <param name="IsOwn">True when the row has source columns of its own.</param>
internal sealed record SourceCells(ImmutableArray<Source> Sources, bool IsOwn)
{
    public static SourceCells Of(RowCells cells, (string Document, string Place)? common, string placeInTable)
    {
        var documents = Parts(cells[Column.Source]);
        var (bases, judges) = (Parts(cells[Column.Basis]), Parts(cells[Column.JudgedBy]));
        if (documents.Length == 0 && common is null) return new SourceCells([], false);
        if (documents.Length == 0) return new SourceCells([Make(common!.Value.Document, Join(common.Value.Place, placeInTable), bases, judges, 0)], false);
        var places = Parts(cells[Column.SourcePlace]);
        return new SourceCells([.. documents.Select((document, at) => Make(document, At(places, at) ?? "", bases, judges, at))], true);
    }

    /// <summary>
    /// The sources of an element with these in it. A source of the row's own takes the place of the one from the same document; the table's comment adds
    /// its document only where it is not named yet, since a row's number changes with every row above it.
    /// </summary>
    public ImmutableArray<Source> AddTo(ImmutableArray<Source> known)
    {
        foreach (var source in Sources.Where(source => !known.Contains(source)))
        {
            var same = known.Where(other => other.Document == source.Document).ToList();
            if (same.Count == 0) known = known.Add(source);
            else if (IsOwn) known = same.Count == 1 && Sources.Count(other => other.Document == source.Document) == 1 ? known.Replace(same[0], source) : known.Add(source);
        }
        return known;
    }

    private static Source Make(string document, string place, string[] bases, string[] judges, int at) => At(judges, at) is { } judge
        ? new Source(document, place, Imports.Choice.Basis.Find(At(bases, at) ?? "") ?? Basis.Judged, judge)
        : new Source(document, place, Imports.Choice.Basis.Find(At(bases, at) ?? "") ?? Basis.Stated);

    /// <summary>The part with the same number, or the last: one word may hold for all.</summary>
    private static string? At(string[] parts, int at) => parts.Length == 0 ? null : parts[Math.Min(at, parts.Length - 1)];

    private static string Join(string place, string inTable) => place.Length == 0 ? inTable : $"{place}, {inTable}";

    private static string[] Parts(string? cell) => cell?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
