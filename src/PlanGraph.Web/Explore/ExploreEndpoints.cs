using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Http;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Explore;

/// <summary>The questions of the explorer. What lies around what comes from the store itself, not from a copy.</summary>
internal static class ExploreEndpoints
{
    private const int MostIds = 200;
    private const int MostQueryLength = 200;

    public static void MapExplore(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/explore").WithTags("explore").RequireAuthorization(Policies.Reader);
        routes.MapGet("/summary", GetSummary).WithName(nameof(GetSummary)).WithSummary("How much there is, and three good questions to start with");
        routes.MapGet("/search", Search).WithName(nameof(Search)).WithSummary("Finds nodes by their texts").ProducesProblem(400);
        routes.MapGet("/neighbourhood", GetNeighbourhood).WithName(nameof(GetNeighbourhood))
            .WithSummary("What lies around some nodes, with counts of what was left out").ProducesProblem(400);
        routes.MapGet("/paths", FindPaths).WithName(nameof(FindPaths)).WithSummary("The ways between two nodes, shortest first").ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Ok<ExploreSummary>> GetSummary(GraphViews graphs, CancellationToken cancellationToken) =>
        TypedResults.Ok(ExploreSummary.Of(await graphs.CurrentAsync(cancellationToken)));

    private static async Task<Results<Ok<SearchAnswer>, Problem>> Search(
        string? q, string? kinds, int? limit, IPlanGraphStore store, GraphViews graphs, CancellationToken cancellationToken)
    {
        var read = new QueryReader();
        var query = new SearchQuery((q ?? "")[..Math.Min(q?.Length ?? 0, MostQueryLength)], read.Kinds("kinds", kinds), read.Number("limit", limit, 1, 200, 20));
        if (read.Problem is { } problem) return problem;
        if (string.IsNullOrWhiteSpace(query.Text)) return TypedResults.Ok(new SearchAnswer([], 0, null));
        var found = await store.SearchAsync(query, cancellationToken);
        var view = await graphs.CurrentAsync(cancellationToken);
        return TypedResults.Ok(new SearchAnswer([.. found.Hits.Select(hit => new Hit(view.Summary(hit.Node), hit.Score, [.. hit.Matched]))], found.Total, found.Correction));
    }

    private static async Task<Results<Ok<NeighbourhoodAnswer>, Problem>> GetNeighbourhood(
        string? ids, int? depth, string? kinds, string? types, int? cap, IPlanGraphStore store, GraphViews graphs, CancellationToken cancellationToken)
    {
        var read = new QueryReader();
        var query = new NeighbourhoodQuery(
            read.Ids("ids", ids, MostIds), read.Number("depth", depth, 0, 4, 1), read.Kinds("kinds", kinds), read.Types("types", types), read.Number("cap", cap, 0, 5000, 50));
        if (read.Problem is { } problem) return problem;
        var found = await store.GetNeighbourhoodAsync(query, cancellationToken);
        return TypedResults.Ok(NeighbourhoodAnswer.Of(found, query, await graphs.CurrentAsync(cancellationToken)));
    }

    private static async Task<Results<Ok<PathsAnswer>, Problem>> FindPaths(
        string? from, string? to, int? max, int? length, string? types, IPlanGraphStore store, GraphViews graphs, Wording wording, CancellationToken cancellationToken)
    {
        var read = new QueryReader();
        var query = new PathQuery(
            read.Id("from", from), read.Id("to", to), read.Number("max", max, 1, 20, 3), read.Number("length", length, 1, 8, 6), Types: read.Types("types", types));
        if (read.Problem is { } problem) return problem;
        var view = await graphs.CurrentAsync(cancellationToken);
        var missing = new[] { query.From, query.To }.Where(id => view.Snapshot.Find(id) is null).ToArray();
        if (missing.Length > 0) return Problem.NotFound(Sentence.Of("web.problem.noNode", ("id", missing[0])));
        var paths = await store.FindPathsAsync(query, cancellationToken);
        return TypedResults.Ok(new PathsAnswer([.. paths.Select(path => PathSummary.Of(view, path.Nodes, path.Relations, wording))]));
    }
}

/// <param name="Correction">What was searched for instead, when the text as typed matched nothing.</param>
internal sealed record SearchAnswer(ImmutableArray<Hit> Hits, int Total, string? Correction);

internal sealed record Hit(NodeSummary Node, double Score, ImmutableArray<string> Matched);

internal sealed record PathsAnswer(ImmutableArray<PathSummary> Paths);

/// <param name="LeftOut">How many neighbours the cap left out.</param>
/// <param name="Missing">Ids that do not exist.</param>
internal sealed record NeighbourhoodAnswer(
    ImmutableArray<NodeSummary> Nodes, ImmutableArray<RelationSummary> Relations, ImmutableArray<LeftOut> LeftOut, ImmutableArray<NodeId> Missing)
{
    public static NeighbourhoodAnswer Of(Neighbourhood found, NeighbourhoodQuery query, GraphView view)
    {
        var degrees = found.Degrees.ToLookup(count => count.Node);
        var present = found.Nodes.Select(node => node.Id).ToHashSet();
        return new NeighbourhoodAnswer(
            [.. found.Nodes.Select(node => view.Summary(node, Summaries.DegreeOf(degrees[node.Id])))],
            [.. found.Relations.Select(RelationSummary.Of)],
            [.. found.LeftOut.Select(count => new LeftOut(count.Node, count.Type, count.Outgoing, count.Count))],
            [.. query.Seeds.Where(id => !present.Contains(id)).Distinct()]);
    }
}

internal sealed record LeftOut(NodeId Node, RelationType Type, bool Outgoing, int Count);
