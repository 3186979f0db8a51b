using PlanGraph.Domain.Join;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>The descriptions of texts as vectors of stems, weighed by how few descriptions have them, and the topics that they name.</summary>
internal sealed class Descriptions
{
    /// <summary>A description with fewer different terms is a remark ("under revisjon") and is like nothing.</summary>
    private const int FewestTerms = 5;

    private readonly SparseVectors _vectors;
    private readonly HashSet<int>?[] _topics;

    private Descriptions(IReadOnlyList<OverlapText> texts, OverlapOptions options, CancellationToken cancellationToken)
    {
        var analyzer = new TextAnalyzer(new CorpusWords().AddAll(texts.Select(text => text.Text ?? "")).ToOptions(options.Places));
        var reader = options.Lexicon is { } lexicon ? new TopicReader(lexicon.Topics) : null;
        var (numbers, counts) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<int>());
        var terms = new Dictionary<int, double>?[texts.Count];
        _topics = new HashSet<int>?[texts.Count];
        for (var text = 0; text < texts.Count; text++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (texts[text].Text is not { Length: > 0 } written) continue;
            var analysed = analyzer.Analyze(written);
            terms[text] = Terms(analysed, numbers, counts);
            _topics[text] = reader is null ? null : [.. Read(reader, written, analysed)];
        }
        _vectors = Vectors(terms, counts);
    }

    /// <summary>Null when no text has a description.</summary>
    public static Descriptions? Of(IReadOnlyList<OverlapText> texts, OverlapOptions options, CancellationToken cancellationToken) =>
        texts.Any(text => text.Text is { Length: > 0 }) ? new(texts, options, cancellationToken) : null;

    /// <summary>The cosine of two descriptions, 0 when one is missing.</summary>
    public double Likeness(int first, int second) => _vectors.Cosine(first, second);

    /// <summary>All pairs of descriptions at least so alike.</summary>
    public IEnumerable<(int First, int Second)> Alike(double least, CancellationToken cancellationToken) =>
        JoinedPairs.Of(new CosineJoin(_vectors, least), cancellationToken).Select(pair => (pair.First, pair.Second));

    /// <summary>How much of the subject of another text the description of this one names, beyond its own subject: the largest weight of such a topic.</summary>
    public double Mentions(int text, ReadOnlySpan<TitleTopic> own, ReadOnlySpan<TitleTopic> others)
    {
        if (_topics[text] is not { } named) return 0;
        var most = 0f;
        foreach (var other in others)
        {
            if (other.Weight > most && named.Contains(other.Topic) && !Has(own, other.Topic)) most = other.Weight;
        }
        return most;
    }

    private static bool Has(ReadOnlySpan<TitleTopic> topics, int topic)
    {
        foreach (var known in topics)
        {
            if (known.Topic == topic) return true;
        }
        return false;
    }

    private static IEnumerable<int> Read(TopicReader reader, string written, TextFeatures analysed)
    {
        var found = new List<TopicMatch>();
        reader.Read(written, analysed, found);
        return found.Select(match => match.Topic);
    }

    private static Dictionary<int, double> Terms(TextFeatures analysed, Dictionary<string, int> numbers, List<int> counts)
    {
        var terms = new Dictionary<int, double>();
        foreach (var feature in analysed.Features.Where(feature => feature.Weight > 0))
        {
            var term = TextVector.TermOf(feature);
            if (!numbers.TryGetValue(term, out var number))
            {
                numbers[term] = number = numbers.Count;
                counts.Add(0);
            }
            terms[number] = Math.Max(feature.Weight, terms.GetValueOrDefault(number));
        }
        foreach (var number in terms.Keys) counts[number]++;
        return terms;
    }

    private static SparseVectors Vectors(Dictionary<int, double>?[] terms, List<int> counts)
    {
        var builder = new SparseVectorsBuilder();
        var described = terms.Count(of => of is not null);
        foreach (var of in terms)
        {
            int[] features = of is { Count: >= FewestTerms } ? [.. of.Keys.Order()] : [];
            builder.Add(features, [.. features.Select(feature => of![feature] * Math.Log(1 + ((double)described / counts[feature])))]);
        }
        return builder.ToVectors();
    }
}
