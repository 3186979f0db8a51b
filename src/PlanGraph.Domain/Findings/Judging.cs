using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>What a person wants to say of a finding.</summary>
/// <param name="State">New (again), under review, confirmed or dismissed.</param>
/// <param name="Note">Why; required to dismiss. At most <see cref="Judging.MaxNote"/> characters.</param>
/// <param name="Owner">Who follows it up; null for nobody.</param>
public sealed record JudgementRequest(FindingState State, string? Note = null, string? Owner = null, DateOnly? DueDate = null);

/// <summary>The answer to a judgement.</summary>
public abstract record JudgementResult
{
    private JudgementResult() { }

    /// <param name="Operations">To be applied in one change set: the finding, and for an overlap the relation that the judgement makes or takes away.</param>
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
    /// needs a note. A confirmed overlap becomes an <c>OVERLAPS</c> relation with the note as its reason; judged otherwise later, the relation goes.
    /// </summary>
    public static JudgementResult Judge(GraphSnapshot snapshot, Finding finding, JudgementRequest request, string by, DateTimeOffset at)
    {
        var problems = Problems(finding, request).ToImmutableArray();
        if (!problems.IsEmpty) return new JudgementResult.Refused(problems);
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        var judged = finding with
        {
            State = request.State,
            Owner = string.IsNullOrWhiteSpace(request.Owner) ? null : request.Owner.Trim(),
            DueDate = request.DueDate,
            Judgements = finding.State != request.State || note is not null ? finding.Judgements.Add(new Judgement(by, at, request.State, note)) : finding.Judgements,
        };
        return new JudgementResult.Accepted(judged, [new PutNode(judged, finding.Version), .. OverlapRelation(snapshot, finding, request.State, note)]);
    }

    private static IEnumerable<Sentence> Problems(Finding finding, JudgementRequest request)
    {
        if (request.State == FindingState.Resolved || !Enum.IsDefined(request.State)) yield return Sentence.Of("findings.judge.notByHand");
        if (finding.State == FindingState.Resolved) yield return Sentence.Of("findings.judge.alreadyResolved");
        if (request.State == FindingState.Dismissed && finding.State != FindingState.Dismissed && string.IsNullOrWhiteSpace(request.Note))
            yield return Sentence.Of("findings.judge.noteMissing");
        if (request.Note?.Length > MaxNote) yield return Sentence.Of("findings.judge.noteTooLong", ("count", MaxNote));
        if (request.Owner?.Length > MaxOwner) yield return Sentence.Of("findings.judge.ownerTooLong", ("count", MaxOwner));
        if (request.State == finding.State && string.IsNullOrWhiteSpace(request.Note) && Same(request.Owner, finding.Owner) && request.DueDate == finding.DueDate)
            yield return Sentence.Of("findings.judge.nothingNew");
    }

    private static bool Same(string? one, string? other) => (string.IsNullOrWhiteSpace(one) ? null : one.Trim()) == other;

    private static IEnumerable<Operation> OverlapRelation(GraphSnapshot snapshot, Finding finding, FindingState state, string? note)
    {
        if (finding is not { Type: FindingKind.Overlap, Members: [var first, var second] }) yield break;
        var existing = snapshot.Out(first, RelationType.Overlaps).Concat(snapshot.Out(second, RelationType.Overlaps))
            .FirstOrDefault(relation => relation.To == first || relation.To == second);
        if (state == FindingState.Confirmed && existing is null)
        {
            yield return new PutRelation(new Relation
            {
                Type = RelationType.Overlaps, From = first, To = second, Reason = note,
                Sources = [new Source("PlanGraph", finding.Id.Value, Basis.Judged)],
            }, 0);
        }
        else if (state != FindingState.Confirmed && existing is { } made && made.Sources.Any(source => source.Place == finding.Id.Value))
        {
            yield return new RemoveRelation(made.Type, made.From, made.To, made.Variant, made.Version);
        }
    }
}
