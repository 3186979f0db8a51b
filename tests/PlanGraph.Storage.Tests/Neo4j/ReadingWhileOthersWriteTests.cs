using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Tests.Neo4j;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Neo4j;

/// <summary>Answers that take several statements, while another server writes between and during them.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class ReadingWhileOthersWriteTests(Neo4jServer server)
{
    private const int Changes = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_neighbourhood_has_no_relation_to_a_node_that_is_not_in_it() => await WhileWritingAsync(async store =>
    {
        var around = await store.GetNeighbourhoodAsync(new NeighbourhoodQuery([PlanId("a"), PlanId("x")], 2), Ct);
        var there = around.Nodes.Select(node => node.Id).ToHashSet();
        Assert.All(around.Relations, relation => Assert.True(there.Contains(relation.From) && there.Contains(relation.To), relation.Key.ToString()));
        Assert.All(around.Degrees.Concat(around.LeftOut), count => Assert.Contains(count.Node, there));
        Assert.All(around.Nodes, AssertWhole);
    });

    [Fact]
    public async Task A_path_has_all_its_nodes_and_relations() => await WhileWritingAsync(async store =>
    {
        foreach (var path in await store.FindPathsAsync(new PathQuery(PlanId("a"), PlanId("b")), Ct))
        {
            Assert.Equal(path.Nodes.Count - 1, path.Relations.Count);
            Assert.All(path.Relations, (relation, i) => Assert.Equal(
                new[] { path.Nodes[i].Id, path.Nodes[i + 1].Id }.Order(), new[] { relation.From, relation.To }.Order()));
            Assert.All(path.Nodes, AssertWhole);
        }
    });

    [Fact]
    public async Task A_search_finds_each_node_once_and_whole() => await WhileWritingAsync(async store =>
    {
        var found = await store.SearchAsync(new SearchQuery("mellomledd"), Ct);
        Assert.Equal(found.Hits.Count, found.Hits.DistinctBy(hit => hit.Node.Id).Count());
        Assert.All(found.Hits, hit => AssertWhole(hit.Node));
    });

    /// <summary>Every text of a node is of the same change.</summary>
    private static void AssertWhole(Node node) => Assert.True(node.Text is null || node.Title.EndsWith(node.Text, StringComparison.Ordinal), $"{node.Title} / {node.Text}");

    private async Task WhileWritingAsync(Func<Neo4jStore, Task> read)
    {
        var options = await server.OptionsAsync(Ct);
        await server.EmptyAsync(Ct);
        await using var writer = await Neo4jStore.OpenAsync(options, TimeProvider.System, NullLogger<Neo4jStore>.Instance, Ct);
        await using var reader = new Neo4jStore(options, TimeProvider.System, NullLogger<Neo4jStore>.Instance);
        await writer.ApplyAsync(Put(Plan("a")), Put(Plan("b")), Put(Plan("y")), Put(PartOf("a", "y")), Put(PartOf("y", "b")));
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var times = 0;
            for (; !done.IsCancellationRequested; times++) await read(reader);
            return times;
        }, Ct);
        try
        {
            for (var i = 0; i < Changes && !reading.IsCompleted; i++) await ChangeAsync(writer, i);
        }
        finally
        {
            await done.CancelAsync();
        }
        Assert.True(await reading > 0);
    }

    /// <summary>By turns the middle is there, is another, and is gone.</summary>
    private static Task<CommittedChange> ChangeAsync(Neo4jStore store, int i) => (i % 3) switch
    {
        0 => store.ApplyAsync(Put(Middle(i)), Put(PartOf("a", "x")), Put(PartOf("x", "b"))),
        1 => store.ApplyAsync(Put(Middle(i), 1)),
        _ => store.ApplyAsync(Remove(PartOf("a", "x")), Remove(PartOf("x", "b")), Remove(PlanId("x"), 2)),
    };

    private static Plan Middle(int i) => Plan("x", $"Mellomledd {i}", $"{i}");
}
