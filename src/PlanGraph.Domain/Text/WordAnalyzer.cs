namespace PlanGraph.Domain.Text;

/// <summary>
/// Reads one word: into bokmål, repaired, its genre taken off, split into parts, every piece stemmed and weighed. A compound stays beside its parts. Readings are kept.
/// </summary>
internal sealed class WordAnalyzer(TextOptions options)
{
    private const int ShortestName = 3;

    private readonly Dictionary<string, WordReading> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordReading> _names = new(StringComparer.Ordinal);

    /// <summary>The reading of <paramref name="token"/>; as a name when <paramref name="asName"/> and the word is not a common one.</summary>
    public WordReading Read(Token token, string text, bool asName)
    {
        var written = token.In(text);
        if (!_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var word))
            _words[written.ToString()] = word = Read(Folding.Lower(written.ToString()), token.Kind);
        if (!asName)
            return word;
        if (!_names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var name))
            _names[written.ToString()] = name = OfName(Folding.Lower(written.ToString()), token.Kind) ?? word;
        return name;
    }

    /// <summary>True for a word that a capital does not make a name of.</summary>
    public static bool IsCommon(string word) => FunctionWords.Contains(word) || GenreHeads.Split(word) is not null || PlanWords.Knows(word);

    private WordReading Read(string word, TokenKind kind)
    {
        if (kind == TokenKind.Number)
            return WordReading.OfNumber(word);
        if (FunctionWords.Contains(word))
            return WordReading.OfFunctionWord(word);
        return Listed(word) is { } name ? Named(word, name) : OfWord(word);
    }

    /// <summary>A word with a capital inside a sentence; null when it is a common word all the same.</summary>
    private WordReading? OfName(string word, TokenKind kind)
    {
        if (Listed(word) is { } name)
            return Named(word, name);
        return kind == TokenKind.Number || IsCommon(word) ? null : Named(word, word);
    }

    private WordReading Named(string word, string name)
    {
        var meant = options.NameTypos?.Repair(name) ?? name;
        var steps = new WordPieces(options);
        steps.Note(TokenStepKind.Repaired, name, meant);
        return new([new(meant, FeatureKind.Name, GenreWords.FullWeight)], [new(TokenStepKind.Name, word, name), .. steps.Steps]);
    }

    /// <summary>The listed name that <paramref name="word"/> is, also in the genitive.</summary>
    private string? Listed(string word)
    {
        var bare = word.TrimEnd('s');
        if (bare.Length == word.Length - 1 && bare.Length >= ShortestName && options.Names.Contains(bare))
            return bare;
        return options.Names.Contains(word) ? word : null;
    }

    private WordReading OfWord(string word)
    {
        var pieces = new WordPieces(options);
        var bokmaal = options.ToBokmaal ? pieces.Note(TokenStepKind.Bokmaal, word, Nynorsk.ToBokmaal(word)) : word;
        var meant = pieces.Repair(bokmaal);
        var genre = GenreHeads.Split(meant);
        if (genre is null)
            pieces.AddSubject(meant);
        else
            pieces.AddSplit(meant, genre);
        return new(pieces.Features, pieces.Steps);
    }
}
