namespace PlanGraph.Storage.Neo4j.Transport;

/// <summary>What went wrong between us and the server, by what can be done about it.</summary>
public enum CypherFailure
{
    /// <summary>Nobody answers at the address, or the connection broke.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    Slow,

    /// <summary>User or password is wrong.</summary>
    SignIn,

    /// <summary>The server knows no such database.</summary>
    NoDatabase,

    /// <summary>The database takes no writes.</summary>
    ReadOnly,

    /// <summary>The server ran out of memory for the question.</summary>
    Memory,

    /// <summary>The database has stopped, as it does when its disk is full: it must be started again.</summary>
    Stopped,

    /// <summary>A passing state, such as a deadlock: trying again may help.</summary>
    Transient,

    /// <summary>The transaction is gone: its time ran out, or the server restarted.</summary>
    TransactionGone,

    /// <summary>A rule of the database, such as a unique id, was broken.</summary>
    Constraint,

    /// <summary>Something answers at the address, but not a Neo4j server.</summary>
    NotNeo4j,

    /// <summary>The server is older than what the statements need.</summary>
    Version,

    /// <summary>Anything else, which is a fault of ours.</summary>
    Other,
}

/// <summary>A statement that had no answer.</summary>
public sealed class CypherException(CypherFailure failure, string code, string message, string statement, Exception? inner = null)
    : Exception($"{statement}: {code}: {message}", inner)
{
    public CypherFailure Failure => failure;

    /// <summary>Neo4j's own code, <c>Neo.TransientError.Transaction.DeadlockDetected</c>; empty when the server said nothing.</summary>
    public string Code => code;

    /// <summary>True when the connection was lost while a commit was under way: it may have happened or not.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>True when a connection that stood was broken, as it is when the server has restarted since: a new one may do.</summary>
    public bool ConnectionBroke { get; init; }

    /// <summary>The server said in so many words that it did not do it. Anything else at a commit leaves open whether it did.</summary>
    public bool IsRefusal => Failure is not (CypherFailure.Unreachable or CypherFailure.Slow)
        && (code.StartsWith("Neo.ClientError.", StringComparison.Ordinal) || code.StartsWith("Neo.TransientError.", StringComparison.Ordinal));

    public static CypherFailure Classify(string code) => code switch
    {
        "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.AuthenticationRateLimit" => CypherFailure.SignIn,
        "Neo.ClientError.Database.DatabaseNotFound" => CypherFailure.NoDatabase,
        "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"
            or "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.Security.Forbidden" => CypherFailure.ReadOnly,
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError" or "Neo.TransientError.General.OutOfMemoryError"
            or "Neo.TransientError.General.TransactionMemoryLimit" or "Neo.TransientError.General.StackOverFlowError" => CypherFailure.Memory,
        "Neo.DatabaseError.Transaction.TransactionStartFailed" => CypherFailure.Stopped,
        "Neo.ClientError.Transaction.TransactionTimedOut" or "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration" => CypherFailure.Slow,
        "Neo.ClientError.Transaction.TransactionNotFound" => CypherFailure.TransactionGone,
        "Neo.TransientError.General.DatabaseUnavailable" or "Neo.TransientError.Database.DatabaseUnavailable" => CypherFailure.Unreachable,
        // A node that an index found, and that somebody removed before it was read.
        "Neo.ClientError.Statement.EntityNotFound" => CypherFailure.Transient,
        _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => CypherFailure.Transient,
        _ when code.StartsWith("Neo.ClientError.Schema.Constraint", StringComparison.Ordinal) => CypherFailure.Constraint,
        _ => CypherFailure.Other,
    };
}
