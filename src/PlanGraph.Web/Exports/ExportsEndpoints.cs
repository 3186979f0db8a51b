using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Http;
using PlanGraph.Web.Plans;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Exports;

/// <summary>What the tables show, as files.</summary>
internal static class ExportsEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/plans/export", ExportPlans).WithName(nameof(ExportPlans)).WithTags("plans")
            .WithSummary("The plan table with the same filters, as csv or xlsx; edited and imported again it changes only what was edited")
            .Produces<byte[]>(200, "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").ProducesProblem(400).RequireAuthorization(Policies.Reader);

    private static async Task<Results<FileContentHttpResult, Problem>> ExportPlans(
        string? format, [AsParameters] PlansFilter filter, HttpRequest request, GraphViews graphs, Wording wording, CancellationToken cancellationToken)
    {
        if (format is not (ExportFile.Csv or ExportFile.Xlsx)) return Problem.BadRequest(Sentence.Of("imports.exportFormat"));
        var read = new QueryReader();
        var query = filter.Read(read);
        if (read.Problem is { } problem) return problem;
        var view = await graphs.CurrentAsync(cancellationToken);
        var plans = PlansEndpoints.Table(view, query).Rows.Select(row => view.Snapshot.Find(row.Id)).OfType<Plan>().ToList();
        var table = new GraphTables(view.Snapshot, key => wording.Say(Sentence.Of(key))).Plans(plans, About(view, plans.Count, request, wording));
        return ExportFile.Answer(table, format, view.Today, wording);
    }

    private static List<(string, string)> About(GraphView view, int rows, HttpRequest request, Wording wording)
    {
        string Say(string key) => wording.Say(Sentence.Of($"imports.about.{key}"));
        var filters = request.Query.Where(part => part.Key != "format" && part.Value.Count > 0).Select(part => $"{part.Key}={part.Value}");
        return
        [
            (Say("source"), "PlanGraph"),
            (Say("made"), view.Today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
            (Say("change"), view.Snapshot.Seq.ToString(CultureInfo.InvariantCulture)),
            (Say("filter"), string.Join(", ", filters) is { Length: > 0 } chosen ? chosen : Say("all")),
            (Say("rows"), rows.ToString(CultureInfo.InvariantCulture)),
            (Say("back"), Say("back.text")),
        ];
    }
}
