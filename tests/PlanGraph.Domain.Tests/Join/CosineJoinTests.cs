using PlanGraph.Domain.Join;

namespace PlanGraph.Domain.Tests.Join;

public sealed class CosineJoinTests
{
    /// <summary>Seed, vectors, different features, longest vector, threshold, threads.</summary>
    public static TheoryData<int, int, int, int, double, int> Corpora()
    {
        var data = new TheoryData<int, int, int, int, double, int>();
        for (var seed = 0; seed < 24; seed++)
            data.Add(seed, 40 + (seed * 13), 5 + (seed % 6 * 20), 1 + (seed % 9), 0.1 + (seed % 10 * 0.1), 1 + (seed % 3));
        return data;
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void A_join_finds_what_comparing_every_pair_finds(int seed, int count, int features, int longest, double threshold, int threads)
    {
        var vectors = Random(seed, count, features, longest);

        var found = Pairs(new CosineJoin(vectors, threshold, threads).Pairs(() => new Collector(), TestContext.Current.CancellationToken));

        AssertSame(BruteForce(vectors, threshold), found);
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Pairs_of_changed_texts_and_the_old_pairs_of_the_others_are_the_whole_join(int seed, int count, int features, int longest, double threshold, int threads)
    {
        var random = new Random(seed);
        var before = Random(seed, count, features, longest);
        var changed = Enumerable.Range(0, count).Where(_ => random.Next(8) == 0).ToHashSet();
        var after = Replace(before, changed, Random(seed + 1000, count, features, longest));
        var old = Pairs(new CosineJoin(before, threshold, threads).Pairs(() => new Collector(), TestContext.Current.CancellationToken));

        var join = new CosineJoin(after, threshold, threads);
        var again = Pairs(join.PairsOf(changed, () => new Collector(), TestContext.Current.CancellationToken));

        Assert.All(again.Keys, pair => Assert.True(changed.Contains(pair.First) || changed.Contains(pair.Second)));
        foreach (var (pair, cosine) in old.Where(pair => !changed.Contains(pair.Key.First) && !changed.Contains(pair.Key.Second))) again.Add(pair, cosine);
        AssertSame(Pairs(join.Pairs(() => new Collector(), TestContext.Current.CancellationToken)), again);
    }

    [Fact]
    public void A_cosine_at_the_threshold_is_found_whatever_the_rounding()
    {
        // 1/√2 · 1/√2, 2/√5 · 1/√5 …: one common feature among several of the same weight.
        for (var length = 2; length <= 60; length++)
        {
            var builder = new SparseVectorsBuilder();
            builder.Add([.. Enumerable.Range(0, length)], [.. Enumerable.Repeat(0.1, length)]);
            builder.Add([0, .. Enumerable.Range(length, length - 1)], [.. Enumerable.Repeat(0.3, length)]);

            Assert.Single(Pairs(new CosineJoin(builder.ToVectors(), 1.0 / length).Pairs(() => new Collector(), TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public void Nothing_and_one_vector_have_no_pairs_and_empty_vectors_are_like_nothing()
    {
        var builder = new SparseVectorsBuilder();
        Assert.Empty(All(builder.ToVectors()));
        builder.Add([3], [2]);
        Assert.Empty(All(builder.ToVectors()));
        builder.Add([], []);
        builder.Add([], []);
        Assert.Empty(All(builder.ToVectors()));
    }

    [Fact]
    public void Vectors_that_are_all_the_same_make_every_pair_once()
    {
        var builder = new SparseVectorsBuilder();
        for (var at = 0; at < 50; at++) builder.Add([7, 2], [1, 2]);

        var pairs = All(builder.ToVectors());

        Assert.Equal(50 * 49 / 2, pairs.Count);
        Assert.All(pairs.Values, cosine => Assert.Equal(1, cosine, 1e-12));
    }

    [Fact]
    public void A_weight_that_is_not_above_0_and_a_feature_that_comes_twice_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SparseVectorsBuilder().Add([1], [0]));
        Assert.Throws<ArgumentException>(() => new SparseVectorsBuilder().Add([1], [double.NaN]));
        Assert.Throws<ArgumentException>(() => new SparseVectorsBuilder().Add([1, 1], [1, 1]));
        Assert.Throws<ArgumentException>(() => new SparseVectorsBuilder().Add([-1], [1]));
    }

    private static Dictionary<(int First, int Second), double> All(SparseVectors vectors) =>
        Pairs(new CosineJoin(vectors, 0.01).Pairs(() => new Collector(), TestContext.Current.CancellationToken));

    /// <summary>Few features and round weights, so that equal vectors and cosines at the threshold come often; one in ten is empty.</summary>
    private static SparseVectors Random(int seed, int count, int features, int longest)
    {
        var random = new Random(seed);
        var builder = new SparseVectorsBuilder();
        for (var at = 0; at < count; at++)
        {
            var length = random.Next(10) == 0 ? 0 : random.Next(1, Math.Min(longest, features) + 1);
            var own = Enumerable.Range(0, features).OrderBy(_ => random.Next()).Take(length).ToArray();
            builder.Add(own, [.. own.Select(_ => (double)random.Next(1, 4))]);
        }
        return builder.ToVectors();
    }

    private static SparseVectors Replace(SparseVectors vectors, HashSet<int> changed, SparseVectors others)
    {
        var builder = new SparseVectorsBuilder();
        for (var at = 0; at < vectors.Count; at++)
        {
            var source = changed.Contains(at) ? others : vectors;
            builder.Add(source.Features(at), source.Weights(at));
        }
        return builder.ToVectors();
    }

    private static Dictionary<(int First, int Second), double> BruteForce(SparseVectors vectors, double threshold)
    {
        var pairs = new Dictionary<(int First, int Second), double>();
        for (var first = 0; first < vectors.Count; first++)
        {
            for (var second = first + 1; second < vectors.Count; second++)
            {
                var cosine = 0.0;
                for (var at = 0; at < vectors.Features(first).Length; at++)
                {
                    var match = vectors.Features(second).IndexOf(vectors.Features(first)[at]);
                    if (match >= 0) cosine += vectors.Weights(first)[at] * vectors.Weights(second)[match];
                }
                if (cosine >= threshold - CosineJoin.Tie) pairs[(first, second)] = cosine;
            }
        }
        return pairs;
    }

    private static void AssertSame(Dictionary<(int First, int Second), double> expected, Dictionary<(int First, int Second), double> found)
    {
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        Assert.All(expected, pair => Assert.Equal(pair.Value, found[pair.Key], 1e-12));
    }

    private static Dictionary<(int First, int Second), double> Pairs(IEnumerable<Collector> sinks) =>
        sinks.SelectMany(sink => sink.Found).ToDictionary(pair => (pair.First, pair.Second), pair => pair.Cosine);

    private sealed class Collector : IPairSink
    {
        public List<(int First, int Second, double Cosine)> Found { get; } = [];

        public void Add(int first, int second, double cosine) => Found.Add((first, second, cosine));
    }
}
