using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PlanGraph.Domain.Graph;

/// <summary>What a node is. The name is also the Neo4j label; what the user reads is text <c>kind.NAME</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeKind>))]
public enum NodeKind
{
    Plan,
    Goal,
    Strategy,
    Measure,
    Challenge,
    GoalConflict,
    Decision,
    Sdg,
    Sector,
    Place,
    Knowledge,
    Input,
    Finding,
    Run,
}

/// <summary>The kinds and the prefix that each gives to its ids.</summary>
public static class NodeKinds
{
    private static readonly ImmutableArray<string> Prefixes =
        ["plan", "goal", "strategy", "measure", "challenge", "conflict", "decision", "sdg", "sector", "place", "knowledge", "input", "finding", "run"];

    public static ImmutableArray<NodeKind> All { get; } = [.. Enum.GetValues<NodeKind>()];

    /// <summary>The kinds that describe the plan system. The others (findings, runs) are the product's own bookkeeping: stored and versioned
    /// in the same way, but not searched, counted or expanded unless asked for by name.</summary>
    public static ImmutableArray<NodeKind> PlanSystem { get; } = [.. All.Where(kind => !IsBookkeeping(kind))];

    public static bool IsBookkeeping(NodeKind kind) => kind is NodeKind.Finding or NodeKind.Run;

    public static string Prefix(NodeKind kind) => Prefixes[(int)kind];

    public static bool TryParsePrefix(ReadOnlySpan<char> prefix, out NodeKind kind)
    {
        for (var i = 0; i < Prefixes.Length; i++)
        {
            if (!prefix.SequenceEqual(Prefixes[i])) continue;
            kind = (NodeKind)i;
            return true;
        }
        kind = default;
        return false;
    }
}
