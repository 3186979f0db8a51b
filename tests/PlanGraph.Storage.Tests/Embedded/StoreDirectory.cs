namespace PlanGraph.Storage.Tests.Embedded;

/// <summary>A directory for one test, with a space and æøå in its name. Gone when the test is.</summary>
internal sealed class StoreDirectory : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("plangraph-store-").FullName;

    public string Path => System.IO.Path.Combine(_root, "lager æøå");

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
