using System.Collections.Immutable;

namespace PlanGraph.Web.Texts;

/// <summary>The languages of the text files, and which of them a request asks for.</summary>
internal static class Languages
{
    public static ImmutableArray<string> All { get; } = ["nb", "nn", "en"];

    /// <summary>The language of a request: <c>?lang</c>, else the best of <c>Accept-Language</c> that we have, else the default.</summary>
    public static string Of(HttpRequest request, string fallback)
    {
        if (Known(request.Query["lang"]) is { } chosen) return chosen;
        var wanted = request.GetTypedHeaders().AcceptLanguage.Where(language => language.Quality is null or > 0);
        return wanted.OrderByDescending(language => language.Quality ?? 1).Select(language => Known(language.Value.Value)).FirstOrDefault(language => language is not null) ?? fallback;
    }

    /// <summary>Ours for a language tag: <c>nb-NO</c> and <c>no</c> give nb; null when we have none.</summary>
    public static string? Known(string? tag)
    {
        var primary = tag?.Split('-')[0].ToLowerInvariant();
        if (primary == "no") return "nb";
        return All.FirstOrDefault(language => language == primary);
    }
}
