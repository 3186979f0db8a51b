using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>What the states of a case mean for lists and counts.</summary>
public static class FindingStates
{
    /// <summary>Waits for somebody: new or under review. What lists show by default and what "open findings" counts.</summary>
    public static bool IsOpen(this FindingState state) => state is FindingState.New or FindingState.UnderReview;

    /// <summary>Holds as far as anybody knows: open or confirmed. A run that no longer sees it resolves it.</summary>
    public static bool Holds(this FindingState state) => state.IsOpen() || state == FindingState.Confirmed;
}
