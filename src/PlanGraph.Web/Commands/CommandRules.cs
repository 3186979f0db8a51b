using Microsoft.Extensions.Options;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Lexicon;

namespace PlanGraph.Web.Commands;

/// <summary>The municipality's own rules and words for a command: the same as the product would use with the settings of the call.</summary>
internal static class CommandRules
{
    /// <exception cref="ConfigurationException">A setting, or a rule in the file, cannot be used.</exception>
    public static AnchoringRuleTable Anchoring(CommandCall call)
    {
        var options = PlanGraphOptions.Read(call.Arguments.Settings);
        return AnchoringRules.Load(options.AnchoringRules, FolderOf(options).Path);
    }

    /// <exception cref="ConfigurationException">A setting cannot be used.</exception>
    public static PlanLexicon Lexicon(CommandCall call)
    {
        var options = PlanGraphOptions.Read(call.Arguments.Settings);
        return LexiconFolder.Read(options.Lexicon ?? FolderOf(options).Lexicon);
    }

    /// <summary>Says what of the municipality's own files cannot be used; the rest is.</summary>
    public static PlanLexicon Tell(PlanLexicon lexicon, CommandConsole console)
    {
        foreach (var problem in lexicon.Problems) console.Tell(problem.Sentence);
        return lexicon;
    }

    private static DataFolder FolderOf(PlanGraphOptions options) => new(Options.Create(options), AppFolders.Find());
}
