using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Lexicon;

/// <summary>
/// Finds topics in texts: the longest listed phrase first, then on behind it; function words between the words of a phrase do not count; words inside compounds are found
/// (barnehagebruksplan), and so are both norms and all inflections. A topic found more than once is told once, with its highest weight.
/// </summary>
/// <remarks>
/// The reading of a word is kept and used again, so one reader serves many texts fast; it is for one thread at a time, and for the texts of one <see cref="TextAnalyzer"/>.
/// The lexicon itself may be shared.
/// </remarks>
/// <param name="lexicon">The topics.</param>
/// <param name="names">Words in small letters that the texts use as names: with a capital they are that also where a title begins.</param>
public sealed class TopicReader(TopicLexicon lexicon, IReadOnlySet<string>? names = null)
{
    private readonly ListedWordFinder _finder = new(lexicon.Words, names);

    /// <summary>The topics of <paramref name="text"/>, in order of appearance.</summary>
    public IReadOnlyList<TopicMatch> Read(string text)
    {
        var found = new List<TopicMatch>();
        _finder.Read(text, found);
        return found;
    }

    /// <summary>Puts the topics of <paramref name="text"/> into <paramref name="found"/>, which is emptied first.</summary>
    public void Read(string text, List<TopicMatch> found) => _finder.Read(text, found);

    /// <summary>The same for a text that was analysed: names and repairs are taken from there, and its words are not looked for again.</summary>
    public void Read(string text, TextFeatures analysed, List<TopicMatch> found) => _finder.Read(text, analysed, found);
}
