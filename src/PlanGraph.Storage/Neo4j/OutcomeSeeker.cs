using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>
/// A commit whose answer was lost either happened or did not. The same change set is sent again until the server answers: its id tells whether it is
/// in the history, and if it is not, this applies it. So nothing is applied twice, and what is answered is true.
/// </summary>
internal sealed class OutcomeSeeker(ChangeWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>A server needs some time to start again, and lets go of a transaction that nobody ends after a minute.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(70);

    /// <exception cref="StoreException">The server did not come back in time; the message says that it is not known.</exception>
    public async Task<ChangeWriter.Verdict> WriteAsync(ChangeSet changeSet, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.WriteAsync(changeSet, cancellationToken);
        }
        catch (CypherException exception) when (exception.OutcomeUnknown)
        {
            return await SeekAsync(changeSet, exception, cancellationToken);
        }
    }

    private async Task<ChangeWriter.Verdict> SeekAsync(ChangeSet changeSet, CypherException lost, CancellationToken cancellationToken)
    {
        var (started, pause) = (clock.GetTimestamp(), FirstPause);
        while (true)
        {
            if (await TryAsync(changeSet, cancellationToken) is { } verdict) return verdict;
            if (clock.GetElapsedTime(started) > Patience) throw Unknown(changeSet, lost);
            await Task.Delay(pause, clock, cancellationToken);
            if (pause < LongestPause) pause *= 2;
        }
    }

    private async Task<ChangeWriter.Verdict?> TryAsync(ChangeSet changeSet, CancellationToken cancellationToken)
    {
        try
        {
            var verdict = await writer.WriteAsync(changeSet, cancellationToken);
            return verdict is ChangeWriter.Verdict.AppliedBefore before ? new ChangeWriter.Verdict.Applied(before.Seq) : verdict;
        }
        catch (CypherException)
        {
            return null;
        }
    }

    private static StoreException Unknown(ChangeSet changeSet, CypherException lost) =>
        new($"Neo4j: the answer to the commit of change set {changeSet.Id} was lost, and the server has not come back: it may be in the history or not.", lost)
        {
            Problem = Sentence.Of("store.neo4j.outcomeUnknown"),
        };
}
