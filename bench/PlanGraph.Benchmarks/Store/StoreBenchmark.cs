using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Storage.Embedded;

namespace PlanGraph.Benchmarks.Store;

/// <summary>
/// Measures the embedded store. Each figure stands beside a peer measured in the same run: opening from a snapshot beside reading the
/// journal, durable writes beside bare append and fsync, a neighbourhood beside reading the same nodes by id.
/// </summary>
internal static class StoreBenchmark
{
    private const int Questions = 2000;

    /// <summary>Each step runs in a process of its own, so that its memory is its own: <c>fill DIRECTORY NODES</c>, <c>open DIRECTORY</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["fill", var directory, var count]: await FillAsync(OptionsFor(directory), int.Parse(count, CultureInfo.InvariantCulture)); break;
            case ["open", var directory]: await OpenAndMeasureAsync(OptionsFor(directory)); break;
            default:
                foreach (var size in args.Length == 0 ? ["10000", "100000", "1000000"] : args) await RunAsync(size);
                break;
        }
        return 0;
    }

    private static EmbeddedStoreOptions OptionsFor(string directory) => new() { Directory = directory, SnapshotEveryBytes = 1L << 40 };

    private static async Task RunAsync(string nodes)
    {
        var directory = Directory.CreateTempSubdirectory("plangraph-bench-").FullName;
        try
        {
            Say($"== {nodes} nodes, three times as many relations");
            foreach (var step in new[] { $"fill {directory} {nodes}", $"open {directory}", $"open {directory}" })
            {
                using var process = Process.Start(Environment.ProcessPath!, ["store", .. step.Split(' ')]);
                await process.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>The first opening reads the journal and leaves a snapshot; the second reads that.</summary>
    private static async Task OpenAndMeasureAsync(EmbeddedStoreOptions options)
    {
        if (Directory.GetFiles(options.Directory, "*.pgs").Length == 0)
        {
            await MeasureOpenAsync("open from the journal", options with { SnapshotEveryBytes = EmbeddedStoreOptions.LeastSegmentBytes }, WriteOneAsync);
            return;
        }
        await MeasureOpenAsync("open from the snapshot", options, MeasureAnswersAsync);
        await MeasureWritesAsync(options);
    }

    private static async Task FillAsync(EmbeddedStoreOptions options, int nodes)
    {
        await using var store = await OpenAsync(options);
        var started = Stopwatch.GetTimestamp();
        long operations = 0;
        foreach (var changeSet in new GraphGenerator(nodes).ChangeSets())
        {
            await ApplyAsync(store, changeSet);
            operations += changeSet.Operations.Length;
        }
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Say($"   fill, 4,000 operations in a change set: {operations / seconds:N0} operations/s ({seconds:0.0} s)");
    }

    private static async Task MeasureOpenAsync(string what, EmbeddedStoreOptions options, Func<EmbeddedStore, Task> use)
    {
        var (started, processorBefore) = (Stopwatch.GetTimestamp(), ProcessorSeconds());
        await using var store = await OpenAsync(options);
        var (seconds, processor) = (Stopwatch.GetElapsedTime(started).TotalSeconds, ProcessorSeconds() - processorBefore);
        var peak = Peak();
        var searchStarted = Stopwatch.GetTimestamp();
        await store.SearchAsync(new SearchQuery("klima"), CancellationToken.None);
        var search = Stopwatch.GetElapsedTime(searchStarted).TotalSeconds;
        Collect();
        Say($"   {what}: {seconds:0.00} s ({processor:0.00} s of processor); first search answered after another {search:0.0} s; heap {GC.GetTotalMemory(false) >> 20:N0} MiB; process {Peak() >> 20:N0} MiB, just opened {peak >> 20:N0} MiB");
        await use(store);
        await store.WhenIdleAsync();
    }

    private static Task WriteOneAsync(EmbeddedStore store) => ApplyAsync(store, One($"til-snapshot-{Environment.ProcessId}", 0));

    private static async Task MeasureAnswersAsync(EmbeddedStore store)
    {
        var nodes = (int)(await store.CheckHealthAsync(CancellationToken.None)).Details.Where(pair => pair.Key == "nodes").Select(pair => long.Parse(pair.Value, CultureInfo.InvariantCulture)).Single() - 1;
        var random = new Random(3);
        var questions = new StoreQuestions(nodes);
        await TimesAsync(questions.TwoSteps, store, random);
        var mine = await TimesAsync(questions.FourSteps, store, random);
        NodeId[] ids = [.. Enumerable.Range(0, 500).Select(_ => StoreQuestions.Any(random, nodes))];
        var peer = await TimesAsync(new StoreQuestion("peer: 500 nodes by id", async (_, _) => (await store.GetNodesAsync(ids, CancellationToken.None)).Count), store, random);
        Say($"   neighbourhood of {mine.Count:0} nodes ÷ the nodes by id: {mine.P50 / peer.P50:0.0} ×");
        await TimesAsync(questions.Paths, store, random, 200);
        await TimesAsync(questions.CommonWords, store, random, 20);
        await TimesAsync(questions.RareWord, store, random, 200);
    }

    private static async Task<Times> TimesAsync(StoreQuestion question, EmbeddedStore store, Random random, int times = Questions)
    {
        var measured = await Times.OfAsync(() => question.Ask(store, random), times, warmUp: times / 10);
        Say($"   {question.Name}: p50 {measured.P50:0.000} ms, p99 {measured.P99:0.000} ms, mean answer {measured.Count:0}");
        return measured;
    }

    private static async Task MeasureWritesAsync(EmbeddedStoreOptions options)
    {
        await using var store = await OpenAsync(options);
        await store.SearchAsync(new SearchQuery("klima"), CancellationToken.None);
        var one = await RateAsync(1, 300, (writer, i) => ApplyAsync(store, One($"en-{Environment.ProcessId}-{writer}", i)));
        var many = await RateAsync(64, 100, (writer, i) => ApplyAsync(store, One($"mange-{Environment.ProcessId}-{writer}", i)));
        using var file = File.OpenHandle(Path.Combine(options.Directory, "bare"), FileMode.Create, FileAccess.Write);
        var bare = await RateAsync(1, 300, (_, i) =>
        {
            RandomAccess.Write(file, new byte[400], i * 400L);
            RandomAccess.FlushToDisk(file);
            return Task.CompletedTask;
        });
        Say($"   durable change sets/s: one writer {one:N0}, 64 writers {many:N0}; peer, bare append and fsync {bare:N0}: {one / bare:0.0} × and {many / bare:0.0} ×");
    }

    private static async Task<double> RateAsync(int writers, int each, Func<int, int, Task> write)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++) await write(writer, i);
        })));
        return writers * each / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static ChangeSet One(string slug, int version) => new()
    {
        Id = Guid.NewGuid(), Actor = "måling", Reason = "måling", At = DateTimeOffset.UnixEpoch,
        Operations = [new PutNode(new Plan { Id = NodeId.Of(NodeKind.Plan, slug), Title = "Måling" }, version)],
    };

    private static async Task ApplyAsync(EmbeddedStore store, ChangeSet changeSet)
    {
        if (await store.ApplyAsync(changeSet, CancellationToken.None) is not ApplyResult.Applied)
            throw new InvalidOperationException("The change set was not applied.");
    }

    private static Task<EmbeddedStore> OpenAsync(EmbeddedStoreOptions options) =>
        EmbeddedStore.OpenAsync(options, TimeProvider.System, NullLogger<EmbeddedStore>.Instance, CancellationToken.None);

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>Both processors together: what a busy machine does not stretch.</summary>
    private static double ProcessorSeconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static void Collect()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
    }

    private static void Say(string line) => Console.WriteLine(line.Replace('\u00a0', ' '));
}
