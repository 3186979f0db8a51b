using PlanGraph.Domain.Graph;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    /// <summary>How many change sets each of 64 tasks writes.</summary>
    protected virtual int WritesOfEachTask => 50;

    [Fact]
    public async Task Changes_come_in_order_after_a_number_as_they_were_applied()
    {
        var applied = new List<CommittedChange>();
        for (var i = 0; i < 5; i++) applied.Add(await Store.ApplyAsync(Put(Plan("a", $"Versjon {i}"), i)));
        Assert.Equal(applied.Select(GraphJson.ToUtf8), (await ChangesAsync(0)).Select(GraphJson.ToUtf8));
        Assert.Equal([4, 5], (await ChangesAsync(3)).Select(change => change.Seq));
        Assert.Empty(await ChangesAsync(5));
        Assert.Empty(await ChangesAsync(99));
    }

    [Fact]
    public async Task History_has_the_changes_of_a_node_and_of_relations_at_it_newest_first()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        await Store.ApplyAsync(Put(Plan("b")));
        await Store.ApplyAsync(Put(PartOf("a", "b")));
        await Store.ApplyAsync(Put(Plan("a", "Ny"), 1));
        await Store.ApplyAsync(Remove(PartOf("a", "b")));
        await Store.ApplyAsync(Remove(PlanId("b")));
        Assert.Equal([5, 4, 3, 1], await HistoryAsync("a", 10));
        Assert.Equal([6, 5, 3, 2], await HistoryAsync("b", 10));
        Assert.Equal([5, 4], await HistoryAsync("a", 2));
        Assert.Empty(await HistoryAsync("ukjent", 2));
    }

    [Fact]
    public async Task History_has_a_change_once_however_much_of_it_touched_the_node()
    {
        await Store.ApplyAsync(Put(Plan("a")), Put(Plan("b")), Put(PartOf("a", "b")), Put(PartOf("b", "a")), Put(PartOf("a", "a")));
        Assert.Equal([1], await HistoryAsync("a", 10));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task History_refuses_a_limit_outside_its_range(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.GetHistoryAsync(PlanId("a"), limit, Ct));

    [Fact]
    public async Task Everything_comes_in_the_order_of_ids_and_keys()
    {
        await Store.ApplyAsync(
            Put(Plan("b")), Put(Goal("z")), Put(Plan("a-b")), Put(Plan("a")), Put(Goal("a")), Put(PartOf("b", "a")), Put(PartOf("a", "b")),
            Put(Relate(RelationType.Replaces, PlanId("a"), PlanId("b"))), Put(Affects("z", "a", 1, "x")), Put(Affects("z", "a", 1)),
            Put(Relate(RelationType.AnchoredIn, PlanId("a-b"), GoalId("z"))));
        var (seq, nodes, relations) = await EverythingAsync();
        Assert.Equal(1, seq);
        Assert.Equal(["goal/a", "goal/z", "plan/a", "plan/a-b", "plan/b"], nodes.Select(node => node.Id.Value));
        Assert.Equal(relations.Select(relation => relation.Key).Order(), relations.Select(relation => relation.Key));
        Assert.Equal(
            ["AFFECTS:goal/z>goal/a", "AFFECTS:goal/z>goal/a#x", "PART_OF:plan/a>plan/b", "REPLACES:plan/a>plan/b", "ANCHORED_IN:plan/a-b>goal/z", "PART_OF:plan/b>plan/a"],
            relations.Select(relation => relation.Key.ToString()));
    }

    [Fact]
    public async Task Everything_is_as_it_was_at_its_change_whatever_is_written_while_it_is_read()
    {
        await Store.ApplyAsync(Put(Plan("a", "Før")), Put(Plan("b")), Put(PartOf("a", "b")));
        var contents = await Store.ReadAllAsync(Ct);
        await Store.ApplyAsync(Put(Plan("a", "Etter"), 1), Put(Plan("c")), Remove(PartOf("a", "b")));
        Assert.Equal(1, contents.Seq);
        Assert.Equal(["Før", "Plan b"], (await contents.Nodes.ToListAsync(Ct)).Select(node => node.Title));
        Assert.Single(await contents.Relations.ToListAsync(Ct));
    }

    [Fact]
    public async Task Nodes_come_in_the_order_asked_for_each_once_and_without_those_that_do_not_exist()
    {
        await Store.ApplyAsync(Put(Plan("a")), Put(Plan("b")), Put(Finding("f")));
        var nodes = await Store.GetNodesAsync([PlanId("b"), PlanId("borte"), NodeId.Parse("finding/f"), PlanId("a"), PlanId("b")], Ct);
        Assert.Equal(["plan/b", "finding/f", "plan/a"], nodes.Select(node => node.Id.Value));
        Assert.Empty(await Store.GetNodesAsync([], Ct));
    }

    [Fact]
    public async Task Many_writers_at_once_get_numbers_without_gaps_and_each_answer_can_be_read()
    {
        const int Writers = 64;
        var changes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var seqs = new List<long>();
            for (var i = 0; i < WritesOfEachTask; i++)
            {
                var plan = Plan($"w{writer}", $"Skriver {writer}, {i}");
                seqs.Add((await Store.ApplyAsync(Put(plan, i))).Seq);
                Assert.True((await NodeAsync(plan.Id))!.Version >= i + 1);
            }
            Assert.Equal(seqs.Order(), seqs);
            return seqs;
        }, Ct)));
        var total = Writers * WritesOfEachTask;
        Assert.Equal(Enumerable.Range(1, total).Select(seq => (long)seq), changes.SelectMany(seqs => seqs).Order());
        Assert.Equal(total, await Store.GetHeadAsync(Ct));
        var kept = await ChangesAsync(0);
        Assert.Equal(Enumerable.Range(1, total).Select(seq => (long)seq), kept.Select(change => change.Seq));
        var replayed = GraphSnapshot.Empty.With(kept);
        var (_, nodes, _) = await EverythingAsync();
        Assert.Equal(nodes.Select(GraphJson.ToUtf8), replayed.Nodes.OrderBy(node => node.Id).Select(GraphJson.ToUtf8));
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_change_set()
    {
        await Store.ApplyAsync(Put(Plan("a", "0")), Put(Plan("b", "0")));
        using var done = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var seen = 0;
            while (!done.IsCancellationRequested)
            {
                var nodes = await Store.GetNodesAsync([PlanId("a"), PlanId("b")], Ct);
                Assert.Equal(nodes[0].Title, nodes[1].Title);
                seen++;
            }
            return seen;
        }, Ct);
        for (var i = 1; i <= 30; i++) await Store.ApplyAsync(Put(Plan("a", $"{i}"), i), Put(Plan("b", $"{i}"), i));
        await done.CancelAsync();
        Assert.True(await reader > 0);
    }

    [Fact]
    public async Task A_store_in_order_can_be_read_and_written()
    {
        var health = await Store.CheckHealthAsync(Ct);
        Assert.True(health.CanRead);
        Assert.True(health.CanWrite);
        Assert.Null(health.Problem);
        Assert.NotEmpty(health.Details);
    }

    private async Task<IEnumerable<long>> HistoryAsync(string plan, int limit) =>
        (await Store.GetHistoryAsync(PlanId(plan), limit, Ct)).Select(change => change.Seq);
}
