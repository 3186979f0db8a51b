using System.Net;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;
using PlanGraph.Web.Jobs;

namespace PlanGraph.Web.Tests.Findings;

/// <summary>The feed behind a secret link, and the text for a mail.</summary>
public sealed class NewsEndpointsTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly App _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.StoreAsync([.. PlanSystem.Small(), PlanSystem.Plan("rar", "Plan med <b>, & og \u0001 i tittelen")]);
        await _app.Services.GetRequiredService<DetectionRunner>().TryStart(RunTrigger.Demand)!.WaitAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<string> LinkAsync(HttpClient client) =>
        new Uri((await client.PostJsonAsync("/api/findings/feed", null)).GetProperty("link").GetString()!).PathAndQuery;

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private Task<HttpResponseMessage> FetchAsync(string link) => _app.CreateClient().GetAsync(link, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_feed_reader_that_is_not_signed_in_gets_what_the_list_says_is_new()
    {
        var reader = await _app.SignInAsync(Role.Reader);
        var answer = await FetchAsync(await LinkAsync(reader));
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        using var xml = XmlReader.Create(new StringReader(await TextAsync(answer)));
        var feed = XDocument.Load(xml).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All(["id", "title", "updated", "author", "link"], name => Assert.NotNull(feed.Element(Atom + name)));
        var fresh = (await reader.GetJsonAsync("/api/findings?new=true")).GetProperty("findings");
        Assert.Equal(fresh.Strings("title").Select(title => title!.Replace("\u0001", "", StringComparison.Ordinal)).Order(), feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value).Order());
        Assert.All(feed.Elements(Atom + "entry"), entry => Assert.StartsWith("https://localhost/findings/", entry.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.Equal(feed.Elements(Atom + "entry").Count(), feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
    }

    [Fact]
    public async Task A_feed_reader_that_has_it_already_is_told_so()
    {
        var link = await LinkAsync(await _app.SignInAsync(Role.Reader));
        var first = await FetchAsync(link);
        var again = new HttpRequestMessage(HttpMethod.Get, link);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _app.CreateClient().SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("private, max-age=900", first.Headers.CacheControl?.ToString().Replace("max-age=900, private", "private, max-age=900", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_ends_when_it_is_withdrawn_replaced_or_its_person_is_shut_out()
    {
        var reader = await _app.SignInAsync(Role.Reader, "Leser som slutter");
        var first = await LinkAsync(reader);
        var second = await LinkAsync(reader);
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await FetchAsync(second)).StatusCode);
        Assert.NotNull((await reader.GetJsonAsync("/api/findings/settings")).GetProperty("feedCreated").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await reader.DeleteAsync("/api/findings/feed", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(second)).StatusCode);

        var third = await LinkAsync(reader);
        await (await _app.SignInAsync(Role.Administrator)).PostJsonAsync("/api/access/people/Leser som slutter", new { disabled = true });
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(third)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync("/api/findings/feed/gjettet")).StatusCode);
    }

    [Fact]
    public async Task Only_the_hash_of_the_secret_is_kept()
    {
        var link = await LinkAsync(await _app.SignInAsync(Role.Reader));
        var secret = link.Split('/', '?')[4];
        Assert.Equal(43, secret.Length);
        Assert.DoesNotContain(secret, await File.ReadAllTextAsync(Path.Combine(_app.Data.FullName, "readers.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_and_mail_name_nobody()
    {
        var planner = await _app.SignInAsync(Role.Planner, "Navn Navnesen");
        var finding = (await planner.GetJsonAsync("/api/findings?member=plan/rar")).GetProperty("findings")[0];
        await planner.PostJsonAsync($"/api/findings/{finding.GetProperty("id").GetString()!["finding/".Length..]}/judgement", new { state = "new", note = "Spør Navnesen", owner = "Navnesen", expectedVersion = finding.GetProperty("version").GetInt64() });
        foreach (var path in new[] { await LinkAsync(planner), "/api/findings/digest?format=text", "/api/findings/digest?format=html" })
        {
            var text = await TextAsync(await planner.GetAsync(path, TestContext.Current.CancellationToken));
            Assert.Contains("Plan med", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Navnesen", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_mail_is_in_norwegian_with_links_to_the_cases_and_safe_as_html()
    {
        var reader = await _app.SignInAsync(Role.Reader);
        var text = await TextAsync(await reader.GetAsync("/api/findings/digest?format=text", TestContext.Current.CancellationToken));
        Assert.Contains("nye funn i PlanGraph\r\n", text, StringComparison.Ordinal);
        Assert.Contains("https://localhost/findings/unanchored-plan-energiplan", text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text);
        var html = await TextAsync(await reader.GetAsync("/api/findings/digest?format=html", TestContext.Current.CancellationToken));
        Assert.Contains("Plan med &lt;b&gt;, &amp; og", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        await reader.GetJsonAsync("/api/findings/digest?format=pdf", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Guessing_secrets_is_slowed_down()
    {
        await using var app = new App(new Dictionary<string, string> { ["PlanGraph:Limits:FeedsPerMinute"] = "3" });
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().GetAsync($"/api/findings/feed/{i}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.CreateClient().GetAsync("/api/findings/feed/4", TestContext.Current.CancellationToken)).StatusCode);
    }
}
