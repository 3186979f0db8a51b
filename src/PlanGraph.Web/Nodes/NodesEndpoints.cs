using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Findings;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Graph.Watch;
using PlanGraph.Web.History;
using PlanGraph.Web.Http;

namespace PlanGraph.Web.Nodes;

/// <summary>Nodes, one by one and page by page.</summary>
internal static class NodesEndpoints
{
    public static void MapNodes(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/nodes").WithTags("nodes").RequireAuthorization(Policies.Reader);
        routes.MapGet("/", ListNodes).WithName(nameof(ListNodes)).WithSummary("Nodes of some kinds, in the order of their ids, page by page").ProducesProblem(400);
        routes.MapGet("/{kind}/{slug}", GetNode).WithName(nameof(GetNode)).WithSummary("A node with its relations, their sources, its findings and its last change").ProducesProblem(404);
    }

    private static async Task<Results<Ok<NodePage>, Problem>> ListNodes(string? kinds, int? limit, string? after, GraphViews graphs, CancellationToken cancellationToken)
    {
        var read = new QueryReader();
        var wanted = read.Kinds("kinds", kinds) ?? NodeKinds.PlanSystem;
        var most = read.Number("limit", limit, 1, 1000, 100);
        NodeId? start = after is null ? null : read.Id("after", after);
        if (read.Problem is { } problem) return problem;
        var view = await graphs.CurrentAsync(cancellationToken);
        var all = view.Snapshot.Nodes.Where(node => wanted.Contains(node.Kind)).OrderBy(node => node.Id).ToList();
        var page = all.Where(node => start is null || node.Id > start).Take(most).ToList();
        var more = page.Count > 0 && page[^1].Id != all[^1].Id;
        return TypedResults.Ok(new NodePage([.. page.Select(node => view.Summary(node))], all.Count, more ? page[^1].Id : null));
    }

    private static async Task<Results<Ok<NodeAnswer>, Problem>> GetNode(
        string kind, string slug, IPlanGraphStore store, GraphViews graphs, TimeProvider clock, FindingsReader reader, CancellationToken cancellationToken)
    {
        var view = await graphs.CurrentAsync(cancellationToken);
        if (!NodeId.TryParse($"{kind}/{slug}", out var id) || view.Snapshot.Find(id) is not { } node)
            return Problem.NotFound(Sentence.Of("web.problem.noNode", ("id", $"{kind}/{slug}")));
        var last = await store.GetHistoryAsync(id, 1, cancellationToken).OrAsync([], clock, cancellationToken);
        var findings = view.FindingsAbout(id).Select(finding => FindingSummary.Of(view, finding, reader));
        return TypedResults.Ok(new NodeAnswer(
            node, view.Summary(node), Relations(view, id), [.. findings.OrderByDescending(finding => finding.Score)], last is [var change, ..] ? ChangeLine.Of(change, reader.Wording) : null));
    }

    /// <summary>Relations to the plan system; findings are listed as findings.</summary>
    private static ImmutableArray<RelationAnswer> Relations(GraphView view, NodeId id) =>
    [
        .. view.Snapshot.Out(id).Select(relation => (relation, other: view.Snapshot.Find(relation.To), outgoing: true))
            .Concat(view.Snapshot.In(id).Select(relation => (relation, other: view.Snapshot.Find(relation.From), outgoing: false)))
            .Where(line => line.other is not null && !NodeKinds.IsBookkeeping(line.relation.From.Kind))
            .Select(line => new RelationAnswer(RelationSummary.Of(line.relation), line.relation.Sources, view.Summary(line.other!), line.outgoing)),
    ];
}

/// <param name="Next">Give it as <c>after</c> for the next page; null on the last.</param>
internal sealed record NodePage(ImmutableArray<NodeSummary> Nodes, int Total, NodeId? Next);

internal sealed record NodeAnswer(
    Node Node, NodeSummary Summary, ImmutableArray<RelationAnswer> Relations, ImmutableArray<FindingSummary> Findings, ChangeLine? LastChange);

internal sealed record RelationAnswer(RelationSummary Relation, ImmutableArray<Source> Sources, NodeSummary Other, bool Outgoing);
