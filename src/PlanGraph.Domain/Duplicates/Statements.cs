using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Duplicates;

/// <summary>The goals and strategies that are compared, by their number, what each is compared among, and what ties them.</summary>
internal sealed class Statements
{
    /// <summary>An input that names more than this speaks of them all, not of how like they are.</summary>
    private const int MostNamed = 3;

    private readonly GraphSnapshot _snapshot;

    public Statements(GraphSnapshot snapshot)
    {
        _snapshot = snapshot;
        All = [.. snapshot.Nodes.Where(IsCompared).OrderBy(node => node.Id)];
        Classes = [.. Enumerable.Range(0, All.Length).GroupBy(number => ClassOf(All[number])).Select(group => group.ToImmutableArray()).Where(group => group.Length > 1)];
    }

    public ImmutableArray<Node> All { get; }

    /// <summary>The numbers of those that are compared among each other: goals of one level and standing, strategies of one standing.</summary>
    public IReadOnlyList<ImmutableArray<int>> Classes { get; }

    /// <summary>True when one leads to the other upwards: a sub-goal, or a strategy that serves another.</summary>
    public bool IsHierarchy(int one, int other) => LeadsTo(All[one].Id, All[other].Id) || LeadsTo(All[other].Id, All[one].Id);

    /// <summary>The goals and strategies that both are directly under.</summary>
    public IEnumerable<NodeId> SharedAbove(int one, int other) => Above(All[one].Id).Intersect(Above(All[other].Id)).Order();

    /// <summary>What people have said of both in one breath.</summary>
    public ImmutableArray<Input> InputsOfBoth(int one, int other) =>
        [.. Inputs(All[one].Id).Intersect(Inputs(All[other].Id)).Order().Select(_snapshot.Find).OfType<Input>()];

    /// <summary>The links of the inputs that are about two or more of some.</summary>
    public IEnumerable<Relation> InputsTo(IReadOnlyCollection<NodeId> members) => members.SelectMany(Inputs).CountBy(input => input).Where(count => count.Value > 1)
        .SelectMany(count => _snapshot.Out(count.Key, RelationType.About)).Where(about => members.Contains(about.To));

    private static bool IsCompared(Node node) => node is Goal { Standing: not Standing.Former } or Strategy { Standing: not Standing.Former } && !string.IsNullOrWhiteSpace(node.Title);

    private static (NodeKind, GoalLevel?, Standing) ClassOf(Node node) => node switch
    {
        Goal goal => (NodeKind.Goal, goal.Level, goal.Standing),
        Strategy strategy => (NodeKind.Strategy, null, strategy.Standing),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.Kind, null),
    };

    private IEnumerable<NodeId> Above(NodeId id) =>
        _snapshot.Out(id).Where(relation => relation.Type is RelationType.SubgoalOf or RelationType.Supports && relation.To != id).Select(relation => relation.To);

    private bool LeadsTo(NodeId from, NodeId to)
    {
        var seen = new HashSet<NodeId> { from };
        var open = new Stack<NodeId>(seen);
        while (open.TryPop(out var id))
        {
            foreach (var above in Above(id))
            {
                if (above == to) return true;
                if (seen.Add(above)) open.Push(above);
            }
        }
        return false;
    }

    private IEnumerable<NodeId> Inputs(NodeId id) => _snapshot.In(id, RelationType.About)
        .Where(about => about.From.Kind == NodeKind.Input && _snapshot.Out(about.From, RelationType.About).Count() <= MostNamed).Select(about => about.From).Distinct();
}
