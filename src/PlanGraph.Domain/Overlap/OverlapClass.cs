namespace PlanGraph.Domain.Overlap;

/// <summary>How two texts overlap.</summary>
public enum OverlapClass
{
    /// <summary>The same plan under two names.</summary>
    Same,

    /// <summary>Both govern the same, or much of it.</summary>
    Overlap,

    /// <summary>One is a part of the other.</summary>
    PartOf,

    /// <summary>The same subject for a later period.</summary>
    Successor,

    /// <summary>The same subject in another place: no finding.</summary>
    OtherPlace,

    /// <summary>Each is demanded by a law of its own: they may refer to each other, but neither may be dropped.</summary>
    Laws,
}

/// <summary>The words for the classes that people read, on the command line and in files. They are stable.</summary>
public static class OverlapClasses
{
    public static string Word(OverlapClass kind) => kind switch
    {
        OverlapClass.Same => "samme plan",
        OverlapClass.Overlap => "overlapp",
        OverlapClass.PartOf => "del av",
        OverlapClass.Successor => "etterfølger",
        OverlapClass.OtherPlace => "annet sted",
        OverlapClass.Laws => "ulike lovkrav",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
