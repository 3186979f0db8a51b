using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Imports;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Tests.Imports;

public sealed class FirstStartTests : IAsyncLifetime
{
    private readonly App _app = new();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("plangraph-first-");

    public ValueTask InitializeAsync()
    {
        _ = _app.Visitor();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task The_Baerum_data_fill_an_empty_store_as_one_change_and_read_again_change_nothing()
    {
        var change = await LoadAsync(AppFolders.Find().FirstData);

        Assert.Equal((1, "@imports.firstStart"), (change.Seq, change.ChangeSet.Reason));
        var graph = await _app.Services.GetRequiredService<SnapshotHolder>().CurrentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new DateOnly(2018, 2, 28), Assert.IsType<Plan>(graph.Find(NodeId.Parse("plan/klimastrategi-2030"))).Adopted!.Date);
        var again = PlanGraph.Domain.Imports.ImportPlanner.Plan(await FirstStart.ReadAsync(AppFolders.Find().FirstData, TestContext.Current.CancellationToken), graph);
        Assert.Empty(again.Operations);
        Assert.False(again.HasRefusals);
    }

    [Fact]
    public async Task A_row_that_cannot_be_used_stops_the_start_with_file_row_and_remedy()
    {
        Write("manifest.json", """{"files":["planer.csv"]}""");
        Write("planer.csv", "Plan;Status\nKulturplan;Vedtatt\n;Vedtatt\n");

        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => LoadAsync(_directory.FullName));

        Assert.Contains("planer.csv, rad 3: Raden har ingen tittel. Skriv tittelen, eller fjern raden.", problem.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Store.GetHeadAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(null, "manifest.json")]
    [InlineData("nonsense", "manifest.json")]
    [InlineData("""{"files":["borte.csv"]}""", "borte.csv")]
    [InlineData("""{"files":["../../etc/passwd"]}""", "passwd")]
    public async Task A_manifest_that_cannot_be_followed_stops_the_start_with_its_name(string? manifest, string named)
    {
        if (manifest is not null) Write("manifest.json", manifest);

        Assert.Contains(named, (await Assert.ThrowsAsync<InvalidDataException>(() => LoadAsync(_directory.FullName))).Message, StringComparison.Ordinal);
    }

    private IPlanGraphStore Store => _app.Services.GetRequiredService<IPlanGraphStore>();

    private Task<CommittedChange> LoadAsync(string directory)
    {
        var texts = _app.Services.GetRequiredService<TextCatalogue>();
        return FirstStart.LoadAsync(Store, directory, sentence => texts.Say("nb", sentence), _app.Clock, TestContext.Current.CancellationToken);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_directory.FullName, name), text);
}
