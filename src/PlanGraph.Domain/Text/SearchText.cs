using System.Collections.Frozen;

namespace PlanGraph.Domain.Text;

/// <summary>A part of a compound, folded, and the key that its inflections share.</summary>
public readonly record struct WordPart(string Surface, string Stem);

/// <summary>
/// What a word is found by. <see cref="Folded"/> is the whole word without case and accents; <see cref="Stem"/> is shared by its inflections, by politikk and
/// politisk, and by the word in bokmål and nynorsk; <see cref="Parts"/> are the parts of a compound in bokmål (two or more, else empty).
/// </summary>
public sealed record WordForms(string Folded, string Stem, IReadOnlyList<WordPart> Parts);

/// <summary>A word of a query: where it stands, what it is matched by, and whether it may be the beginning of a longer word.</summary>
public sealed record QueryWord(TextSpan Span, WordForms Forms, bool IsPrefix);

/// <summary>
/// What is indexed and how a query is read, the same for every store. Two words that fold to the same (Bærum, baerum) have the same forms.
/// A query word finds an indexed word that equals it, shares its stem, has a part with its stem, or (last word only) begins with it.
/// </summary>
public static class SearchText
{
    /// <summary>Words of a query beyond this number are ignored.</summary>
    public const int MostQueryWords = 24;

    /// <summary>Letters of a folded word beyond this number are ignored.</summary>
    public const int LongestWord = 64;

    private const int ShortestPart = 3;

    private static readonly FrozenDictionary<string, string> _parts =
        WordList.Words("compound-parts").DistinctBy(Folding.Fold).ToFrozenDictionary(Folding.Fold, StringComparer.Ordinal);
    private static readonly NynorskWords _nynorsk = new(Folding.Fold);
    private static readonly Decompounder _compounds = new(_parts.Keys.Select(part => KeyValuePair.Create(part, 1)), ShortestPart, Key);

    /// <summary>Everything <paramref name="text"/> is found by: folded words, stems, compound parts and their stems; no duplicates, in order of appearance.</summary>
    public static IReadOnlyList<string> IndexTerms(string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var terms = new List<string>();
        foreach (var word in IndexWords(text))
        {
            foreach (var term in TermsOf(Forms(word)).Where(seen.Add))
                terms.Add(term);
        }
        return terms;
    }

    /// <summary>The folded words of <paramref name="text"/> in order, repeated as they stand; function words left out, words parted by a hyphen also as one.</summary>
    public static IEnumerable<string> IndexWords(string text) => Words(text).Where(word => !word.IsFunctionWord).Select(word => word.Folded);

    /// <summary>The words of a query. Function words are left out unless there is nothing else.</summary>
    public static IReadOnlyList<QueryWord> QueryWords(string query)
    {
        var words = Words(query).Where(word => !word.IsJoined).Take(MostQueryWords).ToList();
        if (words.Exists(word => !word.IsFunctionWord))
            words.RemoveAll(word => word.IsFunctionWord);
        var open = query.Length > 0 && !char.IsWhiteSpace(query[^1]);
        return [.. words.Select((word, at) => new QueryWord(word.Span, Forms(word.Folded), open && at == words.Count - 1))];
    }

    /// <summary>The forms of a word in any case and spelling.</summary>
    public static WordForms Forms(string word)
    {
        var folded = Cut(Folding.Fold(word));
        var bokmaal = _nynorsk.ToBokmaal(folded);
        var parts = _compounds.Split(bokmaal);
        if (parts.Count < 2)
            parts = GenreHeads.Split(bokmaal) is { } genre ? [.. _compounds.Split(genre.Subject), .. _compounds.Split(genre.Genre)] : [];
        if (parts.Count == 0)
            return new(folded, Key(bokmaal), []);
        var found = parts.Select(part => new WordPart(part, Key(part))).ToArray();
        return new(folded, string.Concat(found.Select(part => part.Stem)), found);
    }

    /// <summary>The places in <paramref name="text"/> of the words that a search matched (<see cref="SearchIndexHit.Matched"/>): for marking them.</summary>
    public static IReadOnlyList<TextSpan> Highlights(string text, IEnumerable<string> matched)
    {
        var wanted = matched.Select(word => Cut(Folding.Fold(word))).ToHashSet(StringComparer.Ordinal);
        return [.. Words(text).Where(word => wanted.Contains(word.Folded)).Select(word => word.Span)];
    }

    /// <summary>The root that inflections of a folded word share, with -isk and -ikk made one (politisk, politikk).</summary>
    internal static string Key(string folded)
    {
        var root = NorwegianStemmer.Root(folded);
        return root.Length > 5 && root.EndsWith("isk", StringComparison.Ordinal) ? string.Concat(root.AsSpan(0, root.Length - 2), "k") : root;
    }

    /// <summary>A compound part as it is spelt (maal is mål); itself when the list does not have it.</summary>
    internal static string Unfolded(string part) => _parts.GetValueOrDefault(part, part);

    internal static IReadOnlyList<SearchWord> Words(string text)
    {
        var words = new List<SearchWord>();
        var reader = new SearchWordReader(text, stackalloc char[SearchWordReader.Room]);
        while (reader.Read())
            words.Add(new(reader.Folded.ToString(), reader.Place, reader.IsJoined));
        return words;
    }

    private static IEnumerable<string> TermsOf(WordForms forms)
    {
        yield return forms.Folded;
        yield return forms.Stem;
        foreach (var part in forms.Parts)
        {
            yield return part.Surface;
            yield return part.Stem;
        }
    }

    private static string Cut(string folded) => folded.Length <= LongestWord ? folded : folded[..LongestWord];
}

/// <summary>A folded word of a text and its place; joined when it is made of words parted by hyphens.</summary>
internal readonly record struct SearchWord(string Folded, TextSpan Span, bool IsJoined)
{
    public bool IsFunctionWord { get; } = FunctionWords.ContainsFolded(Folded);
}
