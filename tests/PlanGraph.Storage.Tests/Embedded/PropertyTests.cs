using FsCheck;
using FsCheck.Fluent;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Tests.Embedded.Simulation;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Embedded;

/// <summary>Whatever is written: the graph in memory, the one read from the journal and the one read from snapshot and journal are the same.</summary>
public sealed class PropertyTests
{
    private const int Steps = 60;
    private const int Names = 6;

    [Fact]
    public void Memory_journal_snapshot_and_model_agree_after_any_operations()
    {
        var steps = Gen.Choose(0, int.MaxValue - 1).ArrayOf(Steps).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20261121, 7), Prop.ForAll(steps, numbers => AgreeAsync(numbers).GetAwaiter().GetResult()));
    }

    private static async Task<bool> AgreeAsync(int[] steps)
    {
        var disk = new SimulatedDisk();
        var changes = new List<CommittedChange>();
        for (var part = 0; part < 3; part++)
        {
            await using var store = await Scenario.OpenAsync(disk);
            await Survival.CheckContentsAsync(store, changes);
            foreach (var step in steps.Skip(part * Steps / 3).Take(Steps / 3)) await ApplyAsync(store, step, changes);
            await store.WhenIdleAsync();
            await Survival.CheckContentsAsync(store, changes);
            Assert.Equal(changes.Select(GraphJson.ToUtf8), (await store.ReadChangesAsync(0, CancellationToken.None).ToListAsync()).Select(GraphJson.ToUtf8));
        }
        await CheckWithoutSnapshotsAsync(disk, changes);
        return true;
    }

    private static async Task CheckWithoutSnapshotsAsync(SimulatedDisk disk, List<CommittedChange> changes)
    {
        var journalOnly = SimulatedDisk.Of(disk.Shown.Where(pair => !pair.Key.EndsWith(".pgs", StringComparison.Ordinal)).Select(pair => (pair.Key, pair.Value.Shown)));
        await using var store = await Scenario.OpenAsync(journalOnly);
        await Survival.CheckContentsAsync(store, changes);
        foreach (var id in Enumerable.Range(0, Names).Select(name => PlanId($"p{name}")))
        {
            var expected = changes.Where(change => change.ChangeSet.Operations.Any(operation => Touches(operation, id))).Select(change => change.Seq).Reverse();
            Assert.Equal(expected, (await store.GetHistoryAsync(id, 1000, CancellationToken.None)).Select(change => change.Seq));
        }
    }

    private static bool Touches(Operation operation, NodeId id) => operation switch
    {
        PutNode put => put.Node.Id == id,
        RemoveNode remove => remove.Id == id,
        PutRelation put => put.Relation.From == id || put.Relation.To == id,
        RemoveRelation remove => remove.From == id || remove.To == id,
        _ => false,
    };

    /// <summary>One change set of one to three operations chosen by the number; versions are right, wrong or none.</summary>
    private static async Task ApplyAsync(EmbeddedStore store, int step, List<CommittedChange> changes)
    {
        var random = new Random(step);
        var model = GraphSnapshot.Empty.With(changes);
        var operations = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Operation(random, model)).DistinctBy(operation => operation.Element);
        var result = await store.ApplyAsync(Set([.. operations]), CancellationToken.None);
        if (result is ApplyResult.Applied applied) changes.Add(applied.Change);
    }

    private static Operation Operation(Random random, GraphSnapshot model)
    {
        var (a, b) = ($"p{random.Next(Names)}", $"p{random.Next(Names)}");
        var relation = PartOf(a, b) with { Reason = random.Next(2) == 0 ? null : $"fordi {random.Next(9)}" };
        var nodeVersion = Seen(random, model.Find(PlanId(a))?.Version);
        var relationVersion = Seen(random, model.Out(PlanId(a)).FirstOrDefault(one => one.Key == relation.Key)?.Version);
        return random.Next(6) switch
        {
            0 or 1 => Put(Plan(a, $"Plan {random.Next(99)}", random.Next(3) == 0 ? new string('æ', random.Next(400)) : null), nodeVersion),
            2 => Remove(PlanId(a), nodeVersion),
            3 or 4 => Put(relation, relationVersion),
            _ => Remove(relation, relationVersion),
        };
    }

    private static long Seen(Random random, long? version) => random.Next(10) == 0 ? random.Next(3) : version ?? 0;
}
