using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Changes;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Http;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.History;

/// <summary>Every change that was ever made, and the way back.</summary>
internal static class HistoryEndpoints
{
    public static void MapHistory(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/history").WithTags("history").RequireAuthorization(Policies.Reader);
        routes.MapGet("/", GetChanges).WithName(nameof(GetChanges)).WithSummary("The changes, newest first").ProducesProblem(400);
        routes.MapGet("/{kind}/{slug}", GetNodeHistory).WithName(nameof(GetNodeHistory)).WithSummary("The changes of one node, newest first, with what each changed")
            .ProducesProblem(400).ProducesProblem(404);
        routes.MapPost("/{seq:long}/undo", UndoChange).WithName(nameof(UndoChange)).WithSummary("Takes a change back by a new change")
            .RequireAuthorization(Policies.Planner).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<HistoryAnswer>, Problem>> GetChanges(
        long? before, int? limit, IPlanGraphStore store, GraphViews graphs, Wording wording, CancellationToken cancellationToken)
    {
        var read = new QueryReader();
        var most = read.Number("limit", limit, 1, 200, 50);
        if (read.Problem is { } problem) return problem;
        var head = await store.GetHeadAsync(cancellationToken);
        var last = Math.Clamp((before ?? head + 1) - 1, 0, head);
        var view = await graphs.CurrentAsync(cancellationToken);
        var changes = new List<ChangeEntry>();
        await foreach (var change in store.ReadChangesAsync(Math.Max(0, last - most), cancellationToken))
        {
            if (change.Seq > last) break;
            changes.Add(ChangeEntry.Of(change, id => view.Snapshot.Find(id)?.Title, wording));
        }
        changes.Reverse();
        return TypedResults.Ok(new HistoryAnswer([.. changes], head));
    }

    private static async Task<Results<Ok<NodeHistory>, Problem>> GetNodeHistory(
        string kind, string slug, int? limit, IPlanGraphStore store, GraphViews graphs, Wording wording, CancellationToken cancellationToken)
    {
        var read = new QueryReader();
        var most = read.Number("limit", limit, 1, 1000, 100);
        if (read.Problem is { } problem) return problem;
        var known = NodeId.TryParse($"{kind}/{slug}", out var id);
        var changes = known ? await store.GetHistoryAsync(id, most, cancellationToken) : [];
        if (changes.Count == 0) return Problem.NotFound(Sentence.Of("web.problem.noNode", ("id", $"{kind}/{slug}")));
        var view = await graphs.CurrentAsync(cancellationToken);
        return TypedResults.Ok(NodeHistory.Of(id, changes, complete: changes.Count < most, other => view.Snapshot.Find(other)?.Title, wording));
    }

    private static async Task<Results<Ok<ChangesAnswer>, Problem>> UndoChange(
        long seq, ClaimsPrincipal user, IPlanGraphStore store, TimeProvider clock, Wording wording, CancellationToken cancellationToken)
    {
        var change = await FindAsync(store, seq, cancellationToken);
        if (change is null) return Problem.NotFound(Sentence.Of("history.server.noChange", ("seq", seq)));
        if (change.ChangeSet.Operations.Any(operation => operation is PutNode { Node: Run }))
            return Problem.Unprocessable(Sentence.Of("history.server.runStays"));
        var before = new ElementStates(change.ChangeSet.Operations.Select(operation => operation.Element));
        await foreach (var earlier in store.ReadChangesAsync(0, cancellationToken))
        {
            if (earlier.Seq >= seq) break;
            before.Take(earlier);
        }
        return ChangeAnswers.From(await store.ApplyAsync(new ChangeSet
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Actor = user.Name(),
            At = clock.GetUtcNow(),
            Reason = wording.Say(Sentence.Of("history.server.undoReason", ("seq", seq))),
            Operations = Undo.Invert(change, before),
        }, cancellationToken), wording);
    }

    private static async Task<CommittedChange?> FindAsync(IPlanGraphStore store, long seq, CancellationToken cancellationToken)
    {
        if (seq < 1 || seq > await store.GetHeadAsync(cancellationToken)) return null;
        return await store.ReadChangesAsync(seq - 1, cancellationToken).FirstAsync(cancellationToken);
    }
}

/// <param name="Head">The number of the last change there is.</param>
internal sealed record HistoryAnswer(ImmutableArray<ChangeEntry> Changes, long Head);
