using System.Collections.Frozen;
using System.Text;

namespace PlanGraph.Domain.Text;

/// <summary>The list and the rules behind <see cref="Nynorsk"/>, for words in a given spelling: as written, or folded for search.</summary>
internal sealed class NynorskWords
{
    private const int ShortestByStem = 3;
    private const int LongestCut = 2;
    private const int ShortestRest = 3;
    private const int ShortestBeforeHeit = 2;
    private const int ShortestPart = 4;

    private static readonly string[] _legEndings = ["legare", "legast", "legaste", "lege", "leg"];
    private static readonly string[] _adjectives = ["ig", "ige", "lege"];
    private static readonly string[] _wholeEndings = ["ar", "leg", "ig"];
    private static readonly string[] _doctors =
        ["", "fast", "tann", "over", "kommune", "bydels", "skole", "dyre", "sykehus", "sykehjems", "allmenn", "turnus", "bedrifts", "vakt", "smittevern", "helse", "barne", "for", "be"];

    private readonly FrozenDictionary<string, string> _words;
    private readonly FrozenDictionary<string, string> _stems;
    private readonly Decompounder _compounds;

    /// <summary>The words in the spelling that tokens will come in.</summary>
    public NynorskWords(Func<string, string> spelling)
    {
        _words = WordList.Read("nynorsk-bokmaal").DistinctBy(pair => spelling(pair[0]))
            .ToFrozenDictionary(pair => spelling(pair[0]), pair => spelling(pair[1]), StringComparer.Ordinal);
        _stems = _words.Where(pair => IsTellingStem(pair.Key, StemOfListed(pair.Key)))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).DistinctBy(pair => StemOfListed(pair.Key))
            .ToFrozenDictionary(pair => StemOfListed(pair.Key), pair => pair.Value, StringComparer.Ordinal);
        var parts = WordList.Words("compound-parts").Select(spelling).Concat(_words.Keys).Distinct(StringComparer.Ordinal);
        _compounds = new(parts.Select(word => KeyValuePair.Create(word, 1)), ShortestPart);
    }

    public int Pairs => _words.Count;

    public string ToBokmaal(string token) => Listed(token) ?? InCompound(token) ?? ByEnding(token);

    /// <summary>What the inflections of a listed word stem to. Brukarane goes to brukar, which itself would stem to bruk, another word; dagleg must not claim dag.</summary>
    private static string StemOfListed(string word) => Array.Exists(_wholeEndings, ending => word.EndsWith(ending, StringComparison.Ordinal)) ? word : NorwegianStemmer.Stem(word);

    /// <summary>A long ending gone leaves another word: syklande must not claim sykle.</summary>
    private static bool IsTellingStem(string word, string stem) => stem.Length >= ShortestByStem && word.Length - stem.Length <= LongestCut;

    /// <summary>The bokmål for a listed word or an inflection of one; the same instance when the list says to leave it; null when it is not listed.</summary>
    private string? Listed(string token)
    {
        if (_words.TryGetValue(token, out var word))
            return word == token ? token : word;
        if (token.EndsWith("alt", StringComparison.Ordinal))
            return _words.GetValueOrDefault(token[..^1]);
        if (Array.Exists(_adjectives, ending => token.EndsWith(ending, StringComparison.Ordinal)))
            return _words.GetValueOrDefault(token.TrimEnd('e'));
        var stem = token.AsSpan(0, NorwegianStemmer.StemLength(token));
        if (!_stems.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem, out word))
            return null;
        return _words.GetValueOrDefault(word) == word ? token : word;
    }

    /// <summary>Each part of a compound in bokmål, the linking letters between them kept; null when no part changes.</summary>
    private string? InCompound(string token)
    {
        var parts = _compounds.Split(token);
        if (parts.Count < 2)
            return null;
        var whole = new StringBuilder();
        var at = 0;
        foreach (var part in parts)
        {
            var start = token.IndexOf(part, at, StringComparison.Ordinal);
            whole.Append(LinkAfter(whole, token.AsSpan(at, start - at))).Append(Listed(part) ?? part);
            at = start + part.Length;
        }
        var bokmaal = whole.ToString();
        return bokmaal == token ? null : bokmaal;
    }

    /// <summary>høgd-e-punkt is høyde-punkt: the word before has the e already.</summary>
    private static ReadOnlySpan<char> LinkAfter(StringBuilder before, ReadOnlySpan<char> link) =>
        link is "e" && before[^1] == 'e' ? [] : link;

    private static string ByEnding(string token)
    {
        var heit = token.LastIndexOf("heit", StringComparison.Ordinal);
        if (heit >= ShortestBeforeHeit && token.Length - heit <= "heitenes".Length)
            return ByLeg(token[..heit]) + "het" + token[(heit + "heit".Length)..].TrimEnd('a');
        return ByLeg(token);
    }

    /// <summary>offentlege is offentlige; fastlege and kommunelege are doctors in both norms.</summary>
    private static string ByLeg(string token)
    {
        var ending = Array.Find(_legEndings, ending => token.EndsWith(ending, StringComparison.Ordinal)) ?? "";
        var before = token[..^ending.Length];
        if (ending.Length == 0 || before.Length < ShortestRest || _doctors.Contains(before))
            return token;
        return before + "lig" + ending["leg".Length..].Replace("are", "ere", StringComparison.Ordinal);
    }
}
