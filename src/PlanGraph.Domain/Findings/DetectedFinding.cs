using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>What a detector saw in one snapshot, before it is compared with what is known.</summary>
public sealed record DetectedFinding
{
    public required FindingKind Type { get; init; }

    /// <summary>The nodes it is about, in the order of their ids, each once.</summary>
    public required ImmutableArray<NodeId> Members { get; init; }

    /// <summary>A slug that tells two findings of the same kind and members apart; null when there can be only one.</summary>
    public string? Variant { get; init; }

    public required Sentence Headline { get; init; }

    /// <summary>The parts of the score, as a waterfall, and context without weight.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>For a group: the evidence for some of its members alone, when people have left the others out. Null when it cannot be told.</summary>
    public Func<ImmutableArray<NodeId>, ImmutableArray<Evidence>>? EvidenceAmong { get; init; }

    /// <summary>Exactly what was judged. Nothing that depends on the day or on other parts of the graph belongs here.</summary>
    public required ImmutableSortedDictionary<string, string> Facts { get; init; }

    /// <summary>False when it is enough to keep a case that is open, and not enough to open one: what hovers about a threshold does not come and go.</summary>
    public bool IsEnoughForNew { get; init; } = true;

    /// <summary>The sum of the weights, 0 to 1, two decimals.</summary>
    public double Score => ScoreOf(Evidence);

    public NodeId Id => FindingKeys.Of(Type, Members, Variant);

    public string Fingerprint => FactList.Fingerprint(Facts);

    internal static double ScoreOf(ImmutableArray<Evidence> evidence) => Math.Round(Math.Clamp(evidence.Sum(line => line.Weight ?? 0), 0, 1), 2);
}
