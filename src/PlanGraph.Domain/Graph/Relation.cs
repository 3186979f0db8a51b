using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanGraph.Domain.Graph;

/// <summary>How two nodes hang together. Written as in Neo4j: <c>PART_OF</c>. What each may join stands in <see cref="RelationRules"/>.</summary>
[JsonConverter(typeof(RelationTypeJsonConverter))]
public enum RelationType
{
    PartOf,
    AnchoredIn,
    States,
    SubgoalOf,
    Supports,
    RespondsTo,
    Affects,
    ConflictSide,
    Settles,
    Replaces,
    Overlaps,
    ContributesTo,
    OwnedBy,
    AppliesTo,
    BasedOn,
    About,
}

internal sealed class RelationTypeJsonConverter() : JsonStringEnumConverter<RelationType>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false);

/// <summary>
/// What makes a relation the same relation: its type, its ends and, where several may stand beside each other (each sector's own score of an
/// <c>AFFECTS</c>), a variant. Written <c>AFFECTS:goal/a&gt;goal/b#klima</c>.
/// </summary>
public readonly record struct RelationKey(RelationType Type, NodeId From, NodeId To, string? Variant = null) : IComparable<RelationKey>
{
    public override string ToString() => $"{RelationRules.Name(Type)}:{From}>{To}{(Variant is null ? "" : "#" + Variant)}";

    public static bool TryParse([NotNullWhen(true)] string? text, out RelationKey key)
    {
        key = default;
        var colon = text?.IndexOf(':') ?? -1;
        var arrow = text?.IndexOf('>') ?? -1;
        if (colon < 0 || arrow < colon) return false;
        var hash = text!.IndexOf('#', arrow);
        var end = hash < 0 ? text.Length : hash;
        if (!RelationRules.TryParse(text[..colon], out var type)
            || !NodeId.TryParse(text[(colon + 1)..arrow], out var from) || !NodeId.TryParse(text[(arrow + 1)..end], out var to))
        {
            return false;
        }
        key = new RelationKey(type, from, to, hash < 0 ? null : text[(hash + 1)..]);
        return true;
    }

    /// <summary>By ends, then type, then variant: the order in which lists of relations are given.</summary>
    public int CompareTo(RelationKey other)
    {
        var order = From.CompareTo(other.From);
        if (order == 0) order = To.CompareTo(other.To);
        if (order == 0) order = Type.CompareTo(other.Type);
        return order == 0 ? string.CompareOrdinal(Variant, other.Variant) : order;
    }

    public static bool operator <(RelationKey left, RelationKey right) => left.CompareTo(right) < 0;
    public static bool operator <=(RelationKey left, RelationKey right) => left.CompareTo(right) <= 0;
    public static bool operator >(RelationKey left, RelationKey right) => left.CompareTo(right) > 0;
    public static bool operator >=(RelationKey left, RelationKey right) => left.CompareTo(right) >= 0;
}

/// <summary>A directed relation between two nodes. Immutable; a change is a new version.</summary>
public sealed record Relation
{
    public required RelationType Type { get; init; }
    public required NodeId From { get; init; }
    public required NodeId To { get; init; }

    /// <summary>See <see cref="RelationKey"/>: a slug, or null.</summary>
    public string? Variant { get; init; }

    /// <summary>For <c>CONFLICT_SIDE</c>, where it must be set; else null.</summary>
    public ConflictSide? Side { get; init; }

    /// <summary>For <c>AFFECTS</c>, where it must be set: −3 (cancels) to +3 (indivisible), Nilsson's scale; 0 is "looked at, no effect". Else null.</summary>
    public int? Score { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>For <c>OVERLAPS</c>: what is to be done, when that is decided. Else null.</summary>
    public OverlapAction? Action { get; init; }

    /// <summary>Sector or role that set the score.</summary>
    public string? ScoredBy { get; init; }

    public ImmutableArray<Source> Sources { get => field.IsDefault ? [] : field; init; }

    /// <summary>1 for a new relation, one more with each change. Set by the store.</summary>
    public long Version { get; init; }

    [JsonIgnore]
    public RelationKey Key => new(Type, From, To, Variant);
}
