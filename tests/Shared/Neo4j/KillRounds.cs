using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Storage.Neo4j;

namespace PlanGraph.Tests.Neo4j;

/// <summary>What became of the change sets of one round.</summary>
/// <param name="Acknowledged">Answered as applied.</param>
/// <param name="UnknownApplied">Answered "not known", and in the history afterwards.</param>
/// <param name="UnknownAbsent">Answered "not known", and not in the history.</param>
/// <param name="Refused">Answered as not saved: the server was away, or somebody else was first.</param>
/// <param name="Lost">Acknowledged, and not in the history. Must be 0.</param>
/// <param name="Doubled">In the history more than once. Must be 0.</param>
/// <param name="Denied">Answered as not saved, and in the history all the same. Must be 0.</param>
internal sealed record KillOutcome(int Acknowledged, int UnknownApplied, int UnknownAbsent, int Refused, int Lost, int Doubled, int Denied)
{
    public static KillOutcome operator +(KillOutcome a, KillOutcome b) => new(
        a.Acknowledged + b.Acknowledged, a.UnknownApplied + b.UnknownApplied, a.UnknownAbsent + b.UnknownAbsent, a.Refused + b.Refused, a.Lost + b.Lost, a.Doubled + b.Doubled, a.Denied + b.Denied);
}

/// <summary>
/// Kills a real server while many change sets are under way, starts it again, and compares what was answered with what is there: the history against the
/// answers, and everything in the database against the history.
/// </summary>
internal sealed class KillRounds(OwnNeo4j server, int changeSets, int seed)
{
    private enum Answer { Acknowledged, Unknown, Refused }

    private const int Shared = 10;
    private readonly Random _random = new(seed);
    private int _round;

    /// <param name="patience">How long a change set whose answer was lost is sought: long enough for the restart, or not.</param>
    /// <exception cref="InvalidDataException">The database is not what its history says.</exception>
    public async Task<KillOutcome> RunAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var round = ++_round;
        var answers = new ConcurrentDictionary<Guid, Answer>();
        await using (var store = Open(patience))
        {
            await store.OpenAsync(cancellationToken);
            var done = 0;
            var killAfter = 1 + _random.Next(changeSets / 4);
            var kill = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var writing = Task.WhenAll(Enumerable.Range(0, changeSets).Select(i => Task.Run(async () =>
            {
                var changeSet = await ChangeSetAsync(store, round, i, cancellationToken);
                if (changeSet is null) return;
                answers[changeSet.Id] = await ApplyAsync(store, changeSet, cancellationToken);
                if (Interlocked.Increment(ref done) == killAfter) kill.TrySetResult();
            }, cancellationToken)));
            await Task.WhenAny(kill.Task, writing);
            await Task.Delay(_random.Next(30), cancellationToken); // anywhere within a change set
            await server.KillAsync();
            server.Launch();
            await writing;
        }
        await server.UntilReadyAsync(cancellationToken);
        await using var after = Open(TimeSpan.FromSeconds(60));
        var changes = await after.ReadChangesAsync(0, cancellationToken).ToListAsync(cancellationToken);
        await CheckAsync(after, changes, cancellationToken);
        return Compare(answers, changes);
    }

    private Neo4jStore Open(TimeSpan patience) => new(server.Options, TimeProvider.System, NullLogger<Neo4jStore>.Instance) { SeeksFor = patience };

    private static async Task<Answer> ApplyAsync(Neo4jStore store, ChangeSet changeSet, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ApplyAsync(changeSet, cancellationToken) is ApplyResult.Applied ? Answer.Acknowledged : Answer.Refused;
        }
        catch (StoreException exception) when (exception.Problem is { } problem)
        {
            return problem.Key == "store.neo4j.outcomeUnknown" ? Answer.Unknown : Answer.Refused;
        }
    }

    /// <summary>Most put two nodes and a relation between them; some change a node that others change too; some remove what an earlier round put.</summary>
    private static async Task<ChangeSet?> ChangeSetAsync(Neo4jStore store, int round, int i, CancellationToken cancellationToken)
    {
        try
        {
            return (i % 10) switch
            {
                7 or 8 => await ChangeSharedAsync(store, i, cancellationToken),
                9 when round > 1 => await RemoveAsync(store, round - 1, i - 1 - (i % 3), cancellationToken),
                _ => PutPair($"r{round}-{i}"),
            };
        }
        catch (StoreException exception) when (exception.Problem is not null)
        {
            return null; // The server was gone before there was anything to write.
        }
    }

    private static ChangeSet PutPair(string name)
    {
        var (plan, goal) = (NodeId.Of(NodeKind.Plan, name), NodeId.Of(NodeKind.Goal, name));
        return Set(
            new PutNode(new Plan { Id = plan, Title = name, Text = new string('å', 200) }, 0), new PutNode(new Goal { Id = goal, Title = name }, 0),
            new PutRelation(new Relation { Type = RelationType.States, From = plan, To = goal }, 0));
    }

    private static async Task<ChangeSet> ChangeSharedAsync(Neo4jStore store, int i, CancellationToken cancellationToken)
    {
        var id = NodeId.Of(NodeKind.Plan, $"shared-{i / 10 % Shared}");
        var now = (await store.GetNodesAsync([id], cancellationToken)).SingleOrDefault();
        return Set(new PutNode(new Plan { Id = id, Title = $"Felles {i}" }, now?.Version ?? 0));
    }

    private static async Task<ChangeSet?> RemoveAsync(Neo4jStore store, int round, int i, CancellationToken cancellationToken)
    {
        var (plan, goal) = (NodeId.Of(NodeKind.Plan, $"r{round}-{i}"), NodeId.Of(NodeKind.Goal, $"r{round}-{i}"));
        var there = await store.GetNodesAsync([plan], cancellationToken);
        return there.Count == 0 ? null : Set(new RemoveRelation(RelationType.States, plan, goal, null, 1), new RemoveNode(plan, 1), new RemoveNode(goal, 1));
    }

    private static ChangeSet Set(params Operation[] operations) =>
        new() { Id = Guid.NewGuid(), Actor = "prøve", Reason = "prøve", At = DateTimeOffset.UnixEpoch, Operations = [.. operations] };

    /// <summary>Numbers without gaps, and everything that is there is what the history makes, versions among it: no half node or relation.</summary>
    private static async Task CheckAsync(Neo4jStore store, List<CommittedChange> changes, CancellationToken cancellationToken)
    {
        if (!changes.Select(change => change.Seq).SequenceEqual(Enumerable.Range(1, changes.Count).Select(seq => (long)seq)))
            throw new InvalidDataException($"The numbers of the history have gaps: {string.Join(' ', changes.Zip(changes.Skip(1)).Where(pair => pair.Second.Seq != pair.First.Seq + 1).Select(pair => $"{pair.First.Seq}–{pair.Second.Seq}"))}");
        var told = GraphSnapshot.Empty.With(changes);
        var contents = await store.ReadAllAsync(cancellationToken);
        var there = GraphSnapshot.From(contents.Seq, await contents.Nodes.ToListAsync(cancellationToken), await contents.Relations.ToListAsync(cancellationToken));
        if (!Lines(there).SequenceEqual(Lines(told))) throw new InvalidDataException($"The database is not what its history of {changes.Count} changes makes.");
    }

    private static IEnumerable<string> Lines(GraphSnapshot graph) =>
    [
        .. graph.Nodes.OrderBy(node => node.Id).Select(node => Convert.ToBase64String(GraphJson.ToUtf8(node))),
        .. graph.Relations.OrderBy(relation => relation.Key).Select(relation => Convert.ToBase64String(GraphJson.ToUtf8(relation))),
        $"{graph.Seq}",
    ];

    private static KillOutcome Compare(ConcurrentDictionary<Guid, Answer> answers, List<CommittedChange> changes)
    {
        var times = changes.CountBy(change => change.ChangeSet.Id).ToDictionary();
        var by = answers.ToLookup(answer => answer.Value, answer => times.GetValueOrDefault(answer.Key));
        return new KillOutcome(
            by[Answer.Acknowledged].Count(), by[Answer.Unknown].Count(count => count > 0), by[Answer.Unknown].Count(count => count == 0), by[Answer.Refused].Count(),
            by[Answer.Acknowledged].Count(count => count == 0), times.Values.Count(count => count > 1), by[Answer.Refused].Count(count => count > 0));
    }
}
