namespace PlanGraph.Tests.Neo4j;

/// <summary>Where the tests' Neo4j comes from. The choice is a pure function of what stands on the machine.</summary>
internal abstract record Neo4jSource
{
    private Neo4jSource() { }

    /// <summary>A server that somebody else runs. The tests empty it, so it must be empty when they come.</summary>
    public sealed record Running(Uri Address, string User, string Password) : Neo4jSource;

    /// <summary>A script that runs a server in the foreground: <c>serve FOLDER HTTP_PORT BOLT_PORT</c>.</summary>
    public sealed record Script(string Path) : Neo4jSource;

    /// <summary>An installed Neo4j, of which a server with settings of its own is started.</summary>
    public sealed record Installed(string Home) : Neo4jSource;

    /// <summary>The community image.</summary>
    public sealed record Container : Neo4jSource;

    /// <summary>There is none; the tests are skipped, and in CI they fail.</summary>
    public sealed record Missing(string Why, bool IsFailure) : Neo4jSource;

    /// <param name="setting">An environment variable.</param>
    /// <param name="fileExists">Asked of full paths.</param>
    /// <param name="dockerAnswers">Asked last, since it takes some time.</param>
    /// <param name="repository">The repository's root.</param>
    public static Neo4jSource Choose(Func<string, string?> setting, Func<string, bool> fileExists, Func<bool> dockerAnswers, string repository)
    {
        if (setting("PLANGRAPH_TEST_NEO4J") is { Length: > 0 } address) return Named(address, setting);
        var serve = Path.GetFullPath(Path.Combine(repository, "..", "shared", "neo4j", "serve"));
        if (fileExists(serve)) return new Script(serve);
        var home = setting("NEO4J_HOME") is { Length: > 0 } set ? set : null;
        if (home is not null && fileExists(Path.Combine(home, "bin", "neo4j"))) return new Installed(home);
        if (dockerAnswers()) return new Container();
        var tried = home is null ? "" : $" NEO4J_HOME ({home}) holds no bin/neo4j.";
        return new Missing(
            $"No Neo4j for the tests: set PLANGRAPH_TEST_NEO4J to the HTTP address of an empty server, put one in ../shared/neo4j, set NEO4J_HOME, or start Docker.{tried}",
            setting("CI") == "true");
    }

    /// <summary>An address that is set is meant, so one that cannot be used is a failure everywhere.</summary>
    private static Neo4jSource Named(string address, Func<string, string?> setting) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new Running(uri, setting("PLANGRAPH_TEST_NEO4J_USER") ?? "", setting("PLANGRAPH_TEST_NEO4J_PASSWORD") ?? "")
            : new Missing($"PLANGRAPH_TEST_NEO4J is {address}; it must be an HTTP address such as http://localhost:7474.", IsFailure: true);
}
