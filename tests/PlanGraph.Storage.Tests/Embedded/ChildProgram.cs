using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Embedded;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Embedded;

/// <summary>What the test program does when a test has started it as another process.</summary>
internal static class ChildProgram
{
    public const string Word = "--store-child";
    public const string Write = "write";
    public const string Hold = "hold";
    private const int Writers = 8;

    public static EmbeddedStoreOptions OptionsFor(string directory) =>
        new() { Directory = directory, SegmentBytes = 64 << 10, SnapshotEveryBytes = 96 << 10 };

    public static async Task<int> RunAsync(string mode, string directory, int seed)
    {
        EmbeddedStore store;
        try
        {
            store = await EmbeddedStore.OpenAsync(OptionsFor(directory), TimeProvider.System, NullLogger<EmbeddedStore>.Instance, CancellationToken.None);
        }
        catch (StoreException e)
        {
            Say($"refused {e.Message}");
            return 3;
        }
        await using (store)
        {
            Say("open");
            if (mode == Write) await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(store, seed, writer)));
            else await Console.In.ReadToEndAsync();
        }
        return 0;
    }

    /// <summary>Writes for ever and tells each change set that was answered.</summary>
    private static async Task WriteAsync(EmbeddedStore store, int seed, int writer)
    {
        for (var i = 0; ; i++)
        {
            var changeSet = Set(Put(Plan($"s{seed}-w{writer}-{i}", text: new string('å', 20 + (i % 7 * 150)))));
            var result = await store.ApplyAsync(changeSet, CancellationToken.None);
            if (result is ApplyResult.Applied applied) Say(string.Create(CultureInfo.InvariantCulture, $"ack {applied.Change.Seq} {changeSet.Id}"));
        }
    }

    /// <summary>One write for each line: a kill does not cut it.</summary>
    private static void Say(string line)
    {
        lock (Console.Out)
        {
            Console.Out.Write(line.ReplaceLineEndings(" ") + "\n");
            Console.Out.Flush();
        }
    }
}
