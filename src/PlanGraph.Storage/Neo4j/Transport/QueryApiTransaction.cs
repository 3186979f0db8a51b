namespace PlanGraph.Storage.Neo4j.Transport;

/// <summary>
/// Begins with its first statement; the server ends it by itself after a minute without a call, and when a statement fails. A call that its asker
/// gives up would go on at the server and keep the transaction's locks for that minute, so each is waited for, and then rolled back.
/// </summary>
internal sealed class QueryApiTransaction(QueryApiRequests requests, AbandonedTransactions abandoned) : ICypherTransaction
{
    private string? _path;
    private string? _affinity;

    public async Task<IReadOnlyList<CypherRow>> RunAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var begins = _path is null;
        using var answer = await requests.PostAsync(_path ?? requests.Path + "/tx", statement, parameters, begins ? "Write" : null, _affinity, CancellationToken.None);
        if (begins)
        {
            _path = $"{requests.Path}/tx/{answer.TransactionId()}";
            _affinity = answer.Affinity;
        }
        cancellationToken.ThrowIfCancellationRequested();
        return answer.Rows();
    }

    public async Task CommitAsync()
    {
        if (_path is not { } path) return;
        _path = null;
        try
        {
            using var answer = await requests.PostAsync(path + "/commit", null, CypherParameters.None, null, _affinity, CancellationToken.None);
            requests.Remember(answer);
        }
        catch (CypherException exception) when (!exception.IsRefusal)
        {
            // A commit that never got there leaves the transaction open, and with it the lock that all writers wait for.
            _path = path;
            await RollbackAsync();
            throw new CypherException(exception.Failure, exception.Code, exception.Message, "commit", exception) { OutcomeUnknown = true };
        }
    }

    public Task RollbackAsync()
    {
        if (_path is not { } path) return Task.CompletedTask;
        _path = null;
        return abandoned.EndAsync(new OpenTransaction(path, _affinity));
    }
}

/// <summary>A transaction on the server that is neither committed nor rolled back, as far as we know.</summary>
internal sealed record OpenTransaction(string Path, string? Affinity);
