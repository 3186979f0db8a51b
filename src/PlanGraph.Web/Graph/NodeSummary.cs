using System.Collections.Immutable;
using System.Text.Json;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;

namespace PlanGraph.Web.Graph;

/// <summary>What lists and graphs say of a node.</summary>
/// <param name="Type">Of a plan, strategy or finding.</param>
/// <param name="Degree">How many relations it has to the plan system, by type and direction.</param>
/// <param name="Flags">useDoubt, expired, unanchored, openFindings.</param>
/// <param name="Sectors">Those that own it.</param>
internal sealed record NodeSummary(
    NodeId Id, NodeKind Kind, string Title, string? Type, string? Status, string? Standing, string? Dimension, string? Level, Years? Period, long Version,
    ImmutableArray<Degree> Degree, ImmutableArray<string> Flags, ImmutableArray<NodeId> Sectors);

internal sealed record Years(int? From, int? To);

internal sealed record Degree(RelationType Type, bool Outgoing, int Count);

/// <summary>Makes summaries from a view of the graph.</summary>
internal static class Summaries
{
    public static NodeSummary Summary(this GraphView view, Node node) => view.Summary(node, view.Degree(node.Id));

    public static NodeSummary Summary(this GraphView view, Node node, ImmutableArray<Degree> degree) => new(
        node.Id, node.Kind, node.Title, Word(TypeOf(node)), Word(StatusOf(node)), Word(StandingOf(node)), Word(DimensionOf(node)), Word(LevelOf(node)),
        PeriodOf(node) is { } period ? new Years(period.From, period.To) : null, node.Version, degree, view.Flags(node),
        [.. view.Snapshot.Out(node.Id, RelationType.OwnedBy).Select(relation => relation.To)]);

    /// <summary>Summaries of the nodes that exist among some ids, in their order.</summary>
    public static ImmutableArray<NodeSummary> SummariesOf(this GraphView view, IEnumerable<NodeId> ids) =>
        [.. ids.Select(view.Snapshot.Find).OfType<Node>().Select(node => view.Summary(node))];

    public static ImmutableArray<Degree> DegreeOf(IEnumerable<RelationCount> counts) =>
        [.. counts.Select(count => new Degree(count.Type, count.Outgoing, count.Count))];

    private static ImmutableArray<Degree> Degree(this GraphView view, NodeId id) =>
    [
        .. view.Snapshot.Out(id).Where(relation => !NodeKinds.IsBookkeeping(relation.To.Kind)).GroupBy(relation => relation.Type)
            .Select(group => new Degree(group.Key, true, group.Count())).OrderBy(degree => degree.Type),
        .. view.Snapshot.In(id).Where(relation => !NodeKinds.IsBookkeeping(relation.From.Kind)).GroupBy(relation => relation.Type)
            .Select(group => new Degree(group.Key, false, group.Count())).OrderBy(degree => degree.Type),
    ];

    private static ImmutableArray<string> Flags(this GraphView view, Node node)
    {
        var flags = ImmutableArray.CreateBuilder<string>();
        if (node is Plan plan && view.Snapshot.Find(plan.Id) is Plan)
        {
            if (plan.UseDoubt != UseDoubt.None) flags.Add("useDoubt");
            if (Force.Of(view.Snapshot, plan, view.Today) == PlanForce.Expired) flags.Add("expired");
            if (view.Anchoring.For(plan.Id).IsProblem) flags.Add("unanchored");
        }
        if (view.OpenFindings(node.Id) > 0) flags.Add("openFindings");
        return flags.ToImmutable();
    }

    private static Enum? TypeOf(Node node) => node switch
    {
        Plan plan => plan.Type,
        Strategy strategy => strategy.Type,
        Finding finding => finding.Type,
        _ => null,
    };

    private static Enum? StatusOf(Node node) => node switch
    {
        Plan plan => plan.Status,
        Measure measure => measure.Status,
        GoalConflict conflict => conflict.Status,
        Finding finding => finding.State,
        _ => null,
    };

    private static Enum? StandingOf(Node node) => node switch
    {
        Goal goal => goal.Standing,
        Strategy strategy => strategy.Standing,
        _ => null,
    };

    private static Enum? DimensionOf(Node node) => node switch
    {
        Goal goal => goal.Dimension,
        Strategy strategy => strategy.Dimension,
        Challenge challenge => challenge.Dimension,
        Sdg sdg => sdg.Dimension,
        _ => null,
    };

    private static Enum? LevelOf(Node node) => node switch
    {
        Plan plan => plan.Level,
        Goal goal => goal.Level,
        _ => null,
    };

    private static Period? PeriodOf(Node node) => node switch
    {
        Plan plan => plan.Period,
        Measure measure => measure.Period,
        _ => null,
    };

    /// <summary>A choice as it is written in JSON.</summary>
    internal static string? Word(Enum? choice) => choice is null ? null : JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());
}
