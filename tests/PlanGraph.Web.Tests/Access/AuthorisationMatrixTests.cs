using System.Net;
using Microsoft.AspNetCore.Authorization;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Access;

/// <summary>Every endpoint against every actor, from <c>tests/authz-matrix.csv</c>: an endpoint that is not in the table fails the test.</summary>
public sealed class AuthorisationMatrixTests(AppFixture fixture)
{
    private static readonly string[] Actors = ["anonymous", "reader", "planner", "leadership", "administrator"];

    [Fact]
    public void Every_endpoint_names_its_policy_or_is_open_on_purpose()
    {
        var without = Endpoints.Of(fixture.App)
            .Where(endpoint => endpoint.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
                && !endpoint.Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is not null))
            .Select(endpoint => $"{endpoint.Method} {endpoint.Route}");
        Assert.Empty(without);
    }

    [Fact]
    public void The_matrix_has_every_endpoint_and_no_other()
    {
        var endpoints = Endpoints.Of(fixture.App).Select(endpoint => $"{endpoint.Method} {endpoint.Route}").Order(StringComparer.Ordinal);
        Assert.Equal(endpoints, Matrix().Select(row => $"{row.Method} {row.Route}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("reader")]
    [InlineData("planner")]
    [InlineData("leadership")]
    [InlineData("administrator")]
    public async Task Every_endpoint_lets_in_exactly_those_the_matrix_says(string actor)
    {
        // An application of its own: what is let through may do what it is asked to.
        await using var app = new App();
        var wrong = new List<string>();
        var rows = Matrix().ToDictionary(row => (row.Method, row.Route), row => row.Allowed[Array.IndexOf(Actors, actor)]);
        foreach (var endpoint in Endpoints.Of(app))
        {
            var expected = rows[(endpoint.Method, endpoint.Route)];
            var status = await StatusAsync(app, actor, endpoint);
            if (Meaning(status) != expected) wrong.Add($"{endpoint.Method} {endpoint.Route}: {(int)status} for {actor}, the matrix says {expected}");
        }
        Assert.Empty(wrong);
    }

    private static async Task<HttpStatusCode> StatusAsync(App app, string actor, TestEndpoint endpoint)
    {
        var client = actor == "anonymous" ? app.Visitor() : await app.SignInAsync(Enum.Parse<Role>(actor, ignoreCase: true), $"{actor} {endpoint.Method} {endpoint.Path}"[..Math.Min(90, $"{actor} {endpoint.Method} {endpoint.Path}".Length)]);
        using var response = await client.SendAsync(endpoint.Request(), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>The sign-in address answers 401 to a wrong link, whoever asks: that is its own answer, not the policy's.</summary>
    private static string Meaning(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "401",
        HttpStatusCode.Forbidden => "403",
        _ => "ok",
    };

    private static IEnumerable<(string Method, string Route, string[] Allowed)> Matrix() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "authz-matrix.csv")).Skip(1)
            .Select(line => line.Split(';')).Select(cells => (cells[0], cells[1], cells[2..]));
}
