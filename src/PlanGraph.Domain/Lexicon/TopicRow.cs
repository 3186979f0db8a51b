using System.Collections.Immutable;

namespace PlanGraph.Domain.Lexicon;

/// <summary>What a row does with the topic it names.</summary>
internal enum TopicAction { Add, Replace, Remove }

/// <summary>A reference to a topic with a nearness; null when the cell gives no number.</summary>
internal readonly record struct TopicReference(string Id, double? Nearness);

/// <summary>One row of a topic file, its cells read but not yet held against the other rows.</summary>
internal sealed record TopicRow
{
    public required string File { get; init; }

    public required int Line { get; init; }

    public required string Id { get; init; }

    public TopicAction Action { get; init; }

    public string Name { get; init; } = "";

    public string NameNn { get; init; } = "";

    public double? Weight { get; init; }

    public ImmutableArray<string> Words { get; init; } = [];

    public ImmutableArray<string> Hints { get; init; } = [];

    public ImmutableArray<TopicReference> PartOf { get; init; } = [];

    public ImmutableArray<TopicReference> Near { get; init; } = [];
}
