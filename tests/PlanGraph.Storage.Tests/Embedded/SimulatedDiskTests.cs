using PlanGraph.Storage.Tests.Embedded.Simulation;

namespace PlanGraph.Storage.Tests.Embedded;

/// <summary>The store on a disk that fails, and on one that loses at a power cut whatever was not forced to it.</summary>
public sealed class SimulatedDiskTests
{
    private const int DamagesOfEachCrash = 20;

    [Fact]
    public async Task Files_that_two_threads_make_at_once_are_all_in_the_directory()
    {
        const int Each = 500;
        var disk = new SimulatedDisk();
        var files = new SimulatedFiles(disk);
        using var together = new Barrier(2);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(thread => Task.Run(() =>
        {
            together.SignalAndWait(TestContext.Current.CancellationToken);
            for (var number = 0; number < Each; number++)
            {
                files.Create($"{thread}-{number}.tmp").Dispose();
                files.Rename($"{thread}-{number}.tmp", $"{thread}-{number}");
            }
        })));
        Assert.Equal(2 * Each, files.List().Count);
        Assert.Equal(4 * Each, disk.Operations);
    }

    [Fact]
    public async Task A_change_set_is_answered_only_after_its_record_is_written_and_forced_to_disk()
    {
        var disk = new SimulatedDisk();
        await using var store = await Scenario.OpenAsync(disk);
        foreach (var changeSet in Scenario.ChangeSets().Take(3))
        {
            disk.Asked.Clear();
            Assert.IsType<ApplyResult.Applied>(await store.ApplyAsync(changeSet, TestContext.Current.CancellationToken));
            Assert.Equal(["write", "sync"], disk.Asked.Select(what => what.Split(' ')[0]));
        }
    }

    [Fact]
    public async Task A_segment_is_on_disk_with_its_name_before_the_first_record_in_it()
    {
        var disk = new SimulatedDisk();
        await using var store = await Scenario.OpenAsync(disk);
        Assert.Equal(
            ["create journal-00000001.jsonl.tmp", "write journal-00000001.jsonl.tmp 0", "sync journal-00000001.jsonl.tmp",
                "rename journal-00000001.jsonl.tmp journal-00000001.jsonl", "sync directory"],
            disk.Asked.Take(5));
    }

    [Fact]
    public async Task No_power_cut_at_any_operation_loses_an_answered_change_or_shows_half_of_one()
    {
        var operations = await CountOperationsAsync();
        for (var at = 1; at <= operations; at++)
        {
            var (disk, scenario) = await RunAsync(new Fault(at, Error: null, ForEver: true));
            for (var seed = 0; seed < DamagesOfEachCrash; seed++)
                await SurvivesAsync(disk.AfterCrash(new Random((at * 1000) + seed)), scenario, $"crash at {at}, seed {seed}");
        }
    }

    [Fact]
    public async Task No_power_cut_while_a_crash_is_being_repaired_loses_anything()
    {
        var operations = await CountOperationsAsync();
        for (var at = 1; at <= operations; at += 3)
        {
            var (disk, scenario) = await RunAsync(new Fault(at, Error: null, ForEver: true));
            for (var seed = 0; seed < DamagesOfEachCrash / 4; seed++)
            {
                for (var during = 1; during <= 12; during++)
                {
                    var repaired = disk.AfterCrash(new Random(seed));
                    repaired.Fault = new Fault(during, Error: null, ForEver: true);
                    if (await OpensAsync(repaired)) break;
                    await SurvivesAsync(repaired.AfterCrash(new Random(seed + during)), scenario, $"crash at {at}, seed {seed}, again at {during}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task No_disk_error_at_any_operation_loses_an_answered_change_or_shows_a_refused_one(int error, bool forEver)
    {
        var operations = await CountOperationsAsync();
        for (var at = 1; at <= operations; at++)
        {
            var (disk, scenario) = await RunAsync(new Fault(at, (Errno)error, forEver));
            await SurvivesAsync(disk.Restarted(), scenario, $"{(Errno)error} at {at}, restarted");
            await SurvivesAsync(disk.AfterCrash(new Random(at)), scenario, $"{(Errno)error} at {at}, power cut");
        }
    }

    public static TheoryData<int, bool> Errors()
    {
        var data = new TheoryData<int, bool>();
        foreach (var error in Enum.GetValues<Errno>())
        {
            data.Add((int)error, false);
            data.Add((int)error, true);
        }
        return data;
    }

    private static async Task<int> CountOperationsAsync()
    {
        var (disk, scenario) = await RunAsync(null);
        Assert.Equal(Scenario.Count, scenario.Tried.Count(one => one.Outcome == Outcome.Acknowledged));
        return disk.Operations;
    }

    private static async Task<(SimulatedDisk Disk, Scenario Scenario)> RunAsync(Fault? fault)
    {
        var disk = new SimulatedDisk { Fault = fault };
        var scenario = new Scenario();
        await scenario.RunAsync(disk);
        return (disk, scenario);
    }

    private static async Task SurvivesAsync(SimulatedDisk disk, Scenario scenario, string what)
    {
        try
        {
            await Survival.CheckAsync(disk, scenario.Tried);
        }
        catch (Exception e)
        {
            throw new Xunit.Sdk.XunitException($"{what}: {e.Message}", e);
        }
    }

    private static async Task<bool> OpensAsync(SimulatedDisk disk)
    {
        try
        {
            await using var store = await Scenario.OpenAsync(disk);
            return true;
        }
        catch (SimulatedCrashException)
        {
            return false;
        }
    }
}
