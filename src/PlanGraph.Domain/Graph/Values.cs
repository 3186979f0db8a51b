namespace PlanGraph.Domain.Graph;

/// <summary>Where a node or relation comes from.</summary>
/// <param name="Document">Title of the document.</param>
/// <param name="Place">Where in the document: chapter, table and row, slide heading.</param>
/// <param name="Basis">Stated in the document, or judged.</param>
/// <param name="JudgedBy">Who judged, by role or organisation, when <paramref name="Basis"/> is <see cref="Graph.Basis.Judged"/>.</param>
public sealed record Source(string Document, string Place, Basis Basis = Basis.Stated, string? JudgedBy = null);

/// <summary>A date as printed, beside what was understood of it. The printed text is never lost.</summary>
/// <param name="Printed">As printed: "Vedtatt 17. og 18.04.18".</param>
/// <param name="Date">What was understood; its first day when <paramref name="Precision"/> is month or year; null when nothing was.</param>
/// <param name="Precision">How much of <paramref name="Date"/> the text says.</param>
/// <param name="Uncertain">The text itself doubts ("2021?"), or says more than one date.</param>
public sealed record PrintedDate(string Printed, DateOnly? Date = null, DatePrecision Precision = DatePrecision.Day, bool Uncertain = false);

/// <summary>The years a plan or measure is for, both included. At least one of them is set.</summary>
/// <param name="Printed">As printed: "2018-2021 (2030)".</param>
public sealed record Period(int? From, int? To, string? Printed = null)
{
    /// <summary>True when the period's last year is over on <paramref name="today"/>.</summary>
    public bool IsOver(DateOnly today) => To is { } to && today.Year > to;

    /// <summary>True when the two share a year; null when a missing year leaves it open.</summary>
    public bool? Overlaps(Period other) =>
        From is { } from && To is { } to && other.From is { } otherFrom && other.To is { } otherTo ? from <= otherTo && otherFrom <= to : null;
}

/// <summary>A declaration that a plan need not be anchored in the samfunnsdel. The plan is shown as declared, not hidden.</summary>
/// <param name="Reason">Why; required.</param>
/// <param name="Expires">The last day it holds; after it the plan is asked for again.</param>
/// <param name="DeclaredBy">Role or unit, not a private person; required.</param>
public sealed record AnchoringExemption(string Reason, DateOnly Expires, string DeclaredBy)
{
    /// <summary>True as long as the declaration holds.</summary>
    public bool Holds(DateOnly today) => today <= Expires;
}
