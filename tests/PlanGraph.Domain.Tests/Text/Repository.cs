namespace PlanGraph.Domain.Tests.Text;

/// <summary>Where the tests' own repository lies.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "PlanGraph.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException($"No folder above {folder} has PlanGraph.sln.");
    }
}
