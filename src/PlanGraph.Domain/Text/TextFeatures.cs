namespace PlanGraph.Domain.Text;

/// <summary>What a feature of a text is.</summary>
public enum FeatureKind
{
    /// <summary>A word, stemmed.</summary>
    Word,

    /// <summary>A part of a compound, stemmed; the compound itself is a <see cref="Word"/> beside it.</summary>
    Part,

    /// <summary>The kind of document: plan, strategi.</summary>
    Genre,

    /// <summary>A place or another name, not stemmed.</summary>
    Name,

    /// <summary>A number that is no year. Belongs to a measure, not to what the text is about: weight 0.</summary>
    Number,
}

/// <summary>Something a text is compared by. <see cref="Weight"/> is 0 to 1, before any weighting by rarity; <see cref="Span"/> is where it was first found.</summary>
public readonly record struct TextFeature(string Term, FeatureKind Kind, double Weight, TextSpan Span);

/// <summary>What was done to a token.</summary>
public enum TokenStepKind
{
    /// <summary>Taken out: part of a year or period.</summary>
    Period,

    /// <summary>Taken out: carries no subject.</summary>
    FunctionWord,

    /// <summary>Kept apart as a number.</summary>
    Number,

    /// <summary>Kept unstemmed as a name.</summary>
    Name,

    /// <summary>Put into bokmål.</summary>
    Bokmaal,

    /// <summary>One slip repaired.</summary>
    Repaired,

    /// <summary>The genre taken off a compound; <see cref="TokenStep.To"/> is subject and genre parted by +.</summary>
    GenreSplit,

    /// <summary>A compound split; <see cref="TokenStep.To"/> is the parts parted by +.</summary>
    CompoundSplit,

    /// <summary>Inflection cut off.</summary>
    Stemmed,

    /// <summary>Counts less, being a word of the trade.</summary>
    Weakened,
}

/// <summary>One step in reading a token: what it was and what became of it. <see cref="To"/> is empty when it was taken out.</summary>
public readonly record struct TokenStep(TokenStepKind Kind, string From, string To);

/// <summary>A token of the text and the steps it went through, in order: the evidence for its features. No steps: it was taken as it stands.</summary>
public readonly record struct TokenReading(TextSpan Span, IReadOnlyList<TokenStep> Steps);

/// <summary>
/// A text made comparable: its features (one per term and kind, with the highest weight it had, in order of appearance), its years and periods, and how every token was read.
/// </summary>
public sealed record TextFeatures(IReadOnlyList<TextFeature> Features, IReadOnlyList<PeriodInText> Periods, IReadOnlyList<TokenReading> Tokens);
