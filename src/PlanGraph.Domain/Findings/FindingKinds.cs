using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>What the kinds of findings have in common.</summary>
public static class FindingKinds
{
    /// <summary>True for kinds whose members are like each other: they can be set side by side, and in a group one can be left out.</summary>
    public static bool IsAboutLikeness(this FindingKind kind) => kind is FindingKind.Overlap or FindingKind.Duplicate;
}
