using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Plans;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Plans;

public sealed class RedThreadTests
{
    private static RedThread Of(GraphBuilder builder, string plan = "plan/a") => RedThread.Of(builder.Snapshot(), builder.Anchoring(), NodeId.Parse(plan));

    [Fact]
    public void The_ways_up_come_shortest_first()
    {
        var thread = Of(new GraphBuilder().Samfunnsdel().Plan("a").Plan("b").Relate("plan/a", RelationType.PartOf, "plan/b")
            .Relate("plan/b", RelationType.AnchoredIn, "plan/samfunnsdel").Relate("plan/a", RelationType.AnchoredIn, "plan/samfunnsdel").Relate("plan/a", RelationType.Supports, "goal/hovedmal"));

        Assert.Equal(
            ["A → Samfunnsdel", "A → Hovedmal → Samfunnsdel", "A → B → Samfunnsdel"],
            thread.Up.OrderBy(chain => chain.Relations.Length).ThenBy(chain => chain.Nodes[1]).Select(chain => chain.Titles(
                new GraphBuilder().Samfunnsdel().Plan("a").Plan("b").Snapshot())));
        Assert.Equal(thread.Up.Select(chain => chain.Relations.Length).Order(), thread.Up.Select(chain => chain.Relations.Length));
    }

    [Fact]
    public void Ways_are_limited_in_number_and_pass_no_node_twice()
    {
        var builder = new GraphBuilder().Samfunnsdel().Plan("a");
        for (var i = 0; i < 30; i++)
        {
            builder.Plan($"m{i}").Relate("plan/a", RelationType.AnchoredIn, $"plan/m{i}").Relate($"plan/m{i}", RelationType.AnchoredIn, "plan/samfunnsdel")
                .Relate($"plan/m{i}", RelationType.PartOf, $"plan/m{(i + 1) % 30}");
        }

        var up = Of(builder).Up;

        Assert.Equal(RedThread.MostChains, up.Length);
        Assert.All(up, chain => Assert.Equal(chain.Nodes.Length, chain.Nodes.Distinct().Count()));
    }

    [Fact]
    public void Below_a_plan_hang_its_parts_and_what_it_states()
    {
        var down = Of(new GraphBuilder().Samfunnsdel().Plan("a").Plan("del").Plan("under").Measure("m").Strategy("s").Goal("g")
            .Relate("plan/del", RelationType.PartOf, "plan/a").Relate("plan/under", RelationType.AnchoredIn, "plan/a")
            .Relate("plan/a", RelationType.States, "measure/m").Relate("plan/a", RelationType.States, "strategy/s").Relate("plan/a", RelationType.States, "goal/g")).Down;

        Assert.Equal(("Del", "Under", "M", "S", "G"), (down.Parts.Single().Title, down.AnchoredHere.Single().Title, down.Measures.Single().Title, down.Strategies.Single().Title, down.Goals.Single().Title));
    }
}
