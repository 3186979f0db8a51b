using System.ComponentModel.DataAnnotations;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Graph;

/// <summary>Which store: setting <c>Store</c>, <c>Embedded</c> (when nothing is said) or <c>Neo4j</c>, whose own settings are section <c>Neo4j</c>.</summary>
internal static class StoreSettings
{
    /// <summary>The settings of Neo4j; null for the embedded store.</summary>
    /// <exception cref="ConfigurationException">A setting is unknown, missing or out of range.</exception>
    public static Neo4jOptions? Neo4j(IConfiguration configuration)
    {
        var store = configuration["Store"] ?? "Embedded";
        if (store.Equals("Embedded", StringComparison.OrdinalIgnoreCase)) return null;
        if (!store.Equals("Neo4j", StringComparison.OrdinalIgnoreCase)) throw Unusable("Store", store);
        var section = configuration.GetSection("Neo4j");
        foreach (var setting in section.GetChildren())
        {
            if (typeof(Neo4jOptions).GetProperty(setting.Key) is null) throw new ConfigurationException([Sentence.Of("host.setting.unknown", ("key", setting.Path))]);
        }
        var options = Read(section);
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true))
        {
            var key = $"Neo4j:{problems[0].MemberNames.First()}";
            throw Unusable(key, configuration[key] ?? "");
        }
        // The password travels with each request: in the clear only to this machine, or where the network is said to be private.
        if (!options.AllowHttp && options.Url is { IsLoopback: false, Scheme: not "https" }) throw Unusable("Neo4j:Url", options.Url.ToString());
        return options;
    }

    private static Neo4jOptions Read(IConfigurationSection section)
    {
        try
        {
            return section.Get<Neo4jOptions>() ?? new Neo4jOptions();
        }
        catch (InvalidOperationException exception)
        {
            var setting = section.GetChildren().FirstOrDefault(child => exception.Message.Contains(child.Path, StringComparison.Ordinal));
            throw Unusable(setting?.Path ?? section.Path, setting?.Value ?? "");
        }
    }

    private static ConfigurationException Unusable(string key, string value) => new([Sentence.Of("host.setting.unusable", ("key", key), ("value", value))]);
}
