using Microsoft.AspNetCore.StaticFiles;

namespace PlanGraph.Web.Http;

/// <summary>The files under wwwroot, and the one page that all addresses of the application share.</summary>
internal static class PageFiles
{
    /// <summary>The addresses that the application in the browser knows. Everything else is not found.</summary>
    private static readonly string[] Pages =
        ["/", "/explore", "/plans", "/plans/{slug}", "/findings", "/findings/{slug}", "/imports", "/jobs", "/history", "/access"];

    public static void UsePageFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SetAge });

    public static void MapPages(this WebApplication app)
    {
        foreach (var page in Pages)
            app.MapMethods(page, [HttpMethods.Get, HttpMethods.Head], SendPage).AllowAnonymous().ExcludeFromDescription();
        app.MapFallback("/{**path}", SendNotFound).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Our own files have no version in their name: the browser asks each time whether they changed. The libraries change seldom.</summary>
    private static void SetAge(StaticFileResponseContext context)
    {
        var path = context.Context.Request.Path;
        context.Context.Response.Headers.CacheControl = path.StartsWithSegments("/lib") ? "public, max-age=3600" : "no-cache";
    }

    private static Task SendPage(HttpContext context, IWebHostEnvironment environment) => SendIndexAsync(context, environment);

    /// <summary>A person who follows a dead link sees the application's own page for it; a program gets the problem document.</summary>
    private static async Task SendNotFound(HttpContext context, IWebHostEnvironment environment)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        if (IsNavigation(context.Request)) await SendIndexAsync(context, environment);
    }

    private static bool IsNavigation(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Path.StartsWithSegments("/api")
        && !Path.HasExtension(request.Path) && request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    private static async Task SendIndexAsync(HttpContext context, IWebHostEnvironment environment)
    {
        var page = environment.WebRootFileProvider.GetFileInfo("index.html");
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.SendFileAsync(page, context.RequestAborted);
    }
}
