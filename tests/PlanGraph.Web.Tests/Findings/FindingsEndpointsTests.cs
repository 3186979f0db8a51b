using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;
using PlanGraph.Web.Jobs;

namespace PlanGraph.Web.Tests.Findings;

public sealed class FindingsEndpointsTests : IAsyncLifetime
{
    private readonly App _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.StoreAsync(PlanSystem.Small());
        await _app.Services.GetRequiredService<DetectionRunner>().TryStart(RunTrigger.Demand)!.WaitAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_same_number_of_open_findings_stands_in_list_table_and_graph()
    {
        var reader = await _app.SignInAsync(Role.Reader);
        var list = await reader.GetJsonAsync("/api/findings?member=plan/energiplan");
        var count = list.GetProperty("findings").GetArrayLength();
        Assert.NotEqual(0, count);
        Assert.Equal(count, list.GetProperty("counts").GetProperty("byState").GetProperty("new").GetInt32());
        var row = (await reader.GetJsonAsync("/api/plans")).GetProperty("rows").EnumerateArray().Single(line => line.GetProperty("id").GetString() == "plan/energiplan");
        Assert.Equal(count, row.GetProperty("openFindings").GetInt32());
        Assert.Equal(count, (await reader.GetJsonAsync("/api/nodes/plan/energiplan")).GetProperty("findings").GetArrayLength());
        Assert.Contains("openFindings", (await reader.GetJsonAsync("/api/nodes/plan/energiplan")).GetProperty("summary").GetProperty("flags").Strings());
    }

    [Fact]
    public async Task A_judged_finding_is_answered_as_it_now_is_and_leaves_the_open_list_when_dismissed()
    {
        var planner = await _app.SignInAsync(Role.Planner, "Planlegger som vurderer");
        var finding = await FirstAsync(planner);
        var path = $"/api/findings/{finding.GetProperty("id").GetString()!["finding/".Length..]}";
        var judged = await planner.PostJsonAsync($"{path}/judgement", new { state = "dismissed", note = "Gjelder ikke lenger", expectedVersion = finding.GetProperty("version").GetInt64() });
        Assert.Equal("dismissed", judged.GetProperty("state").GetString());
        Assert.Equal("Planlegger som vurderer", judged.GetProperty("judgements")[0].GetProperty("by").GetString());
        Assert.DoesNotContain(finding.GetProperty("id").GetString(), (await planner.GetJsonAsync("/api/findings")).GetProperty("findings").Strings("id"));
        Assert.Contains(finding.GetProperty("id").GetString(), (await planner.GetJsonAsync("/api/findings?state=dismissed")).GetProperty("findings").Strings("id"));
    }

    [Fact]
    public async Task A_finding_of_a_plan_without_anchoring_names_its_likely_goals_until_the_plan_is_anchored()
    {
        var planner = await _app.SignInAsync(Role.Planner);
        const string path = "/api/findings/unanchored-plan-energiplan";
        var finding = await planner.GetJsonAsync(path);
        var likely = finding.GetProperty("likely")[0];
        Assert.Equal(("goal/lavutslipp", false, false), (likely.GetProperty("goal").GetProperty("id").GetString(), likely.GetProperty("weak").GetBoolean(), finding.GetProperty("anchored").GetBoolean()));
        Assert.NotEmpty(likely.GetProperty("evidence").Strings());

        await _app.StoreAsync([PlanSystem.Relate(RelationType.Supports, "plan/energiplan", "goal/lavutslipp")]);

        finding = await planner.GetJsonAsync(path);
        Assert.Equal((0, true, "new"), (finding.GetProperty("likely").GetArrayLength(), finding.GetProperty("anchored").GetBoolean(), finding.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Two_who_judge_at_once_do_not_overwrite_each_other()
    {
        var planner = await _app.SignInAsync(Role.Planner);
        var finding = await FirstAsync(planner);
        var path = $"/api/findings/{finding.GetProperty("id").GetString()!["finding/".Length..]}/judgement";
        var version = finding.GetProperty("version").GetInt64();
        await planner.PostJsonAsync(path, new { state = "underReview", owner = "Plan", expectedVersion = version });
        var problem = await planner.PostJsonAsync(path, new { state = "confirmed", expectedVersion = version }, HttpStatusCode.Conflict);
        Assert.Equal(version + 1, problem.GetProperty("conflicts")[0].GetProperty("actualVersion").GetInt64());
    }

    [Fact]
    public async Task To_dismiss_needs_a_reason_and_resolved_is_not_said_by_hand()
    {
        var planner = await _app.SignInAsync(Role.Planner);
        var finding = await FirstAsync(planner);
        var path = $"/api/findings/{finding.GetProperty("id").GetString()!["finding/".Length..]}/judgement";
        var version = finding.GetProperty("version").GetInt64();
        Assert.NotEmpty((await planner.PostJsonAsync(path, new { state = "dismissed", expectedVersion = version }, HttpStatusCode.UnprocessableEntity)).GetProperty("problems").Strings());
        await planner.PostJsonAsync(path, new { state = "resolved", expectedVersion = version }, HttpStatusCode.UnprocessableEntity);
        await planner.PostJsonAsync(path, new { state = "kanskje", expectedVersion = version }, HttpStatusCode.BadRequest);
        await planner.PostJsonAsync("/api/findings/finnes-ikke/judgement", new { state = "confirmed", expectedVersion = 1 }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_finding_has_evidence_in_sentences_of_the_readers_language()
    {
        var reader = await _app.SignInAsync(Role.Reader);
        var path = $"/api/findings/{(await FirstAsync(reader)).GetProperty("id").GetString()!["finding/".Length..]}";
        var (nb, en) = (await reader.GetJsonAsync(path + "?lang=nb"), await reader.GetJsonAsync(path + "?lang=en"));
        Assert.NotEmpty(nb.GetProperty("evidence").EnumerateArray());
        Assert.NotEqual(nb.Title(), en.Title());
        Assert.DoesNotContain('{', nb.Title());
        await reader.GetJsonAsync("/api/findings/finnes-ikke", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("?new=true", true)]
    [InlineData("?q=energiplan", true)]
    [InlineData("?q=ENERGIPLAN finnes ikke her", false)]
    [InlineData("?owner=Ingen", false)]
    [InlineData("?type=hierarchyCycle", false)]
    public async Task The_list_can_be_narrowed(string query, bool any) =>
        Assert.Equal(any, (await (await _app.SignInAsync(Role.Reader)).GetJsonAsync("/api/findings" + query)).GetProperty("findings").GetArrayLength() > 0);

    [Theory]
    [InlineData("?state=borte")]
    [InlineData("?type=borte")]
    [InlineData("?member=borte")]
    [InlineData("?new=kanskje")]
    public async Task A_list_asked_for_wrongly_is_refused(string query) =>
        await (await _app.SignInAsync(Role.Reader)).GetJsonAsync("/api/findings" + query, HttpStatusCode.BadRequest);

    private static async Task<System.Text.Json.JsonElement> FirstAsync(HttpClient client) =>
        (await client.GetJsonAsync("/api/findings?type=unanchoredPlan&state=new")).GetProperty("findings")[0];
}
