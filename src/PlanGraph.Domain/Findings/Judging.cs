using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>What a person wants to say of a finding.</summary>
/// <param name="State">New (again), under review, confirmed or dismissed.</param>
/// <param name="Note">Why; required to dismiss. At most <see cref="Judging.MaxNote"/> characters.</param>
/// <param name="Owner">Who follows it up; null for nobody.</param>
/// <param name="Action">What is to be done; only for an overlap that is confirmed. Null when that is not decided.</param>
public sealed record JudgementRequest(FindingState State, string? Note = null, string? Owner = null, DateOnly? DueDate = null, OverlapAction? Action = null);

/// <summary>The answer to a judgement.</summary>
public abstract record JudgementResult
{
    private JudgementResult() { }

    /// <param name="Operations">To be applied in one change set: the finding, and for an overlap the relations that the judgement makes, changes or takes away.</param>
    public sealed record Accepted(Finding Finding, ImmutableArray<Operation> Operations) : JudgementResult;

    public sealed record Refused(ImmutableArray<Sentence> Problems) : JudgementResult;
}

/// <summary>The rules of judging a case.</summary>
public static class Judging
{
    public const int MaxNote = 2_000;
    public const int MaxOwner = 200;

    /// <summary>
    /// Any open, confirmed or dismissed case may be judged again. Resolved is said by PlanGraph alone, when a run no longer sees the finding; to dismiss
    /// needs a note. A confirmed overlap becomes <c>OVERLAPS</c> relations between its plans, with the note as their reason and what is to be done;
    /// judged otherwise later, the relations go.
    /// </summary>
    public static JudgementResult Judge(GraphSnapshot snapshot, Finding finding, JudgementRequest request, string by, DateTimeOffset at)
    {
        var problems = Problems(finding, request).ToImmutableArray();
        if (!problems.IsEmpty) return new JudgementResult.Refused(problems);
        var judged = After(finding, request, by, at);
        return new JudgementResult.Accepted(judged, [new PutNode(judged, finding.Version), .. OverlapRelations.After(snapshot, [judged])]);
    }

    /// <summary>The case as it is when the request is followed; it is known to keep the rules.</summary>
    internal static Finding After(Finding finding, JudgementRequest request, string by, DateTimeOffset at)
    {
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        var saysMore = finding.State != request.State || finding.Action != request.Action || note is not null;
        return finding with
        {
            State = request.State,
            Owner = string.IsNullOrWhiteSpace(request.Owner) ? null : request.Owner.Trim(),
            DueDate = request.DueDate,
            Action = request.Action,
            Judgements = saysMore ? finding.Judgements.Add(new Judgement(by, at, request.State, note, request.Action, finding.Score)) : finding.Judgements,
        };
    }

    internal static IEnumerable<Sentence> Problems(Finding finding, JudgementRequest request)
    {
        if (request.State == FindingState.Resolved || !Enum.IsDefined(request.State)) yield return Sentence.Of("findings.judge.notByHand");
        if (finding.State == FindingState.Resolved) yield return Sentence.Of("findings.judge.alreadyResolved");
        if (request.State == FindingState.Dismissed && finding.State != FindingState.Dismissed && string.IsNullOrWhiteSpace(request.Note))
            yield return Sentence.Of("findings.judge.noteMissing");
        if (request.Note?.Length > MaxNote) yield return Sentence.Of("findings.judge.noteTooLong", ("count", MaxNote));
        if (request.Owner?.Length > MaxOwner) yield return Sentence.Of("findings.judge.ownerTooLong", ("count", MaxOwner));
        if (request.Action is not null && !(finding.Type == FindingKind.Overlap && request.State == FindingState.Confirmed)) yield return Sentence.Of("cases.judge.actionOnlyConfirmed");
        if (request.State == FindingState.Confirmed && OverlapRelations.IsTooMany(finding)) yield return Sentence.Of("cases.judge.groupTooLarge", ("count", OverlapRelations.MostMembers));
        if (SaysNothing(finding, request)) yield return Sentence.Of("findings.judge.nothingNew");
    }

    internal static bool SaysNothing(Finding finding, JudgementRequest request) =>
        request.State == finding.State && string.IsNullOrWhiteSpace(request.Note) && Same(request.Owner, finding.Owner) && request.DueDate == finding.DueDate && request.Action == finding.Action;

    private static bool Same(string? one, string? other) => (string.IsNullOrWhiteSpace(one) ? null : one.Trim()) == other;
}
