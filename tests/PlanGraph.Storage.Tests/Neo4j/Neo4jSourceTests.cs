using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j;

public sealed class Neo4jSourceTests
{
    private const string Root = "/somewhere/plangraph";
    private const string Serve = "/somewhere/shared/neo4j/serve";

    private readonly Dictionary<string, string> _settings = [];
    private readonly HashSet<string> _files = [];
    private bool _docker;
    private bool _dockerWasAsked;

    [Fact]
    public void Named_address_goes_before_everything()
    {
        Everything();
        Assert.Equal(new Neo4jSource.Running(new Uri("http://localhost:7474"), "neo4j", "hemmelig"), Choose());
        Assert.False(_dockerWasAsked);
    }

    [Fact]
    public void Named_address_without_user_signs_in_as_nobody()
    {
        _settings["PLANGRAPH_TEST_NEO4J"] = "https://neo4j.example:7473";
        Assert.Equal(new Neo4jSource.Running(new Uri("https://neo4j.example:7473"), "", ""), Choose());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:7474")]
    [InlineData("bolt://localhost:7687")]
    [InlineData("/var/lib/neo4j")]
    public void Named_address_that_is_no_HTTP_address_is_a_failure_and_never_passed_over(string address)
    {
        Everything();
        _settings["PLANGRAPH_TEST_NEO4J"] = address;
        var missing = Assert.IsType<Neo4jSource.Missing>(Choose());
        Assert.True(missing.IsFailure);
        Assert.Contains(address, missing.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Server_beside_the_repository_comes_second()
    {
        Everything();
        _settings["PLANGRAPH_TEST_NEO4J"] = "";
        Assert.Equal(new Neo4jSource.Script(Serve), Choose());
    }

    [Fact]
    public void Installed_server_comes_third()
    {
        Everything();
        _settings.Remove("PLANGRAPH_TEST_NEO4J");
        _files.Remove(Serve);
        Assert.Equal(new Neo4jSource.Installed("/opt/neo4j"), Choose());
        Assert.False(_dockerWasAsked);
    }

    [Fact]
    public void Docker_comes_last()
    {
        _docker = true;
        Assert.Equal(new Neo4jSource.Container(), Choose());
    }

    [Fact]
    public void Home_that_holds_no_server_is_passed_over_and_named()
    {
        _settings["NEO4J_HOME"] = "/opt/gone";
        Assert.Contains("NEO4J_HOME (/opt/gone) holds no bin/neo4j", Assert.IsType<Neo4jSource.Missing>(Choose()).Why, StringComparison.Ordinal);
        _docker = true;
        Assert.Equal(new Neo4jSource.Container(), Choose());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void Without_a_server_the_tests_are_skipped_and_in_CI_they_fail(string? ci, bool fails)
    {
        if (ci is not null) _settings["CI"] = ci;
        var missing = Assert.IsType<Neo4jSource.Missing>(Choose());
        Assert.Equal(fails, missing.IsFailure);
        Assert.All(["PLANGRAPH_TEST_NEO4J", "../shared/neo4j", "NEO4J_HOME", "Docker"], way => Assert.Contains(way, missing.Why, StringComparison.Ordinal));
    }

    private void Everything()
    {
        _settings["PLANGRAPH_TEST_NEO4J"] = "http://localhost:7474";
        _settings["PLANGRAPH_TEST_NEO4J_USER"] = "neo4j";
        _settings["PLANGRAPH_TEST_NEO4J_PASSWORD"] = "hemmelig";
        _settings["NEO4J_HOME"] = "/opt/neo4j";
        _files.UnionWith([Serve, "/opt/neo4j/bin/neo4j"]);
        _docker = true;
    }

    private Neo4jSource Choose() => Neo4jSource.Choose(_settings.GetValueOrDefault, _files.Contains, AskDocker, Root);

    private bool AskDocker()
    {
        _dockerWasAsked = true;
        return _docker;
    }
}
