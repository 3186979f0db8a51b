using System.Collections.Frozen;
using PlanGraph.Domain.Join;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// Finds the pairs of a list that overlap: words and topics of every text as a vector, all pairs of vectors alike enough (<see cref="CosineJoin"/>), each scored and classed.
/// The same list gives the same answer, whatever the number of threads.
/// </summary>
public sealed class OverlapEngine
{
    /// <summary>Pairs less alike than this are not looked at in a list of up to <see cref="SmallList"/> texts; in longer ones the limit rises, as chance pairs do.</summary>
    public const double LeastLikeness = 0.06;

    /// <summary>Where the limit begins to rise.</summary>
    public const int SmallList = 3_000;

    private const double RisePerTenfold = 0.24;
    private const double MostLeastLikeness = 0.6;
    private const double MoreWhenPlaced = 0.2;

    private readonly OverlapCorpus _corpus;
    private readonly PairScoring _scoring;

    /// <param name="texts">Texts of one municipality.</param>
    public OverlapEngine(IReadOnlyList<OverlapText> texts, OverlapOptions? options = null, CancellationToken cancellationToken = default)
    {
        _corpus = new OverlapCorpus(texts, options ?? new OverlapOptions(), cancellationToken);
        _scoring = new PairScoring(_corpus, OverlapModel.BuiltIn);
    }

    private double Limit => LikenessLimit(_corpus.Texts.Count, _corpus.Placed);

    /// <summary>The pairs with at least <paramref name="least"/>, the best first; of the same score in the order of the list.</summary>
    public IReadOnlyList<OverlapPair> Pairs(double least, CancellationToken cancellationToken = default)
    {
        var (standing, others) = (new Standing(_corpus.Texts.Count), Others(cancellationToken));
        var sinks = new CosineJoin(_corpus.Vectors, Limit).Pairs(() => new CandidateSink(_scoring, standing, least, others), cancellationToken);
        return BestFirst([.. sinks, Sink(others, standing, least)], cancellationToken);
    }

    /// <summary>The same pairs, when only those texts are compared anew whose vectors have changed since the memory was used last.</summary>
    /// <param name="least">As above.</param>
    /// <param name="memory">What was joined last time.</param>
    /// <param name="names">What each text is known by from one time to the next; each once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IReadOnlyList<OverlapPair> Pairs(double least, JoinMemory memory, IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        var (standing, others) = (new Standing(_corpus.Texts.Count), Others(cancellationToken));
        var sink = new CandidateSink(_scoring, standing, least, others);
        foreach (var (first, second, cosine) in memory.Pairs(names, _corpus.Vectors, _corpus.FeatureNames(), Limit, cancellationToken)) sink.Add(first, second, cosine);
        return BestFirst([sink, Sink(others, standing, least)], cancellationToken);
    }

    /// <summary>Pairs to look at whatever their titles.</summary>
    private HashSet<(int First, int Second)> Others(CancellationToken cancellationToken) => [.. _corpus.Surroundings?.Candidates(cancellationToken) ?? []];

    private CandidateSink Sink(HashSet<(int First, int Second)> others, Standing standing, double least)
    {
        var sink = new CandidateSink(_scoring, standing, least, FrozenSet<(int, int)>.Empty);
        foreach (var (first, second) in others.Order()) sink.Add(first, second, _corpus.Vectors.Cosine(first, second));
        return sink;
    }

    private static OverlapPair[] BestFirst(IReadOnlyList<CandidateSink> sinks, CancellationToken cancellationToken)
    {
        var pairs = sinks.AsParallel().WithDegreeOfParallelism(sinks.Count).SelectMany(sink => sink.Score(cancellationToken)).ToArray();
        Array.Sort(pairs, (one, other) =>
        {
            var byScore = other.Score.CompareTo(one.Score);
            return byScore != 0 ? byScore : (one.First, one.Second).CompareTo((other.First, other.Second));
        });
        return pairs;
    }

    /// <summary>What the topics and the laws say of two of the texts.</summary>
    public PairSubjects Subjects(int first, int second) => new PairExplaining(_corpus).Subjects(first, second);

    /// <summary>
    /// How alike two of <paramref name="texts"/> texts must be to be looked at. In a list that names a place in nearly every title (<paramref name="placed"/> 1) the same subject
    /// elsewhere is alike, too, and never a finding.
    /// </summary>
    public static double LikenessLimit(int texts, double placed) =>
        Math.Min(MostLeastLikeness, LeastLikeness + (placed * MoreWhenPlaced * Math.Min(1, texts / (double)SmallList)) + (RisePerTenfold * Math.Log10(Math.Max(1, (double)texts / SmallList))));
}
