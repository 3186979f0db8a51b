using Microsoft.Extensions.Options;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Graph;

/// <summary>
/// The anchoring rules of the municipality: the file of the setting <c>PlanGraph:AnchoringRules</c>, else <c>anchoring-rules.json</c> in the data folder,
/// laid upon the built-in ones. Read once, at the start.
/// </summary>
internal sealed class AnchoringRules(IOptions<PlanGraphOptions> options, DataFolder data) : IStartStep
{
    private const string FileName = "anchoring-rules.json";

    private readonly Lazy<AnchoringRuleTable> _table = new(() => Load(options.Value.AnchoringRules, data.Path));

    public AnchoringRuleTable Table => _table.Value;

    /// <summary>So that a file that cannot be used stops the start, and not the first one who asks.</summary>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        _ = Table;
        return Task.CompletedTask;
    }

    /// <exception cref="ConfigurationException">The file is named and not there, or a rule in it cannot be used.</exception>
    public static AnchoringRuleTable Load(string? named, string dataFolder)
    {
        var file = string.IsNullOrWhiteSpace(named) ? Path.Combine(dataFolder, FileName) : named;
        if (!File.Exists(file))
        {
            return string.IsNullOrWhiteSpace(named)
                ? AnchoringRuleTable.Default
                : throw new ConfigurationException([Domain.Graph.Sentence.Of("anchoring.rules.noFile", ("file", file))]);
        }
        var reading = AnchoringRuleTable.Read(file, File.ReadAllBytes(file));
        return reading.Problems.IsEmpty ? reading.Table : throw new ConfigurationException([.. reading.Problems.Select(problem => problem.Sentence)]);
    }
}
