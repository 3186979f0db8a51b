using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Browser.Tests;

/// <summary>The explorer with a real Neo4j behind it, filled by the application's own first start.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class ExploreOnNeo4jTests(AppFixture app, Neo4jServer server) : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("plangraph-browser-neo4j-");
    private RunningApp? _running;

    private RunningApp Running => _running ?? throw new InvalidOperationException("The application is not running.");

    public async ValueTask InitializeAsync()
    {
        if (AppFixture.WhyNot is not null) return;
        var neo4j = await server.OptionsAsync(TestContext.Current.CancellationToken);
        await server.EmptyAsync(TestContext.Current.CancellationToken);
        _running = await RunningApp.StartAsync(_data.FullName, TestContext.Current.CancellationToken,
            "--Store=Neo4j", $"--Neo4j:Url={neo4j.Url}", $"--Neo4j:User={neo4j.User}", $"--Neo4j:Password={neo4j.Password}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null) await _running.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_plan_is_found_by_a_mistyped_name_its_surroundings_are_taken_in_and_the_way_to_the_samfunnsdel_is_shown()
    {
        Assert.SkipWhen(AppFixture.WhyNot is not null, AppFixture.WhyNot ?? "");
        await using var visit = await app.VisitOtherAsync(Running);
        await visit.Page.GotoAsync("/explore");
        var explorer = new ExplorerPage(visit.Page);

        await explorer.FindAsync("klimastratgi 2030");
        await explorer.ExpandAsync("Klimastrategi 2030");
        await explorer.NodesInAddressAsync(count => count > 5);
        await visit.PictureAsync("explore-on-neo4j");

        await visit.Page.GotoAsync("/explore?show=plan/klimastrategi-2030&from=plan/klimastrategi-2030&to=plan/kommuneplanens-samfunnsdel-2021-2040");
        await visit.Page.Locator(".explore-way", new() { HasText = "Klimastrategi 2030" }).First.WaitForAsync();
        await explorer.NodesInAddressAsync(count => count > 1);
        await visit.PictureAsync("explore-path-on-neo4j");
    }
}
