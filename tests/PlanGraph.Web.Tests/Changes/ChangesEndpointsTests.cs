using System.Net;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Changes;

public sealed class ChangesEndpointsTests(AppFixture fixture)
{
    [Fact]
    public async Task A_planner_puts_a_node_and_gets_its_version()
    {
        var planner = await PlannerAsync();
        var answer = await planner.PostJsonAsync("/api/changes", Change(Put("ny-plan", "Ny plan")));
        var element = Assert.Single(answer.GetProperty("elements").EnumerateArray());
        Assert.Equal(("plan/ny-plan", 1L), (element.GetProperty("element").GetString(), element.GetProperty("version").GetInt64()));
        var node = await planner.GetJsonAsync("/api/nodes/plan/ny-plan");
        Assert.Equal("Ny plan", node.GetProperty("node").GetProperty("title").GetString());
        Assert.Equal("Fordi planen er ny", node.GetProperty("lastChange").GetProperty("reason").GetString());
        Assert.Equal("Planlegger som skriver", node.GetProperty("lastChange").GetProperty("actor").GetString());
    }

    [Fact]
    public async Task The_same_request_again_is_answered_as_before()
    {
        var planner = await PlannerAsync();
        var change = Change(Put("to-ganger", "To ganger"));
        var first = await planner.PostJsonAsync("/api/changes", change);
        Assert.Equal(first.GetRawText(), (await planner.PostJsonAsync("/api/changes", change)).GetRawText());
    }

    [Fact]
    public async Task A_change_against_an_older_version_is_refused_with_who_changed_what_since()
    {
        var planner = await PlannerAsync();
        await planner.PostJsonAsync("/api/changes", Change(Put("omstridt", "Første tittel")));
        await planner.PostJsonAsync("/api/changes", Change(Put("omstridt", "Andre tittel", expectedVersion: 1)));
        var problem = await planner.PostJsonAsync("/api/changes", Change(Put("omstridt", "Tredje tittel", expectedVersion: 1)), HttpStatusCode.Conflict);
        Assert.Equal("Noen andre har endret dette siden du åpnet det. Ingenting er lagret.", problem.Title());
        var conflict = Assert.Single(problem.GetProperty("conflicts").EnumerateArray());
        Assert.Equal((1L, 2L), (conflict.GetProperty("expectedVersion").GetInt64(), conflict.GetProperty("actualVersion").GetInt64()));
        var since = Assert.Single(conflict.GetProperty("since").EnumerateArray());
        Assert.Equal("Planlegger som skriver", since.GetProperty("actor").GetString());
        var difference = Assert.Single(conflict.GetProperty("differences").EnumerateArray());
        Assert.Equal(("title", "Første tittel", "Andre tittel"),
            (difference.GetProperty("property").GetString(), difference.GetProperty("before").GetString(), difference.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task A_change_that_breaks_rules_is_refused_with_all_of_them_and_nothing_is_written()
    {
        var planner = await PlannerAsync();
        var change = Change(Put("halv", "Halvveis"), new { op = "putRelation", expectedVersion = 0, relation = new { type = "PART_OF", from = "plan/halv", to = "goal/lavutslipp" } },
            Put("uten-tittel", " "));
        var problem = await planner.PostJsonAsync("/api/changes", change, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(2, problem.GetProperty("problems").GetArrayLength());
        await planner.GetJsonAsync("/api/nodes/plan/halv", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_products_own_books_are_not_written_by_hand()
    {
        var planner = await PlannerAsync();
        var finding = new { op = "putNode", expectedVersion = 0, node = new { kind = "Finding", id = "finding/oppdiktet", title = "Oppdiktet", fingerprint = "x" } };
        var problem = await planner.PostJsonAsync("/api/changes", Change(finding), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Funn og kjøringer endres ikke her. Vurder funn på siden for funn.", Assert.Single(problem.GetProperty("problems").Strings()));
    }

    [Fact]
    public async Task A_reason_cannot_pretend_to_be_the_products_own() =>
        await (await PlannerAsync()).PostJsonAsync("/api/changes", new { id = Guid.NewGuid(), reason = "@jobs.server.reason", operations = new[] { Put("lur", "Lur") } }, HttpStatusCode.UnprocessableEntity);

    [Theory]
    [InlineData("""{"id":"x","reason":"r","operations":[]}""")]
    [InlineData("""{"id":"7b6e0d6c-0000-0000-0000-000000000000","reason":"r"}""")]
    [InlineData("""{"id":"7b6e0d6c-0000-0000-0000-000000000000","reason":null,"operations":[]}""")]
    [InlineData("""{"id":"7b6e0d6c-0000-0000-0000-000000000000","reason":"r","operations":[{"op":"explode"}]}""")]
    [InlineData("""{"id":"7b6e0d6c-0000-0000-0000-000000000000","reason":"r","operations":[{"op":"putNode","expectedVersion":0,"node":{"kind":"Plan","id":"../etc","title":"t"}}]}""")]
    [InlineData("""{"id":"7b6e0d6c-0000-0000-0000-000000000000","reason":"r","operations":[{"op":"putNode","expectedVersion":0,"node":{"kind":"Plan","id":"plan/a","title":"t","admin":true}}]}""")]
    [InlineData("""{"id":"7b6e0d6c-0000-0000-0000-000000000000","reason":"r","actor":"Andre","operations":[]}""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task What_cannot_be_read_is_refused_in_one_sentence(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/changes") { Content = new StringContent(body, null, "application/json") };
        var problem = await Requests.ReadAsync(await (await PlannerAsync()).SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.BadRequest);
        Assert.Equal("Forespørselen har en verdi som PlanGraph ikke kan lese.", problem.Title());
    }

    private Task<HttpClient> PlannerAsync() => fixture.App.SignInAsync(Role.Planner, "Planlegger som skriver");

    private static object Change(params object[] operations) => new { id = Guid.NewGuid(), reason = "Fordi planen er ny", operations };

    private static object Put(string slug, string title, int expectedVersion = 0) =>
        new { op = "putNode", expectedVersion, node = new { kind = "Plan", id = $"plan/{slug}", title, type = "temaplan" } };
}
