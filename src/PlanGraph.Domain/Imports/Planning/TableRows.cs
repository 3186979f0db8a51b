using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>Reads the lines of a table, by what the table is, into drafts.</summary>
internal static class TableRows
{
    public static List<Draft> Read(ImportTable table, TableHeader header)
    {
        var lines = table.Lines.Where(line => line.Row > header.Row && !Comment.Is(line));
        var source = Comment.Source(table);
        return header.Kind switch
        {
            TableKind.Plans => new PlanRows(table, header, source).Read(lines),
            TableKind.Relations => [.. lines.Select(line => RelationRows.Read(PlaceOf(table, line), new RowCells(header, line), source))],
            _ => [.. lines.Where(line => !header.IsRepeatedBy(line)).Select(line => Node(header, PlaceOf(table, line), new RowCells(header, line), source))],
        };
    }

    public static ImportPlace PlaceOf(ImportTable table, ImportLine line) => new(table.File, table.Sheet, line.Row);

    private static NodeDraft Node(TableHeader header, ImportPlace place, RowCells cells, (string, string)? source)
    {
        var draft = new NodeDraft(place, KindOf(header.Kind), PlanTitles.JoinLines(cells.Title)) { IdText = cells.Id };
        if (draft.Title.Length == 0) draft.Refuse("imports.titleMissing");
        switch (header.Kind)
        {
            case TableKind.Goals: Goal(draft, cells); break;
            case TableKind.Strategies: Strategy(draft, cells); break;
            case TableKind.Measures: Measure(draft, cells); break;
            case TableKind.Challenges: CellSteps.Choice<Challenge, Dimension>(draft, cells, Column.Dimension, Choice.Dimension, (node, value) => node with { Dimension = value }); break;
            case TableKind.Conflicts: Conflict(draft, cells); break;
            default: throw new InvalidOperationException($"{header.Kind} has rows of its own.");
        }
        CellSteps.Common(draft, cells, SourceCells.Of(cells, source, $"rad {place.Row - header.Row}"));
        return draft;
    }

    private static NodeKind KindOf(TableKind kind) => kind switch
    {
        TableKind.Goals => NodeKind.Goal,
        TableKind.Strategies => NodeKind.Strategy,
        TableKind.Measures => NodeKind.Measure,
        TableKind.Challenges => NodeKind.Challenge,
        TableKind.Conflicts => NodeKind.GoalConflict,
        _ => NodeKind.Plan,
    };

    private static void Goal(NodeDraft draft, RowCells cells)
    {
        CellSteps.Choice<Goal, GoalLevel>(draft, cells, Column.Level, Choice.GoalLevel, (node, value) => node with { Level = value ?? default });
        CellSteps.Choice<Goal, Dimension>(draft, cells, Column.Dimension, Choice.Dimension, (node, value) => node with { Dimension = value });
        CellSteps.Choice<Goal, Standing>(draft, cells, Column.Status, Choice.Standing, (node, value) => node with { Standing = value ?? default });
        CellSteps.Text<Goal>(draft, cells, Column.Number, node => node.Number, (node, text) => node with { Number = text });
    }

    private static void Strategy(NodeDraft draft, RowCells cells)
    {
        CellSteps.Choice<Strategy, StrategyKind>(draft, cells, Column.Type, Choice.StrategyKind, (node, value) => node with { Type = value ?? default });
        CellSteps.Choice<Strategy, Dimension>(draft, cells, Column.Dimension, Choice.Dimension, (node, value) => node with { Dimension = value });
        CellSteps.Choice<Strategy, Standing>(draft, cells, Column.Status, Choice.Standing, (node, value) => node with { Standing = value ?? default });
        CellSteps.Text<Strategy>(draft, cells, Column.Number, node => node.Number, (node, text) => node with { Number = text });
    }

    private static void Measure(NodeDraft draft, RowCells cells)
    {
        CellSteps.Choice<Measure, MeasureStatus>(draft, cells, Column.Status, Choice.MeasureStatus, (node, value) => node with { Status = value ?? default });
        CellSteps.Period<Measure>(draft, cells, node => node.Period, (node, value) => node with { Period = value });
    }

    private static void Conflict(NodeDraft draft, RowCells cells)
    {
        CellSteps.Choice<GoalConflict, ConflictStatus>(draft, cells, Column.Status, Choice.ConflictStatus, (node, value) => node with { Status = value ?? default });
        CellSteps.Number<GoalConflict>(draft, cells, Column.Severity, (node, value) => node with { Severity = value });
        CellSteps.Text<GoalConflict>(draft, cells, Column.Owner, node => node.Owner, (node, text) => node with { Owner = text });
        CellSteps.Date<GoalConflict>(draft, cells, Column.ReviewDate, node => node.ReviewDate is { } date ? new PrintedDate("", date) : null,
            (node, value) => node with { ReviewDate = value?.Date });
    }
}
