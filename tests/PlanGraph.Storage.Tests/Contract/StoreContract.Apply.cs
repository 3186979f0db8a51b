using PlanGraph.Domain.Graph;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task An_empty_store_has_nothing_and_says_so()
    {
        Assert.Equal(0, await Store.GetHeadAsync(Ct));
        var (seq, nodes, relations) = await EverythingAsync();
        Assert.Equal(0, seq);
        Assert.Empty(nodes);
        Assert.Empty(relations);
        Assert.Empty(await ChangesAsync(0));
        Assert.Empty(await Store.GetHistoryAsync(PlanId("a"), 10, Ct));
    }

    [Fact]
    public async Task A_new_node_gets_version_1_and_the_first_sequence_number()
    {
        var change = await Store.ApplyAsync(Put(Plan("a")));
        Assert.Equal(1, change.Seq);
        Assert.Equal(1, Assert.IsType<PutNode>(Assert.Single(change.ChangeSet.Operations)).Node.Version);
        Assert.Equal(1, (await NodeAsync(PlanId("a")))!.Version);
        Assert.Equal(1, await Store.GetHeadAsync(Ct));
    }

    [Fact]
    public async Task A_version_that_the_author_sends_is_not_used()
    {
        await Store.ApplyAsync(Put(Plan("a") with { Version = 77 }));
        Assert.Equal(1, (await NodeAsync(PlanId("a")))!.Version);
    }

    [Fact]
    public async Task A_replaced_node_has_one_version_more_and_only_its_new_content()
    {
        await Store.ApplyAsync(Put(Plan("a", text: "gammel")));
        await Store.ApplyAsync(Put(Plan("a", "Ny tittel"), 1));
        var node = (await NodeAsync(PlanId("a")))!;
        Assert.Equal((2, "Ny tittel", null), (node.Version, node.Title, node.Text));
    }

    [Fact]
    public async Task Every_value_of_a_node_and_a_relation_comes_back_as_it_was_put()
    {
        var plan = Plan("a", "Klima- og energistrategi «Bærum 2030» \u2028 😀", "Linje 1\nLinje 2\t\"sitat\" \\ <b>") with
        {
            Type = PlanType.Temaplan,
            Status = PlanStatus.Adopted,
            StatusPrinted = "Vedtatt 17. og 18.04.18",
            Adopted = new PrintedDate("17. og 18.04.18", new DateOnly(2018, 4, 17), Uncertain: true),
            Period = new Period(2018, 2030, "2018-2030"),
            CouncilDecision = CouncilDecision.Revise,
            Sources = [new Source("Planstrategi", "tabell 2, rad 7"), new Source("Lysark", "3", Basis.Judged, "Kommunedirektøren")],
            Link = "https://example.org/plan?x=1&y=æ",
        };
        var affects = Affects("x", "y", -3, "klima") with { Reason = "Tar areal", ScoredBy = "Klima", Sources = [new Source("Notat", "s. 3")] };
        await Store.ApplyAsync(Put(plan), Put(Goal("x")), Put(Goal("y")), Put(affects));
        var (_, nodes, relations) = await EverythingAsync();
        Assert.True(GraphJson.SameContent(plan, nodes.Single(node => node.Id == plan.Id)));
        Assert.True(GraphJson.SameContent(affects, Assert.Single(relations)));
    }

    [Fact]
    public async Task Relations_of_one_type_and_ends_stand_beside_each_other_by_variant()
    {
        await Store.ApplyAsync(Put(Goal("x")), Put(Goal("y")), Put(Affects("x", "y", 1)), Put(Affects("x", "y", -2, "klima")), Put(Affects("x", "y", 3, "areal")));
        var (_, _, relations) = await EverythingAsync();
        Assert.Equal([null, "areal", "klima"], relations.Select(relation => relation.Variant));
    }

    [Fact]
    public async Task A_relation_is_replaced_and_removed_by_its_version()
    {
        await Store.ApplyAsync(Put(Goal("x")), Put(Goal("y")), Put(Affects("x", "y", 1)));
        await Store.ApplyAsync(Put(Affects("x", "y", 2), 1));
        var (_, _, relations) = await EverythingAsync();
        Assert.Equal((2, 2), (Assert.Single(relations).Score, relations[0].Version));
        await Store.ApplyAsync(Remove(Affects("x", "y", 0), 2));
        Assert.Empty((await EverythingAsync()).Relations);
    }

    [Fact]
    public async Task A_change_set_is_applied_in_any_order_of_its_operations()
    {
        await Store.ApplyAsync(Put(PartOf("a", "b")), Put(Plan("b")), Put(Plan("a")));
        await Store.ApplyAsync(Remove(PlanId("a")), Remove(PartOf("a", "b")), Remove(PlanId("b")));
        var (_, nodes, relations) = await EverythingAsync();
        Assert.Empty(nodes);
        Assert.Empty(relations);
    }

    [Fact]
    public async Task A_removed_node_can_be_made_again_at_version_1()
    {
        await Store.ApplyAsync(Put(Plan("a", "Første")));
        await Store.ApplyAsync(Remove(PlanId("a")));
        Assert.Null(await NodeAsync(PlanId("a")));
        await Store.ApplyAsync(Put(Plan("a", "Annen")));
        Assert.Equal((1, "Annen"), ((await NodeAsync(PlanId("a")))!.Version, (await NodeAsync(PlanId("a")))!.Title));
    }

    [Fact]
    public async Task A_change_set_that_breaks_a_rule_is_refused_whole_with_every_problem()
    {
        var refused = await Store.RefusedAsync(Put(Plan("god")), Put(Plan("a", " ")), Put(Affects("x", "y", 4)));
        Assert.Equal(["rules.titleMissing", "rules.score"], refused.Problems.Select(problem => problem.Key));
        Assert.Null(await NodeAsync(PlanId("god")));
        Assert.Equal(0, await Store.GetHeadAsync(Ct));
    }

    [Fact]
    public async Task An_empty_change_set_and_one_that_names_an_element_twice_are_refused()
    {
        Assert.Contains((await Store.RefusedAsync()).Problems, problem => problem.Key == "rules.emptyChangeSet");
        Assert.Contains((await Store.RefusedAsync(Put(Plan("a")), Put(Plan("a"), 1))).Problems, problem => problem.Key == "rules.elementTwice");
    }

    [Fact]
    public async Task A_relation_to_a_node_that_does_not_exist_is_refused_and_names_both()
    {
        await Store.ApplyAsync(Put(Plan("a")));
        var problem = Assert.Single((await Store.RefusedAsync(Put(PartOf("a", "borte")))).Problems);
        Assert.Equal(Sentence.Of("rules.endMissing", ("relation", PartOf("a", "borte").Key), ("node", PlanId("borte"))), problem);
    }

    [Fact]
    public async Task A_relation_to_a_node_that_the_same_change_set_removes_is_refused()
    {
        await Store.ApplyAsync(Put(Plan("a")), Put(Plan("b")));
        var refused = await Store.RefusedAsync(Remove(PlanId("b")), Put(PartOf("a", "b")));
        Assert.Contains(refused.Problems, problem => problem.Key == "rules.endMissing" && problem.Args["node"] == "plan/b");
        Assert.NotNull(await NodeAsync(PlanId("b")));
    }

    [Fact]
    public async Task A_node_that_still_has_relations_is_not_removed_and_the_answer_counts_them()
    {
        await Store.ApplyAsync(Put(Plan("a")), Put(Plan("b")), Put(Plan("c")), Put(PartOf("a", "b")), Put(PartOf("b", "c")), Put(PartOf("c", "a")));
        var problem = Assert.Single((await Store.RefusedAsync(Remove(PlanId("b")), Remove(PartOf("a", "b")))).Problems);
        Assert.Equal(Sentence.Of("rules.nodeStillRelated", ("element", PlanId("b")), ("count", 1)), problem);
        Assert.Equal(3, (await EverythingAsync()).Relations.Count);
    }

    [Fact]
    public async Task A_relation_from_a_node_to_itself_counts_once_when_the_node_is_removed()
    {
        await Store.ApplyAsync(Put(Plan("a")), Put(PartOf("a", "a")));
        Assert.Equal("1", Assert.Single((await Store.RefusedAsync(Remove(PlanId("a")))).Problems).Args["count"]);
        await Store.ApplyAsync(Remove(PlanId("a")), Remove(PartOf("a", "a")));
        Assert.Empty((await EverythingAsync()).Nodes);
    }

    [Fact]
    public async Task Removing_what_neither_the_author_saw_nor_the_store_has_is_refused()
    {
        await Store.ApplyAsync(Put(Plan("a")), Put(Plan("b")));
        var refused = await Store.RefusedAsync(Remove(PlanId("borte"), 0), Remove(PartOf("a", "b"), 0));
        Assert.Equal(["rules.nothingToRemove", "rules.nothingToRemove"], refused.Problems.Select(problem => problem.Key));
    }

    [Fact]
    public async Task A_repeated_change_set_is_answered_as_the_first_time_and_not_applied_again()
    {
        var changeSet = Set(Put(Plan("a")));
        var first = await Store.ApplyAsync(changeSet);
        await Store.ApplyAsync(Put(Plan("a", "Endret siden"), 1));
        var again = await Store.ApplyAsync(changeSet);
        Assert.Equal(first.Seq, again.Seq);
        Assert.Equal(GraphJson.ToUtf8(first), GraphJson.ToUtf8(again));
        Assert.Equal(2, await Store.GetHeadAsync(Ct));
        Assert.Equal("Endret siden", (await NodeAsync(PlanId("a")))!.Title);
    }

    [Fact]
    public async Task A_change_set_that_was_refused_may_be_tried_again_under_its_id()
    {
        var changeSet = Set(Put(PartOf("a", "b")));
        Assert.IsType<ApplyResult.Refused>(await Store.ApplyAsync(changeSet, Ct));
        await Store.ApplyAsync(Put(Plan("a")), Put(Plan("b")));
        Assert.Equal(2, (await Store.ApplyAsync(changeSet)).Seq);
    }

    [Fact]
    public async Task A_cancelled_caller_gets_no_answer()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ApplyAsync(Set(Put(Plan("a"))), new CancellationToken(canceled: true)));
        Assert.Equal(0, await Store.GetHeadAsync(Ct));
    }
}
