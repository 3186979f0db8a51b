using System.Net;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.History;

public sealed class HistoryEndpointsTests
{
    [Fact]
    public async Task Changes_come_newest_first_page_by_page()
    {
        await using var app = new App();
        for (var i = 1; i <= 5; i++) await app.StoreAsync([PlanSystem.Plan($"plan-{i}", $"Plan {i}")], $"Endring {i}");
        var reader = await app.SignInAsync(Role.Reader);
        var first = await reader.GetJsonAsync("/api/history?limit=2");
        Assert.Equal(["Endring 5", "Endring 4"], first.GetProperty("changes").Strings("reason"));
        Assert.Equal(5, first.GetProperty("head").GetInt64());
        Assert.Equal(["Endring 3", "Endring 2"], (await reader.GetJsonAsync("/api/history?limit=2&before=4")).GetProperty("changes").Strings("reason"));
        Assert.Equal(["Endring 1"], (await reader.GetJsonAsync("/api/history?limit=2&before=2")).GetProperty("changes").Strings("reason"));
        Assert.Empty((await reader.GetJsonAsync("/api/history?before=1")).GetProperty("changes").EnumerateArray());
        await reader.GetJsonAsync("/api/history?limit=0", HttpStatusCode.BadRequest);
        await reader.GetJsonAsync("/api/history?limit=201", HttpStatusCode.BadRequest);
        await reader.GetJsonAsync("/api/history?before=x", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_history_of_a_node_says_what_each_change_did()
    {
        await using var app = new App();
        await app.StoreAsync([PlanSystem.Plan("a", "Gammel tittel"), PlanSystem.Plan("b", "Nabo")]);
        await app.StoreAsync([PlanSystem.Relate(RelationType.PartOf, "plan/a", "plan/b")]);
        await app.StoreAsync([PlanSystem.Put(new Plan { Id = NodeId.Parse("plan/a"), Title = "Ny tittel", Type = PlanType.Temaplan, Status = PlanStatus.Adopted }, 1)]);
        var reader = await app.SignInAsync(Role.Reader);
        var changes = (await reader.GetJsonAsync("/api/history/plan/a")).GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal([3L, 2L, 1L], changes.Select(change => change.GetProperty("seq").GetInt64()));
        var difference = Assert.Single(changes[0].GetProperty("differences").EnumerateArray());
        Assert.Equal(("Gammel tittel", "Ny tittel"), (difference.GetProperty("before").GetString(), difference.GetProperty("after").GetString()));
        Assert.Equal("Ny tittel – inngår i – Nabo", Assert.Single(changes[1].GetProperty("relations").Strings("title")));
        Assert.Contains("title", changes[2].GetProperty("differences").Strings("property"));
        await reader.GetJsonAsync("/api/history/plan/finnes-ikke", HttpStatusCode.NotFound);
        await reader.GetJsonAsync("/api/history/tulling/a", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_change_is_taken_back_by_a_new_change()
    {
        await using var app = new App();
        await app.StoreAsync([PlanSystem.Plan("a", "Plan A"), PlanSystem.Plan("b", "Plan B")]);
        await app.StoreAsync([
            PlanSystem.Put(new Plan { Id = NodeId.Parse("plan/a"), Title = "Feil tittel", Type = PlanType.Temaplan }, 1),
            PlanSystem.Relate(RelationType.PartOf, "plan/a", "plan/b"), PlanSystem.Plan("c", "Plan C")]);
        var planner = await app.SignInAsync(Role.Planner);
        await planner.PostJsonAsync("/api/history/2/undo", null);
        Assert.Equal("Plan A", (await planner.GetJsonAsync("/api/nodes/plan/a")).GetProperty("node").GetProperty("title").GetString());
        Assert.Empty((await planner.GetJsonAsync("/api/nodes/plan/b")).GetProperty("relations").EnumerateArray());
        await planner.GetJsonAsync("/api/nodes/plan/c", HttpStatusCode.NotFound);
        await planner.PostJsonAsync("/api/history/3/undo", null);
        Assert.Equal("Feil tittel", (await planner.GetJsonAsync("/api/nodes/plan/a")).GetProperty("node").GetProperty("title").GetString());
        Assert.Equal("Plan C", (await planner.GetJsonAsync("/api/nodes/plan/c")).GetProperty("node").GetProperty("title").GetString());
    }

    [Fact]
    public async Task What_somebody_has_changed_since_is_not_undone_over_them()
    {
        await using var app = new App();
        await app.StoreAsync([PlanSystem.Plan("a", "Plan A")]);
        await app.StoreAsync([PlanSystem.Put(new Plan { Id = NodeId.Parse("plan/a"), Title = "Andres tittel", Type = PlanType.Temaplan }, 1)]);
        var planner = await app.SignInAsync(Role.Planner);
        var problem = await planner.PostJsonAsync("/api/history/1/undo", null, HttpStatusCode.Conflict);
        Assert.Equal("plan/a", Assert.Single(problem.GetProperty("conflicts").Strings("element")));
        await planner.PostJsonAsync("/api/history/99/undo", null, HttpStatusCode.NotFound);
        await planner.PostJsonAsync("/api/history/0/undo", null, HttpStatusCode.NotFound);
    }
}
