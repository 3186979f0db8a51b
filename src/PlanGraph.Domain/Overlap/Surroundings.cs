namespace PlanGraph.Domain.Overlap;

/// <summary>
/// What is known of the texts beside their titles, made comparable: descriptions, goals, UN goals, sectors and places. Each kind is compared only where both texts have it;
/// missing is unknown and weighs nothing.
/// </summary>
internal sealed class Surroundings
{
    /// <summary>Two descriptions less alike than this are no reason to look at a pair whose titles are not alike.</summary>
    private const double LeastTextLikeness = 0.35;

    /// <summary>A goal of more texts than this is no reason either.</summary>
    private const int MostTextsOfAGoal = 20;

    private readonly Links _goals;
    private readonly Links _sdgs;
    private readonly Links _sectors;
    private readonly Links _places;
    private readonly Descriptions? _descriptions;

    private Surroundings(IReadOnlyList<OverlapText> texts, OverlapOptions options, CancellationToken cancellationToken)
    {
        (_goals, _sdgs) = (new(texts, text => text.Goals), new(texts, text => text.Sdgs));
        (_sectors, _places) = (new(texts, text => text.Sectors), new(texts, text => text.Places));
        _descriptions = Descriptions.Of(texts, options, cancellationToken);
    }

    /// <summary>Null for texts that have titles alone.</summary>
    public static Surroundings? Of(IReadOnlyList<OverlapText> texts, OverlapOptions options, CancellationToken cancellationToken) =>
        texts.Any(text => text.Text is not null || text.Goals.Length > 0 || text.Sdgs.Length > 0 || text.Sectors.Length > 0 || text.Places.Length > 0) ? new(texts, options, cancellationToken) : null;

    /// <summary>Pairs to look at whatever their titles: the smaller number first, each once, in order.</summary>
    public IEnumerable<(int First, int Second)> Candidates(CancellationToken cancellationToken) =>
        (_descriptions?.Alike(LeastTextLikeness, cancellationToken) ?? []).Concat(_goals.Sharing(MostTextsOfAGoal)).Distinct().Order();

    /// <summary>Fills in what places the columns tell; a title that names places is believed before them.</summary>
    public void Place(int first, int second, Span<double> features)
    {
        if (features[(int)PairFeature.SamePlace] > 0 || features[(int)PairFeature.OtherPlace] > 0) return;
        if (_places.Compare(first, second, isTelling: true) is not { } same) return;
        features[(int)(same ? PairFeature.SamePlace : PairFeature.OtherPlace)] = 1;
    }

    /// <summary>Fills in what else is known.</summary>
    public void Compare(int first, int second, OverlapCorpus corpus, Span<double> features)
    {
        features[(int)PairFeature.SharedGoals] = _goals.Weight(first, second);
        features[(int)PairFeature.SharedSdgs] = _sdgs.Share(first, second);
        if (_sectors.Compare(first, second, isTelling: false) is { } same) features[(int)(same ? PairFeature.SameSector : PairFeature.OtherSector)] = 1;
        if (_descriptions is null) return;
        features[(int)PairFeature.Texts] = _descriptions.Likeness(first, second);
        features[(int)PairFeature.Mentioned] = Math.Max(_descriptions.Mentions(first, corpus.Topics(first), corpus.Topics(second)), _descriptions.Mentions(second, corpus.Topics(second), corpus.Topics(first)));
    }
}
