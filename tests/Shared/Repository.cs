namespace PlanGraph.Tests;

/// <summary>The folder that holds PlanGraph.sln, wherever the tests were built.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? directory) => directory switch
    {
        null => throw new InvalidOperationException("PlanGraph.sln is in no folder above the tests."),
        _ when File.Exists(Path.Combine(directory.FullName, "PlanGraph.sln")) => directory.FullName,
        _ => Find(directory.Parent),
    };
}
