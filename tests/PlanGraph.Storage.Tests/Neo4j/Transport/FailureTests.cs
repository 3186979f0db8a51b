using System.Net;
using System.Net.Sockets;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Tests.Neo4j.Transport;

/// <summary>Everything that can come in place of an answer to one statement.</summary>
public sealed class FailureTests : TransportTest
{
    public static TheoryData<int, string, CypherFailure> Refusals => new()
    {
        { 401, "Neo.ClientError.Security.Unauthorized", CypherFailure.SignIn },
        { 401, "Neo.ClientError.Security.AuthenticationRateLimit", CypherFailure.SignIn },
        { 404, "Neo.ClientError.Database.DatabaseNotFound", CypherFailure.NoDatabase },
        { 400, "Neo.ClientError.Statement.SyntaxError", CypherFailure.Other },
        { 400, "Neo.ClientError.Statement.ParameterMissing", CypherFailure.Other },
        { 400, "Neo.ClientError.Schema.ConstraintValidationFailed", CypherFailure.Constraint },
        { 403, "Neo.ClientError.Security.Forbidden", CypherFailure.ReadOnly },
        { 500, "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", CypherFailure.ReadOnly },
        { 400, "Neo.ClientError.Transaction.TransactionTimedOut", CypherFailure.Slow },
        { 400, "Neo.TransientError.General.MemoryPoolOutOfMemoryError", CypherFailure.Memory },
        { 500, "Neo.DatabaseError.Transaction.TransactionStartFailed", CypherFailure.Stopped },
        { 503, "Neo.TransientError.General.DatabaseUnavailable", CypherFailure.Unreachable },
        { 500, "Neo.DatabaseError.General.UnknownError", CypherFailure.Other },
    };

    public static TheoryData<int, string, string, CypherFailure> Strangers => new()
    {
        { 200, "text/html", "<!doctype html><title>Sign in</title>", CypherFailure.NotNeo4j },
        { 404, "text/html", "<html>nginx</html>", CypherFailure.NotNeo4j },
        { 404, "text/plain", "", CypherFailure.NotNeo4j },
        { 502, "text/html", "<html>Bad Gateway</html>", CypherFailure.Unreachable },
        { 503, "text/html", "<html>Service Unavailable</html>", CypherFailure.Unreachable },
        { 504, "text/plain", "", CypherFailure.Unreachable },
        { 401, "text/plain", "", CypherFailure.SignIn },
        { 401, "text/html", "<html>Sign in to the proxy</html>", CypherFailure.SignIn },
        { 302, "text/html", "<html>Moved</html>", CypherFailure.NotNeo4j },
        { 400, "application/json", "{}", CypherFailure.Other },
        { 400, "text/plain", "Bad Request", CypherFailure.Other },
        { 429, "text/html", "<html>Too many</html>", CypherFailure.Other },
        { 200, "application/json", "[]", CypherFailure.NotNeo4j },
        { 200, "application/json", "\"hello\"", CypherFailure.NotNeo4j },
        { 200, "application/json", "{\"name\":\"something else\"}", CypherFailure.NotNeo4j },
        { 202, ScriptedServer.TypedJson, "", CypherFailure.NotNeo4j },
        { 202, ScriptedServer.TypedJson, "{\"data\":{\"fields\":[\"x\"],\"values\":[[", CypherFailure.Unreachable },
        { 202, ScriptedServer.TypedJson, "{\"data\":[1]}", CypherFailure.NotNeo4j },
        { 202, ScriptedServer.TypedJson, "{\"data\":{\"fields\":[\"x\"],\"values\":[[1]]}}", CypherFailure.NotNeo4j },
        { 202, ScriptedServer.TypedJson, "{\"data\":{\"fields\":[\"x\"]}}", CypherFailure.NotNeo4j },
        { 400, ScriptedServer.TypedJson, "{\"errors\":[1]}", CypherFailure.Other },
        { 400, ScriptedServer.TypedJson, "{\"errors\":null}", CypherFailure.Other },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task The_code_says_what_went_wrong_and_the_status_does_not(int status, string code, CypherFailure failure)
    {
        Server.ThenError(status, code, "Because.");
        var exception = await FailAsync();
        Assert.Equal((failure, code), (exception.Failure, exception.Code));
        Assert.Equal($"tests/get-x: {code}: Because.", exception.Message);
        Assert.Single(Server.Asked);
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task What_is_no_answer_of_Neo4j_is_told_as_that(int status, string mediaType, string body, CypherFailure failure)
    {
        Server.Then(status, body, mediaType);
        Assert.Equal(failure, (await FailAsync()).Failure);
    }

    [Fact]
    public async Task An_accepted_answer_with_errors_is_a_failure_even_when_it_has_rows()
    {
        Server.Then(202, """{"data":{"fields":["x"],"values":[[{"$type":"Integer","_value":"1"}]]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}""");
        var exception = await FailAsync();
        Assert.Equal((CypherFailure.Other, "Neo.ClientError.Statement.ArithmeticError"), (exception.Failure, exception.Code));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_statement_or_the_password()
    {
        Server.Then(307, "", "text/plain", ("Location", new Uri(Server.Address, "elsewhere").ToString()));
        Assert.Equal(CypherFailure.NotNeo4j, (await FailAsync()).Failure);
        Assert.Single(Server.Asked);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_told_with_its_type()
    {
        Server.ThenRows("\"x\"", """[{"$type":"Point","_value":"SRID=4326;POINT (10.5 59.9)"}]""");
        var exception = await FailAsync();
        Assert.Equal(CypherFailure.Other, exception.Failure);
        Assert.Contains("Point", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"$type":"Date","_value":"-0044-03-15"}""")]
    [InlineData("""{"$type":"Date","_value":"+10000-01-01"}""")]
    [InlineData("""{"$type":"Integer","_value":"9223372036854775808"}""")]
    [InlineData("""{"$type":"OffsetDateTime","_value":"yesterday"}""")]
    public async Task A_value_outside_what_we_can_hold_is_told(string value)
    {
        Server.ThenRows("\"x\"", $"[{value}]");
        Assert.Equal(CypherFailure.Other, (await FailAsync()).Failure);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(3, "20 40")]
    [InlineData(6, "20 40 80 160 320")]
    public async Task A_passing_failure_is_tried_again_with_growing_pauses(int tries, string pauses)
    {
        for (var i = 1; i < tries; i++) Server.ThenError(400, "Neo.TransientError.Transaction.DeadlockDetected");
        Server.ThenNoRows();
        Assert.Empty(await ReadAsync());
        Assert.Equal(tries, Server.Asked.Count);
        Assert.Equal(pauses, string.Join(' ', Clock.Pauses.Select(pause => pause.TotalMilliseconds)));
    }

    [Fact]
    public async Task A_failure_that_does_not_pass_is_told_after_the_last_attempt()
    {
        for (var i = 0; i < Options.Attempts; i++) Server.ThenError(400, "Neo.TransientError.Transaction.DeadlockDetected");
        Assert.Equal(CypherFailure.Transient, (await FailAsync()).Failure);
        Assert.Equal(Options.Attempts, Server.Asked.Count);
    }

    [Fact]
    public async Task A_write_by_itself_is_tried_again_only_when_the_server_says_that_it_did_not_happen()
    {
        Server.ThenError(400, "Neo.TransientError.Transaction.DeadlockDetected").ThenNoRows().ThenBroken();
        await Transport.WriteAsync(Statement, CypherParameters.None, Ct);
        var exception = await Assert.ThrowsAsync<CypherException>(() => Transport.WriteAsync(Statement, CypherParameters.None, Ct));
        Assert.Equal(CypherFailure.Unreachable, exception.Failure);
        Assert.Equal(3, Server.Asked.Count);
    }

    [Fact]
    public async Task Broken_connection_is_tried_once_more()
    {
        Server.ThenBroken().ThenNoRows();
        Assert.Empty(await ReadAsync());
        Server.ThenBroken().ThenBroken();
        Assert.Equal(CypherFailure.Unreachable, (await FailAsync()).Failure);
        Assert.Equal(4, Server.Asked.Count);
    }

    [Fact]
    public async Task Truncated_answer_is_no_answer()
    {
        const string Beginning = """{"data":{"fields":["x"],"values":[[{"$type":"Integer","_value":"1"}],""";
        Server.ThenTruncated(Beginning).ThenTruncated(Beginning);
        var exception = await FailAsync();
        Assert.Equal((CypherFailure.Unreachable, true), (exception.Failure, exception.ConnectionBroke));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_unreachable_at_once()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var transport = new QueryApiTransport(new Neo4jOptions { Url = new Uri($"http://127.0.0.1:{port}") }, Clock);
        var exception = await Assert.ThrowsAsync<CypherException>(() => transport.ReadAsync(Statement, CypherParameters.None, Ct));
        Assert.Equal((CypherFailure.Unreachable, false), (exception.Failure, exception.ConnectionBroke));
        Assert.Empty(Clock.Pauses);
    }

    [Fact]
    public async Task No_answer_in_time_is_slow()
    {
        Server.ThenSilence(Clock.RunOut);
        var exception = await FailAsync();
        Assert.Equal(CypherFailure.Slow, exception.Failure);
        Assert.Contains("no answer in 30 seconds", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_goes_away_waits_no_longer()
    {
        using var gone = new CancellationTokenSource();
        Server.ThenSilence(gone.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport.ReadAsync(Statement, CypherParameters.None, gone.Token));
    }

    [Fact]
    public async Task A_parameter_of_a_type_that_Neo4j_lacks_is_refused_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => Transport.ReadAsync(Statement, new() { ["x"] = Guid.Empty }, Ct));
        Assert.Empty(Server.Asked);
    }
}
