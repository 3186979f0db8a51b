namespace PlanGraph.Domain.Text;

/// <summary>
/// Cuts the inflection off a Norwegian word (both norms): the Snowball rules for Norwegian as of August 2026.
/// </summary>
/// <remarks>
/// Source: algorithms/norwegian.sbl of the Snowball project. The word must be lower case and composed (<see cref="Folding.Lower"/>).
/// A stem is always a beginning of the word, so nothing is allocated but the result. Never stem a place name: Holås and Holåsen are two places.
/// </remarks>
public static class NorwegianStemmer
{
    private const int ShortestRest = 3;
    private const int ShortestAdjective = 5;

    // Longest first: the first that fits is the only one tried, as in Snowball's "among".
    private static readonly string[] _endingInA = ["a"];
    private static readonly string[] _endingsInE = ["hetene", "ande", "ende", "erte", "ede", "ane", "ene", "e"];
    private static readonly string[] _endingsInN = ["heten", "en"];
    private static readonly string[] _endingsInR = ["heter", "ar", "er"];
    private static readonly string[] _endingsInS =
        ["hetenes", "hetens", "endes", "edes", "enes", "ens", "ers", "ets", "as", "es", "s"];
    private static readonly string[] _endingsInT = ["het", "ast", "ert", "et"];
    private static readonly string[] _lastEndings =
        ["hetslov", "eleg", "elig", "elov", "slov", "leg", "eig", "lig", "els", "lov", "ig"];
    private static readonly string[] _keepErsAfter = ["amm", "ast", "ind", "kap", "kk", "lt", "nk", "omm", "pp", "øst", "v"];
    private static readonly string[] _dropErsAfter = ["giv", "hav", "skap"];
    private static readonly string[] _lightEndings = ["ene", "en", "et", "er", "ar", "e", "a"];

    /// <summary>The stem of <paramref name="word"/>; the same instance when there is nothing to cut.</summary>
    public static string Stem(string word)
    {
        var length = StemLength(word);
        return length == word.Length ? word : word[..length];
    }

    /// <summary>How many characters of <paramref name="word"/> are its stem.</summary>
    public static int StemLength(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestRest)
            return word.Length;
        var region = RegionStart(word);
        var length = CutMainEnding(word, region);
        length = CutConsonantPair(word[..length], region);
        length = CutLastEnding(word[..length], region);
        return word[length - 1] == '\'' ? length - 1 : length;
    }

    /// <summary>
    /// The stem with one more light pass: ene, en, et, er, ar, e or a off once more where 3 letters remain, and a double last consonant made single.
    /// Also the t of an adjective in -alt (sosialt). Brings klima and klimaet, vei and veien, ungdom and ungdommer together; for search, where a missed hit costs more than an extra one.
    /// </summary>
    public static string Root(string word)
    {
        var length = RootLength(word);
        return length == word.Length ? word : word[..length];
    }

    /// <summary>How many characters of <paramref name="word"/> are its <see cref="Root"/>.</summary>
    public static int RootLength(ReadOnlySpan<char> word)
    {
        var length = StemLength(word);
        var cut = LongestEnding(word[..length], _lightEndings, ShortestRest);
        length -= cut;
        if (length > ShortestAdjective && word[..length].EndsWith("alt", StringComparison.Ordinal))
            return length - 1;
        var doubled = length > ShortestRest && word[length - 1] == word[length - 2] && !IsVowel(word[length - 1]) && char.IsLetter(word[length - 1]);
        return doubled ? length - 1 : length;
    }

    /// <summary>R1: behind an apostrophe (pc'en), else behind the first consonant that follows a vowel; never before the fourth character.</summary>
    private static int RegionStart(ReadOnlySpan<char> word)
    {
        var apostrophe = word.IndexOf('\'');
        if (apostrophe >= 0)
            return Math.Max(apostrophe + 1, ShortestRest);
        var at = 0;
        while (at < word.Length && !IsVowel(word[at]))
            at++;
        while (at < word.Length && IsVowel(word[at]))
            at++;
        return Math.Max(Math.Min(at + 1, word.Length), ShortestRest);
    }

    private static int CutMainEnding(ReadOnlySpan<char> word, int region)
    {
        var endings = word[^1] switch
        {
            'a' => _endingInA,
            'e' => _endingsInE,
            'n' => _endingsInN,
            'r' => _endingsInR,
            's' => _endingsInS,
            't' => _endingsInT,
            _ => [],
        };
        var ending = LongestEnding(word, endings, region);
        var before = word[..^ending];
        return word[^ending..] switch
        {
            "ers" => KeepsErs(before) ? word.Length : before.Length,
            "s" => DropsS(before) ? before.Length : word.Length,
            "erte" or "ert" => before.Length + 2,
            _ => before.Length,
        };
    }

    private static bool KeepsErs(ReadOnlySpan<char> before) =>
        LongestEnding(before, _keepErsAfter, 0) > LongestEnding(before, _dropErsAfter, 0);

    private static bool DropsS(ReadOnlySpan<char> before) => before[^1] switch
    {
        'r' => before.Length == 1 || before[^2] != 'e',
        'k' => before.Length > 1 && !IsVowel(before[^2]),
        var last => "bcdfghjlmnoptvyz".Contains(last),
    };

    private static int CutConsonantPair(ReadOnlySpan<char> word, int region) =>
        word.Length - region >= 2 && word[^1] == 't' && word[^2] is ('d' or 'v') ? word.Length - 1 : word.Length;

    private static int CutLastEnding(ReadOnlySpan<char> word, int region) =>
        word.Length - LongestEnding(word, _lastEndings, region);

    /// <summary>The length of the longest of <paramref name="endings"/> (longest first) wholly at or after <paramref name="region"/>; 0 when none.</summary>
    private static int LongestEnding(ReadOnlySpan<char> word, string[] endings, int region)
    {
        foreach (var ending in endings)
        {
            if (word.Length - ending.Length >= region && word.EndsWith(ending, StringComparison.Ordinal))
                return ending.Length;
        }
        return 0;
    }

    private static bool IsVowel(char letter) => "aeiouyæåøêòóô".Contains(letter);
}
