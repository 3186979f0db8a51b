namespace PlanGraph.Benchmarks;

/// <summary>The script that runs a Neo4j for the measurements: PLANGRAPH_BENCH_NEO4J, else ../shared/neo4j/serve beside the repository.</summary>
internal static class ServerScript
{
    public static string Path()
    {
        if (Environment.GetEnvironmentVariable("PLANGRAPH_BENCH_NEO4J") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = System.IO.Path.Combine(folder.FullName, "shared", "neo4j", "serve");
            if (File.Exists(beside)) return beside;
        }
        throw new FileNotFoundException("No Neo4j: set PLANGRAPH_BENCH_NEO4J to a script that runs one in the foreground: serve FOLDER HTTP_PORT BOLT_PORT [PASSWORD].");
    }
}
