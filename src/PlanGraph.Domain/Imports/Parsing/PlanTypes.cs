using System.Buffers;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Imports;

/// <param name="Type">The type of the plans under it; null where the heading gathers several.</param>
/// <param name="Level">The level that the heading gives them, if any.</param>
internal sealed record GroupHeading(string Text, PlanType? Type, PlanLevel? Level);

/// <summary>Plan types that headings and titles tell.</summary>
internal static class PlanTypes
{
    private const int LongestHeading = 8;

    private static readonly string[] _plurals =
        ["planer", "planar", "planene", "planane", "planverk", "strategier", "strategiar", "meldinger", "meldingar", "analyser", "analysar", "programmer", "dokumenter",
         "dokument", "reguleringer", "reguleringar", "utredninger", "utgreiingar"];

    /// <summary>Plurals that one document has in its title as often as a group of them: "Etiske retningslinjer", "Barnehagevedtekter".</summary>
    private static readonly string[] _pluralsOfOne = ["retningslinjer", "retningsliner", "vedtekter", "veiledere", "rettleiarar"];

    private static readonly string[] _gathering =
        ["øvrig", "øvrige", "andre", "annet", "anna", "overordnet", "overordna", "overordnede", "kommunal", "kommunale", "interne", "felles", "lokale", "ulike", "og",
         "gjeldende", "gjeldande", "vedtatte", "vedtekne"];

    private static readonly Dictionary<string, PlanType> _ofGenre = new(StringComparer.Ordinal)
    {
        ["kommunedelplan"] = PlanType.Kommunedelplan, ["temaplan"] = PlanType.Temaplan, ["strategi"] = PlanType.Strategi, ["handlingsplan"] = PlanType.Handlingsplan,
        ["tiltaksplan"] = PlanType.Handlingsplan, ["melding"] = PlanType.Melding, ["behovsanalyse"] = PlanType.Behovsanalyse, ["retningslinje"] = PlanType.Retningslinje,
        ["handlingsprogram"] = PlanType.Handlingsprogram, ["virksomhetsplan"] = PlanType.Virksomhetsplan, ["verksemdsplan"] = PlanType.Virksomhetsplan,
        ["områderegulering"] = PlanType.Omraderegulering, ["områdeplan"] = PlanType.Omraderegulering, ["detaljregulering"] = PlanType.Detaljregulering,
        ["planstrategi"] = PlanType.Planstrategi, ["kommuneplan"] = PlanType.Kommuneplan,
    };

    /// <summary>A text without any of these is no heading: asked first, since every row of a long list is asked.</summary>
    private static readonly SearchValues<string> _within = SearchValues.Create([.. _plurals, .. _pluralsOfOne], StringComparison.OrdinalIgnoreCase);

    /// <summary>The heading of a group, when a row with nothing but this text is one: its last word is a plural of planning ("Temaplaner", "Øvrig planverk").</summary>
    public static GroupHeading? Heading(string text)
    {
        if (!text.AsSpan().ContainsAny(_within)) return null;
        var words = Words(text);
        return words.Count is > 0 and <= LongestHeading && (IsPlural(words[^1]) || IsGroupOfOthers(words)) ? HeadingOf(text) : null;
    }

    private static bool IsGroupOfOthers(List<string> words) => _pluralsOfOne.Contains(words[^1]) && words.SkipLast(1).All(_gathering.Contains);

    private static bool IsPlural(string word) => _plurals.Any(plural => word.EndsWith(plural, StringComparison.Ordinal));

    /// <summary>What a text that is known to be a heading says.</summary>
    public static GroupHeading HeadingOf(string text)
    {
        var words = Words(text);
        var type = Choice.PlanType.Find(text) ?? (words.Count == 1 ? TypeOf(words[0]) : null);
        var area = words.Count > 0 && words[^1] is "arealplaner" or "arealplanar" or "reguleringsplaner" or "reguleringsplanar";
        return new GroupHeading(text.Trim(), type == PlanType.Annet ? null : type, area ? PlanLevel.Area : null);
    }

    /// <summary>The type that a title tells with its first word of genre; null when it tells none.</summary>
    public static PlanType? OfTitle(string title)
    {
        var words = Words(title);
        if (words.Contains("samfunnsdel") || words.Contains("samfunnsdelen")) return PlanType.Samfunnsdel;
        if (words.Contains("arealdel") || words.Contains("arealdelen")) return PlanType.Arealdel;
        return words.Select(TypeOf).FirstOrDefault(type => type is not null);
    }

    /// <summary>True when a title has a word of genre (plan, strategi, melding …): a row with nothing else may still be a plan.</summary>
    public static bool HasGenre(string title) =>
        Words(title).Any(word => GenreHeads.GenreOf(word) is not null || GenreHeads.Split(word) is not null);

    private static PlanType? TypeOf(string word)
    {
        if (word.StartsWith("virksomhetsanalyse", StringComparison.Ordinal) || word.StartsWith("verksemdsanalyse", StringComparison.Ordinal))
            return PlanType.Virksomhetsanalyse;
        var genre = GenreHeads.GenreOf(word) ?? GenreHeads.Split(word)?.Genre;
        return genre is not null && _ofGenre.TryGetValue(genre, out var type) ? type : null;
    }

    private static List<string> Words(string text) =>
        [.. Tokenizer.Tokens(text).Select(token => Folding.Lower(text.Substring(token.Start, token.Length)))];
}
