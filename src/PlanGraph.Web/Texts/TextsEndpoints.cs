using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Http;

namespace PlanGraph.Web.Texts;

internal static class TextsEndpoints
{
    public static void MapTexts(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/texts/{lang}", GetTexts).WithName(nameof(GetTexts)).WithTags("texts")
            .WithSummary("All sentences of the user interface in one language").ProducesProblem(404).AllowAnonymous();

    private static Results<Ok<IReadOnlyDictionary<string, string>>, StatusCodeHttpResult, Problem> GetTexts(string lang, TextCatalogue catalogue, HttpContext context)
    {
        if (!Languages.All.Contains(lang)) return Problem.NotFound(Sentence.Of("web.problem.language"));
        var table = catalogue.Table(lang);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ETag = table.ETag;
        if (context.Request.Headers[HeaderNames.IfNoneMatch].Contains(table.ETag)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok<IReadOnlyDictionary<string, string>>(table.Texts);
    }
}
