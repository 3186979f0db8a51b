using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Tests.Neo4j.Transport;

/// <summary>What becomes of a transaction when something goes wrong in it.</summary>
public sealed class TransactionTests : TransportTest
{
    private const string Deadlock = "Neo.TransientError.Transaction.DeadlockDetected";
    private const string Begin = "POST /db/neo4j/query/v2/tx";
    private const string Run = "POST /db/neo4j/query/v2/tx/a1b2";
    private const string Commit = "POST /db/neo4j/query/v2/tx/a1b2/commit";
    private const string Rollback = "DELETE /db/neo4j/query/v2/tx/a1b2";

    [Fact]
    public async Task A_deadlock_begins_the_whole_transaction_anew()
    {
        Server.ThenBegun().ThenError(400, Deadlock).ThenGone().ThenBegun().ThenNoRows().ThenCommitted();
        Assert.Equal(2, await TransactAsync(statements: 2));
        Assert.Equal([Begin, Run, Rollback, Begin, Run, Commit], Calls);
        Assert.Equal([TimeSpan.FromMilliseconds(20)], Clock.Pauses);
    }

    [Fact]
    public async Task A_deadlock_at_the_commit_begins_the_whole_transaction_anew()
    {
        Server.ThenBegun().ThenError(400, Deadlock).ThenBegun().ThenCommitted();
        await TransactAsync();
        Assert.Equal([Begin, Commit, Begin, Commit], Calls);
    }

    [Fact]
    public async Task A_transaction_that_is_gone_is_begun_anew()
    {
        Server.ThenBegun().ThenGone().ThenBegun().ThenNoRows().ThenCommitted();
        await TransactAsync(statements: 2);
        Assert.Equal([Begin, Run, Begin, Run, Commit], Calls);
    }

    [Fact]
    public async Task A_statement_that_fails_rolls_back_and_is_told_as_it_was()
    {
        Server.ThenBegun().ThenError(400, "Neo.ClientError.Statement.SyntaxError", "So.").ThenGone();
        Assert.Equal("tests/get-x: Neo.ClientError.Statement.SyntaxError: So.", (await TransactFailsAsync(statements: 2)).Message);
        Assert.Equal([Begin, Run, Rollback], Calls);
    }

    [Fact]
    public async Task Errors_in_an_accepted_answer_fail_the_transaction()
    {
        Server.ThenBegun().Then(202, """{"data":{"fields":[],"values":[]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}""").ThenGone();
        await TransactFailsAsync(statements: 2);
        Assert.Equal([Begin, Run, Rollback], Calls);
    }

    [Fact]
    public async Task Errors_in_an_accepted_commit_are_a_refusal()
    {
        Server.ThenBegun().Then(202, """{"bookmarks":["FB:1"],"errors":[{"code":"Neo.ClientError.Schema.ConstraintValidationFailed","message":"Twice."}]}""");
        var exception = await TransactFailsAsync();
        Assert.Equal((CypherFailure.Constraint, false), (exception.Failure, exception.OutcomeUnknown));
    }

    [Fact]
    public async Task Work_that_throws_is_rolled_back_and_its_own_failure_told()
    {
        Server.ThenBegun().Then(500, "<html>the proxy is tired</html>", "text/html");
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => Transport.TransactAsync<int>(async (transaction, token) =>
        {
            await transaction.RunAsync(Statement, CypherParameters.None, token);
            throw new TimeZoneNotFoundException();
        }, Ct));
        Assert.Equal([Begin, Rollback], Calls);
    }

    [Fact]
    public async Task A_begin_without_a_transaction_is_told()
    {
        Server.ThenNoRows();
        Assert.Equal(CypherFailure.NotNeo4j, (await TransactFailsAsync()).Failure);
    }

    [Fact]
    public async Task A_commit_whose_connection_broke_has_an_unknown_outcome_and_is_not_repeated()
    {
        Server.ThenBegun().ThenBroken();
        await OutcomeIsUnknownAsync(CypherFailure.Unreachable);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_cut_off_has_an_unknown_outcome()
    {
        Server.ThenBegun().ThenTruncated("{\"bookm");
        await OutcomeIsUnknownAsync(CypherFailure.Unreachable);
    }

    [Theory]
    [InlineData(502, "text/html", "<html>Bad Gateway</html>", CypherFailure.Unreachable)]
    [InlineData(200, "text/html", "<html>Sign in</html>", CypherFailure.NotNeo4j)]
    [InlineData(500, "application/json", "{\"errors\":[{\"code\":\"Neo.DatabaseError.Transaction.TransactionCommitFailed\",\"message\":\"disk\"}]}", CypherFailure.Other)]
    public async Task A_commit_that_the_server_did_not_refuse_has_an_unknown_outcome(int status, string mediaType, string body, CypherFailure failure)
    {
        Server.ThenBegun().Then(status, body, mediaType);
        await OutcomeIsUnknownAsync(failure);
    }

    [Fact]
    public async Task A_commit_without_an_answer_in_time_has_an_unknown_outcome()
    {
        Server.ThenBegun().ThenSilence(Clock.RunOut);
        await OutcomeIsUnknownAsync(CypherFailure.Slow);
    }

    [Fact]
    public async Task A_commit_that_has_begun_is_waited_for_when_its_asker_goes_away()
    {
        using var gone = new CancellationTokenSource();
        Server.ThenBegun().Then(async context =>
        {
            await gone.CancelAsync();
            await context.Response.Body.WriteAsync("{}"u8.ToArray(), Ct);
        });
        Assert.Equal(1, await TransactAsync(1, gone.Token));
        Assert.Equal([Begin, Commit], Calls);
    }

    [Fact]
    public async Task A_transaction_whose_asker_goes_away_while_it_begins_is_rolled_back_so_that_its_lock_is_free()
    {
        using var gone = new CancellationTokenSource();
        Server.Then(async context =>
        {
            await gone.CancelAsync();
            await context.Response.Body.WriteAsync("""{"data":{"fields":[],"values":[]},"transaction":{"id":"a1b2"}}"""u8.ToArray(), Ct);
        }).ThenRolledBack();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TransactAsync(1, gone.Token));
        Assert.Equal([Begin, Rollback], Calls);
    }

    [Fact]
    public async Task A_statement_whose_asker_goes_away_is_waited_for_and_rolled_back()
    {
        using var gone = new CancellationTokenSource();
        Server.ThenBegun().Then(async context =>
        {
            await gone.CancelAsync();
            await context.Response.Body.WriteAsync("""{"data":{"fields":[],"values":[]}}"""u8.ToArray(), Ct);
        }).ThenRolledBack();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TransactAsync(2, gone.Token));
        Assert.Equal([Begin, Run, Rollback], Calls);
    }

    /// <summary>A commit that never got there leaves the transaction open: it is rolled back, which does nothing to one that is committed.</summary>
    private async Task OutcomeIsUnknownAsync(CypherFailure failure)
    {
        Server.ThenRolledBack();
        var exception = await TransactFailsAsync();
        Assert.Equal((failure, true), (exception.Failure, exception.OutcomeUnknown));
        Assert.Equal([Begin, Commit, Rollback], Calls);
    }

    private Task<CypherException> TransactFailsAsync(int statements = 1) => Assert.ThrowsAsync<CypherException>(() => TransactAsync(statements));

    private Task<int> TransactAsync(int statements = 1, CancellationToken? cancellationToken = null) => Transport.TransactAsync(async (transaction, token) =>
    {
        for (var i = 0; i < statements; i++) await transaction.RunAsync(Statement, CypherParameters.None, token);
        return (Commit: true, statements);
    }, cancellationToken ?? Ct);
}
