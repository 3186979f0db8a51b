namespace PlanGraph.Domain.Text;

/// <summary>A feature of a word, wherever the word stands.</summary>
internal readonly record struct WordFeature(string Term, FeatureKind Kind, double Weight);

/// <summary>What became of a word: its features and the steps to them.</summary>
internal sealed record WordReading(IReadOnlyList<WordFeature> Features, IReadOnlyList<TokenStep> Steps)
{
    public static WordReading OfPeriod(string written) => new([], [new(TokenStepKind.Period, written, "")]);

    public static WordReading OfFunctionWord(string word) => new([], [new(TokenStepKind.FunctionWord, word, "")]);

    public static WordReading OfNumber(string number) =>
        new([new(number, FeatureKind.Number, 0)], [new(TokenStepKind.Number, number, number)]);
}
