using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>
/// The cells of a declaration that a plan stands outside the red thread: why, its last day, and who declares it. It is all of them or none: what is not in the
/// row is taken from the declaration that is there.
/// </summary>
internal static class ExemptionCells
{
    public static void Fill(NodeDraft draft, RowCells cells)
    {
        if (cells[Column.Exemption] is not { } reason) return;
        if (reason.Length == 0)
        {
            if (draft.IdText is not null) draft.Step<Plan>(plan => plan with { Exemption = null });
            return;
        }
        var until = cells[Column.ExemptionUntil] ?? "";
        var by = cells[Column.ExemptionBy] ?? "";
        var last = until.Length == 0 ? null : PrintedDates.Parse(until);
        draft.Step<Plan>(plan => With(draft, plan, reason, last?.Date is { } date ? LastDay(date, last.Precision) : until.Length == 0 ? plan.Exemption?.Expires : null, by));
    }

    private static Plan With(NodeDraft draft, Plan plan, string reason, DateOnly? expires, string by)
    {
        var declaredBy = by.Length > 0 ? by : plan.Exemption?.DeclaredBy;
        if (expires is { } day && declaredBy is not null) return plan with { Exemption = new AnchoringExemption(reason, day, declaredBy) };
        var doubt = Sentence.Of("imports.exemptionIncomplete", ("until", CellSteps.Name(Column.ExemptionUntil)), ("by", CellSteps.Name(Column.ExemptionBy)));
        if (!draft.Doubts.Contains(doubt)) draft.Doubts.Add(doubt);
        return plan;
    }

    /// <summary>"2027" holds to the end of the year.</summary>
    private static DateOnly LastDay(DateOnly date, DatePrecision precision) => precision switch
    {
        DatePrecision.Year => new DateOnly(date.Year, 12, 31),
        DatePrecision.Month => new DateOnly(date.Year, date.Month, 1).AddMonths(1).AddDays(-1),
        _ => date,
    };
}
