using System.Collections.Immutable;

namespace PlanGraph.Web.Texts;

/// <summary>The languages of the text files, and which of them a request asks for.</summary>
internal static class Languages
{
    public static ImmutableArray<string> All { get; } = ["nb", "nn", "en"];

    private static readonly ImmutableArray<string> TerminalVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The language of a request: <c>?lang</c>, else the best of <c>Accept-Language</c> that we have, else the default.</summary>
    public static string Of(HttpRequest request, string fallback)
    {
        if (Known(request.Query["lang"]) is { } chosen) return chosen;
        var wanted = request.GetTypedHeaders().AcceptLanguage.Where(language => language.Quality is null or > 0);
        return wanted.OrderByDescending(language => language.Quality ?? 1).Select(language => Known(language.Value.Value)).FirstOrDefault(language => language is not null) ?? fallback;
    }

    /// <summary>The language of a command: the setting, else the terminal's (<c>LC_ALL</c>, <c>LC_MESSAGES</c>, <c>LANG</c>: the first that is set), else bokmål.</summary>
    public static string OfTerminal(string? setting, Func<string, string?> variable)
    {
        if (Known(setting) is { } chosen) return chosen;
        var locale = TerminalVariables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return Known(locale?.Split('.', '@')[0].Replace('_', '-')) ?? All[0];
    }

    /// <summary>Ours for a language tag: <c>nb-NO</c> and <c>no</c> give nb; null when we have none.</summary>
    public static string? Known(string? tag)
    {
        var primary = tag?.Split('-')[0].ToLowerInvariant();
        if (primary == "no") return "nb";
        return All.FirstOrDefault(language => language == primary);
    }
}
