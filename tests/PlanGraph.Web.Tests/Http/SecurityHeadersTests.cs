using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Web.Access;
using PlanGraph.Web.Http;

namespace PlanGraph.Web.Tests.Http;

public sealed class SecurityHeadersTests(AppFixture fixture)
{
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["Content-Security-Policy"] = SecurityHeaders.ContentSecurityPolicy,
        ["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Cross-Origin-Embedder-Policy"] = "require-corp",
        ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()",
    };

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/app/main.js", HttpStatusCode.OK)]
    [InlineData("/styles/tokens.css", HttpStatusCode.OK)]
    [InlineData("/api/me", HttpStatusCode.Unauthorized)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("/nothing.php", HttpStatusCode.NotFound)]
    [InlineData("/signin?token=x", HttpStatusCode.Unauthorized)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    public async Task Every_kind_of_answer_carries_the_headers(string path, HttpStatusCode status)
    {
        var response = await fixture.App.Visitor().GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        AssertHeaders(response);
    }

    [Fact]
    public async Task Every_endpoint_carries_the_headers_signed_in_or_not()
    {
        var reader = await fixture.App.SignInAsync(Role.Reader, "Leser av hoder");
        foreach (var endpoint in Endpoints.Of(fixture.App).Where(endpoint => endpoint.Path != "/api/jobs/progress"))
        {
            AssertHeaders(await reader.SendAsync(endpoint.Request(), TestContext.Current.CancellationToken));
            AssertHeaders(await fixture.App.Visitor().SendAsync(endpoint.Request(), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task An_unexpected_error_carries_the_headers_and_says_nothing_of_what_happened()
    {
        const string Secret = "/srv/hemmelig/sti";
        var clock = new FailingClock(Secret);
        await using var app = new App(services: services => services.AddSingleton<TimeProvider>(clock));
        var visitor = app.Visitor();
        clock.Fails = true;
        var failed = await visitor.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        clock.Fails = false;
        var problem = await Requests.ReadAsync(failed, HttpStatusCode.InternalServerError);
        AssertHeaders(failed);
        Assert.Equal("Noe gikk galt hos oss. Prøv igjen om litt.", problem.Title());
        Assert.True(problem.TryGetProperty("traceId", out _));
        Assert.DoesNotContain(Secret, problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_and_answers_are_not_kept_but_files_are_asked_about_and_libraries_kept_an_hour()
    {
        var visitor = fixture.App.Visitor();
        Assert.Equal("no-store", await AgeAsync("/"));
        Assert.Equal("no-store", await AgeAsync("/api/me"));
        Assert.Equal("no-cache", await AgeAsync("/app/main.js"));
        Assert.Equal("public, max-age=3600", await AgeAsync("/lib/designsystemet/dist/src/index.css"));

        async Task<string?> AgeAsync(string path) => (await visitor.GetAsync(path, TestContext.Current.CancellationToken)).Headers.CacheControl?.ToString();
    }

    private static void AssertHeaders(HttpResponseMessage response)
    {
        foreach (var (name, value) in Expected)
        {
            Assert.True(response.Headers.TryGetValues(name, out var values), $"{response.RequestMessage?.RequestUri} has no {name}");
            Assert.Equal(value, Assert.Single(values));
        }
        Assert.False(response.Headers.Contains("Server"));
    }

    private sealed class FailingClock(string secret) : TimeProvider
    {
        public bool Fails { get; set; }

        public override DateTimeOffset GetUtcNow() => Fails ? throw new InvalidOperationException(secret) : App.Noon;
    }
}
