using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>The statements of <c>cypher/</c> by name. A test fails on a file that no name here uses, and on a name without a file.</summary>
internal static class Statements
{
    public static class Changes
    {
        public static readonly CypherStatement LockHead = Load("changes/lock-head");
        public static readonly CypherStatement ReadNodeVersions = Load("changes/read-node-versions");
        public static readonly CypherStatement ReadRelationVersions = Load("changes/read-relation-versions");
        public static readonly CypherStatement ReadRelationsAt = Load("changes/read-relations-at");
        public static readonly CypherStatement RemoveRelations = Load("changes/remove-relations");
        public static readonly CypherStatement RemoveNodes = Load("changes/remove-nodes");
        public static readonly CypherStatement PutNodes = Load("changes/put-nodes");
        public static readonly CypherStatement CreateRelations = Load("changes/create-relations");
        public static readonly CypherStatement ReplaceRelations = Load("changes/replace-relations");
        public static readonly CypherStatement AddChanges = Load("changes/add-changes");
        public static readonly CypherStatement AddChangeParts = Load("changes/add-change-parts");
        public static readonly CypherStatement EndRestoring = Load("changes/end-restoring");
    }

    public static class History
    {
        public static readonly CypherStatement ReadHead = Load("history/read-head");
        public static readonly CypherStatement ReadChanges = Load("history/read-changes");
        public static readonly CypherStatement ReadHistory = Load("history/read-history");
    }

    public static class Explore
    {
        public static readonly CypherStatement GetNodes = Load("explore/get-nodes");
        public static readonly CypherStatement ReadNeighbourhood = Load("explore/read-neighbourhood");
        public static readonly CypherStatement ShortestPaths = Load("explore/shortest-paths");
        public static readonly CypherStatement SearchTerms = Load("explore/search-terms");
    }

    public static class Contents
    {
        public static readonly CypherStatement ReadNodes = Load("contents/read-nodes");
        public static readonly CypherStatement ReadRelations = Load("contents/read-relations");
    }

    public static class Health
    {
        public static readonly CypherStatement ReadAccess = Load("health/read-access");
    }

    public static class Migrate
    {
        public static readonly CypherStatement UniqueLockId = Load("migrations/unique-lock-id");
        public static readonly CypherStatement UniqueLockName = Load("migrations/unique-lock-name");
        public static readonly CypherStatement UniqueVersion = Load("migrations/unique-version");
        public static readonly CypherStatement TakeLock = Load("migrations/take-lock");
        public static readonly CypherStatement ReleaseLock = Load("migrations/release-lock");
        public static readonly CypherStatement ReadChain = Load("migrations/read-chain");
        public static readonly CypherStatement IsEmpty = Load("migrations/is-empty");
        public static readonly CypherStatement Record = Load("migrations/record");
    }

    /// <summary>Every embedded file's name, <c>schema/V001__…</c> among them.</summary>
    public static IEnumerable<string> Names =>
        typeof(Statements).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("cypher/", StringComparison.Ordinal))
            .Select(name => name["cypher/".Length..^".cypher".Length])
            .Order(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static CypherStatement Load(string name)
    {
        using var stream = typeof(Statements).Assembly.GetManifestResourceStream($"cypher/{name}.cypher")
            ?? throw new InvalidOperationException($"There is no cypher/{name}.cypher.");
        using var reader = new StreamReader(stream);
        return new CypherStatement(name, reader.ReadToEnd());
    }
}
