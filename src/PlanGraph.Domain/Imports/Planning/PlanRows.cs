using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>Reads a plan list as it is printed: headings over groups of rows, footnotes under the table, two plans in one cell.</summary>
internal sealed class PlanRows(ImportTable table, TableHeader header, (string Document, string Place)? source)
{
    private readonly Dictionary<string, string> _footnotes = Footnotes(table, header);
    private GroupHeading? _heading = header.Heading;
    private int _inGroup;

    public List<Draft> Read(IEnumerable<ImportLine> lines)
    {
        var drafts = new List<Draft>();
        foreach (var line in lines)
        {
            var cells = new RowCells(header, line);
            if (header.IsRepeatedBy(line)) Enter(IsTitleName(cells.Title) ? null : PlanTypes.HeadingOf(cells.Title));
            else if (cells.HasOnlyTitle && PlanTypes.Heading(cells.Title) is { } heading) Enter(heading);
            else if (!cells.HasOnlyTitle || PlanTitles.Footnote(cells.Title) is null) AddRow(drafts, TableRows.PlaceOf(table, line), cells);
        }
        return drafts;
    }

    private void Enter(GroupHeading? heading)
    {
        _heading = heading;
        _inGroup = 0;
    }

    private static bool IsTitleName(string cell) => cell.Length == 0 || ColumnNames.Find(cell) is Column.Plan or Column.Title;

    private void AddRow(List<Draft> drafts, ImportPlace place, RowCells cells)
    {
        _inGroup++;
        var ids = (cells.Id ?? "").Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // One id says that it is one plan, whatever the title looks like.
        var parts = ids.Length == 1 ? [new PlanPart(cells.Title, null, cells[Column.Status])] : PlanTitles.Split(cells.Title, cells[Column.Status]);
        for (var at = 0; at < parts.Length; at++)
        {
            var (title, mark) = PlanTitles.Clean(parts[at].Title);
            var draft = new NodeDraft(place, NodeKind.Plan, title) { IdText = ids.Length == parts.Length ? ids[at] : null };
            if (title.Length == 0) draft.Refuse("imports.titleMissing");
            if (ids.Length > 0 && ids.Length != parts.Length) draft.Refuse("imports.idsForParts", ("count", parts.Length));
            if (parts.Length > 1) draft.Doubt("imports.twoPlans", ("count", parts.Length));
            if (cells.HasOnlyTitle && !PlanTypes.HasGenre(title)) draft.Doubt("imports.mayBeHeading", ("text", title));
            PlanCells.Fill(draft, cells, parts[at], _heading);
            MarkSteps(draft, mark);
            CellSteps.Common(draft, cells, SourceCells.Of(cells, source, _heading is null ? $"rad {_inGroup}" : $"{_heading.Text}, rad {_inGroup}"));
            drafts.Add(draft);
        }
    }

    private void MarkSteps(NodeDraft draft, string? mark)
    {
        if (mark is null) return;
        var note = _footnotes.GetValueOrDefault(mark);
        var doubt = Meaning(mark, note);
        // A title that has the mark in PlanGraph too was not marked by the list.
        if (doubt is not UseDoubt.None) draft.Step<Plan>((plan, isNew) => !isNew && PlanTitles.Clean(plan.Title).Mark == mark ? plan : plan with { UseDoubt = doubt });
        else if (note is null) draft.Doubt("imports.markUnknown", ("mark", mark));
        else draft.Step<Plan>((plan, isNew) => isNew && plan.Notes is null ? plan with { Notes = $"{mark} {note}" } : plan);
    }

    /// <summary>What the footnote says; without a footnote, what the marks mean in Bærum's list, which others have taken over.</summary>
    private static UseDoubt Meaning(string mark, string? note)
    {
        if (note is null) return mark switch { "*" => UseDoubt.RemovedFromPlanningStrategy, "**" => UseDoubt.Uncertain, _ => UseDoubt.None };
        var plain = PrintedDates.Plain(note);
        if (plain.Contains("planstrateg", StringComparison.Ordinal) && (plain.Contains("fjern", StringComparison.Ordinal) || plain.Contains("tatt ut", StringComparison.Ordinal)
            || plain.Contains("teken ut", StringComparison.Ordinal) || plain.Contains("removed", StringComparison.Ordinal)))
        {
            return UseDoubt.RemovedFromPlanningStrategy;
        }
        return plain.Contains("usikker", StringComparison.Ordinal) || plain.Contains("uviss", StringComparison.Ordinal) || plain.Contains("uncertain", StringComparison.Ordinal)
            ? UseDoubt.Uncertain : UseDoubt.None;
    }

    private static Dictionary<string, string> Footnotes(ImportTable table, TableHeader header)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in table.Lines.Where(line => line.Row > header.Row))
        {
            var cells = new RowCells(header, line);
            if (cells.HasOnlyTitle && PlanTitles.Footnote(cells.Title) is { } note) notes.TryAdd(note.Mark, note.Text);
        }
        return notes;
    }
}

/// <summary>The cells of a plan.</summary>
internal static class PlanCells
{
    public static void Fill(NodeDraft draft, RowCells cells, PlanPart part, GroupHeading? heading)
    {
        var status = PrintedStatus.Parse(part.Status);
        draft.Doubts.AddRange(status.Doubts);
        Type(draft, cells, part, heading);
        if (status.Printed is not null) draft.Step<Plan>(plan => WithStatus(plan, status, cells[Column.Adopted] is { Length: > 0 }));
        CellSteps.Date<Plan>(draft, cells, Column.Adopted, plan => plan.Adopted, (plan, date) => plan with { Adopted = date });
        if (cells[Column.Status] is null && cells[Column.Adopted] is { Length: > 0 })
            draft.Step<Plan>(plan => plan is { Status: PlanStatus.Unknown, Adopted.Date: not null } ? plan with { Status = PlanStatus.Adopted } : plan);
        CellSteps.Date<Plan>(draft, cells, Column.Started, plan => plan.Started, (plan, date) => plan with { Started = date });
        CellSteps.Date<Plan>(draft, cells, Column.Finished, plan => plan.Finished, (plan, date) => plan with { Finished = date });
        Period(draft, cells);
        CellSteps.Choice<Plan, CouncilDecision>(draft, cells, Column.CouncilDecision, Choice.CouncilDecision, (plan, value) => plan with { CouncilDecision = value });
        CellSteps.Choice<Plan, UseDoubt>(draft, cells, Column.UseDoubt, Choice.UseDoubt, (plan, value) => plan with { UseDoubt = value ?? default });
        Level(draft, cells, heading);
        CellSteps.Text<Plan>(draft, cells, Column.Horizon, plan => plan.Horizon, (plan, text) => plan with { Horizon = text });
        ExemptionCells.Fill(draft, cells);
        CellSteps.Text<Plan>(draft, cells, Column.Link, plan => plan.Link, (plan, text) => plan with { Link = text });
    }

    /// <summary>A bare word that means what is there already changes nothing, so a status set in PlanGraph survives its own export.</summary>
    private static Plan WithStatus(Plan plan, PrintedStatus status, bool hasColumn)
    {
        var adopted = status.Adopted is null || hasColumn || PrintedDates.SameMeaning(plan.Adopted, status.Adopted) ? plan.Adopted : status.Adopted;
        var saysNothingNew = plan.Version > 0 && plan.Status == status.Status && IsBareWord(status.Printed!);
        return saysNothingNew ? plan : plan with { Status = status.Status, StatusPrinted = status.Printed, Adopted = adopted };
    }

    private static bool IsBareWord(string printed) => !printed.AsSpan().ContainsAnyInRange('0', '9') && printed.Split(' ').Length <= 3;

    /// <summary>The column, else the heading, else, for a plan that has no type yet, the title.</summary>
    private static void Type(NodeDraft draft, RowCells cells, PlanPart part, GroupHeading? heading)
    {
        var cell = cells[Column.Type] ?? "";
        var said = cell.Length > 0 ? Choice.PlanType.Find(cell) : null;
        if (cell.Length > 0 && said is null) draft.Doubt("imports.choiceUnknown", ("column", CellSteps.Name(Column.Type)), ("text", cell));
        if ((said ?? part.Type ?? heading?.Type) is { } type) draft.Step<Plan>(plan => plan with { Type = type });
        else if (PlanTypes.OfTitle(draft.Title) is { } guess)
            draft.Step<Plan>((plan, isNew) => isNew || plan.Type == PlanType.Annet ? plan with { Type = guess } : plan);
    }

    /// <summary>The column, else, for a plan that has no period yet, the title.</summary>
    private static void Period(NodeDraft draft, RowCells cells)
    {
        CellSteps.Period<Plan>(draft, cells, plan => plan.Period, (plan, value) => plan with { Period = value });
        if (cells[Column.Period] is { Length: > 0 } || (cells[Column.Period] is not null && draft.IdText is not null)) return;
        draft.Step<Plan>(plan => plan.Period is not null ? plan : Derived(draft, plan));
    }

    private static Plan Derived(NodeDraft draft, Plan plan)
    {
        var (type, adopted) = (plan.Type, plan.Adopted?.Date);
        var guess = Sentence.Of("imports.yearAlone", ("title", plan.Title));
        if (PeriodsInTitles.IsGuess(plan.Title, type, adopted) && !draft.Doubts.Contains(guess)) draft.Doubts.Add(guess);
        return plan with { Period = PeriodsInTitles.Parse(plan.Title, type, adopted) };
    }

    private static void Level(NodeDraft draft, RowCells cells, GroupHeading? heading)
    {
        CellSteps.Choice<Plan, PlanLevel>(draft, cells, Column.Level, Choice.PlanLevel, (plan, value) => plan with { Level = value });
        if (heading?.Level is { } level && cells[Column.Level] is null or "")
            draft.Step<Plan>(plan => plan.Level is null ? plan with { Level = level } : plan);
    }
}
