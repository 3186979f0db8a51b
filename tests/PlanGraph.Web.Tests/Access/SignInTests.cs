using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Access;

public sealed class SignInTests(AppFixture fixture)
{
    private App App => fixture.App;

    [Fact]
    public async Task A_link_signs_in_and_says_what_the_person_may_do()
    {
        var planner = await App.SignInAsync(Role.Planner, "Planlegger én");
        var me = await planner.GetJsonAsync("/api/me");
        Assert.Equal("Planlegger én", me.GetProperty("name").GetString());
        Assert.Equal("planner", me.GetProperty("role").GetString());
        Assert.True(me.GetProperty("permissions").GetProperty("edit").GetBoolean());
        Assert.False(me.GetProperty("permissions").GetProperty("administer").GetBoolean());
    }

    [Fact]
    public async Task The_cookie_is_bound_to_the_host_and_out_of_reach_of_scripts()
    {
        var cookie = await CookieAsync("https://localhost");
        Assert.StartsWith("__Host-pg=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=43200", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_developers_machine_without_https_gets_a_cookie_of_another_name()
    {
        var cookie = await CookieAsync("http://localhost:5080");
        Assert.StartsWith("pg=", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_can_sign_in_over_plain_http_from_another_machine()
    {
        var client = App.CreateClient(new() { BaseAddress = new Uri("http://plangraph.example"), AllowAutoRedirect = false });
        var secret = await App.InviteAsync(Role.Reader, "Leser uten https");
        var problem = await client.GetJsonAsync($"/signin?token={secret}", HttpStatusCode.BadRequest);
        Assert.Equal("Du kan bare logge inn over en sikker forbindelse (https).", problem.Title());
        var response = await App.Visitor().GetAsync($"/signin?token={secret}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task A_used_link_is_refused_and_a_browser_is_sent_to_the_page_that_says_why()
    {
        var secret = await App.InviteAsync(Role.Reader, "Leser to ganger");
        await App.Visitor().GetAsync($"/signin?token={secret}", TestContext.Current.CancellationToken);
        var problem = await App.Visitor().GetJsonAsync($"/signin?token={secret}", HttpStatusCode.Unauthorized);
        Assert.Equal("Lenken er brukt før, eller den er for gammel. Be om en ny.", problem.Title());
        var browser = App.Visitor();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*");
        var response = await browser.GetAsync($"/signin?token={secret}", TestContext.Current.CancellationToken);
        Assert.Equal("/", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Sec-Fetch-Dest", "image")]
    public async Task A_preview_of_the_link_does_not_use_it_up(string header, string value)
    {
        var secret = await App.InviteAsync(Role.Reader, "Leser med forhåndsvisning");
        var preview = new HttpRequestMessage(HttpMethod.Get, $"/signin?token={secret}");
        preview.Headers.Add(header, value);
        Assert.Equal(HttpStatusCode.BadRequest, (await App.Visitor().SendAsync(preview, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await App.Visitor().GetAsync($"/signin?token={secret}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/plans?q=klima", "/plans?q=klima")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("plans", "/")]
    [InlineData("", "/")]
    public async Task After_signing_in_one_is_on_the_page_one_asked_for_if_it_is_ours(string returnUrl, string expected)
    {
        var secret = await App.InviteAsync(Role.Reader, "Leser på vei");
        var response = await App.Visitor().GetAsync($"/signin?token={secret}&returnUrl={Uri.EscapeDataString(returnUrl)}", TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        var reader = await App.SignInAsync(Role.Reader, "Leser på vei ut");
        var copy = App.CreateClient(new() { HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        var signedIn = await CookieOfAsync(reader);
        copy.DefaultRequestHeaders.Add("Cookie", signedIn);
        await copy.GetJsonAsync("/api/me");
        var response = await reader.PostAsync("/api/access/signout", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("\"cache\", \"cookies\"", Assert.Single(response.Headers.GetValues("Clear-Site-Data")));
        await reader.GetJsonAsync("/api/me", HttpStatusCode.Unauthorized);
        await copy.GetJsonAsync("/api/me", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task People_links_and_sessions_outlast_a_restart_and_only_hashes_are_kept()
    {
        var app = new App();
        var reader = await app.SignInAsync(Role.Reader, "Leser som blir");
        var cookie = await CookieOfAsync(reader);
        var waiting = await app.InviteAsync(Role.Planner, "Planlegger som venter");
        var file = await File.ReadAllTextAsync(Path.Combine(app.Data.FullName, "access.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(cookie.Split('=')[1], file, StringComparison.Ordinal);
        Assert.DoesNotContain(waiting, file, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(app.Data.FullName, "access.json")));
        await app.StopAsync();

        await using var next = new App(data: app.Data);
        var again = next.CreateClient(new() { HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        again.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal("Leser som blir", (await again.GetJsonAsync("/api/me")).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.Redirect, (await next.Visitor().GetAsync($"/signin?token={waiting}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_session_that_is_used_goes_on_and_one_that_is_not_ends()
    {
        await using var app = new App();
        var (busy, idle) = (await app.SignInAsync(Role.Reader, "Flittig"), await app.SignInAsync(Role.Reader, "Fraværende"));
        app.Clock.Advance(TimeSpan.FromHours(5));
        await busy.GetJsonAsync("/api/me");
        app.Clock.Advance(TimeSpan.FromHours(5));
        await busy.GetJsonAsync("/api/me");
        await idle.GetJsonAsync("/api/me", HttpStatusCode.Unauthorized);
        app.Clock.Advance(TimeSpan.FromHours(2));
        await busy.GetJsonAsync("/api/me", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Secrets_and_names_stay_out_of_the_log()
    {
        var log = new CollectedLog();
        await using var app = new App(services: services => services.AddSingleton<ILoggerProvider>(log));
        var secret = await app.InviteAsync(Role.Planner, "Hemmelig Navn");
        var visitor = app.Visitor();
        await visitor.GetAsync($"/signin?token={secret}", TestContext.Current.CancellationToken);
        await visitor.GetAsync($"/signin?token={secret}feil", TestContext.Current.CancellationToken);
        await visitor.PostAsync("/api/access/signout", null, TestContext.Current.CancellationToken);
        Assert.Contains("authn_login_success", log.Text, StringComparison.Ordinal);
        Assert.Contains("session_logout", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, log.Text, StringComparison.Ordinal);
    }

    private async Task<string> CookieAsync(string address)
    {
        var client = App.CreateClient(new() { BaseAddress = new Uri(address), AllowAutoRedirect = false, HandleCookies = false });
        var response = await client.GetAsync($"/signin?token={await App.InviteAsync(Role.Reader, "Leser av kaker")}", TestContext.Current.CancellationToken);
        return Assert.Single(response.Headers.GetValues("Set-Cookie"));
    }

    /// <summary>What the browser sends as its cookie, seen through a new sign-in of the same person.</summary>
    private static async Task<string> CookieOfAsync(HttpClient client)
    {
        var response = await client.GetAsync("/api/me", TestContext.Current.CancellationToken);
        return Assert.Single(response.RequestMessage!.Headers.GetValues("Cookie"));
    }
}
