using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>Says what has changed between two sets of facts.</summary>
internal static class FactChanges
{
    /// <summary>More than this are summed up in a last sentence.</summary>
    private const int MostSentences = 10;

    public static ImmutableArray<Sentence> Describe(
        ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> after, GraphSnapshot snapshot)
    {
        var changed = before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal)
            .Select(name => Describe(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name), snapshot))
            .ToArray();
        return changed.Length <= MostSentences
            ? [.. changed]
            : [.. changed.Take(MostSentences - 1), Sentence.Of("findings.changed.more", ("count", changed.Length - MostSentences + 1))];
    }

    private static Sentence Describe(string name, string? before, string? after, GraphSnapshot snapshot)
    {
        if (name.StartsWith(FactList.LinkPrefix, StringComparison.Ordinal))
            return Link(name[FactList.LinkPrefix.Length..], before is null ? "added" : after is null ? "removed" : "changed", snapshot);
        var bar = name.IndexOf('|', StringComparison.Ordinal);
        var title = Title(name[..bar], snapshot);
        var property = name[(bar + 1)..];
        if (property == "title" && before is not null && after is not null)
            return Sentence.Of("findings.changed.title", ("before", QuotedTitles.InQuotes(before)), ("after", QuotedTitles.InQuotes(after)));
        if (property == "text") return Sentence.Of("findings.changed.text", ("title", title));
        return Sentence.Of("findings.changed.property", ("title", title), ("property", $"@property.{property}"),
            ("before", Value(property, before)), ("after", Value(property, after)));
    }

    private static Sentence Link(string key, string what, GraphSnapshot snapshot) =>
        RelationKey.TryParse(key, out var relation)
            ? Sentence.Of($"findings.changed.link.{what}", ("from", Title(relation.From.Value, snapshot)),
                ("relation", $"@relation.{RelationRules.Name(relation.Type)}"), ("to", Title(relation.To.Value, snapshot)))
            : Sentence.Of("findings.changed.more", ("count", 1));

    /// <summary>Choices are shown by their words, other values as they stand.</summary>
    private static string Value(string property, string? value) => (property, value) switch
    {
        (_, null) => "@findings.changed.nothing",
        ("type", _) => "@planType." + value,
        ("status", _) => "@planStatus." + value,
        ("standing" or "useDoubt" or "councilDecision" or "dimension", _) => $"@{property}.{value}",
        ("level", _) => "@goalLevel." + value,
        _ => value,
    };

    private static string Title(string id, GraphSnapshot snapshot) =>
        NodeId.TryParse(id, out var node) ? snapshot.Find(node)?.InQuotes() ?? id : id;
}
