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
    private readonly WordAnalyzer _words = new(options);

    /// <summary>The features of <paramref name="text"/>.</summary>
    public TextFeatures Analyze(string text)
    {
        var periods = Periods.Find(text);
        var tokens = SentenceReader.Read(text);
        var readings = new TokenReading[tokens.Count];
        var features = new FeatureSet();
        var nextPeriod = 0;
        for (var at = 0; at < readings.Length; at++)
        {
            var (token, mayBeName) = tokens[at];
            while (nextPeriod < periods.Count && periods[nextPeriod].Span.End <= token.Start)
                nextPeriod++;
            var inPeriod = nextPeriod < periods.Count && periods[nextPeriod].Span.Start < token.End;
            var word = inPeriod ? WordReading.OfPeriod(token.In(text).ToString()) : _words.Read(token, text, mayBeName);
            var span = new TextSpan(token.Start, token.Length);
            readings[at] = new(span, word.Steps);
            features.Add(word, span);
        }
        return new(features.InOrder, periods, readings);
    }
}
