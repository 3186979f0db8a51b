using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Join;

namespace PlanGraph.Domain.Overlap;

/// <summary>What the engine says of the plans of a graph: titles, descriptions, types, periods, and what they hang on.</summary>
internal sealed class PlanOverlaps
{
    private readonly OverlapEngine _engine;
    private readonly JoinMemory? _memory;
    private readonly IReadOnlyList<Plan> _plans;
    private readonly Dictionary<NodeId, int> _numbers;

    public PlanOverlaps(IReadOnlyList<Plan> plans, DetectionContext context, SharedLinks links, CancellationToken cancellationToken)
    {
        (_plans, _memory) = (plans, context.Titles);
        _numbers = plans.Index().ToDictionary(plan => plan.Item.Id, plan => plan.Index);
        var options = new OverlapOptions { Places = [.. context.Snapshot.OfKind<Place>().Select(place => place.Title)], Lexicon = context.Lexicon };
        _engine = new OverlapEngine([.. plans.Select(plan => TextOf(plan, links))], options, cancellationToken);
    }

    /// <summary>The pairs with at least <paramref name="least"/>.</summary>
    public IEnumerable<(Plan First, Plan Second, OverlapPair Pair)> Pairs(double least, CancellationToken cancellationToken) =>
        (_memory is null ? _engine.Pairs(least, cancellationToken) : _engine.Pairs(least, _memory, [.. _plans.Select(plan => plan.Id.Value)], cancellationToken))
        .Select(pair => (_plans[pair.First], _plans[pair.Second], pair));

    public PairSubjects Subjects(NodeId first, NodeId second) => _engine.Subjects(_numbers[first], _numbers[second]);

    private static OverlapText TextOf(Plan plan, SharedLinks links) => new(plan.Title)
    {
        Text = plan.Text,
        Period = plan.Period,
        Type = plan.Type,
        Sectors = [.. links.Of(plan.Id, NodeKind.Sector).Select(id => id.Value)],
        Places = [.. links.Of(plan.Id, NodeKind.Place).Select(id => id.Value)],
        Sdgs = [.. links.Of(plan.Id, NodeKind.Sdg).Select(id => id.Value)],
        Goals = [.. links.Of(plan.Id, NodeKind.Goal, NodeKind.Strategy, NodeKind.Challenge).Select(id => links.IsStated(plan.Id, id) ? "stated:" + id.Value : id.Value)],
    };
}
