namespace PlanGraph.Domain.Lexicon;

/// <summary>
/// How near every topic is to every other: what is stated for the two, in either's row; else what part-of leads to, the product of the steps from a topic up to each of its wholes.
/// Two parts of one whole are not near by that alone.
/// </summary>
internal sealed class NearnessTable
{
    /// <summary>For a near topic without a number.</summary>
    public const double StatedNear = 0.5;

    /// <summary>For one step from part to whole without a number.</summary>
    public const double StatedPart = 0.7;

    /// <summary>Less is nothing.</summary>
    private const double Least = 0.2;

    private readonly int _count;
    private readonly float[] _nearness;
    private readonly bool[] _isPart;
    private readonly NearTopic[][] _near;

    public NearnessTable(IReadOnlyList<Draft> drafts, List<LexiconProblem> problems)
    {
        _count = drafts.Count;
        _nearness = new float[_count * _count];
        _isPart = new bool[_count * _count];
        var numbers = drafts.Select((draft, number) => (draft.Id, number)).ToDictionary(pair => pair.Id, pair => pair.number, StringComparer.Ordinal);
        var parents = drafts.Select(draft => draft.PartOf.Select(part => (numbers[part.Id], part.Nearness ?? StatedPart)).ToArray()).ToArray();
        for (var topic = 0; topic < _count; topic++)
            Climb(parents, topic, drafts, problems);
        for (var topic = 0; topic < _count; topic++)
            State(drafts[topic], topic, numbers, problems);
        for (var topic = 0; topic < _count; topic++)
            _nearness[At(topic, topic)] = 1;
        _near = [.. Enumerable.Range(0, _count).Select(NearTo)];
    }

    public double Between(int one, int other) => _nearness[At(one, other)];

    public IReadOnlyList<NearTopic> Near(int topic) => _near[topic];

    public TopicRelation Relation(int one, int other)
    {
        if (one == other)
            return TopicRelation.Same;
        if (_isPart[At(one, other)])
            return TopicRelation.PartOf;
        if (_isPart[At(other, one)])
            return TopicRelation.Whole;
        return _nearness[At(one, other)] > 0 ? TopicRelation.Near : TopicRelation.None;
    }

    private int At(int one, int other) => one * _count + other;

    /// <summary>Goes up from <paramref name="topic"/> to all its wholes; a way that comes back to it is a circle and is said.</summary>
    private void Climb((int Whole, double Nearness)[][] parents, int topic, IReadOnlyList<Draft> drafts, List<LexiconProblem> problems)
    {
        var open = new Stack<(int At, double Nearness)>([(topic, 1)]);
        var seen = new HashSet<int> { topic };
        while (open.TryPop(out var place))
        {
            foreach (var (whole, step) in parents[place.At])
            {
                if (whole == topic)
                    problems.Add(LexiconTable.Problem(drafts[topic].File, drafts[topic].Line, "lexicon.part.circle", [("id", drafts[topic].Id), ("other", drafts[place.At].Id)]));
                var nearness = place.Nearness * step;
                if (whole == topic || (!seen.Add(whole) && nearness <= _nearness[At(topic, whole)]))
                    continue;
                _isPart[At(topic, whole)] = true;
                Set(topic, whole, nearness >= Least ? nearness : 0);
                open.Push((whole, nearness));
            }
        }
    }

    private void State(Draft draft, int topic, Dictionary<string, int> numbers, List<LexiconProblem> problems)
    {
        foreach (var near in draft.Near)
        {
            var other = numbers[near.Id];
            var nearness = (float)(near.Nearness ?? StatedNear);
            _stated.TryGetValue((Math.Min(topic, other), Math.Max(topic, other)), out var before);
            if (before > 0 && before != nearness)
                problems.Add(LexiconTable.Problem(draft.File, draft.Line, "lexicon.near.differs", [("id", draft.Id), ("other", near.Id)]));
            _stated[(Math.Min(topic, other), Math.Max(topic, other))] = nearness;
            Set(topic, other, nearness);
        }
    }

    private void Set(int one, int other, double nearness) => _nearness[At(one, other)] = _nearness[At(other, one)] = (float)nearness;

    private NearTopic[] NearTo(int topic) =>
    [
        .. Enumerable.Range(0, _count).Where(other => other != topic && _nearness[At(topic, other)] > 0)
            .Select(other => new NearTopic(other, _nearness[At(topic, other)])).OrderByDescending(near => near.Nearness).ThenBy(near => near.Topic),
    ];

    private readonly Dictionary<(int, int), float> _stated = [];
}
