using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Http;

/// <summary>
/// Refuses requests that change something and come from another site. In order: what the browser itself says (<c>Sec-Fetch-Site</c>), else the
/// <c>Origin</c>, else, for programs that send neither, JSON or a form that no page can send without asking: with the header <c>X-PG: 1</c>.
/// </summary>
internal static class CrossSiteRequests
{
    public const string OwnHeader = "X-PG";

    public static void UseCrossSiteCheck(this WebApplication app) => app.Use((context, next) =>
        IsSafe(context.Request.Method) || Allows(context.Request)
            ? next(context)
            : new Problem(StatusCodes.Status403Forbidden, Sentence.Of("web.problem.crossSite")).ExecuteAsync(context));

    internal static bool Allows(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0) return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        return request.Headers[OwnHeader] == "1" && (request.HasJsonContentType() || HasNoBody(request) || request.HasFormContentType);
    }

    private static bool HasNoBody(HttpRequest request) => request.ContentType is null && request.ContentLength is null or 0;

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
