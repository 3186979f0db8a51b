using System.Collections.Concurrent;

namespace PlanGraph.Storage.Neo4j.Transport;

/// <summary>
/// Rolls transactions back. Where the way is cut they are kept in mind until the way is there again: the server itself ends one only after a minute, and
/// all that time it may hold the lock that every writer waits for.
/// </summary>
internal sealed class AbandonedTransactions(QueryApiRequests requests)
{
    private const int Most = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<OpenTransaction> _abandoned = [];

    /// <returns>Whether it is ended; if not, it is tried again later.</returns>
    public async Task<bool> EndAsync(OpenTransaction open)
    {
        try
        {
            using var answer = await requests.DeleteAsync(open.Path, open.Affinity, Patience);
            return true;
        }
        catch (CypherException exception) when (exception.Failure is CypherFailure.Unreachable or CypherFailure.Slow)
        {
            if (_abandoned.Count < Most) _abandoned.Enqueue(open);
            return false;
        }
        catch (CypherException)
        {
            return true; // Gone with its server, or ended by it.
        }
    }

    /// <summary>Those that are left, as long as the way holds.</summary>
    public async Task EndAllAsync()
    {
        for (var left = _abandoned.Count; left > 0 && _abandoned.TryDequeue(out var open); left--)
        {
            if (!await EndAsync(open)) return;
        }
    }
}
