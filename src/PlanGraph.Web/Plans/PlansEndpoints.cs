using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Plans;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Findings;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Graph.Watch;
using PlanGraph.Web.History;
using PlanGraph.Web.Http;

namespace PlanGraph.Web.Plans;

/// <summary>The plan table and the page of one plan.</summary>
internal static class PlansEndpoints
{
    private const int MostHistory = 20;

    public static void MapPlans(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/plans").WithTags("plans").RequireAuthorization(Policies.Reader);
        routes.MapGet("/", ListPlans).WithName(nameof(ListPlans)).WithSummary("The plan table, with the counts that each filter would give").ProducesProblem(400);
        routes.MapGet("/{slug}", GetPlan).WithName(nameof(GetPlan)).WithSummary("One plan: its red thread, what hangs on it, overlaps, findings and history").ProducesProblem(404);
    }

    /// <summary>The rows that filters choose: what the table shows and the export writes.</summary>
    public static PlanTableView Table(GraphView view, PlanTableQuery query) => PlanTableView.Of(PlanTable.Rows(view.Snapshot, view.Anchoring, view.Today), query);

    private static async Task<Results<Ok<PlansAnswer>, Problem>> ListPlans([AsParameters] PlansFilter filter, GraphViews graphs, CancellationToken cancellationToken)
    {
        var read = new QueryReader();
        var query = filter.Read(read);
        if (read.Problem is { } problem) return problem;
        var view = await graphs.CurrentAsync(cancellationToken);
        return TypedResults.Ok(PlansAnswer.Of(Table(view, query), view));
    }

    private static async Task<Results<Ok<PlanAnswer>, Problem>> GetPlan(
        string slug, IPlanGraphStore store, GraphViews graphs, TimeProvider clock, FindingsReader reader, CancellationToken cancellationToken)
    {
        var view = await graphs.CurrentAsync(cancellationToken);
        if (!NodeId.TryParse($"{NodeKinds.Prefix(NodeKind.Plan)}/{slug}", out var id) || view.Snapshot.Find(id) is not Plan plan)
            return Problem.NotFound(Sentence.Of("web.problem.noNode", ("id", $"plan/{slug}")));
        var history = await store.GetHistoryAsync(id, MostHistory, cancellationToken).OrAsync([], clock, cancellationToken);
        return TypedResults.Ok(PlanAnswer.Of(view, plan, reader) with { History = [.. history.Select(change => ChangeLine.Of(change, reader.Wording))] });
    }
}

/// <param name="Q">Words that must all stand in the title.</param>
/// <param name="Type">Plan types with commas between them; so with status, sector (ids) and anchoring.</param>
/// <param name="Doubt">Whether the municipality itself doubts that it is in use.</param>
/// <param name="Exempt">Whether it is declared to stand outside the red thread, or was.</param>
/// <param name="Sort">title, type, status, adopted, from, to or findings.</param>
/// <param name="Group">type or status.</param>
internal sealed record PlansFilter(
    string? Q, string? Type, string? Status, string? Sector, string? Anchoring, bool? Doubt, bool? Expired, bool? Exempt, string? Sort, bool? Desc, string? Group)
{
    private const int MostSectors = 100;

    public PlanTableQuery Read(QueryReader read) => new()
    {
        Text = Q,
        Types = read.Choices<PlanType>("type", Type) ?? [],
        Statuses = read.Choices<PlanStatus>("status", Status) ?? [],
        Sectors = string.IsNullOrEmpty(Sector) ? [] : read.Ids("sector", Sector, MostSectors),
        Anchoring = read.Choices<AnchoringState>("anchoring", Anchoring) ?? [],
        UseDoubt = Doubt,
        Expired = Expired,
        Exempt = Exempt,
        Sort = read.Choices<PlanSort>("sort", Sort) is [var sort, ..] ? sort : PlanSort.Title,
        Descending = Desc == true,
        Group = read.Choices<PlanGrouping>("group", Group) is [var group, ..] ? group : PlanGrouping.None,
    };
}
