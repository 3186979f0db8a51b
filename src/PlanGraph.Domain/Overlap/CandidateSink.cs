using PlanGraph.Domain.Join;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// Takes the pairs of the join. Keeps those that can reach the score asked for when both are each other's best; what rank they really have is known when all pairs have been seen.
/// So memory goes with the answer and not with the number of pairs.
/// </summary>
internal sealed class CandidateSink(PairScoring scoring, BestLikeness best, double least) : IPairSink
{
    private readonly List<Candidate> _kept = [];
    private readonly double[] _features = new double[PairComparing.Count];

    public void Add(int first, int second, double cosine)
    {
        var likeness = (float)cosine;
        best.Tell(first, likeness);
        best.Tell(second, likeness);
        if (scoring.Most(first, second, likeness, _features) >= least) _kept.Add(new(first, second, likeness));
    }

    public IEnumerable<OverlapPair> Score(CancellationToken cancellationToken)
    {
        foreach (var (first, second, likeness) in _kept)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var score = scoring.Score(first, second, likeness, best, _features);
            if (score >= least) yield return new(first, second, score, PairScoring.Class(_features), scoring.Steps(_features));
        }
    }

    private readonly record struct Candidate(int First, int Second, float Likeness);
}
