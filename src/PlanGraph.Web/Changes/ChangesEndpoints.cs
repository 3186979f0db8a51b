using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Http;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Changes;

/// <summary>The one way in for what people write.</summary>
internal static class ChangesEndpoints
{
    private const int MostOperations = 1000;

    public static void MapChanges(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/changes", ApplyChanges).WithName(nameof(ApplyChanges)).WithTags("changes")
            .WithSummary("Puts and removes nodes and relations, all or nothing; repeating a request with the same id does no harm")
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422).RequireAuthorization(Policies.Planner);

    private static async Task<Results<Ok<ChangesAnswer>, Problem>> ApplyChanges(
        ChangesRequest request, ClaimsPrincipal user, IPlanGraphStore store, TimeProvider clock, Wording wording, CancellationToken cancellationToken)
    {
        var problems = Check(request);
        if (!problems.IsEmpty) return ChangeAnswers.Refuse(problems, wording);
        var changeSet = new ChangeSet { Id = request.Id, Actor = user.Name(), At = clock.GetUtcNow(), Reason = request.Reason.Trim(), Operations = request.Operations };
        return ChangeAnswers.From(await store.ApplyAsync(changeSet, cancellationToken), wording);
    }

    /// <summary>What only people's own changes must fulfil: their words are words, and the product keeps its own books.</summary>
    private static ImmutableArray<Sentence> Check(ChangesRequest request)
    {
        var problems = ImmutableArray.CreateBuilder<Sentence>();
        if (request.Reason.TrimStart().StartsWith('@')) problems.Add(Sentence.Of("changes.server.reason"));
        if (request.Operations.Length > MostOperations) problems.Add(Sentence.Of("changes.server.tooMany", ("max", MostOperations)));
        if (request.Operations.Any(IsBookkeeping)) problems.Add(Sentence.Of("changes.server.bookkeeping"));
        return problems.ToImmutable();
    }

    private static bool IsBookkeeping(Operation operation) => operation switch
    {
        PutNode put => NodeKinds.IsBookkeeping(put.Node.Kind),
        RemoveNode remove => NodeKinds.IsBookkeeping(remove.Id.Kind),
        PutRelation put => NodeKinds.IsBookkeeping(put.Relation.From.Kind),
        RemoveRelation remove => NodeKinds.IsBookkeeping(remove.From.Kind),
        _ => false,
    };
}

/// <param name="Id">Chosen by the client.</param>
/// <param name="Reason">Why, in the user's words.</param>
internal sealed record ChangesRequest(Guid Id, string Reason, ImmutableArray<Operation> Operations);
