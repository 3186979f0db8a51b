using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Imports;

public sealed class ImportsEndpointsTests : IAsyncLifetime
{
    private const string List = "id;Plan;Status;tekst\nplan/kulturplan;Kulturplan;Vedtatt 1.2.2018;Om kultur\n;Idrettsplan;Vedtatt 17. og 18.04.18;\n";

    private readonly App _app = new();
    private HttpClient _planner = null!;

    public async ValueTask InitializeAsync() => _planner = await _app.SignInAsync(Role.Planner);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_list_is_previewed_applied_and_then_changes_nothing()
    {
        var preview = await UploadAsync(_planner, ("planer.csv", List));
        Assert.Equal("planer.csv", Assert.Single(preview.GetProperty("files").Strings()));
        Assert.Equal((1, 1, 0), Counts(preview, "new", "doubtful", "refused"));
        Assert.Equal(0, await Store.GetHeadAsync(TestContext.Current.CancellationToken));

        var applied = await _planner.PostJsonAsync($"{Path(preview)}/apply", new { });
        Assert.Equal(1, applied.GetProperty("seq").GetInt64());
        await _planner.GetJsonAsync(Path(preview), HttpStatusCode.NotFound);

        var again = await UploadAsync(_planner, ("planer (1).csv", List));
        Assert.Equal((2, 0, 0), Counts(again, "unchanged", "doubtful", "new"));
        Assert.Equal(1, (await _planner.PostJsonAsync($"{Path(again)}/apply", new { })).GetProperty("seq").GetInt64());
        Assert.Equal(1, await Store.GetHeadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_change_says_who_and_why()
    {
        var preview = await UploadAsync(_planner, ("planer.csv", List));
        await _planner.PostJsonAsync($"{Path(preview)}/apply", new { });

        var change = await Store.ReadChangesAsync(0, TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("Planner", "Import av planer.csv"), (change.ChangeSet.Actor, change.ChangeSet.Reason));
        Assert.Equal(2, change.ChangeSet.Operations.Length);
    }

    [Fact]
    public async Task An_edited_row_is_one_change_with_before_and_after()
    {
        await ApplyAsync(List);

        var preview = await UploadAsync(_planner, ("planer.csv", List.Replace("Vedtatt 1.2.2018", "Utgått", StringComparison.Ordinal)));

        Assert.Equal((1, 1, 0), Counts(preview, "changed", "unchanged", "doubtful"));
        var row = preview.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("outcome").GetString() == "changed");
        Assert.Equal(("plan/kulturplan", 2), (row.GetProperty("element").GetString(), row.GetProperty("row").GetInt32()));
        Assert.Contains("""{"property":"status","before":"Vedtatt","after":"Utgått"}""", row.GetProperty("differences").EnumerateArray().Select(difference => difference.GetRawText()));
        Assert.Equal(1, preview.GetProperty("nodes").GetInt32());
    }

    [Fact]
    public async Task A_refused_row_stops_all_unless_it_is_left_out_by_choice()
    {
        var preview = await UploadAsync(_planner, ("planer.csv", List + ";;Vedtatt;\n"));
        var refused = preview.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("outcome").GetString() == "refused");
        Assert.Equal("planer.csv, rad 4: Raden har ingen tittel. Skriv tittelen, eller fjern raden.", Assert.Single(refused.GetProperty("sentences").Strings()));

        var problem = await _planner.PostJsonAsync($"{Path(preview)}/apply", new { }, HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Én rad kan ikke brukes.", problem.Title(), StringComparison.Ordinal);
        Assert.Equal(0, await Store.GetHeadAsync(TestContext.Current.CancellationToken));

        await _planner.PostJsonAsync($"{Path(preview)}/apply", new { leaveOutRefused = true });
        Assert.NotNull(await NodeAsync("plan/kulturplan"));
    }

    [Fact]
    public async Task When_the_graph_has_changed_so_that_the_plan_differs_a_new_preview_is_answered()
    {
        var preview = await UploadAsync(_planner, ("planer.csv", List));
        await _app.StoreAsync([new PutNode(new Plan { Id = NodeId.Parse("plan/kulturplan"), Title = "Kulturplan", Text = "Skrevet for hånd" }, 0)]);

        var problem = await _planner.PostJsonAsync($"{Path(preview)}/apply", new { }, HttpStatusCode.Conflict);
        Assert.Equal((1, 0, 1), Counts(problem.GetProperty("preview"), "changed", "new", "doubtful"));

        await _planner.PostJsonAsync($"{Path(preview)}/apply", new { });
        Assert.Equal("Om kultur", (await NodeAsync("plan/kulturplan"))!.Text);
    }

    [Fact]
    public async Task When_the_graph_has_changed_elsewhere_the_plan_still_holds()
    {
        var preview = await UploadAsync(_planner, ("planer.csv", List));
        await _app.StoreAsync([new PutNode(new Sector { Id = NodeId.Parse("sector/kultur"), Title = "Kultur" }, 0)]);

        await _planner.PostJsonAsync($"{Path(preview)}/apply", new { });

        Assert.NotNull(await NodeAsync("plan/idrettsplan"));
    }

    [Fact]
    public async Task Several_files_are_planned_together()
    {
        var preview = await UploadAsync(_planner, ("mål.csv", "id;mål\ngoal/a;Trygg oppvekst\n"), ("planer.csv", "Plan;Status;forankret i\nOppvekstplan;Vedtatt;Trygg oppvekst\n"));

        Assert.Equal((2, 0, 0), Counts(preview, "new", "refused", "doubtful"));
        Assert.Equal((2, 1), (preview.GetProperty("nodes").GetInt32(), preview.GetProperty("relations").GetInt32()));
        Assert.Equal(["goals", "plans"], preview.GetProperty("tables").Strings("table"));
    }

    [Fact]
    public async Task Two_files_of_one_name_are_told_apart()
    {
        var preview = await UploadAsync(_planner, ("planer.csv", "Plan;Status\nA-plan;Vedtatt\n"), ("planer.csv", "Plan;Status\nA-plan;Utgått\n"));

        Assert.Equal(["planer.csv", "planer.csv (2)"], preview.GetProperty("rows").Strings("file"));
    }

    [Fact]
    public async Task A_preview_is_its_makers_own_and_lasts_half_an_hour()
    {
        var preview = await UploadAsync(_planner, ("planer.csv", List));
        var other = await _app.SignInAsync(Role.Administrator);

        await other.GetJsonAsync(Path(preview), HttpStatusCode.NotFound);
        await other.PostJsonAsync($"{Path(preview)}/apply", new { }, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NoContent, (await other.DeleteAsync(Path(preview), TestContext.Current.CancellationToken)).StatusCode);
        await _planner.GetJsonAsync(Path(preview));

        _app.Clock.Advance(TimeSpan.FromMinutes(30));
        await _planner.GetJsonAsync(Path(preview), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_dropped_preview_is_gone()
    {
        var preview = await UploadAsync(_planner, ("planer.csv", List));

        await _planner.DeleteAsync(Path(preview), TestContext.Current.CancellationToken);

        Assert.Equal("Forhåndsvisningen finnes ikke lenger. Last opp filene på nytt.", (await _planner.GetJsonAsync(Path(preview), HttpStatusCode.NotFound)).Title());
    }

    [Fact]
    public async Task Only_the_twenty_newest_previews_are_kept()
    {
        var first = await UploadAsync(_planner, ("planer.csv", List));
        for (var i = 0; i < 20; i++)
        {
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
            await UploadAsync(_planner, ("planer.csv", List));
        }

        await _planner.GetJsonAsync(Path(first), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_upload_without_a_file_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "name" } };

        await Requests.ReadAsync(await _planner.PostAsync("/api/imports", form, TestContext.Current.CancellationToken), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Files_that_are_too_large_together_are_refused()
    {
        var list = "Plan;Status\n" + new string('x', 6 << 20);

        await UploadAsync(_planner, HttpStatusCode.RequestEntityTooLarge, ("a.csv", list), ("b.csv", list));
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Leadership)]
    internal async Task Only_planners_import(Role role)
    {
        var client = await _app.SignInAsync(role);

        await UploadAsync(client, HttpStatusCode.Forbidden, ("planer.csv", List));
        await client.GetJsonAsync($"/api/imports/{Guid.NewGuid()}", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Sentences_come_in_the_language_asked_for()
    {
        _planner.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nn");

        var preview = await UploadAsync(_planner, ("planer.csv", "Plan;Status\n;Vedtatt\n"));

        Assert.Equal("planer.csv, rad 2: Rada har ingen tittel. Skriv tittelen, eller fjern rada.", Assert.Single(preview.GetProperty("rows")[0].GetProperty("sentences").Strings()));
    }

    private IPlanGraphStore Store => _app.Services.GetRequiredService<IPlanGraphStore>();

    private async Task<Node?> NodeAsync(string id) => (await Store.GetNodesAsync([NodeId.Parse(id)], TestContext.Current.CancellationToken)).SingleOrDefault();

    private async Task ApplyAsync(string list) => await _planner.PostJsonAsync($"{Path(await UploadAsync(_planner, ("planer.csv", list)))}/apply", new { });

    private static string Path(JsonElement preview) => $"/api/imports/{preview.GetProperty("id").GetGuid()}";

    private static (int, int, int) Counts(JsonElement preview, string one, string two, string three)
    {
        var counts = preview.GetProperty("counts");
        return (counts.GetProperty(one).GetInt32(), counts.GetProperty(two).GetInt32(), counts.GetProperty(three).GetInt32());
    }

    private static Task<JsonElement> UploadAsync(HttpClient client, params (string Name, string Text)[] files) => UploadAsync(client, HttpStatusCode.Created, files);

    private static async Task<JsonElement> UploadAsync(HttpClient client, HttpStatusCode expected, params (string Name, string Text)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, text) in files) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name);
        return await Requests.ReadAsync(await client.PostAsync("/api/imports", form, TestContext.Current.CancellationToken), expected);
    }
}
