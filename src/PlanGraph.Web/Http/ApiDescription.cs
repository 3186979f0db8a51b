namespace PlanGraph.Web.Http;

/// <summary>The API's description of itself, at <c>/openapi/v1.json</c>. It holds no data, so it is open to all.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "PlanGraph";
            document.Info.Description = "How a municipality's plans, goals and challenges hang together, and what does not. "
                + "Requests that change something must come from the same site, or carry the header X-PG: 1.";
            return Task.CompletedTask;
        }));

    public static void MapApiDescription(this IEndpointRouteBuilder app) => app.MapOpenApi().AllowAnonymous();
}
