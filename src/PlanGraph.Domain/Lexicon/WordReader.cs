using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Lexicon;

/// <summary>
/// Puts a word of a text into the numbers of the lexicon's words: an abbreviation as it stands, a listed word in any inflection and norm, else the listed words of a compound.
/// Function words give nothing, unknown words <see cref="CompoundWords.Unread"/>.
/// </summary>
internal sealed class WordReader
{
    private const int LongestAbbreviation = 8;
    private const int ShortestOther = 3;
    private const int ShortestEndOfName = 5;

    /// <summary>Shorter words are one slip apart too often to tell: planer, plager.</summary>
    private const int ShortestRepaired = 8;

    private static readonly int[] _unread = [CompoundWords.Unread];

    private readonly WordForms _words;
    private readonly CompoundWords _compounds;
    private readonly HashSet<int> _endingsOfNames;
    private readonly HashSet<int> _endingsOfPlaces;
    private readonly Lazy<TypoRepair> _slips;

    /// <summary>Numbers below are of the topics' own words.</summary>
    private readonly int _topics;

    /// <summary>Adds to the topics' own <paramref name="words"/> those that compounds are made of beside them, and those that only end the names of places.</summary>
    public WordReader(WordForms words)
    {
        _words = words;
        _topics = words.Count;
        foreach (var other in WordList.Words("compound-parts").Concat(WordList.Words("genre-heads")).Concat(WordList.Words("genre-words")))
            AddOther(other);
        var compounds = words.Count;
        _endingsOfNames = [.. WordList.Words("place-endings").Where(ending => ending.Length >= ShortestOther).Select(AddOther)];
        _endingsOfPlaces = [.. _endingsOfNames.Where(number => number >= Math.Max(_topics, compounds))];
        _compounds = new(words);
        _slips = new(() => new(words.Written.ToDictionary(word => word, _ => 1, StringComparer.Ordinal), shortest: ShortestRepaired));
    }

    /// <summary>A short word in capitals, as it stands in the lexicon or in a text.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> written)
    {
        if (written.Length is < 2 or > LongestAbbreviation)
            return false;
        foreach (var letter in written)
        {
            if (!char.IsUpper(letter) && !char.IsAsciiDigit(letter))
                return false;
        }
        return true;
    }

    /// <summary>Function words do not count, but for those that phrases of the trade turn on: bolig for alle, inn på tunet.</summary>
    public static bool IsSilent(ReadOnlySpan<char> written) => FunctionWords.Contains(written) && written is not ("alle" or "inn" or "Inn" or "tilbake");

    /// <summary>A word as <see cref="WordForms"/> keeps it: in bokmål and lower case, or an abbreviation.</summary>
    public static string Normal(ReadOnlySpan<char> written) =>
        IsAbbreviation(written) ? written.ToString() : Nynorsk.ToBokmaal(Folding.Lower(written.ToString()));

    /// <summary>The numbers of the word <paramref name="written"/>; <paramref name="meant"/> is what it was repaired to.</summary>
    public int[] Read(ReadOnlySpan<char> written, TokenJoin join, string? meant = null)
    {
        if (IsAbbreviation(written) && _words.Exact(written) is { } abbreviation)
            return [abbreviation];
        if (IsSilent(written))
            return [];
        var word = meant ?? Nynorsk.ToBokmaal(Folding.Lower(written.ToString()));
        var whole = _words.Find(word) ?? (join == TokenJoin.Hanging && word is [_, .., 's'] ? _words.Find(word.AsSpan(0, word.Length - 1)) : null);
        if (whole is { } number)
            return [number];
        var parts = _compounds.Split(word);
        if (IsUnclear(word, parts) && Repaired(word) is { } repaired)
            return repaired;
        return _endingsOfPlaces.Contains(parts[^1]) ? _unread : parts;
    }

    /// <summary>True when a part was not read (trafikk in trafikksikerhet is a topic's word, but not what the word says), or no topic's word was and some of the letters were not.</summary>
    private bool IsUnclear(string word, int[] parts)
    {
        var (read, hasTopic) = (0, false);
        foreach (var part in parts)
        {
            if (part < 0)
                return true;
            hasTopic |= part < _topics;
            read += _words.LengthOf(part) + 1;
        }
        return !hasTopic && read < word.Length;
    }

    /// <summary>A word, or what comes before the last part of a compound, with one slip in it (integereringsstrategi): null when it is near no listed word.</summary>
    private int[]? Repaired(string word)
    {
        if (word.Length < ShortestRepaired)
            return null;
        if (_slips.Value.Repair(word) is { } whole)
            return [_words.Find(whole)!.Value];
        for (var start = ShortestRepaired; start <= word.Length - ShortestOther; start++)
        {
            if (_words.Find(word.AsSpan(start)) is not { } last)
                continue;
            var first = word[..start];
            if ((_slips.Value.Repair(first) ?? (first[^1] is 's' or 'e' ? _slips.Value.Repair(first[..^1]) : null)) is { } meant)
                return [_words.Find(meant)!.Value, last];
        }
        return null;
    }

    /// <summary>
    /// The numbers of a name: no topic when it ends as names of places do (Kirkevik, Storskogen) or in a short word (Kirkenær), or begins with a topic and goes on unread (Kulturlabben).
    /// </summary>
    public int[] ReadName(ReadOnlySpan<char> written, TokenJoin join)
    {
        var parts = Read(written, join);
        var isPlace = parts.Length > 0 && (parts[^1] < 0 || IsGenitiveOnly(written) || _endingsOfNames.Contains(parts[^1]));
        return isPlace || (parts.Length > 1 && _words.LengthOf(parts[^1]) < ShortestEndOfName) ? _unread : parts;
    }

    /// <summary>Havnes is a place, not that of a havn.</summary>
    private bool IsGenitiveOnly(ReadOnlySpan<char> written) => written.EndsWith("es") && _words.Exact(Normal(written)) is null;

    private int AddOther(string word) => _words.Add(Nynorsk.ToBokmaal(word));
}
