using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_change_made_against_an_older_version_tells_what_happened_since()
    {
        await Store.ApplyAsync(Put(Plan("a", "En")));
        await Store.ApplyAsync(Set(Put(Plan("a", "To"), 1)) with { Actor = "ann", Reason = "grunn 2" });
        await Store.ApplyAsync(Put(Plan("b")));
        await Store.ApplyAsync(Set(Put(Plan("a", "Tre"), 2)) with { Actor = "per", Reason = "grunn 3" });
        var conflict = await Store.ConflictAsync(Put(Plan("a", "Min"), 1));
        Assert.Equal(("plan/a", 1, 3), (conflict.Element, conflict.ExpectedVersion, conflict.ActualVersion));
        Assert.Equal([(2, "ann", "grunn 2"), (4, "per", "grunn 3")], conflict.Since.Select(note => (note.Seq, note.Actor, note.Reason)));
        Assert.Equal(("En", 1), (conflict.Before!.Title, conflict.Before.Version));
        Assert.Equal(("Tre", 3), (conflict.Current!.Title, conflict.Current.Version));
        Assert.Equal("Tre", (await NodeAsync(PlanId("a")))!.Title);
    }

    [Fact]
    public async Task A_node_that_two_authors_create_conflicts_for_the_second()
    {
        await Store.ApplyAsync(Put(Plan("a", "Din")));
        var conflict = await Store.ConflictAsync(Put(Plan("a", "Min")));
        Assert.Equal((0, 1), (conflict.ExpectedVersion, conflict.ActualVersion));
        Assert.Equal([1], conflict.Since.Select(note => note.Seq));
        Assert.Null(conflict.Before);
        Assert.Equal("Din", conflict.Current!.Title);
    }

    [Fact]
    public async Task A_change_of_a_node_that_has_been_removed_shows_it_as_it_was()
    {
        await Store.ApplyAsync(Put(Plan("a", "Fjernet siden")));
        await Store.ApplyAsync(Remove(PlanId("a")));
        var conflict = await Store.ConflictAsync(Put(Plan("a"), 1));
        Assert.Equal((1, 0), (conflict.ExpectedVersion, conflict.ActualVersion));
        Assert.Equal([2], conflict.Since.Select(note => note.Seq));
        Assert.Equal("Fjernet siden", conflict.Before!.Title);
        Assert.Null(conflict.Current);
    }

    [Fact]
    public async Task An_author_who_saw_none_is_told_what_came_after_the_last_time_there_was_none()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        await Store.ApplyAsync(Remove(PlanId("a")));
        await Store.ApplyAsync(Put(Plan("a", "Ny")));
        await Store.ApplyAsync(Put(Plan("a", "Nyere"), 1));
        var conflict = await Store.ConflictAsync(Put(Plan("a")));
        Assert.Equal([3, 4], conflict.Since.Select(note => note.Seq));
    }

    [Fact]
    public async Task A_version_that_never_was_conflicts_and_nothing_came_after_it()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        var conflict = await Store.ConflictAsync(Put(Plan("a"), 9));
        Assert.Equal((9, 1), (conflict.ExpectedVersion, conflict.ActualVersion));
        Assert.Empty(conflict.Since);
        Assert.Null(conflict.Before);
        Assert.NotNull(conflict.Current);
        Assert.Equal((1, 0), Versions(await Store.ConflictAsync(Remove(PlanId("borte")))));

        static (long, long) Versions(VersionConflict conflict) => (conflict.ExpectedVersion, conflict.ActualVersion);
    }

    [Fact]
    public async Task A_relation_conflicts_by_its_key_and_has_no_node_to_show()
    {
        await Store.ApplyAsync(Put(Goal("x")), Put(Goal("y")), Put(Affects("x", "y", 1)));
        await Store.ApplyAsync(Put(Goal("x", "Rørt"), 1));
        await Store.ApplyAsync(Put(Affects("x", "y", 2), 1));
        var conflict = await Store.ConflictAsync(Remove(Affects("x", "y", 0), 1));
        Assert.Equal(("AFFECTS:goal/x>goal/y", 1, 2), (conflict.Element, conflict.ExpectedVersion, conflict.ActualVersion));
        Assert.Equal([3], conflict.Since.Select(note => note.Seq));
        Assert.Null(conflict.Before);
        Assert.Null(conflict.Current);
    }

    [Fact]
    public async Task All_conflicts_are_listed_in_the_order_of_the_operations_and_nothing_is_applied()
    {
        await Store.ApplyAsync(Put(Plan("a")), Put(Plan("b")), Put(PartOf("a", "b")));
        var conflicted = await Store.ConflictsAsync(Put(Plan("ny")), Put(PartOf("a", "b")), Put(Plan("b"), 1), Put(Plan("a"), 4));
        Assert.Equal(["PART_OF:plan/a>plan/b", "plan/a"], conflicted.Conflicts.Select(conflict => conflict.Element));
        Assert.Null(await NodeAsync(PlanId("ny")));
        Assert.Equal(1, (await NodeAsync(PlanId("b")))!.Version);
    }

    [Fact]
    public async Task A_conflict_is_told_before_a_broken_existence_rule()
    {
        await Store.ApplyAsync(Put(Plan("a")), Put(Plan("b")), Put(PartOf("a", "b")));
        Assert.Equal("plan/a", (await Store.ConflictAsync(Remove(PlanId("a"), 7))).Element);
    }

    [Fact]
    public async Task Of_many_authors_at_once_exactly_one_wins_each_round()
    {
        const int Authors = 64;
        for (var round = 0; round < RaceRounds; round++)
        {
            var expected = round;
            var results = await Task.WhenAll(Enumerable.Range(0, Authors).Select(author =>
                Task.Run(() => Store.ApplyAsync(Set(Put(Plan("a", $"Runde {expected}, {author}"), expected)), Ct))));
            Assert.Single(results.OfType<ApplyResult.Applied>());
            Assert.Equal(Authors - 1, results.OfType<ApplyResult.Conflicted>().Count());
        }
        Assert.Equal(RaceRounds, (await NodeAsync(PlanId("a")))!.Version);
    }

    /// <summary>How many races of 64 authors; fewer for a store that answers over a network.</summary>
    protected virtual int RaceRounds => 200;
}
