using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Tests.Lexicon;

/// <summary>What the built-in lexicon finds, in the short form that tests speak in.</summary>
internal static class Topics
{
    private static TopicLexicon Lexicon => TopicLexicon.BuiltIn;

    public static IEnumerable<string> Ids(string title) => Ids(title, Lexicon);

    public static IEnumerable<string> Ids(string title, TopicLexicon lexicon) => new TopicReader(lexicon).Read(title).Select(match => lexicon.Topics[match.Topic].Id);

    public static double Nearness(string one, string other) => Lexicon.Nearness(Lexicon.Find(one)!.Number, Lexicon.Find(other)!.Number);

    /// <summary>The nearest that a topic of one title is to a topic of the other.</summary>
    public static double Between(string one, string other)
    {
        var reader = new TopicReader(Lexicon);
        var (ones, others) = (reader.Read(one), reader.Read(other));
        return ones.SelectMany(a => others.Select(b => a.Weight * b.Weight * Lexicon.Nearness(a.Topic, b.Topic))).DefaultIfEmpty().Max();
    }
}
