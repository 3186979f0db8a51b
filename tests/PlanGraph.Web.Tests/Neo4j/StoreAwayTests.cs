using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Tests.Neo4j;
using PlanGraph.Web.Access;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Graph.Watch;

namespace PlanGraph.Web.Tests.Neo4j;

/// <summary>What the application answers, logs and puts off while its Neo4j is away: a real one, behind a way that breaks.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class StoreAwayTests(Neo4jServer server) : IAsyncLifetime
{
    private const string Sentence = "Databasen svarer ikke. Endringer kan ikke lagres før den er oppe igjen.";

    private readonly CollectedLog _log = new();
    private FaultyProxy? _way;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FaultyProxy Way => _way ?? throw new InvalidOperationException("There is no way yet.");

    public async ValueTask InitializeAsync()
    {
        var direct = await server.OptionsAsync(Ct);
        await server.EmptyAsync(Ct);
        await (await Neo4jStore.OpenAsync(direct, TimeProvider.System, NullLogger<Neo4jStore>.Instance, Ct)).DisposeAsync(); // makes the schema, which takes its time
        _way = new FaultyProxy(direct.Url!);
    }

    public async ValueTask DisposeAsync()
    {
        if (_way is not null) await _way.DisposeAsync();
    }

    [Fact]
    public async Task Every_question_is_answered_503_with_the_sentence_and_the_log_tells_it_once()
    {
        await using var app = await StartAsync();
        await using var time = new GoingClock(app.Clock);
        var planner = await app.SignInAsync(Role.Planner);
        await planner.GetJsonAsync("/api/plans");

        Way.GoDown();
        for (var i = 0; i < 20; i++) Assert.Equal(Sentence, (await planner.GetJsonAsync("/api/explore/search?q=klima", HttpStatusCode.ServiceUnavailable)).Title());
        var change = new { id = Guid.NewGuid(), reason = "Ny", operations = new[] { new { op = "putNode", expectedVersion = 0, node = new { kind = "Plan", id = "plan/ny", title = "Ny", type = "temaplan" } } } };
        Assert.Equal(Sentence, (await planner.PostJsonAsync("/api/changes", change, HttpStatusCode.ServiceUnavailable)).Title());
        await UntilAsync(() => !app.Services.GetRequiredService<StoreWatch>().Current.CanRead);
        var refused = await planner.GetAsync("/api/explore/search?q=klima", Ct);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        var known = await planner.GetAsync("/api/plans", Ct);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.StartsWith("store.neo4j.unreachable; stale; since=", Assert.Single(known.Headers.GetValues(StoreHeader.Name)), StringComparison.Ordinal);

        Way.ComeBack();
        await UntilAsync(() => app.Services.GetRequiredService<StoreWatch>().Current is { CanRead: true, Problem: null });
        await planner.GetJsonAsync("/api/explore/search?q=klima");
        await planner.PostJsonAsync("/api/changes", change);

        Assert.Equal((1, 1), (Logged(" 1600 "), Logged(" 1601 ")));
        Assert.InRange(Logged(" 1610 "), 0, 2); // once in a minute, and the watch may have been first
        Assert.Equal(1, Logged("Error "));
        Assert.Equal(0, Logged("Critical "));
    }

    [Fact]
    public async Task A_nightly_run_that_is_due_while_the_store_is_away_goes_when_it_is_back()
    {
        await using var app = await StartAsync(scheduled: true);
        await using var time = new GoingClock(app.Clock);
        Way.GoDown();
        await app.Services.GetRequiredService<StoreWatch>().LookAsync(Ct);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(() => Logged(" 1205 ") == 1);

        Way.ComeBack();
        await UntilAsync(() => Logged(" 1200 ") == 1);
        Assert.Equal([(RunTrigger.Schedule, RunOutcome.Succeeded)], await RunsAsync(app));
    }

    [Fact]
    public async Task A_nightly_run_that_loses_the_store_on_its_way_goes_again_and_is_recorded_once()
    {
        var detections = 0;
        await using var app = await StartAsync(scheduled: true, new Detector(FindingKind.HierarchyCycle, (_, _) =>
        {
            if (Interlocked.Increment(ref detections) == 1) Way.GoDown();
            return [];
        }));
        await using var time = new GoingClock(app.Clock);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(() => Logged(" 1206 ") == 1);

        Way.ComeBack();
        await UntilAsync(() => Logged(" 1200 ") == 1);
        Assert.Equal(2, detections);
        Assert.Equal([(RunTrigger.Schedule, RunOutcome.Succeeded)], await RunsAsync(app));
    }

    /// <summary>With a small plan system; the night is a minute away.</summary>
    private async Task<App> StartAsync(bool scheduled = false, params Detector[] detectors)
    {
        var options = await server.OptionsAsync(Ct);
        var app = new App(
            new Dictionary<string, string>
            {
                ["Store"] = "Neo4j", ["Neo4j:Url"] = Way.Address.ToString(), ["Neo4j:User"] = options.User, ["Neo4j:Password"] = options.Password,
                ["PlanGraph:Jobs:Scheduled"] = scheduled ? "true" : "false", ["PlanGraph:Jobs:At"] = "12:01",
            },
            services =>
            {
                services.AddLogging(logging => logging.AddProvider(_log));
                if (detectors.Length > 0) services.AddSingleton<IReadOnlyList<Detector>>(detectors);
            });
        await app.StoreAsync(PlanSystem.Small());
        return app;
    }

    private static async Task<ImmutableArray<(RunTrigger, RunOutcome)>> RunsAsync(App app) =>
        [.. (await app.Services.GetRequiredService<GraphViews>().CurrentAsync(Ct)).Runs.Select(run => (run.Trigger, run.Outcome))];

    private int Logged(string what) => _log.Text.Split('\n').Count(line => line.Contains(what, StringComparison.Ordinal));

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isSo()) await ticks.WaitForNextTickAsync(Ct);
    }

    /// <summary>Moves the application's clock about as fast as real time, since a real server answers in real time.</summary>
    private sealed class GoingClock : IAsyncDisposable
    {
        private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
        private readonly CancellationTokenSource _ending = new();
        private readonly Task _going;

        public GoingClock(FakeClock clock) => _going = GoAsync(clock);

        public async ValueTask DisposeAsync()
        {
            await _ending.CancelAsync();
            await _going;
            _ending.Dispose();
        }

        private async Task GoAsync(FakeClock clock)
        {
            using var ticks = new PeriodicTimer(Step);
            try
            {
                while (await ticks.WaitForNextTickAsync(_ending.Token)) clock.Advance(Step);
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }
    }
}
