using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PlanGraph.Web.Tests;

/// <summary>One endpoint of the application, with a request that could be made to it.</summary>
internal sealed record TestEndpoint(string Method, string Route, RouteEndpoint Endpoint)
{
    /// <summary>The route with values in it that point to nothing.</summary>
    public string Path => Route.Replace("{kind}", "plan", StringComparison.Ordinal).Replace("{seq:long}", "999999", StringComparison.Ordinal)
        .Replace("{lang}", "nb", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal)
        .Replace("{token}", "nobody", StringComparison.Ordinal).Replace("{id}", "nobody", StringComparison.Ordinal).Replace("{slug}", "finnes-ikke", StringComparison.Ordinal).Replace("{**path}", "nothing", StringComparison.Ordinal);

    public bool IsUnsafe => Method is not ("GET" or "HEAD");

    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Path);
        if (IsUnsafe && Method != "DELETE") request.Content = JsonContent.Create(new { });
        return request;
    }
}

internal static class Endpoints
{
    public static IReadOnlyList<TestEndpoint> Of(App app) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => Methods(endpoint).Select(method => new TestEndpoint(method, "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/'), endpoint))),
    ];

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
}
