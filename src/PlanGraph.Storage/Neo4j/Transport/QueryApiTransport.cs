namespace PlanGraph.Storage.Neo4j.Transport;

/// <summary>
/// Neo4j's HTTP Query API v2 with typed JSON: no package, the same on a community server, in a cluster and on Aura.
/// </summary>
public sealed class QueryApiTransport : ICypherTransport
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    private readonly QueryApiRequests _requests;
    private readonly AbandonedTransactions _abandoned;
    private readonly Neo4jOptions _options;
    private readonly TimeProvider _clock;

    public QueryApiTransport(Neo4jOptions options, TimeProvider clock, HttpMessageHandler? handler = null)
    {
        (_options, _clock) = (options, clock);
        _requests = new QueryApiRequests(options, clock, handler);
        _abandoned = new AbandonedTransactions(_requests);
    }

    public Task<IReadOnlyList<CypherRow>> ReadAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken) =>
        RetryAsync(mayRepeat: true, token => RunAloneAsync(statement, parameters, "Read", token), cancellationToken);

    public Task<IReadOnlyList<CypherRow>> WriteAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken) =>
        RetryAsync(mayRepeat: false, token => RunAloneAsync(statement, parameters, "Write", token), cancellationToken);

    public Task<T> TransactAsync<T>(
        Func<ICypherTransaction, CancellationToken, Task<(bool Commit, T Answer)>> work, CancellationToken cancellationToken) =>
        RetryAsync(mayRepeat: true, token => TransactOnceAsync(work, token), cancellationToken);

    public async Task<ServerAbout> AboutAsync(CancellationToken cancellationToken)
    {
        using var answer = await _requests.DiscoverAsync(cancellationToken);
        return answer.About();
    }

    public ValueTask DisposeAsync()
    {
        _requests.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<CypherRow>> RunAloneAsync(
        CypherStatement statement, CypherParameters parameters, string accessMode, CancellationToken cancellationToken)
    {
        using var answer = await _requests.PostAsync(_requests.Path, statement, parameters, accessMode, null, cancellationToken);
        _requests.Remember(answer);
        return answer.Rows();
    }

    private async Task<T> TransactOnceAsync<T>(
        Func<ICypherTransaction, CancellationToken, Task<(bool Commit, T Answer)>> work, CancellationToken cancellationToken)
    {
        await _abandoned.EndAllAsync();
        var transaction = new QueryApiTransaction(_requests, _abandoned);
        try
        {
            var (commit, answer) = await work(transaction, cancellationToken);
            if (commit) await transaction.CommitAsync();
            else await transaction.RollbackAsync();
            return answer;
        }
        catch (Exception exception) when (exception is not CypherException { Failure: CypherFailure.TransactionGone })
        {
            await transaction.RollbackAsync();
            throw;
        }
    }

    /// <summary>
    /// Tries again with a growing pause while the server says that it may help, and once when a connection broke: those of before a restart do. A
    /// write that may have happened is never repeated here.
    /// </summary>
    private async Task<T> RetryAsync<T>(bool mayRepeat, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (CypherException exception) when (tries < _options.Attempts && !exception.OutcomeUnknown
                && (exception.Failure == CypherFailure.Transient || (mayRepeat && (exception.Failure == CypherFailure.TransactionGone || (exception.ConnectionBroke && tries == 1)))))
            {
                await Task.Delay(FirstPause * Math.Pow(2, tries - 1), _clock, cancellationToken);
            }
        }
    }
}
