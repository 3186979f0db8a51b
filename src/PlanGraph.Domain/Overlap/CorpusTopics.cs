using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Overlap;

/// <summary>A topic of a title and how much it counts there.</summary>
internal readonly record struct TitleTopic(int Topic, float Weight);

/// <summary>The topics of many titles, read by two threads.</summary>
internal sealed class CorpusTopics
{
    private const int Readers = 2;
    private readonly int[] _starts;
    private readonly TitleTopic[] _topics;
    private readonly int[] _texts;

    public CorpusTopics(IReadOnlyList<string> titles, TopicLexicon lexicon, CancellationToken cancellationToken)
    {
        var halves = new (List<TitleTopic> Topics, List<int> Counts)[Readers];
        Parallel.For(0, Readers, new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken }, half =>
            halves[half] = Read(titles, (int)((long)titles.Count * half / Readers), (int)((long)titles.Count * (half + 1) / Readers), lexicon, cancellationToken));
        _topics = [.. halves.SelectMany(half => half.Topics)];
        _texts = new int[lexicon.Topics.Length];
        foreach (var topic in _topics) _texts[topic.Topic]++;
        _starts = new int[titles.Count + 1];
        var title = 0;
        foreach (var count in halves.SelectMany(half => half.Counts))
        {
            _starts[title + 1] = _starts[title] + count;
            title++;
        }
    }

    public ReadOnlySpan<TitleTopic> Of(int title) => _topics.AsSpan(_starts[title], _starts[title + 1] - _starts[title]);

    /// <summary>How many of the titles have a topic.</summary>
    public int TextsOf(int topic) => _texts[topic];

    private static (List<TitleTopic> Topics, List<int> Counts) Read(IReadOnlyList<string> titles, int from, int to, TopicLexicon lexicon, CancellationToken cancellationToken)
    {
        var reader = new TopicReader(lexicon);
        var found = new List<TopicMatch>();
        var (topics, counts) = (new List<TitleTopic>(to - from), new List<int>(to - from));
        for (var title = from; title < to; title++)
        {
            if (title % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            reader.Read(titles[title], found);
            counts.Add(found.Count);
            foreach (var match in found) topics.Add(new(match.Topic, (float)match.Weight));
        }
        return (topics, counts);
    }
}
