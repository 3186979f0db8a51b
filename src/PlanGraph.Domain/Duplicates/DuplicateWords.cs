using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Duplicates;

/// <summary>What goals and strategies that say much the same are called. They are sentences, so their titles are shown by their beginnings.</summary>
internal static class DuplicateWords
{
    private const int LongestTitle = 70;
    private const int MostTitles = 3;

    public static Sentence Headline(ImmutableArray<Node> members)
    {
        if (members.Length > 1 && members.Select(node => StatementTexts.Folded(node.Title)).Distinct(StringComparer.Ordinal).Count() == 1)
            return Sentence.Of("duplicates.same", ("count", members.Length), ("title", Short(members[0])), ("kind", Kind(members[0])));
        if (members is [var first, var second]) return Sentence.Of("duplicates.pair", ("first", Short(first)), ("second", Short(second)));
        var titles = string.Join(", ", members.Take(MostTitles).Select(node => $"«{Short(node)}»"));
        return members.Length <= MostTitles
            ? Sentence.Of("duplicates.group", ("count", members.Length), ("kind", Kind(members.FirstOrDefault())), ("titles", titles))
            : Sentence.Of("duplicates.group.more", ("count", members.Length), ("kind", Kind(members[0])), ("titles", titles), ("more", members.Length - MostTitles));
    }

    /// <summary>The title inside quotation marks, cut between words.</summary>
    public static string Short(Node node)
    {
        var title = node.InQuotes();
        if (title.Length <= LongestTitle) return title;
        var end = title.LastIndexOf(' ', LongestTitle);
        return title[..(end > 0 ? end : LongestTitle)].TrimEnd(',', ';', '.', ':') + "…";
    }

    private static string Kind(Node? node) => node is Strategy ? "@duplicates.kind.strategies" : "@duplicates.kind.goals";
}
