using PlanGraph.Domain.Graph;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Depth_0_gives_the_seeds_in_their_order_and_the_relations_among_them()
    {
        await StarAsync();
        var answer = await AroundAsync(["b", "midt", "borte", "b"], depth: 0);
        Assert.Equal(["plan/b", "plan/midt"], Ids(answer));
        Assert.Equal(["PART_OF:plan/b>plan/midt"], answer.Relations.Select(relation => relation.Key.ToString()));
        Assert.Empty(answer.LeftOut);
    }

    [Fact]
    public async Task Nodes_come_by_distance_and_then_id_whichever_way_the_relations_point()
    {
        await StarAsync();
        Assert.Equal(["plan/midt", "goal/m", "plan/a", "plan/b", "plan/c"], Ids(await AroundAsync(["midt"], depth: 1)));
        Assert.Equal(["plan/midt", "goal/m", "plan/a", "plan/b", "plan/c", "plan/fjern"], Ids(await AroundAsync(["midt"], depth: 2)));
        Assert.Equal(["plan/fjern", "plan/a", "plan/midt", "goal/m", "plan/b", "plan/c"], Ids(await AroundAsync(["fjern"], depth: 4)));
    }

    [Fact]
    public async Task A_node_stands_at_its_distance_from_the_nearest_seed()
    {
        await StarAsync();
        Assert.Equal(["plan/midt", "plan/fjern", "goal/m", "plan/a", "plan/b", "plan/c"], Ids(await AroundAsync(["midt", "fjern"], depth: 2)));
    }

    [Fact]
    public async Task All_relations_among_the_nodes_come_in_the_order_of_their_keys()
    {
        await StarAsync();
        await Store.ApplyAsync(Put(PartOf("c", "a")), Put(Relate(RelationType.Replaces, PlanId("c"), PlanId("a"))));
        var answer = await AroundAsync(["midt"], depth: 1);
        Assert.Equal(
            ["PART_OF:plan/a>plan/midt", "PART_OF:plan/b>plan/midt", "PART_OF:plan/c>plan/a", "REPLACES:plan/c>plan/a", "PART_OF:plan/c>plan/midt", "ANCHORED_IN:plan/midt>goal/m"],
            answer.Relations.Select(relation => relation.Key.ToString()));
    }

    [Fact]
    public async Task Only_the_types_asked_for_are_walked_and_returned()
    {
        await StarAsync();
        await Store.ApplyAsync(Put(Relate(RelationType.Replaces, PlanId("a"), PlanId("b"))));
        var answer = await Store.GetNeighbourhoodAsync(new NeighbourhoodQuery([PlanId("a")], 2, Types: [RelationType.Replaces, RelationType.AnchoredIn]), Ct);
        Assert.Equal(["plan/a", "plan/b"], Ids(answer));
        Assert.Equal(["REPLACES:plan/a>plan/b"], answer.Relations.Select(relation => relation.Key.ToString()));
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_reached_but_seeds_are_always_in()
    {
        await StarAsync();
        var answer = await Store.GetNeighbourhoodAsync(new NeighbourhoodQuery([PlanId("midt")], 2, Kinds: [NodeKind.Goal]), Ct);
        Assert.Equal(["plan/midt", "goal/m"], Ids(answer));
        Assert.Equal([new RelationCount(PlanId("midt"), RelationType.AnchoredIn, true, 1)], answer.Degrees);
    }

    [Fact]
    public async Task Bookkeeping_is_reached_only_when_asked_for()
    {
        await Store.ApplyAsync(Put(Plan("a")), Put(Finding("f")), Put(Relate(RelationType.About, NodeId.Parse("finding/f"), PlanId("a"))));
        Assert.Equal(["plan/a"], Ids(await AroundAsync(["a"], depth: 1)));
        var asked = await Store.GetNeighbourhoodAsync(new NeighbourhoodQuery([PlanId("a")], 1, Kinds: [NodeKind.Finding]), Ct);
        Assert.Equal(["plan/a", "finding/f"], Ids(asked));
        Assert.Equal([new RelationCount(PlanId("a"), RelationType.About, false, 1)], asked.Degrees);
    }

    [Fact]
    public async Task Degrees_count_all_relations_to_the_kinds_asked_for_by_type_and_direction()
    {
        await StarAsync();
        var answer = await Store.GetNeighbourhoodAsync(new NeighbourhoodQuery([PlanId("midt")], 1, Types: [RelationType.AnchoredIn]), Ct);
        Assert.Equal(
            [
                new RelationCount(PlanId("midt"), RelationType.PartOf, false, 3),
                new RelationCount(PlanId("midt"), RelationType.AnchoredIn, true, 1),
                new RelationCount(GoalId("m"), RelationType.AnchoredIn, false, 1),
            ],
            answer.Degrees);
    }

    [Fact]
    public async Task A_relation_to_itself_counts_in_both_directions_and_is_returned_once()
    {
        await Store.ApplyAsync(Put(Plan("a")), Put(PartOf("a", "a")));
        var answer = await AroundAsync(["a"], depth: 1, cap: 0);
        Assert.Equal([new RelationCount(PlanId("a"), RelationType.PartOf, true, 1), new RelationCount(PlanId("a"), RelationType.PartOf, false, 1)], answer.Degrees);
        Assert.Single(answer.Relations);
        Assert.Empty(answer.LeftOut);
    }

    [Fact]
    public async Task The_cap_takes_nearer_nodes_first_and_among_equals_by_relation_type_then_id()
    {
        await StarAsync();
        Assert.Equal(["plan/midt"], Ids(await AroundAsync(["midt"], depth: 2, cap: 0)));
        Assert.Equal(["plan/midt", "plan/a", "plan/b"], Ids(await AroundAsync(["midt"], depth: 2, cap: 2)));
        Assert.Equal(["plan/midt", "goal/m", "plan/a", "plan/b", "plan/c"], Ids(await AroundAsync(["midt"], depth: 2, cap: 4)));
    }

    [Fact]
    public async Task What_the_cap_leaves_out_is_counted_at_the_node_it_hangs_on()
    {
        await StarAsync();
        Assert.Equal(
            [
                new RelationCount(PlanId("midt"), RelationType.PartOf, false, 1),
                new RelationCount(PlanId("midt"), RelationType.AnchoredIn, true, 1),
                new RelationCount(PlanId("a"), RelationType.PartOf, true, 1),
            ],
            (await AroundAsync(["midt"], depth: 2, cap: 2)).LeftOut);
        Assert.Equal([new RelationCount(PlanId("a"), RelationType.PartOf, true, 1)], (await AroundAsync(["midt"], depth: 2, cap: 4)).LeftOut);
        Assert.Empty((await AroundAsync(["midt"], depth: 1, cap: 4)).LeftOut);
        Assert.Empty((await AroundAsync(["midt"], depth: 2, cap: 5)).LeftOut);
    }

    [Fact]
    public async Task A_neighbour_left_out_counts_once_for_each_type_and_direction_whatever_its_variants()
    {
        await Store.ApplyAsync(
            Put(Goal("x")), Put(Goal("y")), Put(Affects("x", "y", 1)), Put(Affects("x", "y", 1, "a")), Put(Affects("y", "x", 1)),
            Put(Relate(RelationType.SubgoalOf, GoalId("x"), GoalId("y"))));
        var answer = await Store.GetNeighbourhoodAsync(new NeighbourhoodQuery([GoalId("x")], 1, Cap: 0), Ct);
        Assert.Equal(
            [
                new RelationCount(GoalId("x"), RelationType.SubgoalOf, true, 1),
                new RelationCount(GoalId("x"), RelationType.Affects, true, 1),
                new RelationCount(GoalId("x"), RelationType.Affects, false, 1),
            ],
            answer.LeftOut);
        Assert.Equal(2, answer.Degrees.Single(count => count is { Type: RelationType.Affects, Outgoing: true }).Count);
    }

    [Fact]
    public async Task A_neighbourhood_outside_its_ranges_is_a_fault_of_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.GetNeighbourhoodAsync(new NeighbourhoodQuery([], 1), Ct));
        foreach (var (depth, cap) in new[] { (-1, 1), (5, 1), (1, -1), (1, 5001) })
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.GetNeighbourhoodAsync(new NeighbourhoodQuery([PlanId("a")], depth, Cap: cap), Ct));
    }

    /// <summary>a, b and c are parts of midt, midt is anchored in the goal m, and a is part of fjern as well.</summary>
    private Task<CommittedChange> StarAsync() => Store.ApplyAsync(
        Put(Plan("midt")), Put(Plan("c")), Put(Plan("b")), Put(Plan("a")), Put(Plan("fjern")), Put(Goal("m")), Put(PartOf("a", "midt")),
        Put(PartOf("b", "midt")), Put(PartOf("c", "midt")), Put(PartOf("a", "fjern")), Put(Relate(RelationType.AnchoredIn, PlanId("midt"), GoalId("m"))));

    private Task<Neighbourhood> AroundAsync(string[] plans, int depth, int cap = 500) =>
        Store.GetNeighbourhoodAsync(new NeighbourhoodQuery([.. plans.Select(PlanId)], depth, Cap: cap), Ct);

    private static IEnumerable<string> Ids(Neighbourhood answer) => answer.Nodes.Select(node => node.Id.Value);
}
