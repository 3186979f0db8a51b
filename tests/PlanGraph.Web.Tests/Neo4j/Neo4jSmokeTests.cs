using PlanGraph.Tests.Neo4j;
using PlanGraph.Web.Tests.Commands.Moving;

namespace PlanGraph.Web.Tests.Neo4j;

/// <summary>The application on a real Neo4j: what people do, and answers equal to those of the embedded store.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jSmokeTests(Neo4jServer server, WorkedBaerum embedded) : IClassFixture<WorkedBaerum>
{
    [Fact]
    public async Task An_empty_database_is_filled_with_the_Baerum_data_and_worked_on_like_the_embedded_store()
    {
        await using var app = new App(await SettingsAsync(WorkedBaerum.FirstData));
        await WorkedBaerum.WorkAsync(app);
        await SameAnswersAsync(app);
    }

    [Fact]
    public async Task A_worked_on_history_moves_to_Neo4j_and_back_byte_for_byte_and_is_served_from_there()
    {
        using var folder = new MoveFolder();
        var settings = await SettingsAsync([]);
        string[] neo4j = [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];

        var exported = await CommandRun.OfAsync("export", folder.File("a"), "--data", embedded.App.Data.FullName);
        Assert.Equal((0, 0), (exported.Code, exported.Output.Length));
        Assert.StartsWith("7 endringer er eksportert. Grafen har ", exported.Said, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.OfAsync(["import", folder.File("a"), .. neo4j])).Code);
        Assert.Equal(0, (await CommandRun.OfAsync(["export", folder.File("b"), .. neo4j])).Code);
        Assert.Equal(0, (await CommandRun.OfAsync("import", folder.File("b"), "--data", folder.File("data"))).Code);
        Assert.Equal(0, (await CommandRun.OfAsync("export", folder.File("c"), "--data", folder.File("data"))).Code);

        var file = await File.ReadAllTextAsync(folder.File("a"), TestContext.Current.CancellationToken);
        Assert.Equal(file, await File.ReadAllTextAsync(folder.File("b"), TestContext.Current.CancellationToken));
        Assert.Equal(file, await File.ReadAllTextAsync(folder.File("c"), TestContext.Current.CancellationToken));
        await using var app = new App(settings);
        await SameAnswersAsync(app);
        Assert.StartsWith("Filen er hel", (await CommandRun.OfAsync(["import", "-", .. neo4j], await File.ReadAllBytesAsync(folder.File("a"), TestContext.Current.CancellationToken))).Said, StringComparison.Ordinal);
    }

    private async Task SameAnswersAsync(App app)
    {
        var (expected, actual) = (await WorkedBaerum.AskAsync(embedded.App), await WorkedBaerum.AskAsync(app));
        Assert.Multiple([.. expected.Zip(actual).Select(pair => (Action)(() => Assert.Equal(pair.First, pair.Second)))]);
    }

    private async Task<Dictionary<string, string>> SettingsAsync(Dictionary<string, string> others)
    {
        var options = await server.OptionsAsync(TestContext.Current.CancellationToken);
        await server.EmptyAsync(TestContext.Current.CancellationToken);
        return new(others) { ["Store"] = "Neo4j", ["Neo4j:Url"] = options.Url!.ToString(), ["Neo4j:User"] = options.User, ["Neo4j:Password"] = options.Password };
    }
}
