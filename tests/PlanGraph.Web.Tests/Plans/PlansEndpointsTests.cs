using System.Net;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Plans;

public sealed class PlansEndpointsTests : IAsyncLifetime
{
    private readonly App _app = new();

    public async ValueTask InitializeAsync() => await _app.StoreAsync(PlanSystem.Small());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("", new[] { "Energiplan", "Klimaplan", "Kommuneplanens samfunnsdel" })]
    [InlineData("?desc=true", new[] { "Kommuneplanens samfunnsdel", "Klimaplan", "Energiplan" })]
    [InlineData("?q=plan%20KLIMA", new[] { "Klimaplan" })]
    [InlineData("?type=samfunnsdel", new[] { "Kommuneplanens samfunnsdel" })]
    [InlineData("?status=inProgress,adopted&type=temaplan", new[] { "Energiplan", "Klimaplan" })]
    [InlineData("?sector=sector/miljo", new[] { "Klimaplan" })]
    [InlineData("?anchoring=unanchored", new[] { "Energiplan" })]
    [InlineData("?doubt=true", new[] { "Energiplan" })]
    [InlineData("?expired=true", new[] { "Energiplan" })]
    [InlineData("?sort=from", new[] { "Energiplan", "Klimaplan", "Kommuneplanens samfunnsdel" })]
    public async Task The_table_is_chosen_and_ordered_by_its_address(string query, string[] titles)
    {
        var answer = await (await ReaderAsync()).GetJsonAsync("/api/plans" + query);
        Assert.Equal(titles, answer.GetProperty("rows").Strings("title"));
        Assert.Equal(3, answer.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Filters_say_how_many_rows_each_value_would_give()
    {
        var facets = (await (await ReaderAsync()).GetJsonAsync("/api/plans?type=temaplan")).GetProperty("facets");
        Assert.Equal([("temaplan", 2), ("samfunnsdel", 1)], facets.GetProperty("type").EnumerateArray().Select(value => (value.GetProperty("value").GetString(), value.GetProperty("count").GetInt32())));
        Assert.Equal("Miljø", facets.GetProperty("sector")[0].GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("?type=tulling")]
    [InlineData("?status=tulling")]
    [InlineData("?sector=tulling")]
    [InlineData("?anchoring=tulling")]
    [InlineData("?sort=tulling")]
    [InlineData("?desc=tulling")]
    [InlineData("?group=tulling")]
    public async Task A_table_asked_for_wrongly_is_refused(string query) => await (await ReaderAsync()).GetJsonAsync("/api/plans" + query, HttpStatusCode.BadRequest);

    [Fact]
    public async Task The_page_of_a_plan_shows_its_red_thread_and_what_hangs_on_it()
    {
        var reader = await ReaderAsync();
        var plan = await reader.GetJsonAsync("/api/plans/klimaplan");
        Assert.Equal("anchored", plan.GetProperty("anchoring").GetProperty("state").GetString());
        Assert.StartsWith("Klimaplan – bidrar til – Lavutslippssamfunnet", plan.GetProperty("anchoring").GetProperty("paths")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal("Klimaendringer", Assert.Single(plan.GetProperty("respondsTo").Strings("title")));
        Assert.Equal("Miljø", Assert.Single(plan.GetProperty("ownedBy").Strings("title")));
        Assert.Equal("Til testen", Assert.Single(plan.GetProperty("history").Strings("reason")));
        Assert.Equal("Lavutslippssamfunnet", Assert.Single((await reader.GetJsonAsync("/api/plans/samfunnsdel")).GetProperty("down").GetProperty("states").Strings("title")));
        await reader.GetJsonAsync("/api/plans/finnes-ikke", HttpStatusCode.NotFound);
    }

    private Task<HttpClient> ReaderAsync() => _app.SignInAsync(Role.Reader);
}
