using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>What a person wants to say of several findings at once. What is null stays as it is in each of them.</summary>
/// <param name="Owner">Who follows them up; empty for nobody.</param>
/// <param name="Action">For the overlaps among them, when they are or become confirmed.</param>
public sealed record JointRequest(FindingState? State = null, string? Note = null, string? Owner = null, DateOnly? DueDate = null, OverlapAction? Action = null);

/// <summary>A finding among several that are judged together, as the person saw it.</summary>
public sealed record JudgedCase(Finding Finding, long SeenVersion);

/// <summary>The answer to a judgement of several.</summary>
public abstract record JointResult
{
    private JointResult() { }

    /// <param name="Findings">Those that change; the others were so already.</param>
    /// <param name="Operations">One change set.</param>
    public sealed record Accepted(ImmutableArray<Finding> Findings, ImmutableArray<Operation> Operations) : JointResult;

    /// <param name="Problems">What is wrong, for each finding that something is wrong with. Nothing is done to any.</param>
    public sealed record Refused(ImmutableArray<(Finding Finding, ImmutableArray<Sentence> Problems)> Problems) : JointResult;
}

/// <summary>Judging several cases as one change: all of them or none.</summary>
public static class JudgingTogether
{
    /// <summary>At most so many at once: what a person can have looked at.</summary>
    public const int Most = 200;

    public static JointResult Judge(GraphSnapshot snapshot, ImmutableArray<JudgedCase> cases, JointRequest request, string by, DateTimeOffset at)
    {
        var wanted = cases.Select(one => (one.Finding, one.SeenVersion, Request: For(one.Finding, request))).Where(one => !IsSoAlready(one.Finding, one.Request)).ToList();
        var problems = wanted.Select(one => (one.Finding, Problems: Judging.Problems(one.Finding, one.Request).ToImmutableArray())).Where(one => !one.Problems.IsEmpty).ToImmutableArray();
        if (!problems.IsEmpty) return new JointResult.Refused(problems);
        if (wanted.Count == 0) return new JointResult.Refused([.. cases.Take(1).Select(one => (one.Finding, ImmutableArray.Create(Sentence.Of("findings.judge.nothingNew"))))]);
        ImmutableArray<Finding> judged = [.. wanted.Select(one => Judging.After(one.Finding, one.Request, by, at))];
        return new JointResult.Accepted(judged,
        [
            .. judged.Zip(wanted, (after, one) => new PutNode(after, one.SeenVersion)),
            .. OverlapRelations.After(snapshot, judged),
        ]);
    }

    /// <summary>A version that has moved on is for the store to refuse; a case that is so already and has not moved is left alone.</summary>
    private static bool IsSoAlready(Finding finding, JudgementRequest request) => Judging.SaysNothing(finding, request);

    private static JudgementRequest For(Finding finding, JointRequest request)
    {
        var state = request.State ?? finding.State;
        var mayAct = finding.Type == FindingKind.Overlap && state == FindingState.Confirmed;
        return new JudgementRequest(state, request.Note, request.Owner ?? finding.Owner, request.DueDate ?? finding.DueDate, mayAct ? request.Action ?? finding.Action : null);
    }
}
