using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Changes;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Http;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <summary>Findings as cases: the list, one case, and what a person says of it.</summary>
internal static class FindingsEndpoints
{
    public static void MapFindings(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/findings").WithTags("findings").RequireAuthorization(Policies.Reader);
        routes.MapGet("/", ListFindings).WithName(nameof(ListFindings)).WithSummary("Findings, those that wait for somebody unless states are given; highest score first").ProducesProblem(400);
        routes.MapGet("/{slug}", GetFinding).WithName(nameof(GetFinding)).WithSummary("One finding with its evidence and what has been said of it").ProducesProblem(404);
        routes.MapPost("/{slug}/judgement", JudgeFinding).WithName(nameof(JudgeFinding)).WithSummary("Says what a finding is: under review, confirmed, dismissed or new again")
            .RequireAuthorization(Policies.Planner).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<FindingsAnswer>, Problem>> ListFindings(
        [AsParameters] FindingsFilter filter, GraphViews graphs, Wording wording, CancellationToken cancellationToken)
    {
        var read = new QueryReader();
        var states = read.Choices<FindingState>("state", filter.State) ?? [FindingState.New, FindingState.UnderReview];
        var types = read.Choices<FindingKind>("type", filter.Type);
        NodeId? member = filter.Member is null ? null : read.Id("member", filter.Member);
        if (read.Problem is { } problem) return problem;
        var view = await graphs.CurrentAsync(cancellationToken);
        var chosen = view.Snapshot.OfKind<Finding>()
            .Where(finding => member is null || finding.Members.Contains(member.Value))
            .Where(finding => filter.Owner is null || string.Equals(finding.Owner, filter.Owner, StringComparison.OrdinalIgnoreCase))
            .Where(finding => filter.New != true || FindingSummary.IsNewIn(view, finding))
            .Select(finding => FindingSummary.Of(view, finding, wording))
            .Where(finding => finding.Says(filter.Q)).ToList();
        return TypedResults.Ok(FindingsAnswer.Of(view, chosen, states, types, wording));
    }

    private static async Task<Results<Ok<FindingAnswer>, Problem>> GetFinding(string slug, GraphViews graphs, Wording wording, CancellationToken cancellationToken)
    {
        var view = await graphs.CurrentAsync(cancellationToken);
        return Find(view, slug) is { } finding ? TypedResults.Ok(FindingAnswer.Of(view, finding, wording)) : Missing();
    }

    private static async Task<Results<Ok<FindingAnswer>, Problem>> JudgeFinding(
        string slug, JudgementBody body, ClaimsPrincipal user, IPlanGraphStore store, GraphViews graphs, TimeProvider clock, Wording wording, CancellationToken cancellationToken)
    {
        var view = await graphs.CurrentAsync(cancellationToken);
        if (Find(view, slug) is not { } finding) return Missing();
        var now = clock.GetUtcNow();
        var judged = Judging.Judge(view.Snapshot, finding, new JudgementRequest(body.State, body.Note, body.Owner, body.DueDate), user.Name(), now);
        if (judged is JudgementResult.Refused refused) return ChangeAnswers.Refuse(refused.Problems, wording);
        var result = await store.ApplyAsync(new ChangeSet
        {
            Id = Guid.CreateVersion7(now),
            Actor = user.Name(),
            At = now,
            Reason = "@findings.server.judged",
            Operations = [.. ((JudgementResult.Accepted)judged).Operations.Select(operation => Expecting(operation, finding.Id, body.ExpectedVersion))],
        }, cancellationToken);
        if (result is not ApplyResult.Applied) return ChangeAnswers.ProblemOf(result, wording);
        var after = await graphs.CurrentAsync(cancellationToken);
        return Find(after, slug) is { } current ? TypedResults.Ok(FindingAnswer.Of(after, current, wording)) : Missing();
    }

    /// <summary>The store is asked for the version that the person saw, not for the one we have just read.</summary>
    private static Operation Expecting(Operation operation, NodeId finding, long version) =>
        operation is PutNode put && put.Node.Id == finding ? put with { ExpectedVersion = version } : operation;

    private static Finding? Find(GraphView view, string slug) =>
        NodeId.TryParse($"{NodeKinds.Prefix(NodeKind.Finding)}/{slug}", out var id) ? view.Snapshot.Find(id) as Finding : null;

    private static Problem Missing() => Problem.NotFound(Sentence.Of("findings.server.missing"));
}

/// <param name="State">States with commas between them; without it those that wait for somebody.</param>
/// <param name="Type">Kinds of finding with commas between them.</param>
/// <param name="New">Only those of the last run.</param>
/// <param name="Q">Words that must all stand in the sentence or in the members' titles.</param>
/// <param name="Member">The id of a node that it is about.</param>
internal sealed record FindingsFilter(string? State, string? Type, string? Owner, bool? New, string? Q, string? Member);

/// <param name="ExpectedVersion">The version that the person saw.</param>
internal sealed record JudgementBody(FindingState State, long ExpectedVersion, string? Note = null, string? Owner = null, DateOnly? DueDate = null);
