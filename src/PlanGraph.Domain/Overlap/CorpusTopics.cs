using PlanGraph.Domain.Join;
using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Overlap;

/// <summary>A topic of a title and how much it counts there.</summary>
internal readonly record struct TitleTopic(int Topic, float Weight);

/// <summary>The topics of many texts, read by two threads: those of the title, or when it names none («Hjem for alle») those of the description.</summary>
internal sealed class CorpusTopics
{
    private const int Readers = 2;

    /// <summary>What a topic counts that only the description names: less than in a title, which names its subject and nothing else.</summary>
    private const double ToldWeight = 0.8;

    private readonly int[] _starts;
    private readonly TitleTopic[] _topics;
    private readonly int[] _texts;

    public CorpusTopics(IReadOnlyList<OverlapText> texts, TopicLexicon lexicon, IReadOnlySet<string> names, CancellationToken cancellationToken)
    {
        var halves = Shares.Make(texts.Count, Readers, (from, to) => Read(texts, from, to, new TopicReader(lexicon, names), cancellationToken), cancellationToken);
        _topics = [.. halves.SelectMany(half => half.Topics)];
        _texts = new int[lexicon.Topics.Length];
        foreach (var topic in _topics) _texts[topic.Topic]++;
        _starts = new int[texts.Count + 1];
        var text = 0;
        foreach (var count in halves.SelectMany(half => half.Counts))
        {
            _starts[text + 1] = _starts[text] + count;
            text++;
        }
    }

    public ReadOnlySpan<TitleTopic> Of(int text) => _topics.AsSpan(_starts[text], _starts[text + 1] - _starts[text]);

    /// <summary>How many of the texts have a topic.</summary>
    public int TextsOf(int topic) => _texts[topic];

    private static (List<TitleTopic> Topics, List<int> Counts) Read(IReadOnlyList<OverlapText> texts, int from, int to, TopicReader reader, CancellationToken cancellationToken)
    {
        var found = new List<TopicMatch>();
        var (topics, counts) = (new List<TitleTopic>(to - from), new List<int>(to - from));
        for (var text = from; text < to; text++)
        {
            if (text % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            var share = Read(texts[text], reader, found);
            counts.Add(found.Count);
            foreach (var match in found) topics.Add(new(match.Topic, (float)(match.Weight * share)));
        }
        return (topics, counts);
    }

    /// <summary>Answers what the topics found count.</summary>
    private static double Read(OverlapText text, TopicReader reader, List<TopicMatch> found)
    {
        reader.Read(text.Title, found);
        if (found.Count > 0 || text.Text is not { Length: > 0 } told) return 1;
        reader.Read(told, found);
        return ToldWeight;
    }
}
