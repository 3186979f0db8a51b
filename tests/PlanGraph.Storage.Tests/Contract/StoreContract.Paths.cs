using PlanGraph.Domain.Graph;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Paths_come_shortest_first_and_then_by_the_ids_along_them()
    {
        await LadderAsync();
        Assert.Equal(["a b z", "a c z", "a b c z", "a c b z", "a d e z"], await PathsAsync("a", "z", most: 20));
        Assert.Equal(["a b z", "a c z", "a b c z"], await PathsAsync("a", "z", most: 3));
        Assert.Equal(["a b z", "a c z"], await PathsAsync("a", "z", most: 20, longest: 2));
    }

    [Fact]
    public async Task Paths_have_the_relations_in_their_order_each_in_its_own_direction()
    {
        await LadderAsync();
        var path = Assert.Single(await Store.FindPathsAsync(new PathQuery(PlanId("z"), PlanId("a"), MaxPaths: 1), Ct));
        Assert.Equal(["plan/z", "plan/b", "plan/a"], path.Nodes.Select(node => node.Id.Value));
        Assert.Equal(["PART_OF:plan/b>plan/z", "PART_OF:plan/a>plan/b"], path.Relations.Select(relation => relation.Key.ToString()));
    }

    [Fact]
    public async Task Of_several_relations_between_two_nodes_the_first_by_key_stands_for_the_step()
    {
        await Store.ApplyAsync(
            Put(Plan("a")), Put(Plan("b")), Put(PartOf("b", "a")), Put(Relate(RelationType.Replaces, PlanId("a"), PlanId("b"))),
            Put(Relate(RelationType.Overlaps, PlanId("a"), PlanId("b"))));
        var path = Assert.Single(await Store.FindPathsAsync(new PathQuery(PlanId("a"), PlanId("b"), MaxPaths: 5), Ct));
        Assert.Equal(RelationType.Replaces, Assert.Single(path.Relations).Type);
    }

    [Fact]
    public async Task Paths_go_only_through_the_kinds_and_types_asked_for_but_the_ends_may_be_any()
    {
        await Store.ApplyAsync(
            Put(Plan("a")), Put(Plan("b")), Put(Goal("m")), Put(Finding("f")), Put(Relate(RelationType.About, NodeId.Parse("finding/f"), PlanId("a"))),
            Put(Relate(RelationType.About, NodeId.Parse("finding/f"), PlanId("b"))), Put(Relate(RelationType.AnchoredIn, PlanId("a"), GoalId("m"))),
            Put(Relate(RelationType.States, PlanId("b"), GoalId("m"))));
        var through = await Store.FindPathsAsync(new PathQuery(PlanId("a"), PlanId("b")), Ct);
        Assert.Equal(GoalId("m"), Assert.Single(through).Nodes[1].Id);
        Assert.Empty(await Store.FindPathsAsync(new PathQuery(PlanId("a"), PlanId("b"), Kinds: [NodeKind.Plan]), Ct));
        Assert.Empty(await Store.FindPathsAsync(new PathQuery(PlanId("a"), PlanId("b"), Types: [RelationType.AnchoredIn]), Ct));
        Assert.Single(await Store.FindPathsAsync(new PathQuery(NodeId.Parse("finding/f"), GoalId("m"), Kinds: [NodeKind.Plan], MaxPaths: 1), Ct));
    }

    [Fact]
    public async Task There_is_no_path_to_itself_nor_to_what_does_not_exist_nor_where_nothing_leads()
    {
        await LadderAsync();
        await Store.ApplyAsync(Put(Plan("alene")), Put(PartOf("alene", "alene")));
        Assert.Empty(await PathsAsync("a", "a"));
        Assert.Empty(await PathsAsync("a", "borte"));
        Assert.Empty(await PathsAsync("a", "alene"));
    }

    [Fact]
    public async Task Paths_are_those_that_trying_every_way_finds()
    {
        var random = new Random(20261121);
        var edges = new HashSet<(int, int)>();
        while (edges.Count < 26)
        {
            var (from, to) = (random.Next(12), random.Next(12));
            if (from != to) edges.Add((from, to));
        }
        await Store.ApplyAsync([
            .. Enumerable.Range(0, 12).Select(i => Put(Plan($"n{Number(i)}"))),
            .. edges.Select(edge => Put(PartOf($"n{Number(edge.Item1)}", $"n{Number(edge.Item2)}")))]);
        for (var to = 1; to < 12; to++)
        {
            var expected = EveryWay(edges, 0, to, 6).OrderBy(path => path.Length).ThenBy(path => string.Join(' ', path.Select(Number)), StringComparer.Ordinal)
                .Take(20).Select(path => string.Join(' ', path.Select(i => $"n{Number(i)}")));
            Assert.Equal(expected, await PathsAsync("n000", $"n{Number(to)}", most: 20));
        }
    }

    [Fact]
    public async Task A_path_question_outside_its_ranges_is_a_fault_of_the_caller()
    {
        foreach (var (most, longest) in new[] { (0, 1), (21, 1), (1, 0), (1, 9) })
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.FindPathsAsync(new PathQuery(PlanId("a"), PlanId("b"), most, longest), Ct));
    }

    private Task<CommittedChange> LadderAsync() => Store.ApplyAsync(
        Put(Plan("a")), Put(Plan("b")), Put(Plan("c")), Put(Plan("d")), Put(Plan("e")), Put(Plan("z")), Put(PartOf("a", "b")), Put(PartOf("b", "z")),
        Put(PartOf("c", "a")), Put(PartOf("z", "c")), Put(PartOf("b", "c")), Put(PartOf("a", "d")), Put(PartOf("d", "e")), Put(PartOf("e", "z")));

    private async Task<IEnumerable<string>> PathsAsync(string from, string to, int most = 3, int longest = 6) =>
        (await Store.FindPathsAsync(new PathQuery(PlanId(from), PlanId(to), most, longest), Ct)).Select(path => string.Join(' ', path.Nodes.Select(node => node.Id.Slug)));

    private static IEnumerable<int[]> EveryWay(HashSet<(int, int)> edges, int from, int to, int longest)
    {
        return Continue([from]);

        IEnumerable<int[]> Continue(int[] path)
        {
            if (path[^1] == to) return [path];
            if (path.Length > longest) return [];
            return Enumerable.Range(0, 12).Where(next => !path.Contains(next) && (edges.Contains((path[^1], next)) || edges.Contains((next, path[^1]))))
                .SelectMany(next => Continue([.. path, next]));
        }
    }
}
