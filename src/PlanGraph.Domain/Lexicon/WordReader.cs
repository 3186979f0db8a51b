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

    private static readonly int[] _unread = [CompoundWords.Unread];

    private readonly WordForms _words;
    private readonly CompoundWords _compounds;
    private readonly HashSet<int> _endingsOfNames;
    private readonly HashSet<int> _endingsOfPlaces;

    /// <summary>Adds to the topics' own <paramref name="words"/> those that compounds are made of beside them, and those that only end the names of places.</summary>
    public WordReader(WordForms words)
    {
        _words = words;
        var topics = words.Count;
        foreach (var other in WordList.Words("compound-parts").Concat(WordList.Words("genre-heads")).Concat(WordList.Words("genre-words")))
            AddOther(other);
        var compounds = words.Count;
        _endingsOfNames = [.. WordList.Words("place-endings").Where(ending => ending.Length >= ShortestOther).Select(AddOther)];
        _endingsOfPlaces = [.. _endingsOfNames.Where(number => number >= Math.Max(topics, compounds))];
        _compounds = new(words);
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
        return _endingsOfPlaces.Contains(parts[^1]) ? _unread : parts;
    }

    /// <summary>
    /// The numbers of a name: no topic when it ends as names of places do (Kirkevik, Storskogen) or in a short word (Kirkenær), or begins with a topic and goes on unread (Kulturlabben).
    /// </summary>
    public int[] ReadName(ReadOnlySpan<char> written, TokenJoin join)
    {
        var parts = Read(written, join);
        var isPlace = parts.Length > 0 && (parts[^1] < 0 || _endingsOfNames.Contains(parts[^1]));
        return isPlace || (parts.Length > 1 && _words.LengthOf(parts[^1]) < ShortestEndOfName) ? _unread : parts;
    }

    private int AddOther(string word) => _words.Add(Nynorsk.ToBokmaal(word));
}
