using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Overlap;

/// <summary>Finds the features of pairs.</summary>
internal sealed class PairComparing(OverlapCorpus corpus)
{
    public static readonly int Count = Enum.GetValues<PairFeature>().Length;

    /// <summary>A list of more than this is no longer one of a single municipality; then the number tells nothing more.</summary>
    private const double LongestList = 3_000;

    /// <summary>A topic of more texts than this says no less than one of so many.</summary>
    public const int Crowd = 20;

    private const double NearSubject = 0.3;

    /// <summary>A title with less of topics has hints only («teknologi»), and they do not make it the same as another with the hint.</summary>
    private const double LeastWeight = 0.7;
    private const double EditionLikeness = 0.95;

    private readonly double _listSize = Math.Log(Math.Clamp(corpus.Texts.Count, 100, LongestList) / 100);

    /// <summary>Fills in all features but those of rank.</summary>
    public void Compare(int first, int second, double likeness, Span<double> features)
    {
        features.Clear();
        features[(int)PairFeature.Likeness] = likeness;
        Words(first, second, features);
        corpus.Surroundings?.Place(first, second, features);
        Topics(first, second, features);
        corpus.Surroundings?.Compare(first, second, corpus, features);
        ref readonly var one = ref corpus.Of(first);
        ref readonly var other = ref corpus.Of(second);
        Set(features, PairFeature.LaterPeriod, (one.To > 0 && one.To < other.From) || (other.To > 0 && other.To < one.From));
        Set(features, PairFeature.Knowledge, one.Role.HasFlag(DocumentRole.Knowledge) != other.Role.HasFlag(DocumentRole.Knowledge));
        Set(features, PairFeature.Frame, ((one.Role | other.Role) & DocumentRole.Frame) != 0);
        Set(features, PairFeature.SameFrame, (one.Role & DocumentRole.Frame) != 0 && (one.Role & DocumentRole.Frame) == (other.Role & DocumentRole.Frame));
        Set(features, PairFeature.AreaPlans, IsArea(one.Role) && IsArea(other.Role));
        Set(features, PairFeature.AreaPlansSamePlace, IsArea(one.Role) && IsArea(other.Role) && features[(int)PairFeature.SamePlace] > 0);
        Set(features, PairFeature.Head, (one.Role & DocumentRole.Head) != (other.Role & DocumentRole.Head));
        Set(features, PairFeature.Laws, AreOfDifferentLaws(corpus.ObligationsOf(first), corpus.ObligationsOf(second)) && IsNear(features));
        Set(features, PairFeature.Rules, ((one.Role | other.Role) & DocumentRole.Rules) != 0 && features[(int)PairFeature.SameWords] == 0);
        Set(features, PairFeature.AreaAndTheme, IsZoning(one.Role) && IsTheme(other.Role) || IsZoning(other.Role) && IsTheme(one.Role));
        if (features[(int)PairFeature.SameWords] > 0) features[(int)PairFeature.Crowd] = 0;
        else features[(int)PairFeature.ListSize] = _listSize;
        features[(int)PairFeature.WordsAlone] = features[(int)PairFeature.NoTopic] * features[(int)PairFeature.Words];
        var subject = Math.Max(features[(int)PairFeature.Words], features[(int)PairFeature.Topics]);
        features[(int)PairFeature.SamePlaceSubject] = features[(int)PairFeature.SamePlace] * subject;
        features[(int)PairFeature.SamePlaceNoTopic] = features[(int)PairFeature.SamePlace] * features[(int)PairFeature.NoTopic];
        features[(int)PairFeature.OtherPlaceSubject] = features[(int)PairFeature.OtherPlace] * subject;
        features[(int)PairFeature.LaterPeriodSubject] = features[(int)PairFeature.LaterPeriod] * subject;
        Placed(features);
    }

    /// <summary>The same, and tells <paramref name="standing"/> of the pair.</summary>
    public void See(int first, int second, float likeness, Standing standing, Span<double> features)
    {
        Compare(first, second, likeness, features);
        standing.Tell(first, likeness);
        standing.Tell(second, likeness);
        if (Earlier(first, second, features) is { } earlier) standing.Supersede(earlier);
    }

    /// <summary>Fills in the features of rank.</summary>
    public void Rank(int first, int second, float likeness, Standing standing, Span<double> features)
    {
        Rank(likeness / Math.Max(standing.Best(first), standing.Best(second)), likeness >= standing.Best(first) && likeness >= standing.Best(second), features);
        Set(features, PairFeature.Superseded, (IsPast(first, standing) || IsPast(second, standing)) && !IsEdition(features));
    }

    private bool IsPast(int text, Standing standing) => standing.IsSuperseded(text) || corpus.Texts[text].IsRetired;

    /// <summary>The earlier of two editions of one plan; null when they are not that, or not known to be.</summary>
    private int? Earlier(int first, int second, ReadOnlySpan<double> features)
    {
        if (!IsEdition(features)) return null;
        ref readonly var one = ref corpus.Of(first);
        ref readonly var other = ref corpus.Of(second);
        return one.To == 0 || other.To == 0 || one.To == other.To ? null : one.To < other.To ? first : second;
    }

    /// <summary>The same but for the period, as far as the titles tell.</summary>
    private static bool IsEdition(ReadOnlySpan<double> features) =>
        features[(int)PairFeature.OtherPlace] == 0 && (features[(int)PairFeature.SameWords] > 0 || features[(int)PairFeature.Likeness] > EditionLikeness);

    /// <summary>Fills in the features of rank when it is known otherwise.</summary>
    public void Rank(double relative, bool isMutual, Span<double> features)
    {
        features[(int)PairFeature.Relative] = relative;
        Set(features, PairFeature.Mutual, isMutual);
        features[(int)PairFeature.PlacedRelative] = corpus.Placed * relative;
    }

    private void Placed(Span<double> features)
    {
        var placed = corpus.Placed;
        if (placed == 0) return;
        features[(int)PairFeature.Placed] = placed;
        features[(int)PairFeature.PlacedLikeness] = placed * features[(int)PairFeature.Likeness];
        features[(int)PairFeature.PlacedSamePlace] = placed * features[(int)PairFeature.SamePlace];
        features[(int)PairFeature.PlacedOtherPlace] = placed * features[(int)PairFeature.OtherPlace];
        features[(int)PairFeature.PlacedSameWords] = placed * features[(int)PairFeature.SameWords];
        features[(int)PairFeature.PlacedNoTopic] = placed * features[(int)PairFeature.NoTopic];
        features[(int)PairFeature.PlacedTopics] = placed * features[(int)PairFeature.Topics];
    }

    private static bool AreOfDifferentLaws(UInt128 one, UInt128 other) => (one & ~other) != 0 && (other & ~one) != 0;

    private static bool IsNear(ReadOnlySpan<double> features) =>
        features[(int)PairFeature.Nearness] >= NearSubject || features[(int)PairFeature.Topics] >= NearSubject || features[(int)PairFeature.Words] >= NearSubject;

    private static bool IsZoning(DocumentRole role) => (role & DocumentRole.AreaPlan) != 0;

    private static bool IsTheme(DocumentRole role) => (role & (DocumentRole.AreaPlan | DocumentRole.PartialPlan | DocumentRole.LandUse)) == 0;

    private static bool IsArea(DocumentRole role) => (role & (DocumentRole.AreaPlan | DocumentRole.PartialPlan)) != 0;

    private static void Set(Span<double> features, PairFeature feature, bool value) => features[(int)feature] = value ? 1 : 0;

    private void Words(int first, int second, Span<double> features)
    {
        var sums = new WordSums();
        var ones = corpus.Vectors.Features(first);
        var others = corpus.Vectors.Features(second);
        var weights = corpus.Vectors.Weights(first);
        var otherWeights = corpus.Vectors.Weights(second);
        for (int i = 0, j = 0; i < ones.Length || j < others.Length;)
        {
            var (a, b) = (i < ones.Length ? ones[i] : int.MaxValue, j < others.Length ? others[j] : int.MaxValue);
            if (Math.Min(a, b) >= corpus.Terms.Count)
            {
                sums.AddTopic(a <= b ? weights[i] : 0, b <= a ? otherWeights[j] : 0);
            }
            else
            {
                if (corpus.IsPlace(Math.Min(a, b))) sums.AddPlace(a <= b, b <= a);
                if (!corpus.Terms[Math.Min(a, b)].IsName) sums.AddWord(a <= b ? weights[i] : 0, b <= a ? otherWeights[j] : 0);
            }
            if (a <= b) i++;
            if (b <= a) j++;
        }
        features[(int)PairFeature.Words] = sums.Words;
        features[(int)PairFeature.Topics] = sums.Topics;
        features[(int)PairFeature.Contained] = sums.Contained;
        Set(features, PairFeature.SameWords, sums.Words > 0.99);
        Set(features, PairFeature.SamePlace, sums.SharedPlace);
        Set(features, PairFeature.OtherPlace, sums is { SharedPlace: false, FirstPlace: true, SecondPlace: true });
    }

    private void Topics(int first, int second, Span<double> features)
    {
        var ones = corpus.Topics(first);
        var others = corpus.Topics(second);
        Set(features, PairFeature.NoTopic, ones.IsEmpty || others.IsEmpty);
        if (ones.IsEmpty || others.IsEmpty) return;
        var lexicon = corpus.Options.Lexicon!.Topics;
        var (best, part, crowd) = (0.0, 0.0, 0);
        foreach (var one in ones)
        {
            foreach (var other in others)
            {
                var near = Math.Min(one.Weight, other.Weight) * lexicon.Nearness(one.Topic, other.Topic);
                if (near > best) (best, crowd) = (near, Math.Max(corpus.TextsOf(one.Topic), corpus.TextsOf(other.Topic)));
                if (lexicon.Relation(one.Topic, other.Topic) is TopicRelation.PartOf or TopicRelation.Whole) part = Math.Max(part, Math.Min(one.Weight, other.Weight));
            }
        }
        features[(int)PairFeature.Nearness] = best;
        features[(int)PairFeature.PartOfTopic] = part;
        features[(int)PairFeature.Crowd] = best > 0 ? Math.Log(Math.Min(Crowd, crowd)) : 0;
        var (covered, covering) = (Covered(ones, others, lexicon), Covered(others, ones, lexicon));
        features[(int)PairFeature.TopicsContained] = Math.Max(covered, covering);
        features[(int)PairFeature.TopicsMutual] = Math.Min(covered, covering);
    }

    /// <summary>How near the topics of one text are to those of another, on average.</summary>
    private static double Covered(ReadOnlySpan<TitleTopic> ones, ReadOnlySpan<TitleTopic> others, TopicLexicon lexicon)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var one in ones)
        {
            var best = 0.0;
            foreach (var other in others) best = Math.Max(best, lexicon.Nearness(one.Topic, other.Topic));
            sum += one.Weight * best;
            weights += one.Weight;
        }
        return sum / Math.Max(LeastWeight, weights);
    }

    private struct WordSums
    {
        private double _dot, _first, _second, _firstShared, _secondShared, _topicDot, _firstTopics, _secondTopics;

        public bool FirstPlace { get; private set; }

        public bool SecondPlace { get; private set; }

        public bool SharedPlace { get; private set; }

        public readonly double Words => _dot > 0 ? Math.Min(1, _dot / Math.Sqrt(_first * _second)) : 0;

        public readonly double Topics => _topicDot > 0 ? Math.Min(1, _topicDot / Math.Sqrt(_firstTopics * _secondTopics)) : 0;

        public readonly double Contained => _dot > 0 ? Math.Min(1, Math.Max(_firstShared / _first, _secondShared / _second)) : 0;

        public void AddWord(double first, double second)
        {
            _dot += first * second;
            _first += first * first;
            _second += second * second;
            if (first == 0 || second == 0) return;
            _firstShared += first * first;
            _secondShared += second * second;
        }

        public void AddTopic(double first, double second)
        {
            _topicDot += first * second;
            _firstTopics += first * first;
            _secondTopics += second * second;
        }

        public void AddPlace(bool first, bool second)
        {
            if (first && second) SharedPlace = true;
            else if (first) FirstPlace = true;
            else SecondPlace = true;
        }
    }
}
