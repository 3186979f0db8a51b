using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded;

/// <summary>Gathers the change sets of a journal into a state.</summary>
internal sealed class Replay(GraphState start, ChangeSetIds ids)
{
    private const int BatchSize = 200_000;
    private GraphState _state = start;
    private Candidate _candidate = new(start);

    /// <exception cref="StoreException">The change set does not follow from those before it: it was not written by this store.</exception>
    public void Take(long seq, ChangeSet changeSet)
    {
        foreach (var operation in changeSet.Operations)
        {
            if (_candidate.VersionOf(operation) != operation.ExpectedVersion)
                throw new StoreException($"Change {seq} does not follow from those before it: {operation.Element} is not at version {operation.ExpectedVersion}.");
        }
        _candidate.Apply(changeSet, seq);
        ids.Add(changeSet.Id);
        if (_candidate.TouchedCount >= BatchSize) Flush();
    }

    public GraphState ToState()
    {
        Flush();
        return _state;
    }

    private void Flush()
    {
        _state = _candidate.ToState();
        _candidate = new Candidate(_state);
    }
}
