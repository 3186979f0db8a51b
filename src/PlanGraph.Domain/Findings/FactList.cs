using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>
/// Collects what a detector judges, fact by fact: properties as short text, long texts and values of relations as a hash. The name of a fact is
/// <c>plan/a|title</c> for a property and <c>link|PART_OF:plan/a&gt;plan/b</c> for a relation.
/// </summary>
internal sealed class FactList(GraphSnapshot snapshot)
{
    public const string LinkPrefix = "link|";
    private const int LongestValue = 120;
    private const int HashLength = 16;
    private readonly ImmutableSortedDictionary<string, string>.Builder _facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, string> ToFacts() => _facts.ToImmutable();

    public static string Fingerprint(ImmutableSortedDictionary<string, string> facts)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in facts) text.Append(name).Append('=').Append(value).Append('\n');
        return Hash(text.ToString(), 64);
    }

    public FactList Title(Node node) => Add(node, "title", node.Title);

    public FactList Text(Node node) => Add(node, "text", node.Text is null ? null : "#" + Hash(node.Text, HashLength));

    /// <summary>A property by its name in the JSON form, empty values left out.</summary>
    public FactList Add(Node node, string property, string? value)
    {
        if (!string.IsNullOrEmpty(value)) _facts[$"{node.Id}|{property}"] = Short(value);
        return this;
    }

    public FactList Choice<T>(Node node, string property, T? value) where T : struct, Enum =>
        Add(node, property, value is { } choice ? ChoiceNames.Of(choice) : null);

    public FactList Period(Plan plan) => Add(plan, "period", plan.Period is { } period
        ? string.Create(CultureInfo.InvariantCulture, $"{period.From}–{period.To}")
        : null);

    public FactList Out(NodeId id, params ReadOnlySpan<RelationType> types) => Links(snapshot.Out(id), types);

    public FactList In(NodeId id, params ReadOnlySpan<RelationType> types) => Links(snapshot.In(id), types);

    public FactList Link(Relation relation)
    {
        var values = $"{relation.Side}|{relation.Score}";
        _facts[LinkPrefix + relation.Key] = values == "|" ? "" : values;
        return this;
    }

    private FactList Links(ImmutableArray<Relation> relations, ReadOnlySpan<RelationType> types)
    {
        foreach (var relation in relations)
        {
            if (types.Contains(relation.Type)) Link(relation);
        }
        return this;
    }

    private static string Short(string value) =>
        value.Length <= LongestValue ? value : $"{value[..LongestValue]}… #{Hash(value, HashLength)}";

    private static string Hash(string text, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
