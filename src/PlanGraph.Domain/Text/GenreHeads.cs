using System.Collections.Frozen;

namespace PlanGraph.Domain.Text;

/// <summary>A compound parted into what it is about and what kind of document it is: trafikksikkerhet and plan.</summary>
public sealed record GenreSplit(string Subject, string Genre);

/// <summary>
/// Takes the genre off a compound: "trafikksikkerhetsplanen" is about trafikksikkerhet and is a plan. Longest genre first ("handlingsplan" before "plan"),
/// with its inflections (-en, -a, -et, -er, -ar, -ene, -ane, and a genitive s), linking -s- and a hyphen dropped.
/// </summary>
public static class GenreHeads
{
    private const int ShortestSubject = 3;

    private static readonly string[] _inflections = ["", "en", "n", "a", "et", "er", "ar", "r", "ene", "ane", "ne"];
    private static readonly FrozenDictionary<string, string> _genres = Forms().ToFrozenDictionary(StringComparer.Ordinal);
    private static readonly int _longest = _genres.Keys.Max(form => form.Length);

    /// <summary>Subject and genre of <paramref name="word"/> (lower case); null when it has no genre at its end or is nothing but a genre.</summary>
    public static GenreSplit? Split(string word)
    {
        if (GenreOf(word) is not null)
            return null;
        var lookup = _genres.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(_longest, word.Length - ShortestSubject); length > 0; length--)
        {
            if (lookup.TryGetValue(word.AsSpan(word.Length - length), out var genre) && Subject(word[..^length]) is { } subject)
                return new(subject, genre);
        }
        return null;
    }

    /// <summary>The genre that the whole word is, uninflected: "planene" is plan; null for other words.</summary>
    public static string? GenreOf(string word) => _genres.GetValueOrDefault(word);

    private static string? Subject(string before)
    {
        var bare = before.TrimEnd('-');
        if (bare.Length > ShortestSubject && bare[^1] == 's' && bare[^2] != 's')
            bare = bare[..^1];
        return bare.Length >= ShortestSubject ? bare : null;
    }

    private static Dictionary<string, string> Forms()
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var genre in WordList.Words("genre-heads"))
        {
            foreach (var inflected in _inflections.Select(ending => Inflect(genre, ending)))
            {
                forms.TryAdd(inflected, genre);
                forms.TryAdd(inflected + "s", genre);
            }
        }
        return forms;
    }

    /// <summary>veileder, veilederen, veilederne; program, programmer; plan, planen.</summary>
    private static string Inflect(string genre, string ending) =>
        ending.Length > 1 && genre.EndsWith("program", StringComparison.Ordinal) ? genre + "m" + ending : genre + ending;
}
