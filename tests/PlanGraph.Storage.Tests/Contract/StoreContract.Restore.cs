using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Moving;
using PlanGraph.Storage.Tests.Moving;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_restored_history_is_as_it_was_and_goes_on()
    {
        var changes = Histories.Small();
        await Store.RestoreAsync(changes, head: 6, Ct);

        Assert.Equal(changes.Select(GraphJson.ToUtf8), (await ChangesAsync(0)).Select(GraphJson.ToUtf8));
        var expected = GraphSnapshot.Empty.With(changes);
        var (seq, nodes, relations) = await EverythingAsync();
        Assert.Equal(6, seq);
        Assert.Equal(expected.Nodes.OrderBy(node => node.Id).Select(GraphJson.ToUtf8), nodes.Select(GraphJson.ToUtf8));
        Assert.Equal(expected.Relations.OrderBy(relation => relation.Key).Select(GraphJson.ToUtf8), relations.Select(GraphJson.ToUtf8));
        Assert.Equal([6, 5, 4, 3, 1], await HistoryAsync("a", 10));
        Assert.Equal(["plan/a"], (await Store.SearchAsync(new SearchQuery("kulturplan"), Ct)).Hits.Select(hit => hit.Node.Id.Value));
        Assert.Equal(7, (await Store.ApplyAsync(Put(Plan("a", "Videre"), 1))).Seq);
        Assert.Equal(2, (await Store.ApplyAsync(changes[1].ChangeSet)).Seq);
    }

    [Fact]
    public async Task A_history_that_is_restored_in_parts_is_not_written_to_before_it_is_whole()
    {
        var changes = Histories.Small();
        foreach (var part in changes.Chunk(2))
        {
            Assert.Equal(part[0].Seq - 1, await Store.GetHeadAsync(Ct));
            await Store.RestoreAsync(part, head: 6, Ct);
            if (part[^1].Seq == 6) break;
            Assert.Equal("store.restoring", Assert.Single((await Store.RefusedAsync(Put(Plan("annen")))).Problems).Key);
            var health = await Store.CheckHealthAsync(Ct);
            Assert.Equal((true, false, "store.restoring"), (health.CanRead, health.CanWrite, health.Problem?.Key));
        }
        Assert.True((await Store.CheckHealthAsync(Ct)).CanWrite);
        Assert.Equal(changes.Select(GraphJson.ToUtf8), (await ChangesAsync(0)).Select(GraphJson.ToUtf8));
        Assert.Equal(7, (await Store.ApplyAsync(Put(Plan("annen")))).Seq);
    }

    [Fact]
    public async Task A_store_that_came_to_its_head_is_told_so_by_an_empty_part()
    {
        await Store.RestoreAsync(Histories.Small(), head: 7, Ct);
        await Store.RestoreAsync([], head: 6, Ct);
        Assert.True((await Store.CheckHealthAsync(Ct)).CanWrite);
    }

    [Fact]
    public async Task A_history_is_not_restored_into_a_store_that_has_one()
    {
        await Store.ApplyAsync(Put(Plan("egen")));
        await Assert.ThrowsAsync<StoreException>(() => Store.RestoreAsync([.. Histories.Small().Skip(1)], head: 6, Ct));
        await Assert.ThrowsAsync<StoreException>(() => Store.RestoreAsync([], head: 6, Ct));
        Assert.Equal(1, await Store.GetHeadAsync(Ct));
        await Store.ApplyAsync(Put(Plan("egen", "Ny"), 1));
    }

    [Fact]
    public async Task Changes_that_do_not_follow_are_not_restored()
    {
        var changes = Histories.Small();
        await Store.RestoreAsync([changes[0]], head: 6, Ct);
        await Assert.ThrowsAsync<StoreException>(() => Store.RestoreAsync([changes[2]], head: 6, Ct));
        await Assert.ThrowsAsync<StoreException>(() => Store.RestoreAsync([changes[0]], head: 6, Ct));
        await Assert.ThrowsAsync<StoreException>(() => Store.RestoreAsync([changes[1] with { ChangeSet = Set(Put(Plan("a", "Feil"), 7)) }], head: 6, Ct));
        await Assert.ThrowsAsync<StoreException>(() => Store.RestoreAsync([changes[1] with { ChangeSet = Set(Put(PartOf("a", "borte"))) }], head: 6, Ct));
        Assert.Equal(1, await Store.GetHeadAsync(Ct));
        await Store.RestoreAsync([.. changes.Skip(1)], head: 6, Ct);
        Assert.Equal(changes.Select(GraphJson.ToUtf8), (await ChangesAsync(0)).Select(GraphJson.ToUtf8));
    }

    [Fact]
    public async Task An_import_that_is_stopped_goes_on_when_it_is_done_again_and_the_store_takes_nothing_else_before()
    {
        var file = await Histories.FileAsync(Histories.Long());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HistoryImport.RunAsync(Store, new MemoryStream(file), "fil", (_, _) => stop.Cancel(), stop.Token));
        var head = await Store.GetHeadAsync(Ct);
        Assert.InRange(head, 1, 2499);
        Assert.Equal("store.restoring", Assert.Single((await Store.RefusedAsync(Put(Plan("annen")))).Problems).Key);
        var other = await Histories.FileAsync([.. Histories.Small()]);
        Assert.IsType<HistoryImportOutcome.OtherUnfinished>(await HistoryImport.RunAsync(Store, new MemoryStream(other), "fil", (_, _) => { }, Ct));

        var outcome = await HistoryImport.RunAsync(Store, new MemoryStream(file), "fil", (_, _) => { }, Ct);

        Assert.Equal(new HistoryImportOutcome.Done(new HistoryTotals(2500, 2500, 50, 0), head), outcome);
        Assert.Equal(file, await Histories.ExportAsync(Store));
        Assert.IsType<HistoryImportOutcome.AlreadyThere>(await HistoryImport.RunAsync(Store, new MemoryStream(file), "fil", (_, _) => { }, Ct));
        Assert.Equal(2501, (await Store.ApplyAsync(Put(Plan("annen")))).Seq);
        Assert.Equal(new HistoryImportOutcome.NotEmpty(2501), await HistoryImport.RunAsync(Store, new MemoryStream(file), "fil", (_, _) => { }, Ct));
    }
}
