using System.Globalization;
using PlanGraph.Domain.Join;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Benchmarks.Overlap;

/// <summary>
/// Writes the features of all candidate pairs of labelled and generated lists, for <c>bench/overlap/fit.py</c>: list, first title, second title, 1 when it is a finding, weight, features.
/// Of the wrong pairs of a generated list a sample is taken, the more alike the more; the weight makes up for it.
/// </summary>
internal static class FeatureTable
{
    private const int Sample = 30_000;

    /// <param name="arguments">The file to write, the folder of labelled lists, and prefixes of generated lists.</param>
    public static int Run(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var table = new StreamWriter(arguments[0]);
        table.WriteLine("list\tfirst\tsecond\tright\tweight\tplans\t" + string.Join('\t', Enum.GetNames<PairFeature>()));
        // Each list counts half with its titles alone, half with all its columns.
        foreach (var namesOnly in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var list in LabelledList.ReadAll(arguments[1], namesOnly))
                Write(table, namesOnly ? list.Name : list.Name + " columns", [.. list.Plans.Select(plan => plan.Text)], list.IsRight, double.PositiveInfinity, 0.5);
        }
        foreach (var prefix in arguments[2..])
        {
            var kinds = GeneratedList.Kinds(prefix);
            Write(table, "gen:" + Path.GetFileName(prefix), GeneratedList.Texts(prefix), (first, second) => kinds.ContainsKey((first, second)), Sample, 1);
        }
        return 0;
    }

    private static void Write(StreamWriter table, string name, OverlapText[] texts, Func<int, int, bool> isRight, double sample, double weight)
    {
        var corpus = new OverlapCorpus(texts, new OverlapOptions(), CancellationToken.None);
        var (comparing, standing) = (new PairComparing(corpus), new Standing(texts.Length));
        var sinks = new CosineJoin(corpus.Vectors, OverlapEngine.LikenessLimit(texts.Length, corpus.Placed)).Pairs(() => new Collector(comparing, standing), CancellationToken.None);
        var share = sample / Math.Max(1, sinks.Sum(sink => sink.Pairs.Count));
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random(1);
        var features = new double[PairComparing.Count];
        foreach (var (first, second, likeness) in sinks.SelectMany(sink => sink.Pairs).OrderBy(pair => pair))
        {
            var right = isRight(first, second);
            var kept = right ? 1 : Math.Min(1, share * Math.Exp(8 * (likeness - 0.3)));
            if (random.NextDouble() >= kept) continue;
            comparing.Compare(first, second, likeness, features);
            comparing.Rank(first, second, likeness, standing, features);
            table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{texts[first].Title}\t{texts[second].Title}\t{(right ? 1 : 0)}\t{weight / kept:F2}\t{texts.Length}\t{string.Join('\t', features.Select(feature => feature.ToString("F4", CultureInfo.InvariantCulture)))}"));
        }
#pragma warning restore CA5394
    }

    private sealed class Collector(PairComparing comparing, Standing standing) : IPairSink
    {
        private readonly double[] _features = new double[PairComparing.Count];

        public List<(int First, int Second, float Likeness)> Pairs { get; } = [];

        public void Add(int first, int second, double cosine)
        {
            Pairs.Add((first, second, (float)cosine));
            comparing.See(first, second, (float)cosine, standing, _features);
        }
    }
}
