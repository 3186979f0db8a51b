using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Embedded.Simulation;

/// <summary>What must hold of a store that is opened after something went wrong.</summary>
internal static class Survival
{
    /// <summary>Opens the disk, checks it against what was tried, writes once more, and opens and checks again.</summary>
    public static async Task CheckAsync(SimulatedDisk disk, IReadOnlyList<(ChangeSet ChangeSet, Outcome Outcome)> tried)
    {
        List<CommittedChange> found;
        var after = Set(Put(Plan("etterpaa")));
        await using (var store = await Scenario.OpenAsync(disk))
        {
            found = await CheckAsync(store, tried);
            found.Add(await store.ApplyAsync(after));
        }
        await using var again = await Scenario.OpenAsync(disk);
        Assert.Equal(found.Select(GraphJson.ToUtf8), (await again.ReadChangesAsync(0, CancellationToken.None).ToListAsync()).Select(GraphJson.ToUtf8));
        Assert.Equal(found[^1].Seq, (await again.ApplyAsync(after)).Seq);
    }

    public static async Task<List<CommittedChange>> CheckAsync(EmbeddedStore store, IReadOnlyList<(ChangeSet ChangeSet, Outcome Outcome)> tried)
    {
        var found = await store.ReadChangesAsync(0, CancellationToken.None).ToListAsync();
        Assert.Equal(Enumerable.Range(1, found.Count).Select(seq => (long)seq), found.Select(change => change.Seq));
        var ids = found.Select(change => change.ChangeSet.Id).ToHashSet();
        var expected = tried.Where(one => one.Outcome == Outcome.Acknowledged || (one.Outcome == Outcome.Unknown && ids.Contains(one.ChangeSet.Id)));
        Assert.Equal(
            expected.Select(one => GraphJson.ToUtf8(ExistenceRules.WithVersions(one.ChangeSet))), found.Select(change => GraphJson.ToUtf8(change.ChangeSet)));
        await CheckContentsAsync(store, found);
        return found;
    }

    /// <summary>The graph in memory is what its changes say.</summary>
    public static async Task CheckContentsAsync(EmbeddedStore store, List<CommittedChange> changes)
    {
        var model = GraphSnapshot.Empty.With(changes);
        var contents = await store.ReadAllAsync(CancellationToken.None);
        Assert.Equal(changes.Count, contents.Seq);
        Assert.Equal(model.Nodes.OrderBy(node => node.Id).Select(GraphJson.ToUtf8), (await contents.Nodes.ToListAsync()).Select(GraphJson.ToUtf8));
        Assert.Equal(
            model.Relations.OrderBy(relation => relation.Key).Select(GraphJson.ToUtf8), (await contents.Relations.ToListAsync()).Select(GraphJson.ToUtf8));
    }
}
