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
        await using var neo4j = await Neo4jStore.OpenAsync(server.Options, TimeProvider.System, NullLogger<Neo4jStore>.Instance, CancellationToken.None);
        var about = (await neo4j.CheckHealthAsync(CancellationToken.None)).Details["server"];
        Say($"== {nodes:N0} nodes, {nodes * 3L:N0} relations; {about}; {Environment.ProcessorCount} processors, load {Load()}; seed {Seed}, each question {Asked} times after {WarmUp} to warm up");
        await WriteFileAsync();
        await using (var embedded = await EmbeddedStore.OpenAsync(
            new EmbeddedStoreOptions { Directory = Path.Combine(folder, "graph") }, TimeProvider.System, NullLogger<EmbeddedStore>.Instance, CancellationToken.None))
        {
            await MeasureStoreAsync("embedded", embedded, null);
        }
        await MeasureStoreAsync("Neo4j", neo4j, server);
        using var bare = new BareClient(server.Address);
        await MeasureBareAsync(bare, server);
        Say($"   load {Load()}");
    }

    private async Task WriteFileAsync()
    {
        var changeSets = new GraphGenerator(nodes).ChangeSets().Select(set => ExistenceRules.WithVersions(set) with { Reason = "import" }).ToList();
        await using var stream = File.Create(_file);
        await HistoryWriter.WriteAsync(
            stream, changeSets.Count, changeSets.Select((set, i) => new CommittedChange(i + 1, set)).ToAsyncEnumerable(), _ => { }, CancellationToken.None);
    }

    private async Task MeasureStoreAsync(string name, IPlanGraphStore store, OwnNeo4j? server)
    {
        await RateAsync($"{name}: import of the history file", nodes * 4L, server, () => ImportAsync(store));
        await QuestionAsync(name, _questions.TwoSteps, store, server);
        await QuestionAsync(name, _questions.FourSteps, store, server);
        await QuestionAsync(name, _questions.Paths, store, server);
        await QuestionAsync(name, _questions.RareWord, store, server);
        await QuestionAsync(name, _questions.CommonWords, store, server, fewer: 10);
        var large = Changed().Take(LargeSets).ToList();
        await RateAsync($"{name}: {large.Count} change sets of {large[0].Operations.Length:N0} changed nodes", large.Sum(set => set.Operations.Length), server, () => ApplyAsync(store, large));
        var small = Changed().Skip(LargeSets).SelectMany(set => set.Operations).Concat(Again(large)).Take(Asked).Select(operation => SetOf(operation)).ToList();
        await RateAsync($"{name}: change sets of one node, one after the other", small.Count, server, () => ApplyAsync(store, small));
    }

    private async Task MeasureBareAsync(BareClient bare, OwnNeo4j server)
    {
        const string name = "bare client";
        var random = new Random(Seed);
        await TimesAsync(name, "two steps, at most 500, one statement", () => bare.TwoStepsAsync(StoreQuestions.Any(random, nodes)), server);
        random = new Random(Seed);
        await TimesAsync(name, "two steps, at most 500, the product's statements", () => bare.SameStatementsAsync(StoreQuestions.Any(random, nodes)), server);
        random = new Random(Seed);
        await TimesAsync(name, "three paths of at most 6", () => bare.PathsAsync(StoreQuestions.Any(random, nodes), StoreQuestions.Any(random, nodes)), server);
        random = new Random(Seed);
        await TimesAsync(name, "search, a word that one node has, best 20 by Lucene", () => bare.SearchAsync(GraphGenerator.TitleWordOf(random.Next(nodes))), server);
        await TimesAsync(name, "search, two words that most nodes have, best 20 by Lucene", () => bare.SearchAsync("klima skole"), server);
        await RateAsync($"{name}: nodes and relations created, no history", nodes * 4L, server, () => new BareImport(bare).RunAsync(new GraphGenerator(nodes).ChangeSets()));
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

    private static Task QuestionAsync(string name, StoreQuestion question, IPlanGraphStore store, OwnNeo4j? server, int fewer = 1)
    {
        var random = new Random(Seed);
        return TimesAsync(name, question.Name, () => question.Ask(store, random), server, fewer);
    }

    private static async Task TimesAsync(string name, string what, Func<Task<int>> ask, OwnNeo4j? server, int fewer = 1)
    {
        var times = await Times.OfAsync(ask, Asked / fewer, WarmUp / fewer, server is null ? null : () => server.ProcessorTime);
        var atServer = server is null ? "" : string.Create(CultureInfo.InvariantCulture, $", the server's {times.Server:0.00} ms");
        Say($"   {name}: {what}: p50 {times.P50:0.00} ms, p99 {times.P99:0.00} ms; our processor {times.Processor:0.00} ms{atServer}; mean answer {times.Count:0}");
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
