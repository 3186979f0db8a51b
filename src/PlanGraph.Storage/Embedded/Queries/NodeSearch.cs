using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded.Queries;

/// <summary>
/// Answers <see cref="SearchQuery"/>. The words of a store that is opened are read in the background: opening does not wait for them, the
/// first search does.
/// </summary>
internal sealed class NodeSearch : IAsyncDisposable
{
    /// <summary>So many nodes are read at a time; a change waits no longer than that.</summary>
    private const int Portion = 16;
    private readonly SearchIndex _index = new();
    private readonly Func<GraphState> _state;
    private readonly Lock _publishing;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _reading;

    /// <param name="state">The state as it is now.</param>
    /// <param name="publishing">Held while a state is swapped and its changes are given to <see cref="Apply"/>.</param>
    public NodeSearch(Func<GraphState> state, Lock publishing)
    {
        (_state, _publishing) = (state, publishing);
        var start = state();
        _reading = start.NodeCount == 0 ? Task.CompletedTask : Task.Run(() => Read(start, _closing.Token));
    }

    public bool IsReady => _reading.IsCompletedSuccessfully;

    public async Task<SearchResult> AnswerAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        var state = _state();
        var kinds = QueryRanges.KindsOrPlanSystem(query.Kinds).Select(NodeKinds.Prefix).ToHashSet(StringComparer.Ordinal);
        var prefixes = kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = _index.Search(QueryRanges.Cut(query.Text), query.Limit, key => prefixes.Contains(key.AsSpan(0, key.IndexOf('/'))));
        var hits = found.Hits.Select(hit => state.Find(NodeId.Parse(hit.Key))?.Node is { } node ? new SearchHit(node, hit.Score, hit.Matched) : null);
        return new SearchResult([.. hits.OfType<SearchHit>()], found.Total, found.Correction);
    }

    /// <summary>Takes in a change set that has just been published.</summary>
    public void Apply(ChangeSet changeSet)
    {
        foreach (var operation in changeSet.Operations)
        {
            if (operation is PutNode put) Put(put.Node);
            else if (operation is RemoveNode remove) _index.Remove(remove.Id.Value);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    /// <summary>Each node is taken as it is when its turn comes: what was changed meanwhile is in already, and is not put back.</summary>
    private void Read(GraphState start, CancellationToken cancellationToken)
    {
        foreach (var portion in start.Slots.Entries().Chunk(Portion))
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_publishing)
            {
                var now = _state();
                foreach (var entry in portion)
                    if (now.Find(entry.Id)?.Node is { } node) Put(node);
            }
            Thread.Yield();
        }
    }

    private void Put(Node node) => _index.Put(node.Id.Value, node.Title, SearchedText.Body(node));
}
