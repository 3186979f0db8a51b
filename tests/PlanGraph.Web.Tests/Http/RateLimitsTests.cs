using System.Net;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Http;

public sealed class RateLimitsTests
{
    [Fact]
    public async Task Too_many_requests_are_told_to_wait_and_others_are_not()
    {
        await using var app = new App(new Dictionary<string, string> { ["PlanGraph:Limits:RequestsPerMinute"] = "5" });
        var (busy, calm) = (await app.SignInAsync(Role.Reader, "Travel"), await app.SignInAsync(Role.Reader, "Rolig"));
        for (var i = 0; i < 5; i++) await busy.GetJsonAsync("/api/me");
        var response = await busy.GetAsync("/api/me", TestContext.Current.CancellationToken);
        Assert.Equal("60", response.Headers.RetryAfter?.ToString());
        Assert.Equal("Det kom for mange forespørsler på kort tid. Vent et minutt, og prøv igjen.", (await Requests.ReadAsync(response, HttpStatusCode.TooManyRequests)).Title());
        await calm.GetJsonAsync("/api/me");
        await busy.GetJsonAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/app/main.js", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Guessing_links_is_slow()
    {
        await using var app = new App(new Dictionary<string, string> { ["PlanGraph:Limits:SignInsPerMinute"] = "3" });
        for (var i = 0; i < 3; i++) await app.Visitor().GetJsonAsync($"/signin?token={i}", HttpStatusCode.Unauthorized);
        await app.Visitor().GetJsonAsync("/signin?token=4", HttpStatusCode.TooManyRequests);
    }
}
