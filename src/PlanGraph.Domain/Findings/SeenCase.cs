using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>
/// What a detector saw, less the members that people have left out of the group. A member is left out until what was known of it changes; it stays left
/// out of a later group too, when two of those it was left out from are in that.
/// </summary>
/// <param name="Back">Why members come back, when some do.</param>
internal sealed record SeenCase(
    DetectedFinding Detected, ImmutableArray<NodeId> Members, ImmutableSortedDictionary<string, string> Facts, Sentence Headline,
    ImmutableArray<LeftOutMember> LeftOut, ImmutableArray<Sentence> Back)
{
    public NodeId Id => Detected.Id;

    public string Fingerprint => FactList.Fingerprint(Facts);

    /// <param name="known">The case, when there is one.</param>
    /// <param name="others">Cases of the same kind that somebody was left out of.</param>
    public static SeenCase Of(GraphSnapshot snapshot, DetectedFinding detected, Finding? known, IReadOnlyList<Finding> others)
    {
        var left = (known?.LeftOut ?? Inherited(detected, others)).Where(one => detected.Members.Contains(one.Member)).ToImmutableArray();
        if (left.IsEmpty) return new SeenCase(detected, detected.Members, detected.Facts, detected.Headline, [], []);
        var changed = left.Where(one => !IsAsBefore(one, detected)).ToImmutableArray();
        var still = left.RemoveRange(changed);
        ImmutableArray<NodeId> members = [.. detected.Members.Where(member => still.All(one => one.Member != member))];
        var facts = detected.Facts.RemoveRange(detected.Facts.Keys.Where(name => still.Any(one => MemberFacts.IsAbout(name, one.Member))));
        var among = still.IsEmpty ? null : detected.EvidenceAmong?.Invoke(members);
        return new SeenCase(among is { } evidence ? detected with { Evidence = evidence } : detected, members, facts, still.IsEmpty ? detected.Headline : CaseWords.GroupHeadline(snapshot, detected.Type, members), still,
            [.. changed.SelectMany(one => Because(snapshot, one, detected))]);
    }

    private static IEnumerable<Sentence> Because(GraphSnapshot snapshot, LeftOutMember left, DetectedFinding detected)
    {
        yield return Sentence.Of("cases.leaveOut.back", ("title", snapshot.Find(left.Member)?.InQuotes() ?? left.Member.Value));
        foreach (var change in FactChanges.Describe(left.Facts, FactsOf(left.Member, detected), snapshot)) yield return change;
    }

    private static bool IsAsBefore(LeftOutMember left, DetectedFinding detected) => FactList.Fingerprint(left.Facts) == FactList.Fingerprint(FactsOf(left.Member, detected));

    private static ImmutableSortedDictionary<string, string> FactsOf(NodeId member, DetectedFinding detected) =>
        detected.Facts.Where(fact => MemberFacts.IsAbout(fact.Key, member)).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static IEnumerable<LeftOutMember> Inherited(DetectedFinding detected, IReadOnlyList<Finding> others) => detected.Members.Length < LeavingOut.FewestInGroup
        ? []
        : others.Where(other => other.Members.Intersect(detected.Members).Count() >= 2).OrderBy(other => other.Id)
            .SelectMany(other => other.LeftOut).DistinctBy(left => left.Member)
            .Take(detected.Members.Length - (LeavingOut.FewestInGroup - 1));
}
