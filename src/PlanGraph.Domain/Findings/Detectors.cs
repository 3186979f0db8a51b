using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Coverage;
using PlanGraph.Domain.Duplicates;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Hierarchy;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Domain.Findings;

/// <summary>The detectors, and the walk through them.</summary>
public static class Detectors
{
    public static ImmutableArray<Detector> All { get; } =
    [
        new(FindingKind.Overlap, OverlapDetector.Detect),
        new(FindingKind.Duplicate, DuplicateDetector.Detect),
        new(FindingKind.UnanchoredPlan, UnanchoredPlans.Detect),
        new(FindingKind.UnanchoredGoal, UnanchoredGoals.Detect),
        new(FindingKind.ExpiredPlan, ExpiredPlans.Detect),
        new(FindingKind.OutsidePlanningStrategy, OutsidePlanningStrategy.Detect),
        new(FindingKind.UncertainUse, UncertainUse.Detect),
        new(FindingKind.GoalWithoutFollowUp, GoalsWithoutFollowUp.Detect),
        new(FindingKind.ChallengeWithoutResponse, ChallengesWithoutResponse.Detect),
        new(FindingKind.StrategyWithoutMeasure, StrategiesWithoutMeasure.Detect),
        new(FindingKind.ExemptionEnding, Exemptions.Detect),
        new(FindingKind.HierarchyCycle, HierarchyCycles.Detect),
    ];

    /// <summary>What some detectors are made of, together.</summary>
    public static ImmutableSortedDictionary<string, string> VersionsOf(IEnumerable<Detector> detectors) =>
        detectors.SelectMany(detector => detector.Versions).DistinctBy(version => version.Key).ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Runs detectors one after the other.</summary>
    /// <param name="time">Only to measure how long each took.</param>
    /// <param name="progress">Told the kind before its detector starts, and how many are done.</param>
    /// <exception cref="OperationCanceledException">Between two detectors, or within one.</exception>
    public static ImmutableArray<Detection> Run(
        IReadOnlyList<Detector> detectors, DetectionContext context, TimeProvider time, Action<FindingKind, int>? progress, CancellationToken cancellationToken)
    {
        var detections = ImmutableArray.CreateBuilder<Detection>(detectors.Count);
        foreach (var detector in detectors)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Invoke(detector.Type, detections.Count);
            var started = time.GetTimestamp();
            var findings = detector.Detect(context, cancellationToken);
            detections.Add(new Detection(detector.Type, findings, time.GetElapsedTime(started).TotalMilliseconds));
        }
        return detections.ToImmutable();
    }
}
