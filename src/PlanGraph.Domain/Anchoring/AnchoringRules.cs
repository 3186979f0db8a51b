using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>How much it matters that a plan of a type is not anchored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AnchoringSeverity>))]
public enum AnchoringSeverity { Low, Medium, High }

/// <summary>What is asked of the plans of one type, or of those whose title says that they are something else than their type.</summary>
public sealed record AnchoringRule
{
    /// <summary>The plan type; null in a rule for titles that holds for plans of any type.</summary>
    public PlanType? Type { get; init; }

    /// <summary>
    /// When set, the rule is for plans whose title names such a document (<see cref="TitleGenre"/>): "analyse" is for "Felles ROS-analyse", whatever heading it was listed under.
    /// </summary>
    public ImmutableArray<string> TitleWords { get => field.IsDefault ? [] : field; init; }

    /// <summary>Whether such plans must be anchored at all.</summary>
    public required bool Required { get; init; }

    /// <summary>The relation types by which the plan itself may leave on its way up. The plans and goals on the way have their own rules.</summary>
    public ImmutableArray<RelationType> Accepts { get => field.IsDefault ? [] : field; init; }

    /// <summary>When set, the way ends in a plan in force of one of these types, and not in the samfunnsdel. Whether that plan is anchored is for its own rule.</summary>
    public ImmutableArray<PlanType> In { get => field.IsDefault ? [] : field; init; }

    /// <summary>When set, at least one plan of one of these types must stand on the way.</summary>
    public ImmutableArray<PlanType> Through { get => field.IsDefault ? [] : field; init; }

    public AnchoringSeverity Severity { get; init; }

    /// <summary>Where the demand comes from: a text key with @ in front, or the municipality's own words.</summary>
    public required string Source { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(AnchoringRule))]
internal sealed partial class AnchoringJsonContext : JsonSerializerContext;
