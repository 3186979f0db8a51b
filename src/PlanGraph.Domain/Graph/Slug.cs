using System.Buffers;
using System.Globalization;
using System.Text;

namespace PlanGraph.Domain.Graph;

/// <summary>The part of a node id after its kind: readable, ASCII, stable.</summary>
public static class Slug
{
    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>
    /// The slug of a text: lower case, æ→ae, ø→o, å→a, other letters without their marks, everything else to single hyphens,
    /// cut at a word end within <see cref="NodeId.MaxSlugLength"/>. A text without a letter or digit gives "uten-navn".
    /// </summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD))
            Append(slug, c);
        var whole = slug.ToString().Trim('-');
        return whole.Length == 0 ? "uten-navn" : Cut(whole);
    }

    internal static bool IsWellFormed(ReadOnlySpan<char> slug)
    {
        if (slug.Length is 0 or > NodeId.MaxSlugLength || slug[0] == '-' || slug[^1] == '-' || slug.Contains("--", StringComparison.Ordinal))
            return false;
        return !slug.ContainsAnyExcept(Characters);
    }

    private static void Append(StringBuilder slug, char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
        else if (c == 'æ') slug.Append("ae");
        else if (c is 'ø' or 'đ' or 'ŋ' or 'ŧ') slug.Append(c switch { 'ø' => 'o', 'đ' => 'd', 'ŋ' => 'n', _ => 't' });
        else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) return;
        else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
    }

    private static string Cut(string slug)
    {
        if (slug.Length <= NodeId.MaxSlugLength) return slug;
        var end = slug.LastIndexOf('-', NodeId.MaxSlugLength);
        return slug[..(end > 0 ? end : NodeId.MaxSlugLength)];
    }
}
