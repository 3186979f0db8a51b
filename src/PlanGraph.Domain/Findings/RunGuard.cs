using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>
/// Holds back a run that found so much more than the one before that something is probably wrong with the data or the rules: in all, or of one kind.
/// </summary>
public static class RunGuard
{
    /// <summary>More than this many times the findings of the last run that published is suspicious …</summary>
    public const int SuspiciousGrowth = 10;

    /// <summary>… when it is also more than this.</summary>
    public const int AlwaysPlausible = 100;

    /// <summary>Why a run is held back, with what to do; null when it is not. A first run may find as much as it likes.</summary>
    /// <param name="accepted">What an administrator has accepted: as many findings as that, and a tenth more, may be published.</param>
    public static Sentence? Check(Run? last, IReadOnlyList<Detection> detections, AcceptedRun? accepted)
    {
        if (last is null) return null;
        var (found, before) = (detections.Sum(Found), last.Counts.Sum(count => count.Found));
        if (found <= accepted?.Found * 1.1) return null;
        if (IsSuspicious(found, before)) return Sentence.Of("findings.run.tooMany", ("count", found), ("before", before));
        foreach (var detection in detections)
        {
            // a kind that has never been looked for may find as much as it likes
            if (last.Counts.FirstOrDefault(count => count.Type == detection.Type) is not { } counted || !IsSuspicious(Found(detection), counted.Found)) continue;
            return Sentence.Of("cases.run.tooManyOfKind", ("kind", $"@findingKind.{ChoiceNames.Of(detection.Type)}"), ("count", Found(detection)), ("before", counted.Found));
        }
        return null;
    }

    /// <summary>What could open a case. Weak findings only keep cases open, and records of runs do not count those that did not.</summary>
    public static int Found(Detection detection) => detection.Findings.Count(finding => finding.IsEnoughForNew);

    private static bool IsSuspicious(int found, int before) => found > AlwaysPlausible && found > SuspiciousGrowth * before;
}
