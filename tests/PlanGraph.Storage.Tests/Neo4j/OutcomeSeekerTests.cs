using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;
using PlanGraph.Storage.Tests.Contract;
using PlanGraph.Storage.Tests.Neo4j.Transport;

namespace PlanGraph.Storage.Tests.Neo4j;

/// <summary>A commit whose answer was lost: the change set's id in the history tells what became of it.</summary>
public sealed class OutcomeSeekerTests : TransportTest
{
    private static readonly ChangeSet _change = Make.Set(Make.Put(Make.Plan("a")));

    [Fact]
    public async Task A_lost_commit_that_happened_is_answered_as_applied()
    {
        WriteUntilCommit(seq: 4);
        Server.ThenBroken().ThenGone();
        Lock(seq: 5, applied: 5).ThenRolledBack();
        Assert.Equal(new ChangeWriter.Verdict.Applied(5), await WriteAsync());
        Assert.Contains(_change.Id.ToString(), Server.Asked[5].Body, StringComparison.Ordinal);
        Assert.Equal(["DELETE", "POST", "DELETE"], Server.Asked.Skip(4).Select(asked => asked.Method));
    }

    [Fact]
    public async Task A_lost_commit_that_did_not_happen_is_made_once()
    {
        WriteUntilCommit(seq: 4);
        Server.ThenTruncated("{").ThenGone();
        WriteUntilCommit(seq: 4);
        Server.ThenCommitted();
        Assert.Equal(new ChangeWriter.Verdict.Applied(5), await WriteAsync());
    }

    [Fact]
    public async Task It_is_asked_again_until_the_server_is_back()
    {
        WriteUntilCommit(seq: 4);
        Server.ThenBroken().ThenGone();
        for (var i = 0; i < 3; i++) Server.Then(503, "<html>starting</html>", "text/html");
        Lock(seq: 5, applied: 5).ThenRolledBack();
        Assert.Equal(new ChangeWriter.Verdict.Applied(5), await WriteAsync());
        Assert.Equal([100, 200, 400], Clock.Pauses.Select(pause => (int)pause.TotalMilliseconds));
    }

    [Fact]
    public async Task What_others_have_written_meanwhile_is_a_conflict()
    {
        WriteUntilCommit(seq: 4);
        Server.ThenBroken().ThenGone();
        Lock(seq: 5, applied: null, """{"$type":"Map","_value":{"id":{"$type":"String","_value":"plan/a"},"version":{"$type":"Integer","_value":"1"}}}""").ThenRolledBack();
        Assert.Equal(1, Assert.Single(Assert.IsType<ChangeWriter.Verdict.Conflicted>(await WriteAsync()).Conflicts).ActualVersion);
    }

    [Fact]
    public async Task A_server_that_stays_away_leaves_it_open_and_that_is_said()
    {
        WriteUntilCommit(seq: 4);
        Server.ThenBroken().ThenAway();
        var exception = await Assert.ThrowsAsync<StoreException>(WriteAsync);
        Assert.Contains($"{_change.Id} was lost", exception.Message, StringComparison.Ordinal);
        Assert.Equal("store.neo4j.outcomeUnknown", exception.Problem?.Key);
        Assert.InRange(Clock.Pauses.Sum(pause => pause.TotalSeconds), 70, 74);
    }

    [Fact]
    public async Task A_commit_that_was_refused_is_told_and_not_made_again()
    {
        WriteUntilCommit(seq: 4);
        Server.ThenError(400, "Neo.ClientError.Schema.ConstraintValidationFailed");
        Assert.Equal(CypherFailure.Constraint, (await Assert.ThrowsAsync<CypherException>(WriteAsync)).Failure);
        Assert.Equal(4, Server.Asked.Count);
    }

    /// <summary>Everything that a change set with one new node asks for, but for the commit.</summary>
    private void WriteUntilCommit(long seq)
    {
        Lock(seq, applied: null).ThenNoRows().ThenNoRows();
    }

    private ScriptedServer Lock(long seq, long? applied, string versions = "")
    {
        var appliedSeq = applied is null ? """{"$type":"Null","_value":null}""" : $$"""{"$type":"Integer","_value":"{{applied}}"}""";
        return Server.ThenRows("\"seq\",\"restoring\",\"appliedSeq\",\"versions\"", $$"""[{"$type":"Integer","_value":"{{seq}}"},{"$type":"Boolean","_value":false},{{appliedSeq}},{"$type":"List","_value":[{{versions}}]}]""", ""","transaction":{"id":"a1b2"}""");
    }

    private async Task<ChangeWriter.Verdict> WriteAsync()
    {
        using var writer = new ChangeWriter(Transport, Options, Clock);
        return await new OutcomeSeeker(writer, Clock).WriteAsync(_change, Ct);
    }
}
