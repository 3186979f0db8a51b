using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Kind = PlanGraph.Domain.Graph.NodeKind;

namespace PlanGraph.Domain.Graph;

/// <summary>Which kinds a relation type may join, in its direction.</summary>
public sealed record RelationRule(RelationType Type, ImmutableArray<NodeKind> From, ImmutableArray<NodeKind> To);

/// <summary>The table of allowed relations, checked on every write.</summary>
public static class RelationRules
{
    private static readonly ImmutableArray<NodeKind> Influences = [Kind.Goal, Kind.Strategy, Kind.Measure, Kind.Challenge];

    /// <summary>One rule for each relation type, in the order of the types.</summary>
    public static ImmutableArray<RelationRule> All { get; } =
    [
        new(RelationType.PartOf, [Kind.Plan], [Kind.Plan]),
        new(RelationType.AnchoredIn, [Kind.Plan], [Kind.Plan, Kind.Goal, Kind.Strategy]),
        new(RelationType.States, [Kind.Plan], [Kind.Goal, Kind.Strategy, Kind.Measure, Kind.Challenge]),
        new(RelationType.SubgoalOf, [Kind.Goal], [Kind.Goal]),
        new(RelationType.Supports, [Kind.Strategy, Kind.Measure, Kind.Plan], [Kind.Goal, Kind.Strategy]),
        new(RelationType.RespondsTo, [Kind.Plan, Kind.Goal, Kind.Strategy, Kind.Measure], [Kind.Challenge]),
        new(RelationType.Affects, Influences, Influences),
        new(RelationType.ConflictSide, [Kind.GoalConflict], [Kind.Goal, Kind.Strategy, Kind.Plan, Kind.Challenge]),
        new(RelationType.Settles, [Kind.Decision], [Kind.GoalConflict]),
        new(RelationType.Replaces, [Kind.Plan], [Kind.Plan]),
        new(RelationType.Overlaps, [Kind.Plan], [Kind.Plan]),
        new(RelationType.ContributesTo, [Kind.Goal, Kind.Strategy, Kind.Plan], [Kind.Sdg]),
        new(RelationType.OwnedBy, [Kind.Plan, Kind.Goal, Kind.Measure], [Kind.Sector]),
        new(RelationType.AppliesTo, [Kind.Plan, Kind.Measure], [Kind.Place]),
        new(RelationType.BasedOn, [Kind.Plan, Kind.Challenge], [Kind.Knowledge]),
        new(RelationType.About, [Kind.Input, Kind.Finding], [.. NodeKinds.All]),
    ];

    private static readonly ImmutableArray<string> Names = [.. All.Select(rule => JsonNamingPolicy.SnakeCaseUpper.ConvertName(rule.Type.ToString()))];

    private static readonly FrozenDictionary<string, RelationType> ByName =
        All.ToFrozenDictionary(rule => Names[(int)rule.Type], rule => rule.Type, StringComparer.Ordinal);

    /// <summary>The type as it is written: <c>PART_OF</c>.</summary>
    public static string Name(RelationType type) => Names[(int)type];

    public static bool TryParse(string name, out RelationType type) => ByName.TryGetValue(name, out type);

    public static bool Allows(RelationType type, NodeKind from, NodeKind to) =>
        All[(int)type].From.Contains(from) && All[(int)type].To.Contains(to);

    /// <summary>What is wrong with a relation taken by itself: its ends' kinds, and the values its type demands or forbids.</summary>
    public static IEnumerable<Sentence> Check(Relation relation)
    {
        if (!Allows(relation.Type, relation.From.Kind, relation.To.Kind))
        {
            yield return Sentence.Of("rules.relationNotAllowed", ("type", $"@relation.{Name(relation.Type)}"), ("relation", relation.Key),
                ("from", $"@kind.{relation.From.Kind}"), ("to", $"@kind.{relation.To.Kind}"));
        }
        if ((relation.Type == RelationType.Affects) != (relation.Score is not null) || relation.Score is < -3 or > 3)
            yield return Sentence.Of("rules.score", ("relation", relation.Key));
        if ((relation.Type == RelationType.ConflictSide) != (relation.Side is not null))
            yield return Sentence.Of("rules.side", ("relation", relation.Key));
        if (relation.Action is not null && relation.Type != RelationType.Overlaps)
            yield return Sentence.Of("rules.action", ("relation", relation.Key));
        if (relation.Variant is { } variant && !Slug.IsWellFormed(variant))
            yield return Sentence.Of("rules.variant", ("relation", relation.Key));
        if (relation.Reason?.Length > NodeRules.MaxText)
            yield return Sentence.Of("rules.textTooLong", ("element", relation.Key), ("max", NodeRules.MaxText));
    }
}
