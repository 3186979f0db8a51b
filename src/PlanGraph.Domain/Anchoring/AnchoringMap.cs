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
    private readonly DateOnly _today;
    private readonly UpwardMap _any;
    private readonly Dictionary<string, UpwardMap> _through = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<NodeId, PlanAnchoring> _plans;

    private AnchoringMap(GraphSnapshot snapshot, AnchoringRuleTable rules, DateOnly today)
    {
        (_snapshot, _rules, _today) = (snapshot, rules, today);
        AllRoots = FindRoots(snapshot);
        Roots = AllRoots.Where(InForce).ToFrozenSet();
        Upward = new UpwardMap(snapshot, Roots, Roots, InForce);
        _any = new UpwardMap(snapshot, AllRoots, AllRoots, _ => true);
        _plans = snapshot.OfKind<Plan>().ToFrozenDictionary(plan => plan.Id, Judge);
    }

    /// <summary>The samfunnsdel in force; usually one. Where the graph has no samfunnsdel at all, the kommuneplan stands in for it.</summary>
    public IReadOnlySet<NodeId> Roots { get; }

    internal FrozenSet<NodeId> AllRoots { get; }

    internal UpwardMap Upward { get; }

    public static AnchoringMap Of(GraphSnapshot snapshot, AnchoringRuleTable rules, DateOnly today) => new(snapshot, rules, today);

    /// <summary>The answer for a plan of the snapshot.</summary>
    /// <exception cref="KeyNotFoundException">The snapshot has no such plan.</exception>
    public PlanAnchoring For(NodeId plan) => _plans[plan];

    /// <summary>Whether a way leads from a node of any kind to the samfunnsdel, over what is in force.</summary>
    public bool Reaches(NodeId id) => Upward.Distance(id) is not null;

    private PlanAnchoring Judge(Plan plan)
    {
        var rule = _rules.For(plan.Type);
        bool Accepted(Relation relation) => rule.Accepts.IsEmpty || relation.From != plan.Id || rule.Accepts.Contains(relation.Type);
        if (!rule.Required || AllRoots.Contains(plan.Id) || Force.Of(_snapshot, plan, _today) is PlanForce.Retired or PlanForce.Replaced)
            return Answer(AnchoringState.NotRequired, Upward.Path(plan.Id, Accepted));
        if (ThroughRequired(plan, rule, Accepted) is { } path) return Answer(AnchoringState.Anchored, path);
        if (plan.Exemption?.Holds(_today) == true) return Answer(AnchoringState.Declared, null);
        if (Upward.Path(plan.Id, Accepted) is { } direct) return Answer(AnchoringState.SkipsLevel, direct);
        return _any.Path(plan.Id, Accepted) is { } weak ? Answer(AnchoringState.ThroughExpired, weak) : Answer(AnchoringState.Unanchored, null);

        PlanAnchoring Answer(AnchoringState state, List<Relation>? found)
        {
            var chain = new Chain(plan.Id, [.. found ?? []]);
            return new PlanAnchoring(state, rule, chain, state == AnchoringState.ThroughExpired ? [.. chain.Nodes.Skip(1).Where(id => !InForce(id))] : []);
        }
    }

    private List<Relation>? ThroughRequired(Plan plan, AnchoringRule rule, Func<Relation, bool> accepted)
    {
        if (rule.Through.IsEmpty) return Upward.Path(plan.Id, accepted);
        var way = MapTo(rule.Through, plan.Id).Path(plan.Id, accepted);
        if (way is not { Count: > 0 }) return null;
        var middle = new Chain(plan.Id, [.. way]).Nodes[^1];
        return Upward.Path(middle, _ => true) is { } rest ? [.. way, .. rest] : null;
    }

    /// <summary>Ways to the anchored plans of some types, the plan itself not among them.</summary>
    private UpwardMap MapTo(ImmutableArray<PlanType> types, NodeId except)
    {
        var key = string.Join(',', types) + (types.Contains(((Plan)_snapshot.Find(except)!).Type) ? except.Value : "");
        if (_through.TryGetValue(key, out var map)) return map;
        var sources = _snapshot.OfKind<Plan>().Where(plan => types.Contains(plan.Type) && plan.Id != except && InForce(plan.Id) && Reaches(plan.Id));
        return _through[key] = new UpwardMap(_snapshot, Roots, sources.Select(plan => plan.Id).Order(), InForce);
    }

    private bool InForce(NodeId id) => _snapshot.Find(id) is { } node && Force.IsInForce(_snapshot, node, _today);

    private static FrozenSet<NodeId> FindRoots(GraphSnapshot snapshot)
    {
        var samfunnsdel = snapshot.OfKind<Plan>().Where(plan => plan.Type == PlanType.Samfunnsdel).Select(plan => plan.Id).ToFrozenSet();
        return samfunnsdel.Count > 0 ? samfunnsdel : snapshot.OfKind<Plan>().Where(plan => plan.Type == PlanType.Kommuneplan).Select(plan => plan.Id).ToFrozenSet();
    }
}
