namespace PlanGraph.Storage.Neo4j.Transport;

/// <summary>
/// Runs named statements on a Neo4j server, rows back. Values are null, bool, long, double, string, byte[], DateOnly, DateTimeOffset, lists
/// (<c>IReadOnlyList&lt;object?&gt;</c>) and maps (<c>IReadOnlyDictionary&lt;string, object?&gt;</c>); statements return those, never nodes or paths,
/// so that any transport (HTTP Query API, Bolt) can carry them.
/// </summary>
public interface ICypherTransport : IAsyncDisposable
{
    /// <summary>One statement in a read transaction of its own.</summary>
    /// <exception cref="CypherException">The server refused it, could not be reached or did not answer in time.</exception>
    Task<IReadOnlyList<CypherRow>> ReadAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken);

    /// <summary>One statement in a write transaction of its own that the server commits: schema statements and <c>IN TRANSACTIONS</c>.</summary>
    /// <exception cref="CypherException">As for <see cref="ReadAsync"/>.</exception>
    Task<IReadOnlyList<CypherRow>> WriteAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken);

    /// <summary>
    /// Some statements in one write transaction. It is committed when <paramref name="work"/> answers with commit, rolled back otherwise and on
    /// any exception. When the server says that trying again may help (a deadlock), the whole work is tried again with a fresh transaction, so
    /// it must do nothing but run statements.
    /// </summary>
    /// <exception cref="CypherException">
    /// As for <see cref="ReadAsync"/>; <see cref="CypherException.OutcomeUnknown"/> when the connection was lost during the commit.
    /// </exception>
    Task<T> TransactAsync<T>(Func<ICypherTransaction, CancellationToken, Task<(bool Commit, T Answer)>> work, CancellationToken cancellationToken);

    /// <summary>What the server says of itself, without signing in.</summary>
    Task<ServerAbout> AboutAsync(CancellationToken cancellationToken);
}

/// <summary>A write transaction that is open.</summary>
public interface ICypherTransaction
{
    Task<IReadOnlyList<CypherRow>> RunAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken);
}

/// <param name="Version">"5.26.31".</param>
/// <param name="Edition">"community" or "enterprise".</param>
public sealed record ServerAbout(string Version, string Edition);
