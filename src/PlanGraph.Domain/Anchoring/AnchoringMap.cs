using System.Collections.Frozen;
using System.Collections.Immutable;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Plans;

namespace PlanGraph.Domain.Anchoring;

/// <summary>
/// The anchoring of every plan in a snapshot: the one definition that lists, graph, findings and plan pages use. Two walks backwards from the
/// samfunnsdel, one over what is in force and one over everything, answer for all plans at once.
/// </summary>
public sealed class AnchoringMap
{
    private readonly GraphSnapshot _snapshot;
    private readonly AnchoringRuleTable _rules;
    private readonly UpwardMap _any;
    private readonly Dictionary<string, UpwardMap> _toTypes = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<NodeId, PlanAnchoring> _plans;

    private AnchoringMap(GraphSnapshot snapshot, AnchoringRuleTable rules, DateOnly today)
    {
        (_snapshot, _rules, Today) = (snapshot, rules, today);
        AllTops = AnchoringTops.All(snapshot);
        Tops = AnchoringTops.InForce(snapshot, AllTops, today);
        Upward = new UpwardMap(snapshot, Tops, Tops.Roots.Concat(Tops.Wholes), Carries);
        _any = new UpwardMap(snapshot, AllTops, AllTops.Roots.Concat(AllTops.Wholes), _ => true);
        WhyUnknown = AnchoringTops.WhyUnknown(snapshot, AllTops);
        _plans = snapshot.OfKind<Plan>().ToFrozenDictionary(plan => plan.Id, Judge);
    }

    /// <summary>
    /// The samfunnsdel in force; usually one. Where the graph has no samfunnsdel at all, the kommuneplan stands in for it; where the period of the last one is
    /// over, that one still does: that it is over is one finding, not one for each plan.
    /// </summary>
    public IReadOnlySet<NodeId> Roots => Tops.Roots;

    /// <summary>The day that it was made for.</summary>
    public DateOnly Today { get; }

    /// <summary>Why the anchoring of no plan can be judged; null when it can.</summary>
    public Sentence? WhyUnknown { get; }

    internal UpwardTops Tops { get; }

    internal UpwardTops AllTops { get; }

    internal UpwardMap Upward { get; }

    public static AnchoringMap Of(GraphSnapshot snapshot, AnchoringRuleTable rules, DateOnly today) => new(snapshot, rules, today);

    /// <summary>The answer for a plan of the snapshot.</summary>
    /// <exception cref="KeyNotFoundException">The snapshot has no such plan.</exception>
    public PlanAnchoring For(NodeId plan) => _plans[plan];

    /// <summary>Whether a way leads from a node of any kind to the samfunnsdel, over what is in force.</summary>
    public bool Reaches(NodeId id) => Upward.Distance(id) is not null;

    private PlanAnchoring Judge(Plan plan)
    {
        var rule = _rules.For(plan);
        bool Accepted(Relation relation) => rule.Accepts.IsEmpty || relation.From != plan.Id || rule.Accepts.Contains(relation.Type);
        if (!rule.Required || AllTops.Roots.Contains(plan.Id) || Force.Of(_snapshot, plan, Today) is PlanForce.Retired or PlanForce.Replaced)
            return Answer(AnchoringState.NotRequired, Upward.Path(plan.Id, Accepted));
        if (ThroughRequired(plan, rule, Accepted) is { } path) return Answer(AnchoringState.Anchored, path);
        if (plan.Exemption?.Holds(Today) == true) return Answer(AnchoringState.Declared, null);
        if (Upward.Path(plan.Id, Accepted) is { } direct) return Answer(AnchoringState.SkipsLevel, direct);
        if (Weak(plan, rule, Accepted) is { } weak) return Answer(AnchoringState.ThroughExpired, weak);
        return Answer(WhyUnknown is null && !LacksWhatToBeIn(rule) ? AnchoringState.Unanchored : AnchoringState.Unknown, null);

        PlanAnchoring Answer(AnchoringState state, List<Relation>? found)
        {
            var chain = new Chain(plan.Id, [.. found ?? []]);
            return new PlanAnchoring(state, rule, chain, state == AnchoringState.ThroughExpired ? [.. chain.Nodes.Skip(1).Where(id => !Carries(id))] : []);
        }
    }

    private List<Relation>? ThroughRequired(Plan plan, AnchoringRule rule, Func<Relation, bool> accepted)
    {
        if (!rule.In.IsEmpty) return Continued(plan.Id, MapTo("in", rule.In, plan.Id, other => Carries(other.Id), Carries).Path(plan.Id, accepted), isEnough: true);
        if (rule.Through.IsEmpty) return Upward.Path(plan.Id, accepted);
        return Continued(plan.Id, MapTo("through", rule.Through, plan.Id, other => Carries(other.Id) && Reaches(other.Id), Carries).Path(plan.Id, accepted), isEnough: false);
    }

    /// <summary>A way over what is not in force.</summary>
    private List<Relation>? Weak(Plan plan, AnchoringRule rule, Func<Relation, bool> accepted) =>
        rule.In.IsEmpty ? _any.Path(plan.Id, accepted) : MapTo("any", rule.In, plan.Id, _ => true, _ => true).Path(plan.Id, accepted) is { Count: > 0 } path ? path : null;

    /// <summary>A way to a plan in between, and on from there to the samfunnsdel; null when it must go on and does not.</summary>
    private List<Relation>? Continued(NodeId plan, List<Relation>? way, bool isEnough)
    {
        if (way is not { Count: > 0 }) return null;
        var middle = new Chain(plan, [.. way]).Nodes[^1];
        var rest = Upward.Path(middle, _ => true);
        if (rest is not null && !new Chain(middle, [.. rest]).Nodes.Contains(plan)) return [.. way, .. rest];
        return isEnough ? way : null;
    }

    /// <summary>Ways to the plans of some types, the plan itself not among them.</summary>
    private UpwardMap MapTo(string name, ImmutableArray<PlanType> types, NodeId except, Func<Plan, bool> isSource, Func<NodeId, bool> carries)
    {
        var key = $"{name} {string.Join(',', types)}" + (types.Contains(((Plan)_snapshot.Find(except)!).Type) ? except.Value : "");
        if (_toTypes.TryGetValue(key, out var map)) return map;
        var sources = _snapshot.OfKind<Plan>().Where(plan => types.Contains(plan.Type) && plan.Id != except && isSource(plan));
        return _toTypes[key] = new UpwardMap(_snapshot, Tops, sources.Select(plan => plan.Id).Order(), carries);
    }

    private bool LacksWhatToBeIn(AnchoringRule rule) => !rule.In.IsEmpty && !_snapshot.OfKind<Plan>().Any(plan => rule.In.Contains(plan.Type));

    private bool Carries(NodeId id) => Tops.Roots.Contains(id) || (_snapshot.Find(id) is { } node && Force.IsInForce(_snapshot, node, Today));
}
