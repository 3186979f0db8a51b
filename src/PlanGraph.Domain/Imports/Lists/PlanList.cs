using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Overlap;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Imports;

/// <summary>A plan of a list that is only to be compared and not imported.</summary>
/// <param name="Row">Its row in the file, as the user sees it.</param>
/// <param name="Printed">The title as the cell has it, on one line.</param>
public sealed record ListedPlan(int Row, string Printed, OverlapText Text);

/// <summary>
/// Reads the plans of a table for comparing: the title column under its usual names, headings and footnotes left out, and what else the columns say. Nothing is refused:
/// what a cell says that is not understood is unknown.
/// </summary>
public static class PlanList
{
    private static readonly string[] _municipality = ["kommune", "kommunenavn", "kommunenamn", "kommunenr", "kommunenummer", "municipality"];

    private static readonly Column[] _goals = [Column.Supports, Column.AnchoredIn, Column.RespondsTo, Column.Goal];

    /// <summary>The plans of a table; null when none of its first lines names a column of titles.</summary>
    public static ImmutableArray<ListedPlan>? Read(ImportTable table, bool namesOnly)
    {
        if ((TableHeader.Find(table with { Kind = TableKind.Plans }) ?? TableHeader.Find(table)) is not { Kind: TableKind.Plans } header) return null;
        var names = table.Lines.First(line => line.Row == header.Row).Cells;
        var municipalityAt = namesOnly ? -1 : Array.FindIndex([.. names], name => _municipality.Contains(Folding.Lower(name)));
        var goalsAt = namesOnly ? -1 : Array.FindIndex([.. names], name => ColumnNames.Find(name) == Column.Goal);
        var heading = header.Heading;
        var plans = ImmutableArray.CreateBuilder<ListedPlan>();
        foreach (var line in table.Lines.Where(line => line.Row > header.Row && !Comment.Is(line)))
        {
            var cells = new RowCells(header, line);
            if (cells.Title.Length == 0) continue;
            if (header.IsRepeatedBy(line)) heading = PlanTypes.HeadingOf(cells.Title);
            else if (cells.HasOnlyTitle && IsHeading(cells.Title, names.Length) is { } group) heading = group;
            else if (cells.HasOnlyTitle && PlanTitles.Footnote(cells.Title) is not null) continue;
            else plans.Add(Plan(line, cells, namesOnly, heading, Cell(line, municipalityAt), Cell(line, goalsAt)));
        }
        return plans.ToImmutable();
    }

    /// <summary>The plans of lines without a header: each line is a title.</summary>
    public static ImmutableArray<ListedPlan> ReadLines(IEnumerable<string> lines) =>
    [
        .. lines.Select((line, at) => (Row: at + 1, Title: line.Trim())).Where(line => line.Title.Length > 0 && IsHeading(line.Title, 1) is null)
            .Select(line => new ListedPlan(line.Row, line.Title, new OverlapText(PlanTitles.Clean(line.Title).Title))),
    ];

    /// <summary>In a table of titles alone every row looks like a heading; there it is one when it says nothing but a kind of documents.</summary>
    private static GroupHeading? IsHeading(string title, int columns)
    {
        if (PlanTypes.Heading(title) is not { } heading) return null;
        if (columns > 1) return heading;
        var words = Tokenizer.LowerWords(title);
        return GenreHeads.GenreOf(words[^1]) is not null && words.SkipLast(1).All(word => GenreWords.WeightOf(word) < 1) ? heading : null;
    }

    private static ListedPlan Plan(ImportLine line, RowCells cells, bool namesOnly, GroupHeading? heading, string? municipality, string? goals)
    {
        var title = PlanTitles.Clean(cells.Title).Title;
        var text = new OverlapText(title);
        return new(line.Row, PlanTitles.JoinLines(cells.Title), namesOnly ? text : text with
        {
            Type = Choice.PlanType.Find(cells[Column.Type] ?? "") ?? heading?.Type ?? PlanType.Annet,
            Period = PeriodOf(cells, title),
            IsRetired = PrintedStatus.Parse(cells[Column.Status]).Status == PlanStatus.Retired,
            Text = Joined(cells[Column.Text], cells[Column.Notes]),
            Municipality = municipality,
            Sectors = Parts(cells[Column.Sector]),
            Places = Parts(cells[Column.Place]),
            Sdgs = Parts(cells[Column.Sdg]),
            Goals = [.. _goals.SelectMany(column => Parts(cells[column])), .. Parts(goals)],
        });
    }

    private static Period? PeriodOf(RowCells cells, string title)
    {
        if (cells[Column.Period] is { Length: > 0 } printed && PeriodsInTitles.ParseCell(printed) is { } period) return period;
        var (from, to) = (Year(cells[Column.From]), Year(cells[Column.To]));
        return (from ?? to) is not null ? new Period(from, to) : PeriodsInTitles.Parse(title, PlanType.Annet, PrintedDates.Parse(cells[Column.Adopted] ?? cells[Column.Status] ?? "")?.Date);
    }

    private static int? Year(string? cell) => cell is { Length: > 0 } && Periods.Find(cell) is [var year, ..] ? year.From : null;

    private static string? Joined(string? text, string? notes) =>
        string.Join(". ", new[] { text, notes }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } joined ? joined : null;

    private static ImmutableArray<string> Parts(string? cell) =>
        string.IsNullOrEmpty(cell) ? [] : [.. cell.Split(['|', ';', '\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Folding.Lower)];

    private static string? Cell(ImportLine line, int at) => at >= 0 && at < line.Cells.Length && line.Cells[at].Length > 0 ? line.Cells[at] : null;
}
