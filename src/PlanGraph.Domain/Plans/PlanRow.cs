using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Plans;

/// <summary>One plan as every list shows it.</summary>
public sealed record PlanRow
{
    public required NodeId Id { get; init; }
    public required string Title { get; init; }
    public required PlanType Type { get; init; }
    public required PlanStatus Status { get; init; }
    public string? StatusPrinted { get; init; }
    public PrintedDate? Adopted { get; init; }
    public Period? Period { get; init; }

    /// <summary>The sectors that own it, in the order of their titles.</summary>
    public ImmutableArray<Sector> Sectors { get; init; }
    public UseDoubt UseDoubt { get; init; }
    public required AnchoringState Anchoring { get; init; }

    /// <summary>The declaration that it stands outside the red thread, whether it still holds or not.</summary>
    public AnchoringExemption? Exemption { get; init; }

    /// <summary>The next node on its way up, when there is a way.</summary>
    public Node? Through { get; init; }
    public required PlanForce Force { get; init; }

    /// <summary>Findings about it that wait for somebody (<see cref="Findings.FindingStates.IsOpen"/>).</summary>
    public int OpenFindings { get; init; }

    /// <summary>Goals that it states, supports or is anchored in directly.</summary>
    public int Goals { get; init; }

    /// <summary>Its period is over, and it is neither retired nor replaced.</summary>
    public bool IsExpired => Force == PlanForce.Expired;

    /// <summary>Counted as "not anchored" everywhere (<see cref="PlanAnchoring.IsProblem"/>).</summary>
    public bool IsUnanchored => Anchoring is AnchoringState.Unanchored or AnchoringState.ThroughExpired or AnchoringState.SkipsLevel;
}
