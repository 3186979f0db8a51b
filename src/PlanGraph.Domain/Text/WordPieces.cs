namespace PlanGraph.Domain.Text;

/// <summary>Gathers the features of one word and the steps to them.</summary>
internal sealed class WordPieces(TextOptions options)
{
    private readonly List<WordFeature> _features = [];
    private readonly List<TokenStep> _steps = [];

    public IReadOnlyList<WordFeature> Features => _features;

    public IReadOnlyList<TokenStep> Steps => _steps;

    /// <summary>Notes the step when it changed something; answers what it came to.</summary>
    public string Note(TokenStepKind kind, string from, string to)
    {
        if (!string.Equals(from, to, StringComparison.Ordinal))
            _steps.Add(new(kind, from, to));
        return to;
    }

    /// <summary>The word that was meant; a word of the lists, or made of such words, is right as it is.</summary>
    public string Repair(string word) =>
        options.Typos is { } typos && !PlanWords.Knows(word) ? Note(TokenStepKind.Repaired, word, typos.Repair(word) ?? word) : word;

    /// <summary>A compound and its genre.</summary>
    public void AddSplit(string word, GenreSplit split)
    {
        Note(TokenStepKind.GenreSplit, word, $"{split.Subject}+{split.Genre}");
        AddSubject(Repair(split.Subject));
        Add(split.Genre, FeatureKind.Genre, GenreWords.FullWeight);
    }

    /// <summary>What the word is about: itself, and its parts when it is a compound.</summary>
    public void AddSubject(string subject)
    {
        var genre = GenreHeads.GenreOf(subject);
        var parts = genre is null && options.Compounds is { } compounds ? compounds.Split(subject) : [subject];
        if (parts.Count < 2)
        {
            Add(subject, genre is null ? FeatureKind.Word : FeatureKind.Genre, GenreWords.FullWeight);
            return;
        }
        Note(TokenStepKind.CompoundSplit, subject, string.Join('+', parts));
        Add(subject, FeatureKind.Word, options.PartWeight);
        foreach (var part in parts)
            Add(part, FeatureKind.Part, options.PartWeight);
    }

    /// <summary>One piece, stemmed, and weakened when it is a word of the trade.</summary>
    public void Add(string word, FeatureKind kind, double weight)
    {
        var weakened = weight * GenreWords.WeightOf(word);
        var stem = Note(TokenStepKind.Stemmed, word, options.Stem(word));
        if (weakened < weight)
            _steps.Add(new(TokenStepKind.Weakened, stem, stem));
        _features.Add(new(stem, kind, weakened));
    }
}
