using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Embedded.Simulation;

/// <summary>What became of one change set that a scenario tried to apply.</summary>
internal enum Outcome
{
    /// <summary>Answered: it must survive everything.</summary>
    Acknowledged,

    /// <summary>Answered that it was not written: it must never be seen.</summary>
    TakenBack,

    /// <summary>The store failed in the middle: it may be there or not, whole.</summary>
    Unknown,
}

/// <summary>
/// A small working life of a store: opened, written to over several segments and snapshots, closed, opened again and written to. The change
/// sets are the same each time, so what a disk holds afterwards can be compared with what was answered.
/// </summary>
internal sealed class Scenario
{
    public const int Count = 12;
    private static readonly string LongText = string.Concat(Enumerable.Repeat("Bærekraft, øyer og ålesund – ", 24));

    public static EmbeddedStoreOptions Options { get; } =
        new() { Directory = "/simulert", SegmentBytes = 2048, SnapshotEveryBytes = 3000, QueueLength = 16 };

    public List<(ChangeSet ChangeSet, Outcome Outcome)> Tried { get; } = [];

    public static Task<EmbeddedStore> OpenAsync(SimulatedDisk disk) =>
        EmbeddedStore.OpenAsync(Options, () => new SimulatedFiles(disk), TimeProvider.System, NullLogger.Instance, CancellationToken.None);

    /// <summary>Runs to the end, or to where the disk stops it.</summary>
    public async Task RunAsync(SimulatedDisk disk)
    {
        await RunAsync(disk, ChangeSets().Take(7));
        await RunAsync(disk, ChangeSets().Skip(7));
    }

    private async Task RunAsync(SimulatedDisk disk, IEnumerable<ChangeSet> changeSets)
    {
        if (await TryOpenAsync(disk) is not { } store) return;
        foreach (var changeSet in changeSets)
        {
            await TryAsync(store, changeSet);
            await store.WhenIdleAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await CloseAsync(store);
    }

    private static async Task CloseAsync(EmbeddedStore store)
    {
        try
        {
            await store.DisposeAsync();
        }
        catch (SimulatedCrashException)
        {
            // The machine stopped while the store was closing: nothing more was answered.
        }
    }

    private static async Task<EmbeddedStore?> TryOpenAsync(SimulatedDisk disk)
    {
        try
        {
            return await OpenAsync(disk);
        }
        catch (Exception e) when (e is StoreException or SimulatedCrashException && disk.Fault is not null)
        {
            return null;
        }
    }

    private async Task TryAsync(EmbeddedStore store, ChangeSet changeSet)
    {
        try
        {
            var result = await store.ApplyAsync(changeSet, CancellationToken.None);
            if (result is ApplyResult.Applied) Tried.Add((changeSet, Outcome.Acknowledged));
        }
        catch (Exception e) when (e is IOException or StoreException or SimulatedCrashException)
        {
            Tried.Add((changeSet, e is IOException ? Outcome.TakenBack : Outcome.Unknown));
        }
    }

    /// <summary>Each change set stands alone, so that the ones after a failed one still make sense.</summary>
    public static IEnumerable<ChangeSet> ChangeSets() => Enumerable.Range(0, Count).Select(i => Set(
        Put(Plan($"p{Number(i)}", $"Plan nummer {i} for Bærum", i % 6 == 5 ? LongText : null)), Put(Goal($"m{Number(i)}")),
        Put(Relate(RelationType.AnchoredIn, PlanId($"p{Number(i)}"), GoalId($"m{Number(i)}")))) with
    {
        Id = new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
    });
}
