using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Web.Access;
using PlanGraph.Web.Jobs;

namespace PlanGraph.Web.Tests.Jobs;

public sealed class JobsEndpointsTests
{
    [Fact]
    public async Task A_run_on_demand_is_followed_live_to_its_end()
    {
        await using var app = new App();
        await app.StoreAsync(PlanSystem.Small());
        var planner = await app.SignInAsync(Role.Planner);
        var stream = await planner.GetStreamAsync("/api/jobs/progress?lang=nb", TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Equal("listening", (await NextAsync(reader)).Name);
        var started = await planner.PostAsync("/api/jobs", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var events = new List<(string Name, JsonElement Data)>();
        do events.Add(await NextAsync(reader));
        while (events[^1].Name != "finished");
        Assert.All(events.SkipLast(1), progress => Assert.Equal("progress", progress.Name));
        Assert.Contains("Ser etter: Plan uten forankring", events.SkipLast(1).Select(progress => progress.Data.GetProperty("step").GetString()));
        var percent = events.SkipLast(1).Select(progress => progress.Data.GetProperty("percent").GetInt32()).ToList();
        Assert.Equal(percent.Order(), percent);
        Assert.Equal("succeeded", events[^1].Data.GetProperty("run").GetProperty("outcome").GetString());
        var jobs = await planner.GetJsonAsync("/api/jobs");
        Assert.False(jobs.TryGetProperty("current", out _));
        Assert.Equal("demand", Assert.Single(jobs.GetProperty("runs").EnumerateArray()).GetProperty("trigger").GetString());
    }

    [Fact]
    public async Task There_is_nothing_to_cancel_when_no_run_goes_on()
    {
        await using var app = new App();
        var planner = await app.SignInAsync(Role.Planner);
        var problem = await Requests.ReadAsync(await planner.DeleteAsync("/api/jobs/current", TestContext.Current.CancellationToken), HttpStatusCode.NotFound);
        Assert.Equal("Ingen kjøring er i gang.", problem.Title());
    }

    [Fact]
    public async Task The_page_says_when_the_next_run_is_due()
    {
        await using var app = new App(new Dictionary<string, string> { ["PlanGraph:Jobs:Scheduled"] = "true", ["PlanGraph:Jobs:At"] = "03:30" });
        var reader = await app.SignInAsync(Role.Reader);
        Assert.Equal(new DateTimeOffset(2026, 11, 19, 2, 30, 0, TimeSpan.Zero), (await reader.GetJsonAsync("/api/jobs")).GetProperty("next").GetDateTimeOffset());
    }

    [Fact]
    public async Task Somebody_who_stops_listening_is_forgotten()
    {
        await using var app = new App();
        var runner = app.Services.GetRequiredService<DetectionRunner>();
        using var leaving = new CancellationTokenSource();
        var following = Task.Run(async () =>
        {
            await foreach (var _ in runner.FollowAsync(leaving.Token)) { }
        }, TestContext.Current.CancellationToken);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    private static async Task<(string Name, JsonElement Data)> NextAsync(StreamReader reader)
    {
        var name = "";
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line["event: ".Length..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return (name, JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]));
        }
        throw new InvalidOperationException("The stream ended.");
    }
}
