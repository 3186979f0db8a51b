using System.Collections.Frozen;
using System.Text;

namespace PlanGraph.Domain.Text;

/// <summary>Writes out the abbreviations of plan lists: "Boligsos. handl.plan" is a "Boligsosial handlingsplan". Which there are is data (<c>abbreviations</c>).</summary>
public static class Abbreviations
{
    /// <summary>Fewest letters before an abbreviation that ends a compound: Trafikksikkerhetspl.</summary>
    private const int ShortestBeforeLast = 4;

    private static readonly string[] _last = ["pl", "dok"];

    private static readonly FrozenDictionary<string, (string Alone, string? First)> _known = WordList.Read("abbreviations")
        .ToFrozenDictionary(fields => fields[0], fields => (fields[1], fields.Length > 2 ? fields[2] : null), StringComparer.OrdinalIgnoreCase);

    /// <summary>The text with its abbreviations written out; the text itself when there are none.</summary>
    public static string Expand(string text)
    {
        if (!text.Contains('.')) return text;
        var (expanded, copied) = (new StringBuilder(), 0);
        for (var at = 0; Tokenizer.TryNext(text, ref at, out var token);)
        {
            if (token.Kind == TokenKind.Number || token.End >= text.Length || text[token.End] != '.') continue;
            if (Meant(token.In(text), token.End + 1 < text.Length && char.IsLetter(text[token.End + 1])) is not { } meant) continue;
            expanded.Append(text, copied, token.Start - copied).Append(char.IsUpper(text[token.Start]) ? char.ToUpperInvariant(meant[0]) : meant[0]).Append(meant, 1, meant.Length - 1);
            copied = token.End + 1;
        }
        return copied == 0 ? text : expanded.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>What <paramref name="word"/>, with a point and maybe a word right behind it, stands for; null when it is no abbreviation.</summary>
    private static string? Meant(ReadOnlySpan<char> word, bool isFirst)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known))
            return isFirst ? known.First ?? known.Alone + " " : known.Alone.Length > 0 ? known.Alone : null;
        foreach (var last in _last)
        {
            if (word.Length >= ShortestBeforeLast + last.Length && word.EndsWith(last, StringComparison.Ordinal)) return $"{word[..^last.Length]}{_known[last].Alone}";
        }
        return null;
    }
}
