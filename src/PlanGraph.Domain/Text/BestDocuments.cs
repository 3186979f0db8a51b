namespace PlanGraph.Domain.Text;

/// <summary>Keeps the best of many scored documents: highest score first, then key in ordinal order.</summary>
internal sealed class BestDocuments(int limit)
{
    private static readonly Comparer<ScoredDocument> _worstFirst = Comparer<ScoredDocument>.Create((one, other) =>
        one.Score != other.Score ? one.Score.CompareTo(other.Score) : string.CompareOrdinal(other.Key, one.Key));

    private readonly PriorityQueue<ScoredDocument, ScoredDocument> _kept = new(_worstFirst);

    /// <summary>A document that scores less need not be offered.</summary>
    public float Least => limit == 0 ? float.PositiveInfinity : _kept.Count < limit ? float.NegativeInfinity : _kept.Peek().Score;

    public void Offer(ScoredDocument document)
    {
        if (_kept.Count < limit)
            _kept.Enqueue(document, document);
        else
            _kept.EnqueueDequeue(document, document);
    }

    /// <summary>The kept documents, best first; empties the queue.</summary>
    public IReadOnlyList<ScoredDocument> InOrder()
    {
        var ordered = new ScoredDocument[_kept.Count];
        for (var at = ordered.Length - 1; at >= 0; at--)
            ordered[at] = _kept.Dequeue();
        return ordered;
    }
}
