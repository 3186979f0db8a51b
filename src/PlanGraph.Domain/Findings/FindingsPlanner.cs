using System.Collections.Immutable;
using PlanGraph.Domain.Coverage;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>About the run whose findings are to be published.</summary>
/// <param name="Id">Of kind run; new.</param>
/// <param name="Title">For lists of runs.</param>
public sealed record RunInfo(NodeId Id, string Title, RunTrigger Trigger, DateTimeOffset Started, DateTimeOffset Finished)
{
    /// <summary>What an administrator has accepted, when that is why this run was started.</summary>
    public AcceptedRun? Accepted { get; init; }

    /// <summary>What could not be looked for, and why: its cases are left as they are.</summary>
    public ImmutableArray<Unjudged> Unjudged { get => field.IsDefault ? [] : field; init; }

    /// <summary>See <see cref="Detector.Versions"/>.</summary>
    public ImmutableSortedDictionary<string, string> Versions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>What a run writes: one change set, with the run's own record in it.</summary>
/// <param name="Operations">Never empty: the run is always recorded. A run that failed has nothing else.</param>
public sealed record FindingsPlan(Run Run, ImmutableArray<Operation> Operations)
{
    public bool Publishes => Run.Outcome == RunOutcome.Succeeded;
}

/// <summary>
/// Compares what detectors saw with the cases that are known. A case that is the same is not written. A dismissed case stays away until what was judged
/// has changed. Kinds whose detector did not run, or could not judge, are left alone.
/// </summary>
public static class FindingsPlanner
{
    public static FindingsPlan Plan(GraphSnapshot snapshot, IReadOnlyList<Detection> detections, RunInfo info)
    {
        if (RunGuard.Check(LastRun(snapshot), detections, info.Accepted) is { } reason) return HeldBack(snapshot, detections, info, reason);
        var cases = snapshot.OfKind<Finding>().ToLookup(known => known.Type);
        var operations = ImmutableArray.CreateBuilder<Operation>();
        var counts = ImmutableArray.CreateBuilder<DetectorCount>(detections.Count);
        foreach (var detection in detections)
        {
            var changes = new CaseChanges(snapshot, info.Id);
            changes.Compare(detection.Findings, cases[detection.Type], finding => info.Unjudged.Any(one => one.Covers(finding)));
            operations.AddRange(changes.Operations);
            counts.Add(new DetectorCount(detection.Type, detection.Findings.Length - changes.Ignored, changes.New, changes.Resolved, Math.Round(detection.Milliseconds, 1)));
        }
        var run = Record(snapshot, info, RunOutcome.Succeeded) with { Counts = counts.ToImmutable() };
        return new FindingsPlan(run, [new PutNode(run, 0), .. operations.OrderBy(operation => operation is PutRelation)]);
    }

    /// <summary>The record of a run that failed or was cancelled. It publishes nothing else.</summary>
    public static FindingsPlan Failed(GraphSnapshot snapshot, RunInfo info, RunOutcome outcome, Sentence reason)
    {
        var run = Record(snapshot, info, outcome) with { Reason = reason };
        return new FindingsPlan(run, [new PutNode(run, 0)]);
    }

    /// <summary>The record of a run that found too much to be believed: what it found of each kind, so that somebody can see where, and nothing else.</summary>
    private static FindingsPlan HeldBack(GraphSnapshot snapshot, IReadOnlyList<Detection> detections, RunInfo info, Sentence reason)
    {
        var run = Record(snapshot, info, RunOutcome.HeldBack) with
        {
            Reason = reason,
            Counts = [.. detections.Select(detection => new DetectorCount(detection.Type, RunGuard.Found(detection), 0, 0, Math.Round(detection.Milliseconds, 1)))],
        };
        return new FindingsPlan(run, [new PutNode(run, 0)]);
    }

    /// <summary>The last run that published.</summary>
    public static Run? LastRun(GraphSnapshot snapshot) =>
        snapshot.OfKind<Run>().Where(run => run.Outcome == RunOutcome.Succeeded).OrderBy(run => run.Finished).ThenBy(run => run.Id).LastOrDefault();

    private static Run Record(GraphSnapshot snapshot, RunInfo info, RunOutcome outcome) => new()
    {
        Id = info.Id,
        Title = info.Title,
        Trigger = info.Trigger,
        Outcome = outcome,
        Started = info.Started,
        Finished = info.Finished,
        GraphSeq = snapshot.Seq,
        Versions = info.Versions,
        Unjudged = [.. info.Unjudged.Select(one => one.Why)],
        Accepted = info.Accepted,
    };
}
