using System.Net;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Http;

public sealed class CrossSiteRequestsTests(AppFixture fixture)
{
    /// <summary>What the browser or program sends, and whether it is let through.</summary>
    public static TheoryData<string, string?, string?, bool, bool> Situations => new()
    {
        { "same origin by Sec-Fetch-Site", "same-origin", null, false, true },
        { "cross site by Sec-Fetch-Site, own header or not", "cross-site", null, true, false },
        { "same site but another host", "same-site", null, true, false },
        { "older browser on another site", null, "https://evil.example", true, false },
        { "older browser on our own site", null, "https://localhost", false, true },
        { "program without our header", null, null, false, false },
    };

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Every_unsafe_endpoint_refuses_what_comes_from_another_site(string situation, string? site, string? origin, bool ownHeader, bool allowed)
    {
        var visitor = fixture.App.CreateClient();
        var endpoints = Endpoints.Of(fixture.App).Where(endpoint => endpoint.IsUnsafe).ToList();
        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
        {
            var request = endpoint.Request();
            if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
            if (origin is not null) request.Headers.Add("Origin", origin);
            if (ownHeader) request.Headers.Add("X-PG", "1");
            var response = await visitor.SendAsync(request, TestContext.Current.CancellationToken);
            // nobody is signed in: what is let through is asked who it is
            Assert.True(response.StatusCode == (allowed ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden), $"{situation}: {endpoint.Method} {endpoint.Path} gave {response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_refusal_says_so_in_one_sentence_and_changes_nothing()
    {
        var planner = await fixture.App.SignInAsync(Role.Planner, "Planlegger på feil side");
        var before = (await planner.GetJsonAsync("/api/history")).GetProperty("head").GetInt64();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/changes") { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        var problem = await Requests.ReadAsync(await planner.SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.Forbidden);
        Assert.Equal("Forespørselen kom fra et annet nettsted og er avvist.", problem.Title());
        Assert.Equal(before, (await planner.GetJsonAsync("/api/history")).GetProperty("head").GetInt64());
    }

    [Fact]
    public async Task A_program_with_our_header_may_send_json()
    {
        var response = await fixture.App.Visitor().PostAsync("/api/jobs", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
