namespace PlanGraph.Storage.Embedded.Memory;

/// <summary>Which change set was applied under which number, for ever: a repeated attempt is answered as the first. For the one writer.</summary>
internal sealed class ChangeSetIds
{
    private readonly Dictionary<Guid, long> _seqs;

    public ChangeSetIds(ReadOnlySpan<Guid> ids)
    {
        _seqs = new Dictionary<Guid, long>(ids.Length);
        foreach (var id in ids) Add(id);
    }

    /// <summary>By sequence number, from 1 on. Others may read what they have taken.</summary>
    public AppendList<Guid> InOrder { get; } = new();

    public void Add(Guid id)
    {
        InOrder.Add(id);
        _seqs.Add(id, InOrder.Count);
    }

    public bool TryGetSeq(Guid id, out long seq) => _seqs.TryGetValue(id, out seq);
}
