namespace PlanGraph.Domain.Overlap;

/// <summary>Scores and classes pairs.</summary>
internal sealed class PairScoring(OverlapCorpus corpus, OverlapModel model)
{
    private const double SureLikeness = 0.97;

    private static readonly PairFeature[] _words =
        [PairFeature.Likeness, PairFeature.Words, PairFeature.Contained, PairFeature.SameWords, PairFeature.WordsAlone, PairFeature.ListSize, PairFeature.Placed, PairFeature.PlacedLikeness, PairFeature.PlacedSameWords];

    private static readonly PairFeature[] _topics =
        [PairFeature.Topics, PairFeature.Nearness, PairFeature.PartOfTopic, PairFeature.TopicsContained, PairFeature.TopicsMutual, PairFeature.Crowd, PairFeature.NoTopic, PairFeature.PlacedNoTopic, PairFeature.PlacedTopics];

    private static readonly PairFeature[] _texts = [PairFeature.Texts, PairFeature.Mentioned];

    private static readonly PairFeature[] _links = [PairFeature.SharedGoals, PairFeature.SharedSdgs, PairFeature.SameSector, PairFeature.OtherSector];

    private static readonly PairFeature[] _rank = [PairFeature.Relative, PairFeature.Mutual, PairFeature.Superseded, PairFeature.PlacedRelative];

    private readonly PairComparing _comparing = new(corpus);

    /// <summary>The score that the pair cannot exceed, whatever its rank; <paramref name="standing"/> is told of the pair.</summary>
    public double Most(int first, int second, float likeness, Standing standing, Span<double> features)
    {
        _comparing.See(first, second, likeness, standing, features);
        var relative = model[PairFeature.Relative] + (corpus.Placed * model[PairFeature.PlacedRelative]) > 0 ? 1 : 0;
        _comparing.Rank(relative, model[PairFeature.Mutual] > 0, features);
        return OverlapModel.Likelihood(model.LogOdds(features));
    }

    /// <summary>The score; fills in the features it comes from.</summary>
    public double Score(int first, int second, float likeness, Standing standing, Span<double> features)
    {
        _comparing.Compare(first, second, likeness, features);
        _comparing.Rank(first, second, likeness, standing, features);
        return OverlapModel.Likelihood(model.LogOdds(features));
    }

    /// <summary>The waterfall of a score with these features.</summary>
    public PairSteps Steps(ReadOnlySpan<double> features)
    {
        var logOdds = model.Base + model.Part(features, _words);
        var words = OverlapModel.Likelihood(logOdds);
        var topics = OverlapModel.Likelihood(logOdds += model.Part(features, _topics));
        var rank = OverlapModel.Likelihood(logOdds += model.Part(features, _rank));
        var texts = OverlapModel.Likelihood(logOdds += model.Part(features, _texts));
        var links = OverlapModel.Likelihood(logOdds + model.Part(features, _links));
        return new(words, topics - words, rank - topics, texts - rank, links - texts, OverlapModel.Likelihood(model.LogOdds(features)) - links);
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
