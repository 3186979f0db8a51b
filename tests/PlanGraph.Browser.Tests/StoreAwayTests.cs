using Microsoft.Playwright;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Browser.Tests;

/// <summary>What people see while the database is away, and that it comes back by itself: the product with a real Neo4j behind a way that breaks.</summary>
public sealed class StoreAwayTests(AppFixture app) : IAsyncLifetime
{
    private const string Password = "et-langt-passord";
    private const string Klimastrategi = "/explore?show=plan/klimastrategi-2030";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("plangraph-away-");
    private OwnNeo4j? _server;
    private FaultyProxy? _way;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FaultyProxy Way => _way ?? throw new InvalidOperationException("There is no way yet.");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(AppFixture.WhyNot is not null, AppFixture.WhyNot ?? "");
        var source = Neo4jSource.Choose(Environment.GetEnvironmentVariable, File.Exists, () => false, Repository.Root);
        Assert.SkipWhen(source is not Neo4jSource.Script, "A server of the test's own needs the script ../shared/neo4j/serve.");
        _server = new OwnNeo4j(((Neo4jSource.Script)source).Path) { Password = Password };
        await _server.StartAsync(Ct);
        _way = new FaultyProxy(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_way is not null) await _way.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task With_a_wrong_password_the_product_starts_and_every_page_says_what_is_wrong()
    {
        await using var product = await StartAsync("feil");
        await using var visit = await app.VisitOtherAsync(product);
        await visit.Page.GotoAsync("/plans");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("PlanGraph får ikke logget inn på databasen");
        await Assertions.Expect(visit.Page.Locator(".store-notice")).ToContainTextAsync("Administratoren må sjekke brukernavn og passord");
        await visit.PictureAsync("store-wrong-password");
        await visit.AssertAccessibleAsync();
        var answer = await visit.Page.APIRequest.GetAsync("/api/plans");
        Assert.Equal((503, "5"), (answer.Status, answer.Headers["retry-after"]));
        Assert.StartsWith("application/problem+json", answer.Headers["content-type"], StringComparison.Ordinal);
        Assert.Equal(503, (await visit.Page.APIRequest.GetAsync("/health/ready")).Status);
        Assert.Equal(200, (await visit.Page.APIRequest.GetAsync("/health/live")).Status);
        visit.Expect("503");
    }

    [Fact]
    public async Task When_the_server_goes_down_what_is_known_is_still_shown_and_the_explorer_can_be_tried_again()
    {
        await using var product = await StartAsync(Password);
        await using var visit = await app.VisitOtherAsync(product);
        var (page, notice) = (visit.Page, visit.Page.Locator(".store-notice"));
        await page.GotoAsync("/plans");
        await page.Locator(".plans__table tbody tr").First.WaitForAsync(new() { Timeout = 60_000 });

        Way.GoDown();
        await page.ReloadAsync();
        await page.Locator(".plans__table tbody tr").First.WaitForAsync();
        await page.GotoAsync("/findings");
        await page.Locator(".findings__title a").First.WaitForAsync();
        await Assertions.Expect(notice).ToContainTextAsync("Databasen svarer ikke");
        await visit.PictureAsync("store-down-findings");
        await page.GotoAsync(Klimastrategi);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Databasen svarer ikke");
        Assert.EndsWith(Klimastrategi, page.Url, StringComparison.Ordinal);
        await visit.PictureAsync("store-down-explore");
        await visit.AssertAccessibleAsync();
        Assert.Equal(503, (await page.APIRequest.GetAsync("/health/ready")).Status);

        Way.ComeBack();
        await new ExplorerPage(page).NodesInAddressAsync(count => count == 1);
        await Assertions.Expect(notice).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await visit.PictureAsync("store-back-explore");
        visit.Expect("503");
    }

    [Fact]
    public async Task When_the_server_hangs_a_page_says_so_within_seconds_and_not_at_the_end_of_all_patience()
    {
        await using var product = await StartAsync(Password);
        await using var visit = await app.VisitOtherAsync(product);
        await visit.Page.GotoAsync("/plans");
        await visit.Page.Locator(".plans__table tbody tr").First.WaitForAsync(new() { Timeout = 60_000 });

        Way.OnRequest = _ => Fault.Silence;
        await visit.Page.GotoAsync(Klimastrategi);
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("Databasen svarer ikke", new() { Timeout = 25_000 });
        await visit.PictureAsync("store-slow-explore");
        await visit.Page.GotoAsync("/plans");
        await visit.Page.Locator(".plans__table tbody tr").First.WaitForAsync();
        await Assertions.Expect(visit.Page.Locator(".store-notice")).ToContainTextAsync("Databasen svarer ikke");
        await visit.PictureAsync("store-slow-plans");

        Way.OnRequest = _ => Fault.None;
        await Assertions.Expect(visit.Page.Locator(".store-notice")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        visit.Expect("503");
    }

    private Task<RunningApp> StartAsync(string password) => RunningApp.StartAsync(
        _data.FullName, Ct, "--Store=Neo4j", $"--Neo4j:Url={Way.Address}", $"--Neo4j:Password={password}");
}
