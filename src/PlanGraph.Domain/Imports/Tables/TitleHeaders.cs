using System.Buffers;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Imports;

/// <summary>Headers of columns that hold the titles of plans, under names that nobody can list: "Navn på planen", "Plan/tema", "Planer og strategier".</summary>
internal static class TitleHeaders
{
    private static readonly HashSet<string> _plans = new(StringComparer.Ordinal)
    {
        "plan", "planen", "planens", "planer", "planene", "planar", "planane", "plans", "plandokument", "plandokumenter", "styringsdokument", "styringsdokumenter",
        "dokument", "dokumentet", "dokumenter", "document", "documents",
    };

    private static readonly HashSet<string> _names = new(StringComparer.Ordinal)
    {
        "navn", "navnet", "namn", "namnet", "tittel", "tittelen", "title", "name", "plannavn", "plannamn", "plantittel", "dokumentnavn", "dokumentnamn", "dokumenttittel",
    };

    /// <summary>What may stand beside a word for plans and names nothing by itself.</summary>
    private static readonly HashSet<string> _beside = new(StringComparer.Ordinal)
    {
        "tema", "temaer", "temaplan", "temaplaner", "temaplanar", "strategi", "strategier", "strategiar", "strategy", "strategies", "melding", "meldinger", "meldingar", "program",
        "handlingsplan", "handlingsplaner", "handlingsplanar", "kommunedelplan", "kommunedelplaner", "kommunedelplanar", "kommunal", "kommunale", "kommunens", "the",
    };

    /// <summary>A cell without any of these is no such header: asked first, since every row of a long list is asked.</summary>
    private static readonly SearchValues<string> _within = SearchValues.Create(["plan", "dokument", "document", "navn", "namn", "tittel", "title", "name"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True when all words of a header are of that kind, and one is a word for plans; or when there are only words for titles ("Tittel/navn").</summary>
    public static bool Name(string header)
    {
        if (!header.AsSpan().ContainsAny(_within)) return false;
        var words = Words(header);
        return words.All(word => _plans.Contains(word) || _names.Contains(word) || _beside.Contains(word))
            && (words.Any(_plans.Contains) || words.All(_names.Contains));
    }

    /// <summary>
    /// Which to take first where several columns could hold the titles: 0 for the name of a plan, 1 for a plan, 2 for a title or name of something (it may be a person's), 3 for a document (it may be a file).
    /// </summary>
    public static int Rank(Column column, string header)
    {
        if (column == Column.Title) return 2;
        var words = Words(header);
        return words.Any(_names.Contains) ? 0 : words.Any(word => word.StartsWith("dokument", StringComparison.Ordinal) || word.StartsWith("document", StringComparison.Ordinal)) ? 3 : 1;
    }

    private static string[] Words(string header) =>
        [.. Tokenizer.LowerWords(header).Where(word => !FunctionWords.Contains(word) && word != "of")];
}
