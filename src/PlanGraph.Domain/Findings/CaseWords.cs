using System.Collections.Immutable;
using PlanGraph.Domain.Duplicates;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>What a case is called when its members are known.</summary>
internal static class CaseWords
{
    /// <summary>The members' titles, as long as there is room.</summary>
    public static string Title(GraphSnapshot snapshot, ImmutableArray<NodeId> members)
    {
        var titles = string.Join(" – ", members.Select(id => snapshot.Find(id)?.Title ?? id.Value));
        return titles.Length <= NodeRules.MaxTitle ? titles : titles[..(NodeRules.MaxTitle - 1)] + "…";
    }

    /// <summary>The sentence of a group from which somebody was left out: the detector's own would still name them.</summary>
    public static Sentence GroupHeadline(GraphSnapshot snapshot, FindingKind kind, ImmutableArray<NodeId> members) => kind == FindingKind.Duplicate
        ? DuplicateWords.Headline([.. members.Select(snapshot.Find).OfType<Node>()])
        : members is [var first, var second]
            ? Sentence.Of("findings.overlap", ("first", Quoted(snapshot, first)), ("second", Quoted(snapshot, second)))
            : Sentence.Of("cases.group", ("count", members.Length), ("titles", string.Join(", ", members.Take(MostTitles).Select(id => $"«{Quoted(snapshot, id)}»"))));

    private const int MostTitles = 5;

    private static string Quoted(GraphSnapshot snapshot, NodeId id) => snapshot.Find(id)?.InQuotes() ?? id.Value;
}
