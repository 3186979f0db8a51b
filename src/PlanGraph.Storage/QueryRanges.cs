using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage;

/// <summary>The ranges of the questions, checked at the edge of both stores. A question outside its range is a fault of the caller.</summary>
internal static class QueryRanges
{
    public const int MaxDepth = 4;
    public const int MaxCap = 5000;
    public const int MaxPaths = 20;
    public const int MaxLength = 8;
    public const int MaxSearchText = 200;
    public const int MaxHits = 200;
    public const int MaxHistory = 1000;

    /// <exception cref="ArgumentException">No seed, or a value outside its range.</exception>
    public static void Check(NeighbourhoodQuery query)
    {
        if (query.Seeds.IsDefaultOrEmpty) throw new ArgumentException("A neighbourhood needs at least one seed.", nameof(query));
        InRange(query.Depth, 0, MaxDepth, nameof(query.Depth));
        InRange(query.Cap, 0, MaxCap, nameof(query.Cap));
    }

    /// <exception cref="ArgumentOutOfRangeException">A value outside its range.</exception>
    public static void Check(PathQuery query)
    {
        InRange(query.MaxPaths, 1, MaxPaths, nameof(query.MaxPaths));
        InRange(query.MaxLength, 1, MaxLength, nameof(query.MaxLength));
    }

    /// <exception cref="ArgumentOutOfRangeException">A value outside its range.</exception>
    public static void Check(SearchQuery query) => InRange(query.Limit, 1, MaxHits, nameof(query.Limit));

    /// <exception cref="ArgumentOutOfRangeException">The limit is outside 1 to 1000.</exception>
    public static void CheckHistoryLimit(int limit) => InRange(limit, 1, MaxHistory, nameof(limit));

    /// <summary>The text to search for: cut, never in the middle of a surrogate pair.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= MaxSearchText) return text;
        return char.IsHighSurrogate(text[MaxSearchText - 1]) ? text[..(MaxSearchText - 1)] : text[..MaxSearchText];
    }

    public static ImmutableArray<NodeKind> KindsOrPlanSystem(ImmutableArray<NodeKind>? kinds) =>
        kinds is { IsDefault: false } asked ? asked : NodeKinds.PlanSystem;

    private static void InRange(int value, int least, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}
