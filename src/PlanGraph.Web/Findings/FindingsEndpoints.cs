using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Http;

namespace PlanGraph.Web.Findings;

/// <summary>Findings as cases: the list and one case. What a person says of them is in <see cref="JudgementEndpoints"/>, what each person has chosen and what is new in <see cref="ReaderEndpoints"/>.</summary>
internal static class FindingsEndpoints
{
    public static void AddFindings(this IServiceCollection services) => services.AddSingleton<ReaderRegister>().AddSingleton<CaseDesk>();

    public static void MapFindings(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/findings").WithTags("findings").RequireAuthorization(Policies.Reader);
        routes.MapGet("/", ListFindings).WithName(nameof(ListFindings)).WithSummary("Findings, those that wait for somebody unless states are given; highest score first").ProducesProblem(400);
        routes.MapGet("/{slug}", GetFinding).WithName(nameof(GetFinding)).WithSummary("One finding with its evidence and what has been said of it").ProducesProblem(400).ProducesProblem(404);
        routes.MapGet("/calibration", GetCalibration).WithName(nameof(GetCalibration)).WithSummary("How scores are put right by what people have judged");
        routes.MapJudgements();
        routes.MapReaders();
        routes.MapNews();
    }

    private static async Task<Results<Ok<FindingsAnswer>, Problem>> ListFindings(
        [AsParameters] FindingsFilter filter, GraphViews graphs, FindingsReader reader, CancellationToken cancellationToken)
    {
        var read = new QueryReader();
        var query = filter.Read(read);
        if (read.Problem is { } problem) return problem;
        return TypedResults.Ok(FindingsAnswer.Of(await graphs.CurrentAsync(cancellationToken), query, reader));
    }

    /// <param name="pair">Two members of a group to set beside each other; without it the first two.</param>
    private static async Task<Results<Ok<FindingAnswer>, Problem>> GetFinding(
        string slug, string? pair, IPlanGraphStore store, GraphViews graphs, TimeProvider clock, FindingsReader reader, CancellationToken cancellationToken)
    {
        var read = new QueryReader();
        var wanted = string.IsNullOrEmpty(pair) ? [] : read.Ids("pair", pair, 2);
        if (read.Problem is { } problem) return problem;
        return await AnswerAsync(slug, wanted, store, graphs, clock, reader, cancellationToken);
    }

    /// <summary>A case as it is now.</summary>
    public static async Task<Results<Ok<FindingAnswer>, Problem>> AnswerAsync(
        string slug, ImmutableArray<NodeId> pair, IPlanGraphStore store, GraphViews graphs, TimeProvider clock, FindingsReader reader, CancellationToken cancellationToken)
    {
        var view = await graphs.CurrentAsync(cancellationToken);
        if (Find(view, slug) is not { } finding) return Missing();
        var changed = await TextChanges.SinceDismissalAsync(store, clock, view.Snapshot, finding, cancellationToken);
        var compared = !finding.Type.IsAboutLikeness() ? [] : pair.Length == 2 && pair.All(finding.Members.Contains) ? pair : [.. finding.Members.Take(2)];
        return TypedResults.Ok(FindingAnswer.Of(view, finding, reader, compared, changed));
    }

    private static async Task<Ok<CalibrationAnswer>> GetCalibration(GraphViews graphs, FindingsReader reader, CancellationToken cancellationToken) =>
        TypedResults.Ok(CalibrationAnswer.Of(await graphs.CurrentAsync(cancellationToken), reader));

    public static Finding? Find(GraphView view, string slug) =>
        NodeId.TryParse($"{NodeKinds.Prefix(NodeKind.Finding)}/{slug}", out var id) ? view.Snapshot.Find(id) as Finding : null;

    public static Problem Missing() => Problem.NotFound(Sentence.Of("findings.server.missing"));
}
