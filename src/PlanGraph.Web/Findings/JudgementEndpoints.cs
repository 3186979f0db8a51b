using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;
using PlanGraph.Web.Http;

namespace PlanGraph.Web.Findings;

/// <summary>What people say of findings: of one, of several at once, and of who belongs in a group. Each is one change set.</summary>
internal static class JudgementEndpoints
{
    public static void MapJudgements(this RouteGroupBuilder routes)
    {
        routes.MapPost("/{slug}/judgement", JudgeFinding).WithName(nameof(JudgeFinding)).WithSummary("Says what a finding is: under review, confirmed, dismissed or new again")
            .RequireAuthorization(Policies.Planner).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        routes.MapPost("/judgements", JudgeFindings).WithName(nameof(JudgeFindings)).WithSummary("Says the same of several findings in one change: all of them or none")
            .RequireAuthorization(Policies.Planner).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        routes.MapPost("/{slug}/members", ChangeMembers).WithName(nameof(ChangeMembers)).WithSummary("Takes a member out of a group, or back in; the group goes on with the others")
            .RequireAuthorization(Policies.Planner).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<FindingAnswer>, Problem>> JudgeFinding(
        string slug, JudgementBody body, CaseDesk desk, FindingsReader reader, CancellationToken cancellationToken)
    {
        var view = await desk.Graphs.CurrentAsync(cancellationToken);
        if (FindingsEndpoints.Find(view, slug) is not { } finding) return FindingsEndpoints.Missing();
        var request = new JudgementRequest(body.State, body.Note, body.Owner, body.DueDate, body.Action);
        return await desk.FollowAsync(Judging.Judge(view.Snapshot, finding, request, reader.Name, desk.Now), slug, body.ExpectedVersion, reader, cancellationToken);
    }

    private static async Task<Results<Ok<FindingAnswer>, Problem>> ChangeMembers(
        string slug, MembersBody body, CaseDesk desk, FindingsReader reader, CancellationToken cancellationToken)
    {
        var view = await desk.Graphs.CurrentAsync(cancellationToken);
        if (FindingsEndpoints.Find(view, slug) is not { } finding) return FindingsEndpoints.Missing();
        var result = body.LeaveOut
            ? LeavingOut.Leave(view.Snapshot, finding, body.Member, body.Note, reader.Name, desk.Now)
            : LeavingOut.TakeBack(view.Snapshot, finding, body.Member);
        return await desk.FollowAsync(result, slug, body.ExpectedVersion, reader, cancellationToken);
    }

    private static async Task<Results<Ok<JointAnswer>, Problem>> JudgeFindings(
        JointBody body, CaseDesk desk, FindingsReader reader, CancellationToken cancellationToken)
    {
        var ids = body.Findings.IsDefault ? [] : body.Findings.Select(one => one.Id).ToList();
        if (ids.Count is 0 or > JudgingTogether.Most || ids.Distinct().Count() != ids.Count) return Problem.BadRequest(Sentence.Of("cases.judge.howMany", ("most", JudgingTogether.Most)));
        var view = await desk.Graphs.CurrentAsync(cancellationToken);
        var cases = body.Findings.Select(one => (Finding: view.Snapshot.Find(one.Id) as Finding, one.ExpectedVersion)).ToList();
        if (cases.Any(one => one.Finding is null)) return FindingsEndpoints.Missing();
        var request = new JointRequest(body.State, body.Note, body.Owner, body.DueDate, body.Action);
        var result = JudgingTogether.Judge(view.Snapshot, [.. cases.Select(one => new JudgedCase(one.Finding!, one.ExpectedVersion))], request, reader.Name, desk.Now);
        return result switch
        {
            JointResult.Accepted accepted => await desk.ApplyAsync(accepted, reader, cancellationToken),
            JointResult.Refused refused => Problem.Unprocessable(Sentence.Of("cases.judge.refused", ("count", refused.Problems.Length)))
                .With("findings", refused.Problems.Select(one => new CaseProblem(one.Finding.Id, FindingSummary.Sentence(one.Finding, reader.Wording), [.. one.Problems.Select(reader.Wording.Say)])).ToList()),
            _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
        };
    }
}

/// <param name="ExpectedVersion">The version that the person saw.</param>
/// <param name="Action">What is to be done about an overlap; only when it is confirmed.</param>
internal sealed record JudgementBody(
    FindingState State, long ExpectedVersion, string? Note = null, string? Owner = null, DateOnly? DueDate = null, OverlapAction? Action = null);

/// <summary>What is null stays as it is in each finding; an empty owner is nobody.</summary>
internal sealed record JointBody(
    ImmutableArray<SeenFinding> Findings, FindingState? State = null, string? Note = null, string? Owner = null, DateOnly? DueDate = null, OverlapAction? Action = null);

internal sealed record SeenFinding(NodeId Id, long ExpectedVersion);

/// <param name="LeaveOut">True takes the member out, false back in.</param>
internal sealed record MembersBody(NodeId Member, bool LeaveOut, long ExpectedVersion, string? Note = null);

/// <param name="Findings">Those that changed, as they now are; the others were so already.</param>
internal sealed record JointAnswer(ImmutableArray<FindingSummary> Findings);

/// <summary>What is wrong with one finding among several.</summary>
internal sealed record CaseProblem(NodeId Id, string Title, ImmutableArray<string> Problems);
