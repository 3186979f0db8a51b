using System.Globalization;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Benchmarks.Kill;

/// <summary>SIGKILL of a real Neo4j while a thousand change sets are under way, again and again on the same database, and a table of what was answered against what is there.</summary>
internal static class KillBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (times, changeSets) = args is ["--times", var text, ..] ? (int.Parse(text, CultureInfo.InvariantCulture), args is [_, _, var sets] ? int.Parse(sets, CultureInfo.InvariantCulture) : 1_000) : (20, 1_000);
        await using var server = new OwnNeo4j(ServerScript.Path());
        await server.StartAsync(CancellationToken.None);
        var rounds = new KillRounds(server, changeSets, seed: Environment.TickCount);
        Console.WriteLine("round  acknowledged  unknown:applied  unknown:absent  refused  lost  doubled  denied");
        var sum = new KillOutcome(0, 0, 0, 0, 0, 0, 0);
        for (var round = 1; round <= times; round++)
        {
            // Every other time the lost answers are sought until the server is back, else not.
            var outcome = await rounds.RunAsync(TimeSpan.FromSeconds(round % 2 == 0 ? 120 : 1), CancellationToken.None);
            sum += outcome;
            Print(round.ToString(CultureInfo.InvariantCulture), outcome);
        }
        Print("sum", sum);
        return sum is { Lost: 0, Doubled: 0, Denied: 0 } ? 0 : 1;
    }

    private static void Print(string round, KillOutcome o) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{round,5}  {o.Acknowledged,12}  {o.UnknownApplied,15}  {o.UnknownAbsent,14}  {o.Refused,7}  {o.Lost,4}  {o.Doubled,7}  {o.Denied,6}"));
}
