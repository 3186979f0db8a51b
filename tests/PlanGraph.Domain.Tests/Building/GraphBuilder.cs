using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Tests.Building;

/// <summary>
/// Builds small graphs in a few words: <c>new GraphBuilder().Samfunnsdel().Plan("a").Relate("plan/a", RelationType.AnchoredIn, "plan/samfunnsdel").Snapshot()</c>.
/// Titles are made from the slug. What was put last under an id or key holds.
/// </summary>
internal sealed class GraphBuilder
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    private readonly Dictionary<NodeId, Node> _nodes = [];
    private readonly Dictionary<RelationKey, Relation> _relations = [];

    public GraphBuilder Put(Node node)
    {
        _nodes[node.Id] = node with { Version = (_nodes.GetValueOrDefault(node.Id)?.Version ?? 0) + 1 };
        return this;
    }

    public GraphBuilder Plan(string slug, PlanType type = PlanType.Temaplan, Func<Plan, Plan>? with = null)
    {
        var plan = new Plan { Id = NodeId.Of(NodeKind.Plan, slug), Title = Title(slug), Type = type, Status = PlanStatus.Adopted };
        return Put(with is null ? plan : with(plan));
    }

    /// <summary>A samfunnsdel 2021–2040 with one main goal, <c>goal/hovedmal</c>.</summary>
    public GraphBuilder Samfunnsdel() => Plan("samfunnsdel", PlanType.Samfunnsdel, plan => plan with { Period = new Period(2021, 2040) })
        .Goal("hovedmal", GoalLevel.MainGoal).Relate("plan/samfunnsdel", RelationType.States, "goal/hovedmal");

    public GraphBuilder Goal(string slug, GoalLevel level = GoalLevel.SubGoal, Standing standing = Standing.Current) =>
        Put(new Goal { Id = NodeId.Of(NodeKind.Goal, slug), Title = Title(slug), Level = level, Standing = standing });

    public GraphBuilder Strategy(string slug, Standing standing = Standing.Current) =>
        Put(new Strategy { Id = NodeId.Of(NodeKind.Strategy, slug), Title = Title(slug), Standing = standing });

    public GraphBuilder Measure(string slug, MeasureStatus status = MeasureStatus.InProgress) =>
        Put(new Measure { Id = NodeId.Of(NodeKind.Measure, slug), Title = Title(slug), Status = status });

    public GraphBuilder Challenge(string slug) => Put(new Challenge { Id = NodeId.Of(NodeKind.Challenge, slug), Title = Title(slug) });

    public GraphBuilder Relate(string from, RelationType type, string to)
    {
        var relation = new Relation { Type = type, From = NodeId.Parse(from), To = NodeId.Parse(to) };
        _relations[relation.Key] = relation with { Version = (_relations.GetValueOrDefault(relation.Key)?.Version ?? 0) + 1 };
        return this;
    }

    public GraphBuilder Change(string id, Func<Node, Node> change) => Put(change(_nodes[NodeId.Parse(id)]));

    public GraphBuilder Remove(string from, RelationType type, string to)
    {
        _relations.Remove(new RelationKey(type, NodeId.Parse(from), NodeId.Parse(to)));
        return this;
    }

    /// <summary>Does what a store does with a change set that it accepts.</summary>
    /// <exception cref="InvalidOperationException">An expected version does not fit, or a rule is broken.</exception>
    public GraphBuilder Apply(IEnumerable<Operation> operations)
    {
        foreach (var operation in operations) Apply(operation);
        return this;
    }

    public GraphSnapshot Snapshot(Random? order = null)
    {
        var (nodes, relations) = (_nodes.Values.ToArray(), _relations.Values.ToArray());
        order?.Shuffle(nodes);
        order?.Shuffle(relations);
        return GraphSnapshot.From(1, nodes, relations);
    }

    public DetectionContext Context(Random? order = null) => new(Snapshot(order), Today, AnchoringRuleTable.Default);

    public AnchoringMap Anchoring() => AnchoringMap.Of(Snapshot(), AnchoringRuleTable.Default, Today);

    private void Apply(Operation operation)
    {
        var (actual, problem) = operation switch
        {
            PutNode put => (_nodes.GetValueOrDefault(put.Node.Id)?.Version ?? 0, NodeRules.Check(put.Node).FirstOrDefault()),
            PutRelation put => (_relations.GetValueOrDefault(put.Relation.Key)?.Version ?? 0, RelationRules.Check(put.Relation).FirstOrDefault()),
            RemoveRelation remove => (_relations.GetValueOrDefault(remove.Key)?.Version ?? 0, null),
            _ => throw new InvalidOperationException($"Not expected here: {operation}"),
        };
        if (problem is not null) throw new InvalidOperationException($"{operation.Element}: {problem.Key}");
        if (actual != operation.ExpectedVersion) throw new InvalidOperationException($"{operation.Element} is at {actual}, not {operation.ExpectedVersion}.");
        if (operation is PutNode { Node: var node }) Put(node);
        if (operation is PutRelation { Relation: var relation }) _relations[relation.Key] = relation with { Version = actual + 1 };
        if (operation is RemoveRelation gone) _relations.Remove(gone.Key);
    }

    private static string Title(string slug) => char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' ');
}
