namespace PlanGraph.Domain.Text;

/// <summary>How texts are made comparable. The defaults need no corpus; <see cref="CorpusWords"/> learns better ones from it.</summary>
public sealed record TextOptions
{
    /// <summary>Splits compounds; built from the corpus's own words in bokmål. Null: compounds are not split, but for their genre.</summary>
    public Decompounder? Compounds { get; init; }

    /// <summary>Repairs typing errors against the corpus's own words in bokmål. Null: none are repaired.</summary>
    public TypoRepair? Typos { get; init; }

    /// <summary>Repairs typing errors in names against the corpus's own names. Null: none are repaired.</summary>
    public TypoRepair? NameTypos { get; init; }

    /// <summary>Names never stemmed or split, lower case and composed; also found with a genitive s. Names that are capitalised inside a text are seen without being listed.</summary>
    public IReadOnlySet<string> Names { get; init; } = new HashSet<string>();

    /// <summary>Puts nynorsk words into bokmål. On unless said otherwise.</summary>
    public bool ToBokmaal { get; init; } = true;

    /// <summary>Cuts a word in bokmål to what its inflections share; <see cref="NorwegianStemmer.Root"/> cuts more, so more inflections meet, and more other words too.</summary>
    public Func<string, string> Stem { get; init; } = NorwegianStemmer.Stem;

    /// <summary>The weight of a compound and of each of its parts, 0 to 1.</summary>
    public double PartWeight { get; init; } = 0.6;
}

/// <summary>Makes texts comparable: see <see cref="TextAnalyzer"/>, which is the one to use for many texts.</summary>
public static class TextAnalysis
{
    /// <summary>The features of one text.</summary>
    public static TextFeatures Analyze(string text, TextOptions options) => new TextAnalyzer(options).Analyze(text);
}
