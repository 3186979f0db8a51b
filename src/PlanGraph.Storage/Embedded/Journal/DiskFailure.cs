namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>Which exceptions tell of the disk and not of a fault in the program.</summary>
internal static class DiskFailure
{
    public static bool Is(Exception e) => e is IOException or UnauthorizedAccessException;
}
