using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Storage;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Jobs;
using PlanGraph.Web.Lexicon;

namespace PlanGraph.Web.Tests.Jobs;

/// <summary>Runs on a real store, with detectors that the tests can hold back or make fail.</summary>
public sealed class DetectionRunTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_publishes_findings_and_its_record_in_one_change()
    {
        await using var app = await StartAsync();
        var before = await HeadAsync(app);
        await RunAsync(app);
        var change = Assert.Single(await ChangesAsync(app, before));
        var run = Assert.Single(change.ChangeSet.Operations.OfType<PutNode>().Select(put => put.Node).OfType<Run>());
        Assert.Equal(RunOutcome.Succeeded, run.Outcome);
        Assert.Equal("PlanGraph", change.ChangeSet.Actor);
        Assert.Contains(change.ChangeSet.Operations, operation => operation is PutNode { Node: Finding { Type: FindingKind.UnanchoredPlan } });
        Assert.Equal(run.Counts.Sum(count => count.New), change.ChangeSet.Operations.Count(operation => operation is PutNode { Node: Finding }));
    }

    [Fact]
    public async Task A_second_run_on_the_same_graph_has_nothing_new_and_writes_its_record_alone()
    {
        await using var app = await StartAsync();
        await RunAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = await HeadAsync(app);
        await RunAsync(app);
        var change = Assert.Single(await ChangesAsync(app, before));
        var run = Assert.IsType<Run>(Assert.IsType<PutNode>(Assert.Single(change.ChangeSet.Operations)).Node);
        Assert.Equal(0, run.Counts.Sum(count => count.New));
        Assert.NotEqual(0, run.Counts.Sum(count => count.Found));
    }

    [Fact]
    public async Task Two_runs_never_go_at_once()
    {
        var gate = new Gate();
        await using var app = await StartAsync(gate.Detector);
        var runner = app.Services.GetRequiredService<DetectionRunner>();
        var first = runner.TryStart(RunTrigger.Demand);
        Assert.NotNull(first);
        await gate.Entered.Task.WaitAsync(Cancelled);
        Assert.Null(runner.TryStart(RunTrigger.Schedule));
        gate.Open();
        await first.WaitAsync(Cancelled);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(runner.TryStart(RunTrigger.Demand));
        await runner.IdleAsync().WaitAsync(Cancelled);
        Assert.Equal(2, (await RunsAsync(app)).Length);
    }

    [Fact]
    public async Task A_cancelled_run_leaves_its_record_and_nothing_else()
    {
        var gate = new Gate();
        await using var app = await StartAsync(gate.Detector);
        var runner = app.Services.GetRequiredService<DetectionRunner>();
        var running = runner.TryStart(RunTrigger.Demand);
        await gate.Entered.Task.WaitAsync(Cancelled);
        Assert.True(runner.Cancel());
        await running!.WaitAsync(Cancelled);
        var run = Assert.Single(await RunsAsync(app));
        Assert.Equal((RunOutcome.Cancelled, "jobs.server.cancelled"), (run.Outcome, run.Reason?.Key));
        Assert.Empty((await app.Services.GetRequiredService<SnapshotHolder>().CurrentAsync(Cancelled)).OfKind<Finding>());
        Assert.False(runner.Cancel());
        Assert.Null(runner.Current);
    }

    [Fact]
    public async Task A_failed_run_publishes_nothing_and_says_why_without_the_exception()
    {
        await using var app = await StartAsync(new Detector(FindingKind.Overlap, (_, _) => throw new InvalidOperationException("/hemmelig")));
        await RunAsync(app);
        var run = Assert.Single(await RunsAsync(app));
        Assert.Equal((RunOutcome.Failed, "jobs.server.failed"), (run.Outcome, run.Reason?.Key));
        Assert.Empty((await app.Services.GetRequiredService<SnapshotHolder>().CurrentAsync(Cancelled)).OfKind<Finding>());
        var reader = await app.SignInAsync(PlanGraph.Web.Access.Role.Reader);
        Assert.DoesNotContain("hemmelig", (await reader.GetJsonAsync("/api/jobs")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_ended_and_says_so()
    {
        var gate = new Gate();
        await using var app = await StartAsync(gate.Detector);
        var running = app.Services.GetRequiredService<DetectionRunner>().TryStart(RunTrigger.Demand);
        await gate.Entered.Task.WaitAsync(Cancelled);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        await running!.WaitAsync(Cancelled);
        var run = Assert.Single(await RunsAsync(app));
        Assert.Equal((RunOutcome.Failed, "jobs.server.timeLimit"), (run.Outcome, run.Reason?.Key));
    }

    [Fact]
    public async Task A_finding_judged_while_the_run_goes_on_makes_it_look_again()
    {
        var gate = new Gate();
        await using var app = await StartAsync();
        await RunAsync(app);
        await using var _ = app;
        var snapshot = await app.Services.GetRequiredService<SnapshotHolder>().CurrentAsync(Cancelled);
        var finding = snapshot.OfKind<Finding>().First(found => found.Type == FindingKind.UnanchoredPlan);
        // the plan becomes anchored, so that the run wants to resolve the finding; before it writes, somebody takes the finding
        await app.StoreAsync([PlanSystem.Relate(RelationType.Supports, finding.Members[0].Value, "goal/lavutslipp")]);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var detectors = ImmutableArray.Create(new Detector(FindingKind.UnanchoredPlan, (context, cancel) =>
        {
            var found = Detectors.All.Single(detector => detector.Type == FindingKind.UnanchoredPlan).Detect(context, cancel);
            gate.Enter(cancel);
            return found;
        }));
        var run = ActivatorUtilities.CreateInstance<DetectionRun>(app.Services, (IReadOnlyList<Detector>)detectors);
        var running = Task.Run(() => run.ExecuteAsync(RunTrigger.Demand, null, _ => { }, CancellationToken.None, Cancelled), Cancelled);
        await gate.Entered.Task.WaitAsync(Cancelled);
        await app.StoreAsync([PlanSystem.Put(finding with { State = FindingState.UnderReview, Owner = "Plan" }, finding.Version)]);
        gate.Open();
        Assert.Equal(RunOutcome.Succeeded, (await running)?.Outcome);
        var after = Assert.IsType<Finding>((await app.Services.GetRequiredService<SnapshotHolder>().CurrentAsync(Cancelled)).Find(finding.Id));
        Assert.Equal((FindingState.Resolved, "Plan"), (after.State, after.Owner));
    }

    [Fact]
    public async Task A_start_after_a_missed_night_catches_up_once()
    {
        var first = await StartAsync();
        await RunAsync(first);
        await first.StopAsync();

        await using var next = new App(Scheduled, Later, first.Data);
        await next.Services.GetRequiredService<DetectionRunner>().IdleAsync().WaitAsync(Cancelled);
        var runs = await RunsAsync(next);
        Assert.Equal([RunTrigger.CatchUp, RunTrigger.Demand], runs.Select(run => run.Trigger));

        static void Later(IServiceCollection services) => services.AddSingleton<TimeProvider>(new FakeClock(App.Noon.AddDays(9)));
    }

    [Fact]
    public async Task A_run_that_the_end_of_the_process_cut_off_leaves_nothing_and_is_done_at_the_next_start()
    {
        var gate = new Gate();
        var app = await StartAsync(gate.Detector);
        var before = await HeadAsync(app);
        _ = app.Services.GetRequiredService<DetectionRunner>().TryStart(RunTrigger.Schedule);
        await gate.Entered.Task.WaitAsync(Cancelled);
        await app.StopAsync();

        await using var next = new App(Scheduled, Later, app.Data);
        await next.Services.GetRequiredService<DetectionRunner>().IdleAsync().WaitAsync(Cancelled);
        Assert.Equal(RunOutcome.Succeeded, Assert.Single(await RunsAsync(next)).Outcome);
        Assert.Single(await ChangesAsync(next, before));

        static void Later(IServiceCollection services) => services.AddSingleton<TimeProvider>(new FakeClock(App.Noon.AddHours(1)));
    }

    [Fact]
    public async Task A_run_that_is_held_back_publishes_nothing_until_an_administrator_accepts_it_and_then_once()
    {
        await using var app = await StartAsync();
        await RunAsync(app);
        var published = await FindingsAsync(app);
        await app.StoreAsync(Enumerable.Range(0, 120).Select(i => PlanSystem.Plan($"ny-{i}", $"Temaplan nummer {i}")));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(app);
        var held = (await RunsAsync(app))[0];
        Assert.Equal((RunOutcome.HeldBack, published), (held.Outcome, await FindingsAsync(app)));

        var planner = await app.SignInAsync(PlanGraph.Web.Access.Role.Planner);
        await planner.PostJsonAsync("/api/jobs/accept", new { run = held.Id.Value }, System.Net.HttpStatusCode.Forbidden);
        var administrator = await app.SignInAsync(PlanGraph.Web.Access.Role.Administrator, "Driftsansvarlig");
        await administrator.PostJsonAsync("/api/jobs/accept", new { run = "run/en-annen" }, System.Net.HttpStatusCode.NotFound);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await administrator.PostJsonAsync("/api/jobs/accept", new { run = held.Id.Value }, System.Net.HttpStatusCode.Accepted);
        await app.Services.GetRequiredService<DetectionRunner>().IdleAsync().WaitAsync(Cancelled);

        var accepted = (await RunsAsync(app))[0];
        Assert.Equal((RunOutcome.Succeeded, held.Id, "Driftsansvarlig"), (accepted.Outcome, accepted.Accepted?.Run, accepted.Accepted?.By));
        Assert.True(await FindingsAsync(app) > 100);
        await administrator.PostJsonAsync("/api/jobs/accept", new { run = held.Id.Value }, System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_run_keeps_what_its_detectors_were_made_of()
    {
        await using var app = await StartAsync(new Detector(FindingKind.Overlap, (_, _) => []) { Versions = ImmutableSortedDictionary<string, string>.Empty.Add("lexicon", "a1b2c3") });
        await RunAsync(app);
        var reader = await app.SignInAsync(PlanGraph.Web.Access.Role.Reader);
        Assert.Equal("a1b2c3", (await reader.GetJsonAsync("/api/jobs")).GetProperty("runs")[0].GetProperty("versions").GetProperty("lexicon").GetString());
    }

    [Theory]
    [InlineData("id;navn;ord\npadling;Padling;padleløype\n")]
    [InlineData("id;lov;krever;krav;kjennes på\neget;eget vedtak;plan;Plan hvert år;padleløype\n")]
    public async Task A_run_names_the_lexicon_that_the_municipality_has_made_its_own(string rows)
    {
        await using var app = new App();
        var folder = app.Data.CreateSubdirectory("lexicon").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "egne.csv"), rows, Cancelled);
        await app.StoreAsync(PlanSystem.Small());
        await RunAsync(app);
        var own = LexiconFolder.Read(folder).Fingerprint;
        Assert.NotEqual(PlanLexicon.BuiltIn.Fingerprint, own);
        Assert.Equal(own, Assert.Single(await RunsAsync(app)).Versions["lexicon"]);
    }

    private static async Task<int> FindingsAsync(App app) =>
        (await app.Services.GetRequiredService<SnapshotHolder>().CurrentAsync(Cancelled)).OfKind<Finding>().Count();

    [Fact]
    public async Task A_start_after_a_night_that_ran_does_not_run_again()
    {
        var first = await StartAsync();
        await RunAsync(first);
        await first.StopAsync();
        await using var next = new App(Scheduled, data: first.Data);
        await next.Services.GetRequiredService<DetectionRunner>().IdleAsync().WaitAsync(Cancelled);
        Assert.Single(await RunsAsync(next));
    }

    private static Dictionary<string, string> Scheduled => new() { ["PlanGraph:Jobs:Scheduled"] = "true" };

    private static async Task<App> StartAsync(params Detector[] detectors)
    {
        var app = new App(services: services =>
        {
            if (detectors.Length > 0) services.AddSingleton<IReadOnlyList<Detector>>(detectors);
        });
        await app.StoreAsync(PlanSystem.Small());
        return app;
    }

    private static Task RunAsync(App app) => app.Services.GetRequiredService<DetectionRunner>().TryStart(RunTrigger.Demand)!.WaitAsync(Cancelled);

    private static Task<long> HeadAsync(App app) => app.Services.GetRequiredService<IPlanGraphStore>().GetHeadAsync(Cancelled);

    private static async Task<ImmutableArray<Run>> RunsAsync(App app) => (await app.Services.GetRequiredService<GraphViews>().CurrentAsync(Cancelled)).Runs;

    private static async Task<List<CommittedChange>> ChangesAsync(App app, long after) =>
        await app.Services.GetRequiredService<IPlanGraphStore>().ReadChangesAsync(after, Cancelled).ToListAsync(Cancelled);

    /// <summary>Holds a detector back until a test lets it go on.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Detector Detector => new(FindingKind.HierarchyCycle, (_, cancellationToken) =>
        {
            Enter(cancellationToken);
            return [];
        });

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Enter(CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            _open.Task.WaitAsync(cancellationToken).GetAwaiter().GetResult();
        }

        public void Open() => _open.TrySetResult();
    }
}
