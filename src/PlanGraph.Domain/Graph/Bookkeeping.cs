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
    StrategyWithoutMeasure,
    UncertainUse,
    ExemptionEnding,
    Duplicate,
}

/// <summary>ny, under vurdering, bekreftet, avvist, løst.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FindingState>))]
public enum FindingState { New, UnderReview, Confirmed, Dismissed, Resolved }

/// <summary>One line of evidence that a person can read.</summary>
/// <param name="Sentence">What it says.</param>
/// <param name="Weight">How much it adds to the score, −1 to 1; null when it is context and adds nothing.</param>
public sealed record Evidence(Sentence Sentence, double? Weight = null);

/// <summary>What a person said of a finding.</summary>
/// <param name="Action">What is to be done about an overlap that was confirmed.</param>
/// <param name="Score">The detector's own score when it was said, 0 to 1: what calibration learns from. Null in judgements from before it was kept.</param>
public sealed record Judgement(string By, DateTimeOffset At, FindingState State, string? Note = null, OverlapAction? Action = null, double? Score = null);

/// <summary>A member that a person has taken out of a group; the group goes on without it. It comes back when what was known of it changes.</summary>
public sealed record LeftOutMember(NodeId Member, string By, DateTimeOffset At, string? Note = null)
{
    /// <summary>The facts of the case that were about this member, as in <see cref="Finding.Facts"/>.</summary>
    public ImmutableSortedDictionary<string, string> Facts
    {
        get => field ?? ImmutableSortedDictionary<string, string>.Empty;
        init => field = value?.WithComparers(StringComparer.Ordinal);
    }
}

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

    /// <summary>Those that a person has taken out of the group; they are no longer among the members.</summary>
    public ImmutableArray<LeftOutMember> LeftOut { get => field.IsDefault ? [] : field; init; }

    /// <summary>What the detector gave, 0 to 1. What people have judged never changes it: a calibrated score is worked out where it is shown.</summary>
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

    /// <summary>What is to be done about an overlap; only while it is confirmed, and then also on its <c>OVERLAPS</c> relations.</summary>
    public OverlapAction? Action { get; init; }
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
public enum RunOutcome
{
    Succeeded,
    Failed,
    Cancelled,

    /// <summary>It found so much more than the run before that it publishes nothing until an administrator has accepted it.</summary>
    HeldBack,
}

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

    /// <summary>Why it failed, was cancelled or is held back, and what to do.</summary>
    public Sentence? Reason { get; init; }

    /// <summary>What could not be looked for in the graph as it was, and why: unknown is not missing.</summary>
    public ImmutableArray<Sentence> Unjudged { get => field.IsDefault ? [] : field; init; }

    /// <summary>What the detectors were made of, by name: the fingerprint of a rule table, of the lexicon.</summary>
    public ImmutableSortedDictionary<string, string> Versions
    {
        get => field ?? ImmutableSortedDictionary<string, string>.Empty;
        init => field = value?.WithComparers(StringComparer.Ordinal);
    }

    /// <summary>The held-back run that an administrator accepted when starting this one, and who it was.</summary>
    public AcceptedRun? Accepted { get; init; }
}

/// <summary>An administrator's word that a run may publish as much as one that was held back. It holds for one run.</summary>
/// <param name="Run">The run that was held back.</param>
/// <param name="Found">How many findings it had.</param>
/// <param name="By">Who accepted it.</param>
public sealed record AcceptedRun(NodeId Run, int Found, string By);
