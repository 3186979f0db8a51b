using System.Buffers;

namespace PlanGraph.Domain.Text;

/// <summary>
/// Makes texts comparable. Years and periods are taken out and kept apart, then function words; names stay as they are; every other word is put into bokmål, repaired,
/// parted from its genre, split and stemmed (<see cref="WordAnalyzer"/>). How every token was read comes with the answer.
/// </summary>
/// <remarks>
/// A name is a listed one, or a word with a capital inside a sentence that is not a common word of plans, unless all words of the text have capitals.
/// The reading of a word is kept and used again, so one analyzer serves many texts fast; it is for one thread at a time.
/// </remarks>
public sealed class TextAnalyzer(TextOptions options)
{
    private const int ManyCapitals = 3;

    private static readonly SearchValues<char> _beginnings = SearchValues.Create(".!?:;\n\r«\"“–—|•");

    private readonly WordAnalyzer _words = new(options);

    /// <summary>The features of <paramref name="text"/>.</summary>
    public TextFeatures Analyze(string text)
    {
        var periods = Periods.Find(text);
        var tokens = Tokenizer.Tokens(text);
        var capitalsTell = CapitalsTell(text, tokens);
        var readings = new TokenReading[tokens.Count];
        var features = new FeatureSet();
        var nextPeriod = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            while (nextPeriod < periods.Count && periods[nextPeriod].Span.End <= token.Start)
                nextPeriod++;
            var inPeriod = nextPeriod < periods.Count && periods[nextPeriod].Span.Start < token.End;
            var asName = capitalsTell && at > 0 && StandsInside(text, tokens[at - 1], token);
            var word = inPeriod ? WordReading.OfPeriod(token.In(text).ToString()) : _words.Read(token, text, asName);
            var span = new TextSpan(token.Start, token.Length);
            readings[at] = new(span, word.Steps);
            features.Add(word, span);
        }
        return new(features.InOrder, periods, readings);
    }

    /// <summary>False for text in capitals and for titles in the English way: no word inside begins small, and there are enough of them to tell.</summary>
    private static bool CapitalsTell(string text, IReadOnlyList<Token> tokens)
    {
        var capitals = 0;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == TokenKind.Number)
                continue;
            if (!char.IsUpper(text[tokens[at].Start]))
                return true;
            capitals++;
        }
        return capitals < ManyCapitals;
    }

    /// <summary>True for a token with a capital that is not there because a sentence or a part of a title begins.</summary>
    private static bool StandsInside(string text, Token before, Token token) =>
        char.IsUpper(text[token.Start]) && !text.AsSpan(before.End, token.Start - before.End).ContainsAny(_beginnings);
}
