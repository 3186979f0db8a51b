using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>
/// What is new, the same for list, count, feed and summary: a case that nobody has touched since it came, or came back, in a run that ended after a given
/// moment. For a person the moment is the end of the visit before this one; for who has not been here before it is just before the last run that published.
/// </summary>
public static class News
{
    /// <summary>When a case came, or last came back; null when its run is not known.</summary>
    public static DateTimeOffset? CameAt(GraphSnapshot snapshot, Finding finding) =>
        (finding.ReopenedRun ?? finding.FirstRun) is { } id && snapshot.Find(id) is Run run ? run.Finished : null;

    public static bool IsNew(GraphSnapshot snapshot, Finding finding, DateTimeOffset since) =>
        finding.State == FindingState.New && CameAt(snapshot, finding) > since;

    /// <summary>The moment for who has not been here before.</summary>
    /// <param name="last">The last run that published.</param>
    public static DateTimeOffset Before(Run? last) => last?.Finished.AddTicks(-1) ?? DateTimeOffset.MinValue;
}
