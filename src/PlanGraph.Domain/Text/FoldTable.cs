using System.Collections.Frozen;
using System.Text;

namespace PlanGraph.Domain.Text;

/// <summary>What each letter outside ASCII folds to; the table is described at <see cref="Folding"/>.</summary>
internal static class FoldTable
{
    private const char EndOfNear = '\u0250';

    private static readonly string?[] _near = BuildNear();
    private static readonly FrozenDictionary<char, string> _far = BuildFar().ToFrozenDictionary();

    /// <summary>The folded letters; false when the table does not know <paramref name="letter"/>.</summary>
    public static bool TryGet(char letter, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? folded)
    {
        if (letter >= EndOfNear)
            return _far.TryGetValue(letter, out folded);
        folded = _near[letter];
        return folded is not null;
    }

    private static string?[] BuildNear()
    {
        var table = new string?[EndOfNear];
        for (var letter = '\u00C0'; letter < EndOfNear; letter++)
            table[letter] = Special(char.ToLowerInvariant(letter)) ?? WithoutMarks(letter);
        table['\u00AD'] = "";
        return table;
    }

    private static Dictionary<char, string> BuildFar()
    {
        var table = new Dictionary<char, string>
        {
            ['\u0292'] = "z",
            ['\u212A'] = "k",
            ['\u212B'] = "aa",
            ['\u200B'] = "",
            ['\u200C'] = "",
            ['\u200D'] = "",
            ['\u2060'] = "",
            ['\uFEFF'] = "",
            ['\uFB00'] = "ff",
            ['\uFB01'] = "fi",
            ['\uFB02'] = "fl",
            ['\uFB03'] = "ffi",
            ['\uFB04'] = "ffl",
            ['\uFB05'] = "st",
            ['\uFB06'] = "st",
            ['\u2019'] = "'",
            ['\u02BC'] = "'",
        };
        for (var letter = '\u1E00'; letter < '\u1F00'; letter++)
        {
            if ((Special(char.ToLowerInvariant(letter)) ?? WithoutMarks(letter)) is { } plain)
                table[letter] = plain;
        }
        return table;
    }

    private static string? Special(char lower) => lower switch
    {
        'æ' or 'ǽ' or 'ǣ' or 'ä' or 'ǟ' => "ae",
        'å' or 'ǻ' => "aa",
        'ø' or 'ǿ' => "o",
        'đ' or 'ð' => "d",
        'ŋ' => "n",
        'ŧ' => "t",
        'ħ' => "h",
        'ł' => "l",
        'ı' => "i",
        'ĸ' => "k",
        'ǥ' => "g",
        'ǯ' or 'ʒ' => "z",
        'ſ' => "s",
        'ß' => "ss",
        'þ' => "th",
        'œ' => "oe",
        'ĳ' => "ij",
        _ => null,
    };

    private static string? WithoutMarks(char letter)
    {
        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        var plain = string.Concat(parts.Where(part => !Folding.IsCombiningMark(part))).ToLowerInvariant();
        return plain.Length > 0 && Ascii.IsValid(plain) ? plain : null;
    }
}
