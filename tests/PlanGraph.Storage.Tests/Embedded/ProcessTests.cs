using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Embedded;

namespace PlanGraph.Storage.Tests.Embedded;

/// <summary>
/// Real processes on a real disk. A kill shows that a process may end anywhere; it does not show what a power cut does, for the system goes
/// on and writes what it was given (see <see cref="SimulatedDiskTests"/>).
/// </summary>
public sealed class ProcessTests
{
    private const int Kills = 50;
    private const int Races = 20;

    [Fact]
    public async Task No_answered_change_is_lost_by_any_of_many_kills_in_one_directory()
    {
        using var directory = new StoreDirectory();
        var acknowledged = new Dictionary<long, Guid>();
        var random = new Random(50);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var child = ChildProcess.Start(ChildProgram.Write, directory.Path, kill);
            Assert.Equal("open", await child.ReadLineAsync());
            for (var i = random.Next(1, 60); i > 0; i--) Note(await child.ReadLineAsync(), acknowledged);
            child.Kill();
            foreach (var line in await child.ReadToEndAsync()) Note(line, acknowledged);
        }
        await using var store = await OpenAsync(directory);
        var changes = await store.ReadChangesAsync(0, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(seq => (long)seq), changes.Select(change => change.Seq));
        Assert.True(acknowledged.Count > Kills);
        foreach (var (seq, id) in acknowledged) Assert.Equal(id, changes[(int)seq - 1].ChangeSet.Id);
        await Simulation.Survival.CheckContentsAsync(store, changes);
    }

    [Fact]
    public async Task Of_two_processes_that_open_at_once_one_gets_in_and_the_other_names_it()
    {
        using var directory = new StoreDirectory();
        for (var race = 0; race < Races; race++)
        {
            await using var one = ChildProcess.Start(ChildProgram.Hold, directory.Path, race);
            await using var other = ChildProcess.Start(ChildProgram.Hold, directory.Path, race);
            string?[] said = await Task.WhenAll(one.ReadLineAsync(), other.ReadLineAsync());
            Assert.Single(said, line => line == "open");
            Assert.Single(said, line => line!.StartsWith("refused", StringComparison.Ordinal) && line.Contains("in use by", StringComparison.Ordinal));
            one.Release();
            other.Release();
            Assert.Equal(3, await one.ExitCodeAsync() + await other.ExitCodeAsync());
        }
    }

    [Fact]
    public async Task A_store_that_is_in_use_tells_by_which_process_on_which_machine_since_when()
    {
        using var directory = new StoreDirectory();
        await using var store = await OpenAsync(directory);
        var e = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(directory));
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName} since 2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_of_a_killed_process_is_free_at_once()
    {
        using var directory = new StoreDirectory();
        for (var kill = 0; kill < 10; kill++)
        {
            await using var child = ChildProcess.Start(ChildProgram.Hold, directory.Path, kill);
            Assert.Equal("open", await child.ReadLineAsync());
            child.Kill();
            await child.ReadToEndAsync();
            await using var store = await OpenAsync(directory);
        }
    }

    private static Task<EmbeddedStore> OpenAsync(StoreDirectory directory) => EmbeddedStore.OpenAsync(
        ChildProgram.OptionsFor(directory.Path), TimeProvider.System, NullLogger<EmbeddedStore>.Instance, TestContext.Current.CancellationToken);

    private static void Note(string? line, Dictionary<long, Guid> acknowledged)
    {
        if (line?.Split(' ') is ["ack", var seq, var id]) acknowledged.Add(long.Parse(seq, CultureInfo.InvariantCulture), Guid.Parse(id));
    }
}
