using System.ComponentModel.DataAnnotations;

namespace PlanGraph.Storage.Neo4j;

/// <summary>Where the Neo4j server is and how patient to be with it. Section <c>Neo4j</c> of the configuration.</summary>
public sealed class Neo4jOptions
{
    /// <summary>The HTTP address, as <c>http://localhost:7474</c>. Off localhost it must be https, for the password travels with each request; but see <see cref="AllowHttp"/>.</summary>
    [Required]
    public Uri? Url { get; set; }

    /// <summary>Whether <see cref="Url"/> may be http to another machine. Say true only where nobody else is on the network between, such as the one that
    /// docker-compose.yml makes.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Empty when sign-in is switched off on the server.</summary>
    public string User { get; set; } = "neo4j";

    public string Password { get; set; } = "";

    /// <summary>The database's name; a community server has one, "neo4j".</summary>
    [Required]
    public string Database { get; set; } = "neo4j";

    /// <summary>How long one statement may take, 1 to 600 seconds.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>How often a transaction is tried when the server says that trying again may help, 1 to 20.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 6;

    /// <summary>What to do with the schema at start: <c>Check</c> refuses an older or newer one, <c>Apply</c> brings an older one up to date.</summary>
    public MigrateMode Migrate { get; set; } = MigrateMode.Check;
}

public enum MigrateMode
{
    Check,
    Apply,
}
