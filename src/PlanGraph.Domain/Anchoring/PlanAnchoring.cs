using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Plans;

namespace PlanGraph.Domain.Anchoring;

/// <summary>How a plan stands to the samfunnsdel.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AnchoringState>))]
public enum AnchoringState
{
    /// <summary>A way leads to the samfunnsdel in force or one of its goals in force.</summary>
    Anchored,

    /// <summary>A way leads there, but only by plans, goals or strategies that are no longer, or not yet, in force.</summary>
    ThroughExpired,

    /// <summary>A way leads there, but not through the kind of plan that the rule asks for.</summary>
    SkipsLevel,

    /// <summary>No way leads there; the plan is declared to stand outside, and the declaration holds.</summary>
    Declared,

    /// <summary>No rule asks for it: by its type, because it is the samfunnsdel, or because the plan is retired or replaced.</summary>
    NotRequired,

    /// <summary>No way leads there.</summary>
    Unanchored,

    /// <summary>No way leads there, and nothing in the graph says that anybody has recorded what plans are anchored in: unknown is not missing.</summary>
    Unknown,
}

/// <summary>The answer for one plan.</summary>
/// <param name="Rule">The rule that was asked.</param>
/// <param name="Path">The way found, from the plan up: the red thread. Empty when there is none.</param>
/// <param name="NotInForce">What on the way is not in force, when the state is <see cref="AnchoringState.ThroughExpired"/>.</param>
public sealed record PlanAnchoring(AnchoringState State, AnchoringRule Rule, Chain Path, ImmutableArray<NodeId> NotInForce)
{
    /// <summary>True when a planner should look at it: what is counted as "not anchored" in every list.</summary>
    public bool IsProblem => State is AnchoringState.Unanchored or AnchoringState.ThroughExpired or AnchoringState.SkipsLevel;
}
