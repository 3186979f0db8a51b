using PlanGraph.Domain.Join;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// Takes the pairs of the join. Keeps those that can reach the score asked for when both are each other's best; what rank they really have is known when all pairs have been seen.
/// So memory goes with the answer and not with the number of pairs.
/// </summary>
/// <param name="scoring">Scores pairs.</param>
/// <param name="standing">Is told of every pair.</param>
/// <param name="least">The score asked for.</param>
/// <param name="others">Pairs that come another way and are left to it.</param>
internal sealed class CandidateSink(PairScoring scoring, Standing standing, double least, IReadOnlySet<(int First, int Second)> others) : IPairSink
{
    private readonly List<Candidate> _kept = [];
    private readonly double[] _features = new double[PairComparing.Count];

    public void Add(int first, int second, double cosine)
    {
        if (others.Contains((first, second))) return;
        var likeness = (float)cosine;
        if (scoring.Most(first, second, likeness, standing, _features) >= least) _kept.Add(new(first, second, likeness));
    }

    public IEnumerable<OverlapPair> Score(CancellationToken cancellationToken)
    {
        foreach (var (first, second, likeness) in _kept)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var score = scoring.Score(first, second, likeness, standing, _features);
            if (score >= least) yield return new(first, second, score, PairScoring.Class(_features), scoring.Steps(_features));
        }
    }

    private readonly record struct Candidate(int First, int Second, float Likeness);
}
