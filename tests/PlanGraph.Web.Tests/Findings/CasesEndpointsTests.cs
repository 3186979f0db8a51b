using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;
using PlanGraph.Web.Jobs;

namespace PlanGraph.Web.Tests.Findings;

/// <summary>Several judged at once, groups, what each person has chosen, and scores put right.</summary>
public sealed class CasesEndpointsTests : IAsyncLifetime
{
    private readonly App _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.StoreAsync(
        [
            .. PlanSystem.Small(), PlanSystem.Plan("a", "Plan for trafikksikkerhet"), PlanSystem.Plan("b", "Trafikksikkerhetsplan"), PlanSystem.Plan("c", "Handlingsplan for sikker trafikk"),
            PlanSystem.Relate(RelationType.Supports, "plan/a", "goal/lavutslipp"), PlanSystem.Relate(RelationType.Supports, "plan/b", "goal/lavutslipp"),
        ]);
        await RunAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task RunAsync() => _app.Services.GetRequiredService<DetectionRunner>().TryStart(RunTrigger.Demand)!.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>A group that no detector of the day gives, put in the store as a run would.</summary>
    private async Task GroupAsync(FindingState state = FindingState.New) => await _app.StoreAsync(
    [
        PlanSystem.Put(new Finding
        {
            Id = NodeId.Parse("finding/gruppe"), Title = "Tre planer", Type = FindingKind.Overlap, Fingerprint = "f", Score = 0.8, State = state,
            Members = [NodeId.Parse("plan/a"), NodeId.Parse("plan/b"), NodeId.Parse("plan/c")], Headline = Sentence.Of("cases.group", ("count", 3), ("titles", "a, b, c")),
        }),
        PlanSystem.Relate(RelationType.About, "finding/gruppe", "plan/a"), PlanSystem.Relate(RelationType.About, "finding/gruppe", "plan/b"), PlanSystem.Relate(RelationType.About, "finding/gruppe", "plan/c"),
    ]);

    private static async Task<List<(string Id, long Version)>> OpenAsync(HttpClient client) =>
        [.. (await client.GetJsonAsync("/api/findings")).GetProperty("findings").EnumerateArray().Select(one => (one.GetProperty("id").GetString()!, one.GetProperty("version").GetInt64()))];

    private static object Body(IEnumerable<(string Id, long Version)> findings, string state, string? note = null, string? owner = null) =>
        new { findings = findings.Select(one => new { id = one.Id, expectedVersion = one.Version }), state, note, owner };

    [Fact]
    public async Task Several_are_judged_in_one_change()
    {
        var planner = await _app.SignInAsync(Role.Planner);
        var open = await OpenAsync(planner);
        var before = (await planner.GetJsonAsync("/api/history")).GetProperty("head").GetInt64();
        var answer = await planner.PostJsonAsync("/api/findings/judgements", Body(open, "dismissed", "Gjennomgått samlet"));
        Assert.Equal(open.Count, answer.GetProperty("findings").GetArrayLength());
        Assert.Equal(before + 1, (await planner.GetJsonAsync("/api/history")).GetProperty("head").GetInt64());
        Assert.Empty(await OpenAsync(planner));
        Assert.Equal(open.Count, (await planner.GetJsonAsync("/api/findings?state=dismissed")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task One_that_somebody_else_has_changed_stops_them_all_and_is_named()
    {
        var planner = await _app.SignInAsync(Role.Planner);
        var open = await OpenAsync(planner);
        var other = await _app.SignInAsync(Role.Planner, "Kollega på plan");
        await other.PostJsonAsync($"/api/findings/{open[0].Id["finding/".Length..]}/judgement", new { state = "underReview", expectedVersion = open[0].Version });

        var problem = await planner.PostJsonAsync("/api/findings/judgements", Body(open, "confirmed"), HttpStatusCode.Conflict);

        var named = Assert.Single(problem.GetProperty("findings").EnumerateArray());
        Assert.Equal(open[0].Id, named.GetProperty("id").GetString());
        Assert.Contains("Kollega på plan", named.GetProperty("problems")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await planner.GetJsonAsync("/api/findings?state=confirmed")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task What_is_wrong_with_one_of_several_is_said_of_that_one()
    {
        var planner = await _app.SignInAsync(Role.Planner);
        var open = await OpenAsync(planner);
        Assert.Equal(open.Count, (await planner.PostJsonAsync("/api/findings/judgements", Body(open, "dismissed"), HttpStatusCode.UnprocessableEntity)).GetProperty("findings").GetArrayLength());
        await planner.PostJsonAsync("/api/findings/judgements", Body([], "confirmed"), HttpStatusCode.BadRequest);
        await planner.PostJsonAsync("/api/findings/judgements", Body([open[0], open[0]], "confirmed"), HttpStatusCode.BadRequest);
        await planner.PostJsonAsync("/api/findings/judgements", Body([("finding/finnes-ikke", 1)], "confirmed"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_confirmed_overlap_shows_on_both_plans_what_is_to_be_done_and_goes_when_taken_back()
    {
        await GroupAsync();
        var planner = await _app.SignInAsync(Role.Planner);
        var judged = await planner.PostJsonAsync("/api/findings/gruppe/judgement", new { state = "confirmed", action = "merge", note = "Samme tema", expectedVersion = 1 });
        Assert.Equal("merge", judged.GetProperty("action").GetString());
        foreach (var slug in new[] { "a", "b", "c" })
        {
            var overlaps = (await planner.GetJsonAsync($"/api/plans/{slug}")).GetProperty("overlaps").EnumerateArray().Where(one => one.GetProperty("confirmed").GetBoolean()).ToList();
            Assert.Equal(2, overlaps.Count);
            Assert.All(overlaps, one => Assert.Equal(("merge", "Samme tema"), (one.GetProperty("action").GetString(), one.GetProperty("reason").GetString())));
        }
        var around = await planner.GetJsonAsync("/api/explore/neighbourhood?ids=plan/a&types=OVERLAPS");
        Assert.All(around.GetProperty("relations").EnumerateArray(), relation => Assert.Equal("merge", relation.GetProperty("action").GetString()));

        await planner.PostJsonAsync("/api/findings/gruppe/judgement", new { state = "new", expectedVersion = 2 });
        Assert.DoesNotContain((await planner.GetJsonAsync("/api/plans/a")).GetProperty("overlaps").EnumerateArray(), one => one.GetProperty("confirmed").GetBoolean());
    }

    [Fact]
    public async Task A_member_is_left_out_of_a_group_listed_and_taken_back()
    {
        await GroupAsync();
        var planner = await _app.SignInAsync(Role.Planner);
        var without = await planner.PostJsonAsync("/api/findings/gruppe/members", new { member = "plan/c", leaveOut = true, note = "Gjelder drift", expectedVersion = 1 });
        Assert.Equal(["plan/a", "plan/b"], without.GetProperty("members").Strings("id"));
        Assert.Equal(("plan/c", "Gjelder drift"), (without.GetProperty("withoutThese")[0].GetProperty("member").GetString(), without.GetProperty("withoutThese")[0].GetProperty("note").GetString()));
        Assert.Equal(["finding/gruppe"], (await planner.GetJsonAsync("/api/findings?leftOut=true")).GetProperty("findings").Strings("id"));
        await planner.PostJsonAsync("/api/findings/gruppe/members", new { member = "plan/a", leaveOut = true, expectedVersion = 1 }, HttpStatusCode.UnprocessableEntity);
        await planner.PostJsonAsync("/api/findings/gruppe/members", new { member = "plan/c", leaveOut = false, expectedVersion = 1 }, HttpStatusCode.Conflict);
        var back = await planner.PostJsonAsync("/api/findings/gruppe/members", new { member = "plan/c", leaveOut = false, expectedVersion = 2 });
        Assert.Equal(3, back.GetProperty("members").GetArrayLength());
    }

    [Fact]
    public async Task Two_members_stand_beside_each_other_with_shared_words_and_shared_goals()
    {
        await GroupAsync();
        var reader = await _app.SignInAsync(Role.Reader);
        var finding = await reader.GetJsonAsync("/api/findings/gruppe");
        var titles = finding.GetProperty("compared").GetProperty("titles");
        Assert.Equal(["trafikksikkerhet"], titles.GetProperty("sharedWords").Strings());
        Assert.Equal("SUPPORTS", finding.GetProperty("shared")[0].GetProperty("relation").GetString());
        Assert.Equal(["goal/lavutslipp"], finding.GetProperty("shared")[0].GetProperty("nodes").Strings("id"));
        var other = await reader.GetJsonAsync("/api/findings/gruppe?pair=plan/b,plan/c");
        Assert.Equal(["plan/b", "plan/c"], other.GetProperty("compared").GetProperty("members").Strings());
        await reader.GetJsonAsync("/api/findings/gruppe?pair=tull", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Mine_is_what_is_mine_or_nobodys_and_the_counts_say_what_each_choice_would_give()
    {
        var planner = await _app.SignInAsync(Role.Planner, "Planlegger for eierskap");
        var open = await OpenAsync(planner);
        await planner.PostJsonAsync("/api/findings/judgements", Body([open[0]], "underReview", owner: "Andre"));
        await planner.PostJsonAsync("/api/findings/judgements", Body([open[1]], "underReview", owner: "planlegger for eierskap"));
        Assert.Equal(open.Count - 1, Total(await planner.GetJsonAsync("/api/findings?owner=@mine")));
        Assert.Equal(1, Total(await planner.GetJsonAsync("/api/findings?owner=@me")));
        Assert.Equal(1, Total(await planner.GetJsonAsync("/api/findings?owner=Andre")));
        Assert.Equal(open.Count - 2, Total(await planner.GetJsonAsync("/api/findings?owner=@none")));
        var counts = (await planner.GetJsonAsync("/api/findings?owner=@mine")).GetProperty("counts");
        Assert.Equal(open.Count, counts.GetProperty("everybody").GetInt32());
        Assert.Equal((1, open.Count - 2), (counts.GetProperty("byOwner").GetProperty("Andre").GetInt32(), counts.GetProperty("byOwner").GetProperty("@none").GetInt32()));

        static int Total(JsonElement list) => list.GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task What_is_past_its_day_is_marked_and_found()
    {
        var planner = await _app.SignInAsync(Role.Planner);
        var open = await OpenAsync(planner);
        await planner.PostJsonAsync("/api/findings/judgements", new { findings = new[] { new { id = open[0].Id, expectedVersion = open[0].Version } }, dueDate = "2026-11-17" });
        await planner.PostJsonAsync("/api/findings/judgements", new { findings = new[] { new { id = open[1].Id, expectedVersion = open[1].Version } }, dueDate = "2026-11-18" });
        var overdue = await planner.GetJsonAsync("/api/findings?due=overdue");
        Assert.Equal([open[0].Id], overdue.GetProperty("findings").Strings("id"));
        Assert.True(overdue.GetProperty("findings")[0].GetProperty("overdue").GetBoolean());
        Assert.Equal((1, 1), (overdue.GetProperty("counts").GetProperty("byDue").GetProperty("overdue").GetInt32(), overdue.GetProperty("counts").GetProperty("byDue").GetProperty("week").GetInt32()));
        Assert.Equal(open[0].Id, (await planner.GetJsonAsync("/api/findings?sort=due")).GetProperty("findings")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_came_after_the_last_visit_is_new_until_the_visit_after()
    {
        var planner = await _app.SignInAsync(Role.Planner, "Planlegger på besøk");
        var first = (await planner.GetJsonAsync("/api/findings?new=true")).GetProperty("total").GetInt32();
        Assert.NotEqual(0, first);
        await planner.PostJsonAsync("/api/findings/visit", null);
        Assert.Equal(first, (await planner.GetJsonAsync("/api/findings?new=true")).GetProperty("total").GetInt32());

        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.StoreAsync([PlanSystem.Plan("ny", "Plan for friluftsliv")]);
        await RunAsync();
        planner = await _app.SignInAsync(Role.Planner, "Planlegger på besøk");
        await planner.PostJsonAsync("/api/findings/visit", null);
        var fresh = await planner.GetJsonAsync("/api/findings?new=true");
        Assert.Equal(["plan/ny"], fresh.GetProperty("findings").EnumerateArray().SelectMany(one => one.GetProperty("members").Strings("id")));
        Assert.Equal(1, fresh.GetProperty("counts").GetProperty("new").GetInt32());
        Assert.True((await planner.GetJsonAsync("/api/plans/ny")).GetProperty("findings")[0].GetProperty("isNew").GetBoolean());

        _app.Clock.Advance(TimeSpan.FromHours(3));
        await planner.PostJsonAsync("/api/findings/visit", null);
        Assert.Equal(1, (await planner.GetJsonAsync("/api/findings?new=true")).GetProperty("total").GetInt32());
        _app.Clock.Advance(TimeSpan.FromHours(4));
        await planner.PostJsonAsync("/api/findings/visit", null);
        Assert.Equal(0, (await planner.GetJsonAsync("/api/findings?new=true")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task What_a_person_has_chosen_is_remembered_over_a_restart()
    {
        var app = new App();
        var reader = await app.SignInAsync(Role.Reader, "Leser med valg");
        await PutAsync(reader, new { judgeFirst = true, noKeys = true });
        await PutAsync(reader, new { rawScores = true });
        await app.StopAsync();
        await using var next = new App(data: app.Data);
        var settings = await (await next.SignInAsync(Role.Reader, "Leser med valg")).GetJsonAsync("/api/findings/settings");
        Assert.All(["judgeFirst", "noKeys", "rawScores"], name => Assert.True(settings.GetProperty(name).GetBoolean()));
        Assert.False((await (await next.SignInAsync(Role.Reader, "En annen")).GetJsonAsync("/api/findings/settings")).GetProperty("judgeFirst").GetBoolean());

        static async Task PutAsync(HttpClient client, object body) =>
            await Requests.ReadAsync(await client.PutAsync("/api/findings/settings", JsonContent.Create(body), TestContext.Current.CancellationToken), HttpStatusCode.OK);
    }

    [Fact]
    public async Task Judgements_move_the_scores_that_are_shown_and_each_reader_can_turn_that_off()
    {
        await _app.StoreAsync(Enumerable.Range(0, 60).Select(i => PlanSystem.Put(new Finding
        {
            Id = NodeId.Parse($"finding/gammel-{i}"), Title = "Vurdert", Type = FindingKind.UnanchoredPlan, Fingerprint = "f", Score = 0.6, State = FindingState.Dismissed,
            Judgements = [new Judgement("Planlegger", App.Noon, FindingState.Dismissed, "Nei", Score: 0.6)],
        })));
        var reader = await _app.SignInAsync(Role.Reader, "Leser av poeng");
        var finding = (await reader.GetJsonAsync("/api/findings?type=unanchoredPlan")).GetProperty("findings")[0];
        Assert.True(finding.GetProperty("score").GetDouble() < finding.GetProperty("rawScore").GetDouble());
        var calibration = await reader.GetJsonAsync("/api/findings/calibration");
        Assert.Equal((true, 60), (calibration.GetProperty("applied").GetBoolean(), calibration.GetProperty("judgements").GetInt32()));

        await reader.PutAsync("/api/findings/settings", JsonContent.Create(new { rawScores = true }), TestContext.Current.CancellationToken);
        var raw = (await reader.GetJsonAsync("/api/findings?type=unanchoredPlan")).GetProperty("findings")[0];
        Assert.Equal(raw.GetProperty("rawScore").GetDouble(), raw.GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task A_case_that_is_back_shows_the_text_as_it_was_and_as_it_is()
    {
        var planner = await _app.SignInAsync(Role.Planner);
        var finding = (await planner.GetJsonAsync("/api/findings?member=plan/c&type=unanchoredPlan")).GetProperty("findings")[0];
        var path = $"/api/findings/{finding.GetProperty("id").GetString()!["finding/".Length..]}";
        await planner.PostJsonAsync(path + "/judgement", new { state = "dismissed", note = "I orden", expectedVersion = finding.GetProperty("version").GetInt64() });
        await _app.StoreAsync([PlanSystem.Put(new Plan { Id = NodeId.Parse("plan/c"), Title = "Handlingsplan for trygg trafikk", Type = PlanType.Temaplan, Status = PlanStatus.Adopted }, 1)]);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();

        var back = await planner.GetJsonAsync(path);
        Assert.True(back.GetProperty("reopened").GetBoolean());
        var changed = Assert.Single(back.GetProperty("changed").EnumerateArray());
        Assert.Equal("title", changed.GetProperty("property").GetString());
        Assert.Equal(["sikker"], changed.GetProperty("texts").GetProperty("onlyFirst").Strings());
        Assert.Equal(["trygg"], changed.GetProperty("texts").GetProperty("onlySecond").Strings());
    }
}
