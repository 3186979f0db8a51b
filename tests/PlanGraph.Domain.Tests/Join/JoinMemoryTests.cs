using System.Globalization;
using PlanGraph.Domain.Join;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Domain.Tests.Join;

public sealed class JoinMemoryTests
{
    private static readonly string[] _words =
    [
        "trafikksikkerhet", "demens", "rus", "psykisk helse", "barnehage", "skole", "vann og avløp", "klima", "idrett", "kulturminner", "bolig", "integrering", "beredskap", "næring",
        "landbruk", "folkehelse", "sykkel", "bibliotek", "eldre", "digitalisering", "Sandvika", "Fornebu", "Kolbotn", "sentrum", "kvalitet", "frivillighet",
    ];

    private static readonly string[] _kinds = ["Plan for", "Temaplan for", "Handlingsplan for", "Strategi for", "Kommunedelplan for", "Retningslinjer for"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void After_any_row_of_edits_the_pairs_are_those_of_a_run_that_remembers_nothing(int seed)
    {
        var random = new Random(seed);
        var (memory, next) = (new JoinMemory(), 0);
        var list = Enumerable.Range(0, 30 * seed).Select(_ => (Name: Name(), Title: Title(random))).ToList();
        for (var run = 0; run < 15; run++)
        {
            for (var edit = random.Next(4); edit > 0; edit--) Edit();
            var engine = new OverlapEngine([.. list.Select(plan => new OverlapText(plan.Title))], cancellationToken: TestContext.Current.CancellationToken);
            AssertSame(engine.Pairs(0, TestContext.Current.CancellationToken), engine.Pairs(0, memory, [.. list.Select(plan => plan.Name)], TestContext.Current.CancellationToken));
        }

        string Name() => (next++).ToString(CultureInfo.InvariantCulture);

        void Edit()
        {
            var at = random.Next(list.Count);
            switch (random.Next(5))
            {
                case 0: list.Insert(at, (Name(), Title(random))); break;
                case 1 when list.Count > 1: list.RemoveAt(at); break;
                case 2: list[at] = (list[at].Name, list[random.Next(list.Count)].Title); break;
                case 3: (list[0], list[at]) = (list[at], list[0]); break;
                default: list[at] = (list[at].Name, Title(random)); break;
            }
        }
    }

    [Fact]
    public void One_new_title_among_many_leaves_most_of_them_alone()
    {
        var random = new Random(7);
        var titles = Enumerable.Range(0, 2_000).Select(_ => Title(random)).ToList();
        var memory = new JoinMemory();
        Pairs();
        titles.Insert(3, "Plan for gravplasser");
        Pairs();
        Assert.InRange(memory.Renewed, 1, 400);
        Pairs();
        Assert.Equal(0, memory.Renewed);

        void Pairs() => new OverlapEngine([.. titles.Select(title => new OverlapText(title))]).Pairs(0.3, memory, [.. titles.Select((title, at) => at < 3 ? $"{at}" : title == "Plan for gravplasser" ? "new" : $"{at - (titles.Count - 2_000)}")]);
    }

    [Fact]
    public void A_threshold_that_moves_up_and_down_gives_what_a_whole_join_gives()
    {
        var random = new Random(3);
        var memory = new JoinMemory();
        var builder = new SparseVectorsBuilder();
        for (var at = 0; at < 200; at++)
        {
            int[] own = [.. Enumerable.Range(0, 20).OrderBy(_ => random.Next()).Take(random.Next(6))];
            builder.Add(own, [.. own.Select(_ => (double)random.Next(1, 4))]);
        }
        var vectors = builder.ToVectors();
        string[] texts = [.. Enumerable.Range(0, 200).Select(at => $"{at}")], features = [.. Enumerable.Range(0, vectors.FeatureCount).Select(at => $"{at}")];
        foreach (var threshold in new[] { 0.5, 0.505, 0.495, 0.7, 0.3, 0.301, 1, 0.004 })
        {
            var whole = new CosineJoin(vectors, threshold).Pairs(() => new Collector(), TestContext.Current.CancellationToken).SelectMany(sink => sink.Found).Order();
            Assert.Equal(whole, memory.Pairs(texts, vectors, features, threshold, TestContext.Current.CancellationToken).Select(pair => (pair.First, pair.Second)).Order());
        }
    }

    [Fact]
    public void Nothing_is_remembered_of_nothing()
    {
        var memory = new JoinMemory();
        Assert.Empty(memory.Pairs([], new SparseVectorsBuilder().ToVectors(), [], 0.5, TestContext.Current.CancellationToken));
        Assert.Empty(memory.Pairs([], new SparseVectorsBuilder().ToVectors(), [], 0.5, TestContext.Current.CancellationToken));
    }

    private static string Title(Random random) => random.Next(12) switch
    {
        0 => "",
        1 => $"{_words[random.Next(_words.Length)]} {2020 + random.Next(9)}–{2030 + random.Next(9)}",
        _ => $"{_kinds[random.Next(_kinds.Length)]} {string.Join(" og ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => _words[random.Next(_words.Length)]))}",
    };

    private static void AssertSame(IReadOnlyList<OverlapPair> expected, IReadOnlyList<OverlapPair> found)
    {
        Assert.Equal(expected.Select(pair => (pair.First, pair.Second)).Order(), found.Select(pair => (pair.First, pair.Second)).Order());
        var scores = found.ToDictionary(pair => (pair.First, pair.Second));
        Assert.All(expected, pair =>
        {
            Assert.Equal(pair.Score, scores[(pair.First, pair.Second)].Score, 1e-6);
            Assert.Equal(pair.Class, scores[(pair.First, pair.Second)].Class);
        });
    }

    private sealed class Collector : IPairSink
    {
        public List<(int First, int Second)> Found { get; } = [];

        public void Add(int first, int second, double cosine) => Found.Add((first, second));
    }
}
