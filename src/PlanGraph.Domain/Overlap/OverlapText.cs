using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Overlap;

/// <summary>What the engine knows of one plan (or goal or strategy). Only the title is needed; what is missing is unknown, and unknown is not different.</summary>
public sealed record OverlapText(string Title)
{
    /// <summary>A description; null when there is none.</summary>
    public string? Text { get; init; }

    /// <summary>The period it is for, when that is known otherwise than from the title.</summary>
    public Period? Period { get; init; }

    /// <summary>True when it is known to be in force no longer.</summary>
    public bool IsRetired { get; init; }

    /// <summary><see cref="PlanType.Annet"/> when it is not known.</summary>
    public PlanType Type { get; init; }

    /// <summary>The municipality it belongs to; pairs are only made within one. Null: all without one belong together.</summary>
    public string? Municipality { get; init; }

    /// <summary>Sectors that own it, by name or id.</summary>
    public ImmutableArray<string> Sectors { get => field.IsDefault ? [] : field; init; }

    /// <summary>Places it applies to.</summary>
    public ImmutableArray<string> Places { get => field.IsDefault ? [] : field; init; }

    /// <summary>Goals, strategies and challenges it is tied to.</summary>
    public ImmutableArray<string> Goals { get => field.IsDefault ? [] : field; init; }

    /// <summary>The UN goals it contributes to.</summary>
    public ImmutableArray<string> Sdgs { get => field.IsDefault ? [] : field; init; }
}
