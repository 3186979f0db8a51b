using Microsoft.Extensions.Options;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Lexicon;

internal static class LexiconServices
{
    public static void AddLexicon(this IServiceCollection services)
    {
        services.AddSingleton<MunicipalLexicon>();
        services.AddStartStep<MunicipalLexicon>();
    }
}

/// <summary>The lexicon that this installation uses: read at the start, when what is wrong with its files is said. A changed file counts from the next start.</summary>
internal sealed partial class MunicipalLexicon(
    DataFolder data, IOptions<PlanGraphOptions> options, TextCatalogue texts, ILogger<MunicipalLexicon> logger) : IStartStep
{
    private readonly Lazy<PlanLexicon> _lexicon = new(() => LexiconFolder.Read(options.Value.Lexicon ?? data.Lexicon));

    public PlanLexicon Current => _lexicon.Value;

    public Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var problem in Current.Problems) Log.Problem(logger, texts.Say(options.Value.Language, problem.Sentence));
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1700, LogLevel.Warning, "Lexicon: {Problem}")]
        public static partial void Problem(ILogger logger, string problem);
    }
}
