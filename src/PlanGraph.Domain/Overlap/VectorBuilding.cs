using PlanGraph.Domain.Join;

namespace PlanGraph.Domain.Overlap;

/// <summary>Puts words and topics of each text together into one vector.</summary>
internal sealed class VectorBuilding(OverlapCorpus corpus)
{
    /// <summary>Topics less near than this are left out of the vectors: they would make many chance pairs.</summary>
    private const double LeastNearness = 0.3;

    /// <summary>In a list that names a place in nearly every title the place decides, and counts more.</summary>
    private const double MoreForPlaces = 0.8;

    private const int Builders = 2;

    private readonly SparseVectorsBuilder _vectors = new();
    private readonly List<(int Feature, double Weight)> _entries = [];
    private int[] _features = new int[64];
    private double[] _weights = new double[64];

    /// <summary>The vectors of all texts, built by two threads.</summary>
    public static SparseVectors Build(OverlapCorpus corpus, CancellationToken cancellationToken) =>
        SparseVectorsBuilder.ToVectors(Shares.Make(corpus.Texts.Count, Builders, (from, to) => new VectorBuilding(corpus).Build(from, to, cancellationToken), cancellationToken));

    private SparseVectorsBuilder Build(int from, int to, CancellationToken cancellationToken)
    {
        for (var text = from; text < to; text++)
        {
            if (text % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            _entries.Clear();
            // A title without a subject is like nothing, not even its equal.
            if (corpus.Topics(text).Length > 0 || corpus.NamesSubject(text))
            {
                AddWords(text);
                AddTopics(text);
            }
            Put();
        }
        return _vectors;
    }

    private void AddWords(int text)
    {
        foreach (var term in corpus.Terms.Of(text))
        {
            var weight = term.Weight * corpus.Rarity[term.Term] * (term.IsHead ? corpus.Options.HeadWeight : 1) * (corpus.IsPlace(term.Term) ? 1 + (MoreForPlaces * corpus.Placed) : 1);
            _entries.Add((term.Term, corpus.Terms[term.Term].IsGenre ? weight * corpus.Options.GenreWeight : weight));
        }
        Scale(0, corpus.Options.WordShare);
    }

    private void AddTopics(int text)
    {
        var start = _entries.Count;
        foreach (var (topic, weight) in corpus.Topics(text))
        {
            Add(start, topic, weight);
            foreach (var near in corpus.Options.Lexicon!.Topics.Near(topic))
            {
                if (near.Nearness < LeastNearness) break;
                Add(start, near.Topic, weight * near.Nearness * corpus.Options.NearShare);
            }
        }
        Scale(start, 1 - corpus.Options.WordShare);
    }

    private void Add(int start, int topic, double weight)
    {
        var feature = corpus.Terms.Count + topic;
        for (var at = start; at < _entries.Count; at++)
        {
            if (_entries[at].Feature != feature) continue;
            _entries[at] = (feature, Math.Max(weight, _entries[at].Weight));
            return;
        }
        _entries.Add((feature, weight));
    }

    /// <summary>Makes the entries from <paramref name="start"/> on as long as the root of their share.</summary>
    private void Scale(int start, double share)
    {
        var square = 0.0;
        for (var at = start; at < _entries.Count; at++) square += _entries[at].Weight * _entries[at].Weight;
        if (square == 0) return;
        var factor = Math.Sqrt(share / square);
        for (var at = start; at < _entries.Count; at++) _entries[at] = (_entries[at].Feature, _entries[at].Weight * factor);
    }

    private void Put()
    {
        if (_features.Length < _entries.Count) (_features, _weights) = (new int[_entries.Count * 2], new double[_entries.Count * 2]);
        for (var at = 0; at < _entries.Count; at++) (_features[at], _weights[at]) = _entries[at];
        _vectors.Add(_features.AsSpan(0, _entries.Count), _weights.AsSpan(0, _entries.Count));
    }
}
