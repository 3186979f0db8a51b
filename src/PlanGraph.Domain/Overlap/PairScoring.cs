namespace PlanGraph.Domain.Overlap;

/// <summary>Scores and classes pairs.</summary>
internal sealed class PairScoring(OverlapCorpus corpus, OverlapModel model)
{
    private const double SureLikeness = 0.97;

    private static readonly PairFeature[] _words =
        [PairFeature.Likeness, PairFeature.Words, PairFeature.Contained, PairFeature.SameWords, PairFeature.ListSize, PairFeature.Placed, PairFeature.PlacedLikeness, PairFeature.PlacedSameWords];

    private static readonly PairFeature[] _topics =
        [PairFeature.Topics, PairFeature.Nearness, PairFeature.PartOfTopic, PairFeature.TopicsContained, PairFeature.NoTopic, PairFeature.PlacedNoTopic, PairFeature.PlacedTopics];

    private static readonly PairFeature[] _rank = [PairFeature.Relative, PairFeature.Mutual, PairFeature.PlacedRelative];

    private readonly PairComparing _comparing = new(corpus);

    /// <summary>The score that the pair cannot exceed, whatever its rank.</summary>
    public double Most(int first, int second, float likeness, Span<double> features)
    {
        _comparing.Compare(first, second, likeness, features);
        var relative = model[PairFeature.Relative] + (corpus.Placed * model[PairFeature.PlacedRelative]) > 0 ? 1 : 0;
        _comparing.Rank(relative, model[PairFeature.Mutual] > 0, features);
        return OverlapModel.Likelihood(model.LogOdds(features));
    }

    /// <summary>The score; fills in the features it comes from.</summary>
    public double Score(int first, int second, float likeness, BestLikeness best, Span<double> features)
    {
        _comparing.Compare(first, second, likeness, features);
        _comparing.Rank(likeness / Math.Max(best.Of(first), best.Of(second)), likeness >= best.Of(first) && likeness >= best.Of(second), features);
        return OverlapModel.Likelihood(model.LogOdds(features));
    }

    /// <summary>The waterfall of a score with these features.</summary>
    public PairSteps Steps(ReadOnlySpan<double> features)
    {
        var logOdds = model.Base + model.Part(features, _words);
        var words = OverlapModel.Likelihood(logOdds);
        var topics = OverlapModel.Likelihood(logOdds += model.Part(features, _topics));
        var rank = OverlapModel.Likelihood(logOdds + model.Part(features, _rank));
        return new(words, topics - words, rank - topics, OverlapModel.Likelihood(model.LogOdds(features)) - rank);
    }

    /// <summary>The class of a pair with these features.</summary>
    public static OverlapClass Class(ReadOnlySpan<double> features)
    {
        if (Has(features, PairFeature.OtherPlace)) return OverlapClass.OtherPlace;
        if (Has(features, PairFeature.Laws)) return OverlapClass.Laws;
        if (Has(features, PairFeature.LaterPeriod) && features[(int)PairFeature.Likeness] > 0.5) return OverlapClass.Successor;
        if (features[(int)PairFeature.Likeness] > SureLikeness || Has(features, PairFeature.SameWords)) return OverlapClass.Same;
        if (features[(int)PairFeature.PartOfTopic] > 0 && features[(int)PairFeature.Nearness] < 1) return OverlapClass.PartOf;
        return OverlapClass.Overlap;
    }

    private static bool Has(ReadOnlySpan<double> features, PairFeature feature) => features[(int)feature] > 0;
}
