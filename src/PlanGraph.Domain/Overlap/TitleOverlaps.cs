using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Overlap;

/// <summary>What the engine says of the titles, types and periods of the plans of a graph.</summary>
internal sealed class TitleOverlaps
{
    /// <summary>A pair with less than this is left to what links it.</summary>
    private const double Least = 0.05;

    private readonly OverlapEngine _engine;
    private readonly Dictionary<NodeId, int> _numbers;
    private readonly Dictionary<(NodeId First, NodeId Second), OverlapPair> _pairs;

    public TitleOverlaps(IReadOnlyList<Plan> plans, DetectionContext context, CancellationToken cancellationToken)
    {
        _numbers = plans.Index().ToDictionary(plan => plan.Item.Id, plan => plan.Index);
        var options = new OverlapOptions { Places = [.. context.Snapshot.OfKind<Place>().Select(place => place.Title)], Lexicon = context.Lexicon };
        _engine = new OverlapEngine([.. plans.Select(plan => new OverlapText(plan.Title) { Period = plan.Period, Type = plan.Type })], options, cancellationToken);
        var pairs = context.Titles is { } memory ? _engine.Pairs(Least, memory, [.. plans.Select(plan => plan.Id.Value)], cancellationToken) : _engine.Pairs(Least, cancellationToken);
        _pairs = pairs.ToDictionary(pair => Key(plans[pair.First].Id, plans[pair.Second].Id));
    }

    public IEnumerable<(NodeId First, NodeId Second)> Candidates() => _pairs.Keys;

    public OverlapPair? Find(NodeId first, NodeId second) => _pairs.TryGetValue(Key(first, second), out var pair) ? pair : null;

    public double Score(NodeId first, NodeId second) => Find(first, second)?.Score ?? 0;

    public PairSubjects Subjects(NodeId first, NodeId second) => _engine.Subjects(_numbers[first], _numbers[second]);

    private static (NodeId, NodeId) Key(NodeId first, NodeId second) => first < second ? (first, second) : (second, first);
}
