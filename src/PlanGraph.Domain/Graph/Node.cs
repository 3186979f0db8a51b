using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PlanGraph.Domain.Graph;

/// <summary>A thing of the plan system. Immutable; a change is a new version, put by a <see cref="ChangeSet"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Plan), nameof(NodeKind.Plan))]
[JsonDerivedType(typeof(Goal), nameof(NodeKind.Goal))]
[JsonDerivedType(typeof(Strategy), nameof(NodeKind.Strategy))]
[JsonDerivedType(typeof(Measure), nameof(NodeKind.Measure))]
[JsonDerivedType(typeof(Challenge), nameof(NodeKind.Challenge))]
[JsonDerivedType(typeof(GoalConflict), nameof(NodeKind.GoalConflict))]
[JsonDerivedType(typeof(Decision), nameof(NodeKind.Decision))]
[JsonDerivedType(typeof(Sdg), nameof(NodeKind.Sdg))]
[JsonDerivedType(typeof(Sector), nameof(NodeKind.Sector))]
[JsonDerivedType(typeof(Place), nameof(NodeKind.Place))]
[JsonDerivedType(typeof(Knowledge), nameof(NodeKind.Knowledge))]
[JsonDerivedType(typeof(Input), nameof(NodeKind.Input))]
[JsonDerivedType(typeof(Finding), nameof(NodeKind.Finding))]
[JsonDerivedType(typeof(Run), nameof(NodeKind.Run))]
public abstract record Node
{
    public required NodeId Id { get; init; }

    /// <summary>1 to <see cref="NodeRules.MaxTitle"/> characters.</summary>
    public required string Title { get; init; }

    /// <summary>At most <see cref="NodeRules.MaxText"/> characters.</summary>
    public string? Text { get; init; }

    /// <summary>The municipality's own remark; at most <see cref="NodeRules.MaxText"/> characters.</summary>
    public string? Notes { get; init; }

    /// <summary>Where it stands in which document. Empty for what people made in PlanGraph itself.</summary>
    public ImmutableArray<Source> Sources { get => field.IsDefault ? [] : field; init; }

    /// <summary>1 for a new node, one more with each change. Set by the store; what a client sends is not used.</summary>
    public long Version { get; init; }

    [JsonIgnore]
    public abstract NodeKind Kind { get; }
}

/// <summary>A plan, strategy document, report to the council (melding) or analysis in the municipality's plan system.</summary>
public sealed record Plan : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Plan;
    public PlanType Type { get; init; }
    public PlanStatus Status { get; init; }

    /// <summary>The status column as printed, when the plan came from a list.</summary>
    public string? StatusPrinted { get; init; }

    public PrintedDate? Adopted { get; init; }
    public PrintedDate? Started { get; init; }
    public PrintedDate? Finished { get; init; }
    public Period? Period { get; init; }
    public CouncilDecision? CouncilDecision { get; init; }
    public UseDoubt UseDoubt { get; init; }
    public PlanLevel? Level { get; init; }

    /// <summary>How many years ahead the plan looks, as printed: "10-12 år".</summary>
    public string? Horizon { get; init; }

    public string? Link { get; init; }

    /// <summary>Set when the plan is declared to stand outside the red thread.</summary>
    public AnchoringExemption? Exemption { get; init; }
}

public sealed record Goal : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Goal;
    public GoalLevel Level { get; init; }
    public Dimension? Dimension { get; init; }
    public Standing Standing { get; init; }

    /// <summary>As printed: "Delmål 2".</summary>
    public string? Number { get; init; }
}

public sealed record Strategy : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Strategy;

    /// <summary>Strategi or arealstrategi.</summary>
    public StrategyKind Type { get; init; }
    public Dimension? Dimension { get; init; }
    public Standing Standing { get; init; }

    /// <summary>As printed: "Arealstrategi 4".</summary>
    public string? Number { get; init; }
}

public sealed record Measure : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Measure;
    public MeasureStatus Status { get; init; }
    public Period? Period { get; init; }
}

public sealed record Challenge : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Challenge;
    public Dimension? Dimension { get; init; }
}

public sealed record GoalConflict : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.GoalConflict;
    public ConflictStatus Status { get; init; }

    /// <summary>1 (small) to 5 (grave); null when nobody has judged it.</summary>
    public int? Severity { get; init; }

    /// <summary>Role or unit, not a private person.</summary>
    public string? Owner { get; init; }
    public DateOnly? ReviewDate { get; init; }
}

public sealed record Decision : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Decision;
    public DateOnly? Date { get; init; }

    /// <summary>Saksnummer in the case system.</summary>
    public string? CaseNumber { get; init; }
}

/// <summary>One of the United Nations' 17 sustainable development goals.</summary>
public sealed record Sdg : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Sdg;

    /// <summary>1 to 17.</summary>
    public required int Number { get; init; }
    public SdgDimension Dimension { get; init; }
}

public sealed record Sector : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Sector;
}

public sealed record Place : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Place;
}

public sealed record Knowledge : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Knowledge;
    public int? Year { get; init; }
    public string? Link { get; init; }
}

/// <summary>What a group, party or organisation said. Never a person's name.</summary>
public sealed record Input : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Input;
    public string? Group { get; init; }
    public string? Party { get; init; }
    public string? Organisation { get; init; }

    /// <summary>How many stars the workshop gave; null when it was not voted on.</summary>
    public int? Stars { get; init; }
}
