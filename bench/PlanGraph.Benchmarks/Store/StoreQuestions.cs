using PlanGraph.Domain.Graph;
using PlanGraph.Storage;

namespace PlanGraph.Benchmarks.Store;

/// <summary>A question that explorers ask a store. Asked with the same seed it is the same question, whichever store answers.</summary>
/// <param name="Ask">Answers how many elements came back.</param>
internal sealed record StoreQuestion(string Name, Func<IPlanGraphStore, Random, Task<int>> Ask)
{
    /// <summary>It takes so long that it is asked so many times less often than others.</summary>
    public int Fewer { get; init; } = 1;
}

/// <summary>The questions that every store is measured by, on the graph of <see cref="GraphGenerator"/>.</summary>
internal sealed class StoreQuestions(int nodes)
{
    public StoreQuestion TwoSteps { get; } = new("neighbourhood, two steps, at most 500", (store, random) => AroundAsync(store, Any(random, nodes), 2));

    public StoreQuestion FourSteps { get; } = new("neighbourhood, four steps, at most 500", (store, random) => AroundAsync(store, Any(random, nodes), 4));

    public StoreQuestion Paths { get; } = new("three paths of at most 6", async (store, random) =>
        (await store.FindPathsAsync(new PathQuery(Any(random, nodes), Any(random, nodes)), CancellationToken.None)).Count);

    /// <summary>Most of the graph meets them: the worst case for a search that ranks all it finds.</summary>
    public StoreQuestion CommonWords { get; } = new("search, two words that most nodes have", (store, _) => SearchAsync(store, "klima skole")) { Fewer = 10 };

    public StoreQuestion RareWord { get; } = new("search, a word that one node has", (store, random) => SearchAsync(store, GraphGenerator.TitleWordOf(random.Next(nodes))));

    public IReadOnlyList<StoreQuestion> All => [TwoSteps, FourSteps, Paths, RareWord, CommonWords];

    public static NodeId Any(Random random, int nodes) => GraphGenerator.IdOf(random.Next(nodes));

    private static async Task<int> AroundAsync(IPlanGraphStore store, NodeId id, int depth) =>
        (await store.GetNeighbourhoodAsync(new NeighbourhoodQuery([id], depth), CancellationToken.None)).Nodes.Count;

    private static async Task<int> SearchAsync(IPlanGraphStore store, string text) => (await store.SearchAsync(new SearchQuery(text), CancellationToken.None)).Hits.Count;
}
