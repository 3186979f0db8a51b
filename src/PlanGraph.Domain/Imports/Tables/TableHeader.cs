using System.Collections.Immutable;

namespace PlanGraph.Domain.Imports;

/// <summary>Which table it is, and where its columns are.</summary>
/// <param name="Row">The header's row.</param>
/// <param name="Columns">What each column holds; null for one that is not read.</param>
/// <param name="TitleAt">The column with the titles; −1 in a table of relations.</param>
/// <param name="Heading">The heading that stands in the title column's header ("Temaplaner;Status;…"), else null.</param>
/// <param name="NotRead">Headers of the columns that are not read.</param>
internal sealed record TableHeader(
    TableKind Kind, int Row, ImmutableArray<Column?> Columns, int TitleAt, GroupHeading? Heading, ImmutableArray<string> NotRead)
{
    /// <summary>Above the header there may be a title and some lines of text; not more than this.</summary>
    private const int LinesAbove = 30;

    private static readonly (Column Column, TableKind Kind)[] _titles =
    [
        (Column.Plan, TableKind.Plans), (Column.Goal, TableKind.Goals), (Column.Strategy, TableKind.Strategies), (Column.Measure, TableKind.Measures),
        (Column.Challenge, TableKind.Challenges), (Column.Conflict, TableKind.Conflicts),
    ];

    private static readonly Column[] _ofPlans =
        [Column.Status, Column.Adopted, Column.Period, Column.Started, Column.Finished, Column.CouncilDecision, Column.Type, Column.Sector];

    /// <summary>The header of a table; null when none of its first lines is one.</summary>
    public static TableHeader? Find(ImportTable table)
    {
        TableHeader? title = null;
        foreach (var line in table.Lines.Where(line => !Comment.Is(line)).Take(LinesAbove))
        {
            if (Read(line, table) is not { } header) continue;
            if (line.Cells.Count(cell => cell.Length > 0) > 1) return header;
            // A title above the table ("Kommunale planer") reads as a header of one column.
            title ??= header;
        }
        return title;
    }

    /// <summary>True when the columns right of the title repeat the header's names: a heading in the middle of the table.</summary>
    public bool IsRepeatedBy(ImportLine line)
    {
        var named = 0;
        for (var at = 0; at < line.Cells.Length; at++)
        {
            if (at == TitleAt || line.Cells[at].Length == 0) continue;
            if (at >= Columns.Length || Columns[at] is null || ColumnNames.Find(line.Cells[at]) != Columns[at]) return false;
            named++;
        }
        return named > 0;
    }

    private static TableHeader? Read(ImportLine line, ImportTable table)
    {
        var columns = line.Cells.Select(ColumnNames.Find).ToArray();
        var (kind, titleAt) = table.Kind is { } given ? (given, TitleOf(given, columns)) : Recognise(columns, line);
        if (kind == TableKind.Plans && titleAt >= 0) titleAt = TitleAmong(columns, line, table) ?? titleAt;
        if (kind is null || (titleAt < 0 && kind != TableKind.Relations) || (kind == TableKind.Relations && !IsRelations(columns))) return null;
        var heading = kind == TableKind.Plans && columns[titleAt] is null ? PlanTypes.HeadingOf(line.Cells[titleAt]) : null;
        var notRead = LeaveOut(line, columns, titleAt);
        return new TableHeader(kind.Value, line.Row, [.. columns], titleAt, heading, notRead);
    }

    private static (TableKind? Kind, int TitleAt) Recognise(Column?[] columns, ImportLine line)
    {
        if (IsRelations(columns)) return (TableKind.Relations, -1);
        var first = Array.FindIndex(columns, column => _titles.Any(title => title.Column == column));
        if (first >= 0) return (_titles.First(title => title.Column == columns[first]).Kind, first);
        var ofPlans = columns.Any(column => column is { } known && _ofPlans.Contains(known));
        var title = Array.IndexOf(columns, Column.Title);
        if (ofPlans && title >= 0) return (TableKind.Plans, title);
        var heading = Array.FindIndex(line.Cells.ToArray(), cell => PlanTypes.Heading(cell) is not null);
        return ofPlans && heading >= 0 && columns[heading] is null ? (TableKind.Plans, heading) : (null, -1);
    }

    private static int TitleOf(TableKind kind, Column?[] columns)
    {
        if (kind == TableKind.Relations) return -1;
        var own = Array.IndexOf(columns, _titles.First(title => title.Kind == kind).Column);
        return own >= 0 ? own : Array.IndexOf(columns, Column.Title);
    }

    /// <summary>
    /// Where several columns could hold the titles of plans, the likeliest of those with at least half as many different texts as any: not the one with kinds, numbers or links. Null where one could, or none.
    /// </summary>
    private static int? TitleAmong(Column?[] columns, ImportLine header, ImportTable table)
    {
        int[] candidates = [.. Enumerable.Range(0, columns.Length).Where(at => columns[at] is Column.Plan or Column.Title)];
        if (candidates.Length < 2) return null;
        var texts = candidates.ToDictionary(at => at, at => table.Lines.Where(line => line.Row > header.Row && at < line.Cells.Length).Select(line => line.Cells[at]).Where(IsWord).Distinct().Count());
        var most = texts.Values.Max();
        return candidates.Where(at => texts[at] * 2 >= most).OrderBy(at => TitleHeaders.Rank(columns[at]!.Value, header.Cells[at])).First();
    }

    private static bool IsWord(string cell) => cell.Count(char.IsLetter) > 2 && !cell.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static bool IsRelations(Column?[] columns) => columns.Contains(Column.From) && columns.Contains(Column.Relation) && columns.Contains(Column.To);

    /// <summary>Only the first of two columns with the same meaning is read; so are no titles of other kinds.</summary>
    private static ImmutableArray<string> LeaveOut(ImportLine line, Column?[] columns, int titleAt)
    {
        var notRead = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < columns.Length; at++)
        {
            if (at == titleAt || line.Cells[at].Length == 0) continue;
            if (columns[at] is { } column && column is not (>= Column.Plan and <= Column.Title) && Array.IndexOf(columns, column) == at) continue;
            columns[at] = null;
            notRead.Add(line.Cells[at]);
        }
        return notRead.ToImmutable();
    }
}

/// <summary>A line that begins with # is no data. One kind says the source of the whole table: <c># kilde: document; kildested: place</c>.</summary>
internal static class Comment
{
    public static bool Is(ImportLine line) => line.Cells is [['#', ..], ..];

    /// <summary>The source that the comments of a table give to all its rows; null when none does.</summary>
    public static (string Document, string Place)? Source(ImportTable table)
    {
        foreach (var line in table.Lines.Where(Is))
        {
            // A comment has semicolons of its own, which part it into cells like any line.
            var parts = string.Join(';', line.Cells).TrimStart('#', ' ').Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (Value(parts, Column.Source) is { } document) return (document, Value(parts, Column.SourcePlace) ?? "");
        }
        return null;
    }

    private static string? Value(string[] parts, Column column)
    {
        foreach (var part in parts)
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && ColumnNames.Find(part[..colon].Trim()) == column) return part[(colon + 1)..].Trim();
        }
        return null;
    }
}
