using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Join;
using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Findings;

/// <summary>What every detector is given. What more than one of them needs is made once.</summary>
public sealed class DetectionContext(GraphSnapshot snapshot, DateOnly today, AnchoringRuleTable anchoringRules)
{
    private readonly Lazy<AnchoringMap> _anchoring = new(() => AnchoringMap.Of(snapshot, anchoringRules, today));

    public GraphSnapshot Snapshot => snapshot;

    /// <summary>The day the municipality has.</summary>
    public DateOnly Today => today;

    public AnchoringMap Anchoring => _anchoring.Value;

    /// <summary>The topics and laws that texts are read with; those that PlanGraph brings unless a municipality has its own.</summary>
    public PlanLexicon Lexicon { get; init; } = PlanLexicon.BuiltIn;

    /// <summary>What earlier runs found of the plans' titles, so that only what has changed is compared anew; null when each run is the first.</summary>
    public JoinMemory? Titles { get; init; }

    /// <summary>What plans without anchoring may be meant for; for one thread.</summary>
    public LikelyGoals LikelyGoals => field ??= new LikelyGoals(Snapshot, Anchoring, Lexicon.Topics);
}

/// <summary>Looks for one kind of finding.</summary>
/// <param name="Type">The kind; one detector each.</param>
/// <param name="Detect">Pure: the same snapshot and day give the same findings, in the order of their ids.</param>
public sealed record Detector(FindingKind Type, Func<DetectionContext, CancellationToken, ImmutableArray<DetectedFinding>> Detect)
{
    /// <summary>What it is made of besides the program, by name: a fingerprint of each rule table and word list. Kept with every run.</summary>
    public ImmutableSortedDictionary<string, string> Versions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>What one detector saw, and how long it took.</summary>
public sealed record Detection(FindingKind Type, ImmutableArray<DetectedFinding> Findings, double Milliseconds);
