using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>How much it matters that a plan of a type is not anchored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AnchoringSeverity>))]
public enum AnchoringSeverity { Low, Medium, High }

/// <summary>What is asked of one plan type.</summary>
public sealed record AnchoringRule
{
    public required PlanType Type { get; init; }

    /// <summary>Whether plans of the type must be anchored at all.</summary>
    public required bool Required { get; init; }

    /// <summary>The relation types by which the plan itself may leave on its way to the samfunnsdel. The plans and goals on the way have their own rules.</summary>
    public ImmutableArray<RelationType> Accepts { get => field.IsDefault ? [] : field; init; }

    /// <summary>When set, at least one plan of one of these types must stand on the way.</summary>
    public ImmutableArray<PlanType> Through { get => field.IsDefault ? [] : field; init; }

    public AnchoringSeverity Severity { get; init; }

    /// <summary>Where the demand comes from: a text key with @ in front, or the municipality's own words.</summary>
    public required string Source { get; init; }
}

/// <summary>The rules of all plan types. The default table is the file <c>anchoring-rules.json</c> beside this one.</summary>
public sealed class AnchoringRuleTable
{
    private readonly FrozenDictionary<PlanType, AnchoringRule> _rules;

    private AnchoringRuleTable(FrozenDictionary<PlanType, AnchoringRule> rules) => _rules = rules;

    /// <summary>The relation types that lead towards the samfunnsdel; only these can be accepted by a rule.</summary>
    public static ImmutableArray<RelationType> Upward { get; } =
        [RelationType.AnchoredIn, RelationType.PartOf, RelationType.Supports, RelationType.States];

    public static AnchoringRuleTable Default { get; } = ReadDefault();

    public AnchoringRule For(PlanType type) => _rules[type];

    /// <summary>Reads a table of rules: a JSON list with exactly one rule for each plan type.</summary>
    /// <exception cref="FormatException">A type is missing or stands twice, or a rule accepts a relation that does not lead upward.</exception>
    /// <exception cref="JsonException">It is no list of rules.</exception>
    public static AnchoringRuleTable Parse(ReadOnlySpan<byte> json)
    {
        var rules = JsonSerializer.Deserialize(json, AnchoringJsonContext.Default.ImmutableArrayAnchoringRule);
        foreach (var type in Enum.GetValues<PlanType>())
        {
            if (rules.Count(rule => rule.Type == type) != 1)
                throw new FormatException($"The anchoring rules must have exactly one rule for plan type {type}.");
        }
        foreach (var rule in rules.Where(rule => rule.Required && (rule.Accepts.IsEmpty || rule.Accepts.Any(type => !Upward.Contains(type)))))
            throw new FormatException($"The anchoring rule of {rule.Type} must accept at least one of {string.Join(", ", Upward.Select(RelationRules.Name))}, and no other relation.");
        return new AnchoringRuleTable(rules.ToFrozenDictionary(rule => rule.Type));
    }

    private static AnchoringRuleTable ReadDefault()
    {
        using var stream = typeof(AnchoringRuleTable).Assembly.GetManifestResourceStream("anchoring-rules.json")
            ?? throw new InvalidOperationException("The embedded file anchoring-rules.json is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Parse(bytes);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ImmutableArray<AnchoringRule>))]
internal sealed partial class AnchoringJsonContext : JsonSerializerContext;
