using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PlanGraph.Domain.Graph;

/// <summary>What a detector looks for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FindingKind>))]
public enum FindingKind
{
    Overlap,
    UnanchoredPlan,
    UnanchoredGoal,
    ExpiredPlan,
    GoalWithoutFollowUp,
    ChallengeWithoutResponse,
    HierarchyCycle,
    OutsidePlanningStrategy,
}

/// <summary>ny, under vurdering, bekreftet, avvist, løst.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FindingState>))]
public enum FindingState { New, UnderReview, Confirmed, Dismissed, Resolved }

/// <summary>One line of evidence that a person can read.</summary>
/// <param name="Sentence">What it says.</param>
/// <param name="Weight">How much it adds to the score, −1 to 1; null when it is context and adds nothing.</param>
public sealed record Evidence(Sentence Sentence, double? Weight = null);

/// <summary>What a person said of a finding.</summary>
public sealed record Judgement(string By, DateTimeOffset At, FindingState State, string? Note = null);

/// <summary>
/// A finding as a case. Its id is its key: kind of finding and members, so that it survives runs; its fingerprint is what was judged.
/// The members are its <c>ABOUT</c> relations and, in order, <see cref="Members"/>.
/// </summary>
public sealed record Finding : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Finding;
    public FindingKind Type { get; init; }

    /// <summary>What was found, in one sentence; <see cref="Node.Title"/> holds only the members' titles.</summary>
    public Sentence? Headline { get; init; }
    public ImmutableArray<NodeId> Members { get => field.IsDefault ? [] : field; init; }

    /// <summary>0 to 1.</summary>
    public double Score { get; init; }
    public ImmutableArray<Evidence> Evidence { get => field.IsDefault ? [] : field; init; }

    /// <summary>Hash of exactly what was judged (texts and links of the members).</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What was judged, fact by fact, short: what a later run compares with to say what changed. The fingerprint is the hash of these.</summary>
    public ImmutableSortedDictionary<string, string> Facts
    {
        get => field ?? ImmutableSortedDictionary<string, string>.Empty;
        init => field = value?.WithComparers(StringComparer.Ordinal);
    }

    public FindingState State { get; init; }
    public string? Owner { get; init; }
    public DateOnly? DueDate { get; init; }
    public ImmutableArray<Judgement> Judgements { get => field.IsDefault ? [] : field; init; }

    /// <summary>Run in which it was first seen.</summary>
    public NodeId? FirstRun { get; init; }

    /// <summary>Run in which it came back after a dismissal, or was last opened anew.</summary>
    public NodeId? ReopenedRun { get; init; }

    /// <summary>What had changed when it came back after a dismissal.</summary>
    public ImmutableArray<Sentence> ReopenedBecause { get => field.IsDefault ? [] : field; init; }

    /// <summary>Run in which the detector no longer saw it.</summary>
    public NodeId? ResolvedRun { get; init; }
}

[JsonConverter(typeof(CamelCaseEnumConverter<RunOutcome>))]
public enum RunOutcome { Succeeded, Failed, Cancelled }

[JsonConverter(typeof(CamelCaseEnumConverter<RunTrigger>))]
public enum RunTrigger { Schedule, CatchUp, Demand, FirstStart }

/// <summary>How many findings one detector had in one run.</summary>
/// <param name="Found">Findings that the detector saw.</param>
/// <param name="New">Seen for the first time, or again after a dismissal or a resolution.</param>
/// <param name="Resolved">Open before and no longer seen.</param>
public sealed record DetectorCount(FindingKind Type, int Found, int New, int Resolved, double Milliseconds);

/// <summary>The record of one detection run. It is put in the same change set as the findings: a run publishes whole or not at all.</summary>
public sealed record Run : Node
{
    [JsonIgnore]
    public override NodeKind Kind => NodeKind.Run;
    public RunTrigger Trigger { get; init; }
    public RunOutcome Outcome { get; init; }
    public DateTimeOffset Started { get; init; }
    public DateTimeOffset Finished { get; init; }

    /// <summary>The change that the analysed snapshot was current with.</summary>
    public long GraphSeq { get; init; }
    public ImmutableArray<DetectorCount> Counts { get => field.IsDefault ? [] : field; init; }

    /// <summary>Why it failed or was cancelled.</summary>
    public Sentence? Reason { get; init; }
}
