using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Moving;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Benchmarks.Store;

/// <summary>
/// The embedded store, the store in Neo4j, and a bare client of the same Neo4j side by side: the same graph goes into each by the product's own import, and
/// each is asked the same questions.
/// </summary>
internal sealed class Neo4jBenchmark(int nodes, string folder)
{
    /// <summary>A server that has just been started compiles its own code for the first tens of seconds of work: so much goes in and out again before it counts.</summary>
    private const int WarmUpNodes = 10_000;

    private const string EverythingButTheSchema = "MATCH (n) WHERE NOT n:__Neo4jMigration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS";
    private const int Seed = 3;
    private const int Asked = 300;
    private const int WarmUp = 300;
    private const int LargeSets = 5;

    private readonly StoreQuestions _questions = new(nodes);
    private readonly string _file = Path.Combine(folder, "history");

    /// <summary>Sizes; 10000 and 100000 when none is given.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        foreach (var size in args.Length == 0 ? ["10000", "100000"] : args)
        {
            var folder = Directory.CreateTempSubdirectory("plangraph-bench-");
            try
            {
                await new Neo4jBenchmark(int.Parse(size, CultureInfo.InvariantCulture), folder.FullName).RunAsync();
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
        return 0;
    }

    private async Task RunAsync()
    {
        await using var server = new OwnNeo4j(ServerScript.Path()) { Heap = "1g", PageCache = "1g" };
        await server.StartAsync(CancellationToken.None);
        var options = server.Options;
        options.TimeoutSeconds = 600; // On a busy machine the figures are poor, but there are figures.
        await using var neo4j = await Neo4jStore.OpenAsync(options, TimeProvider.System, NullLogger<Neo4jStore>.Instance, CancellationToken.None);
        var about = (await neo4j.CheckHealthAsync(CancellationToken.None)).Details["server"];
        Say($"== {nodes:N0} nodes, {nodes * 3L:N0} relations; {about}; {Environment.ProcessorCount} processors, load {Load()}; seed {Seed}, each question {Asked} times after {WarmUp} to warm up");
        await WriteFileAsync(nodes);
        await using (var embedded = await EmbeddedStore.OpenAsync(
            new EmbeddedStoreOptions { Directory = Path.Combine(folder, "graph") }, TimeProvider.System, NullLogger<EmbeddedStore>.Instance, CancellationToken.None))
        {
            await RateAsync("embedded: import of the history file", nodes * 4L, null, () => ImportAsync(embedded));
            foreach (var question in _questions.All) await TellAsync(question.Name, question.Fewer, null, ("embedded", Asking(question, embedded)));
            await MeasureChangesAsync("embedded", embedded, null);
        }
        using var bare = new BareClient(server.Address);
        await WarmUpAsync(neo4j, bare);
        await RateAsync("Neo4j: import of the history file", nodes * 4L, server, () => ImportAsync(neo4j));
        await MeasureQuestionsAsync(neo4j, bare, server);
        await MeasureChangesAsync("Neo4j", neo4j, server);
        await RateAsync("bare client: nodes and relations created, no history", nodes * 4L, server, () => new BareImport(bare).RunAsync(new GraphGenerator(nodes).ChangeSets()));
        Say($"   load {Load()}");
    }

    /// <summary>Each question to the store and to the bare client in turn.</summary>
    private async Task MeasureQuestionsAsync(Neo4jStore neo4j, BareClient bare, OwnNeo4j server)
    {
        var (one, own, ends, words) = (new Random(Seed), new Random(Seed), new Random(Seed), new Random(Seed));
        await AskAsync(_questions.TwoSteps,
            ("bare client, one short statement", () => bare.TwoStepsAsync(StoreQuestions.Any(one, nodes))),
            ("bare client, the product's statement", () => bare.ProductsTwoStepsAsync(StoreQuestions.Any(own, nodes))));
        await AskAsync(_questions.FourSteps);
        await AskAsync(_questions.Paths, ("bare client", () => bare.PathsAsync(StoreQuestions.Any(ends, nodes), StoreQuestions.Any(ends, nodes))));
        await AskAsync(_questions.RareWord, ("bare client, best 20 by Lucene", () => bare.SearchAsync(GraphGenerator.TitleWordOf(words.Next(nodes)))));
        await AskAsync(_questions.CommonWords, ("bare client, best 20 by Lucene", () => bare.SearchAsync("klima skole")));

        Task AskAsync(StoreQuestion question, params (string Name, Func<Task<int>> Ask)[] peers) =>
            TellAsync(question.Name, question.Fewer, server, [("Neo4j", Asking(question, neo4j)), .. peers]);
    }

    private async Task WarmUpAsync(Neo4jStore neo4j, BareClient bare)
    {
        await WriteFileAsync(WarmUpNodes);
        await ImportAsync(neo4j);
        await new BareImport(bare).RunAsync(new GraphGenerator(WarmUpNodes).ChangeSets());
        await bare.RowsAsync(EverythingButTheSchema, []);
        await WriteFileAsync(nodes);
    }

    private async Task WriteFileAsync(int count)
    {
        var graph = new GraphGenerator(count);
        var changes = graph.ChangeSets().Select((set, i) => new CommittedChange(i + 1, ExistenceRules.WithVersions(set)));
        await using var stream = File.Create(_file);
        await HistoryWriter.WriteAsync(stream, graph.Sets, changes.ToAsyncEnumerable(), _ => { }, CancellationToken.None);
    }

    private async Task MeasureChangesAsync(string name, IPlanGraphStore store, OwnNeo4j? server)
    {
        var large = Changed().Take(LargeSets).ToList();
        await RateAsync($"{name}: {large.Count} change sets of {large[0].Operations.Length:N0} changed nodes", large.Sum(set => set.Operations.Length), server, () => ApplyAsync(store, large));
        var small = Changed().Skip(LargeSets).SelectMany(set => set.Operations).Concat(Again(large)).Take(Asked).Select(operation => SetOf(operation)).ToList();
        await RateAsync($"{name}: change sets of one node, one after the other", small.Count, server, () => ApplyAsync(store, small));
    }

    private async Task ImportAsync(IPlanGraphStore store)
    {
        await using var stream = File.OpenRead(_file);
        if (await HistoryImport.RunAsync(store, stream, "history", (_, _) => { }, CancellationToken.None) is not HistoryImportOutcome.Done)
            throw new InvalidOperationException("The history was not imported.");
    }

    private static async Task ApplyAsync(IPlanGraphStore store, IEnumerable<ChangeSet> changeSets)
    {
        foreach (var changeSet in changeSets)
        {
            if (await store.ApplyAsync(changeSet, CancellationToken.None) is not ApplyResult.Applied)
                throw new InvalidOperationException("The change set was not applied.");
        }
    }

    /// <summary>The nodes once more, as a second version of those that are there.</summary>
    private IEnumerable<ChangeSet> Changed() => new GraphGenerator(nodes).ChangeSets()
        .Where(set => set.Operations[0] is PutNode).Select(set => SetOf([.. set.Operations.Select(operation => operation with { ExpectedVersion = 1 })]));

    /// <summary>What a small graph lacks of nodes for the change sets of one: those of the large ones a third time.</summary>
    private static IEnumerable<Operation> Again(List<ChangeSet> large) => large.SelectMany(set => set.Operations).Select(operation => operation with { ExpectedVersion = 2 });

    private static ChangeSet SetOf(params ReadOnlySpan<Operation> operations) => new()
    {
        Id = Guid.NewGuid(), Actor = "måling", Reason = "måling", At = DateTimeOffset.UnixEpoch, Operations = [.. operations],
    };

    private static Func<Task<int>> Asking(StoreQuestion question, IPlanGraphStore store)
    {
        var random = new Random(Seed);
        return () => question.Ask(store, random);
    }

    private static async Task TellAsync(string what, int fewer, OwnNeo4j? server, params (string Name, Func<Task<int>> Ask)[] asked)
    {
        var measured = await Times.SideBySideAsync([.. asked.Select(one => one.Ask)], Asked / fewer, WarmUp / fewer, () => server?.ProcessorTime ?? default);
        foreach (var (name, times) in asked.Zip(measured, (one, times) => (one.Name, times)))
        {
            var atServer = server is null ? "" : string.Create(CultureInfo.InvariantCulture, $", the server's {times.Server:0.00} ms");
            Say($"   {name}: {what}: p50 {times.P50:0.00} ms, p99 {times.P99:0.00} ms; our processor {times.Processor:0.00} ms{atServer}; mean answer {times.Count:0}");
        }
    }

    private static async Task RateAsync(string what, long elements, OwnNeo4j? server, Func<Task> work)
    {
        var (started, ours, theirs) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, server?.ProcessorTime);
        await work();
        var (seconds, processor) = (Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - ours).TotalSeconds);
        var atServer = server is null ? "" : string.Create(CultureInfo.InvariantCulture, $", the server's {(server.ProcessorTime - theirs!.Value).TotalSeconds:0.0} s");
        Say($"   {what}: {seconds:0.0} s, {elements / seconds:N0} each second; our processor {processor:0.0} s{atServer}");
    }

    /// <summary>Of the last minute; a figure above the processors says that others were at work.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
