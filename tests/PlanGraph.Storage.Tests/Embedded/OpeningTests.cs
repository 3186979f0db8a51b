using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Tests.Embedded.Simulation;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Embedded;

/// <summary>What a store finds when it is opened, and what it says of it.</summary>
public sealed class OpeningTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_opens_as_it_was_closed_from_snapshot_and_journal_alike()
    {
        var disk = await WrittenAsync();
        Assert.Contains(disk.Shown.Keys, name => name.EndsWith(".pgs", StringComparison.Ordinal));
        Assert.Contains(SegmentHeader.FileName(3), disk.Shown.Keys);
        await HasAllAsync(disk);
        await HasAllAsync(Without(disk, name => name.EndsWith(".pgs", StringComparison.Ordinal)));
        await HasAllAsync(Without(disk, name => name == ClosingMark.FileName));
    }

    [Fact]
    public async Task Only_two_snapshots_are_kept_and_no_segment_is_removed()
    {
        var disk = await WrittenAsync();
        Assert.Equal(2, disk.Shown.Keys.Count(name => name.EndsWith(".pgs", StringComparison.Ordinal)));
        var segments = disk.Shown.Keys.Select(SegmentHeader.SegmentOf).OfType<int>().Order().ToList();
        Assert.Equal(Enumerable.Range(1, segments.Count), segments);
    }

    [Fact]
    public async Task A_damaged_snapshot_is_passed_by_whatever_byte_of_it_is_wrong()
    {
        var disk = await WrittenAsync();
        var newest = disk.Shown.Keys.Where(name => name.EndsWith(".pgs", StringComparison.Ordinal)).Max()!;
        var length = disk.Shown[newest].Shown.Length;
        var random = new Random(11);
        for (var i = 0; i < 60; i++)
            await HasAllAsync(Changed(disk, newest, bytes => bytes[random.Next(length)] ^= (byte)(1 << random.Next(8))));
        for (var i = 0; i < 20; i++)
            await HasAllAsync(Replaced(disk, newest, disk.Shown[newest].Shown[..random.Next(length)]));
    }

    [Fact]
    public async Task A_segment_that_is_missing_is_named()
    {
        var disk = await WrittenAsync();
        var e = await RefusedAsync(Without(disk, name => name == SegmentHeader.FileName(2)));
        Assert.Contains("journal-00000002.jsonl: the file is missing", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_has_lost_whole_changes_from_its_end_is_found_out_by_the_snapshot_or_the_mark()
    {
        var disk = await WrittenAsync();
        var last = disk.Shown.Keys.Where(name => SegmentHeader.SegmentOf(name) is not null).Max()!;
        var bytes = disk.Shown[last].Shown;
        var beforeLast = bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1;
        Assert.Contains("when it was last closed", (await RefusedAsync(Replaced(disk, last, bytes[..beforeLast]))).Message, StringComparison.Ordinal);
        await RefusedAsync(Without(disk, name => SegmentHeader.SegmentOf(name) > 1));
        await RefusedAsync(Without(disk, name => SegmentHeader.SegmentOf(name) is not null));
    }

    [Fact]
    public async Task A_segment_of_another_store_is_refused()
    {
        var (one, other) = (await WrittenAsync(), await WrittenAsync());
        for (var segment = 1; segment <= 3; segment++)
        {
            var name = SegmentHeader.FileName(segment);
            await RefusedAsync(Without(Replaced(one, name, other.Shown[name].Shown), file => file.EndsWith(".pgs", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_snapshot_of_another_store_is_refused()
    {
        var (one, other) = (await WrittenAsync(), await WrittenAsync());
        var newest = other.Shown.Keys.Where(name => name.EndsWith(".pgs", StringComparison.Ordinal)).Max()!;
        await RefusedAsync(Replaced(one, newest, other.Shown[newest].Shown));
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_cleared_away_and_torn_copies_stay()
    {
        string[] left = ["journal-00000009.jsonl.tmp", "snapshot-000000000099.pgs.tmp", "journal-00000001.jsonl.torn-20260101T000000000Z", "notat.txt"];
        var disk = left.Aggregate(await WrittenAsync(), (before, name) => Replaced(before, name, [1, 2, 3]));
        await HasAllAsync(disk);
        Assert.DoesNotContain(disk.Shown.Keys, name => name.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.Contains("journal-00000001.jsonl.torn-20260101T000000000Z", disk.Shown.Keys);
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused_in_so_many_words()
    {
        uint crc = 0;
        var header = SegmentHeader.Of(Guid.NewGuid(), 1, 1, 0) with { V = 2 };
        var e = await RefusedAsync(SimulatedDisk.Of([(SegmentHeader.FileName(1), RecordFormat.WriteHeader(header, ref crc))]));
        Assert.Contains("newer version", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_record_in_a_sealed_segment_is_found_out_when_it_is_read()
    {
        var disk = await WrittenAsync();
        await using var store = await Scenario.OpenAsync(Changed(disk, SegmentHeader.FileName(1), bytes => bytes[^20] ^= 1));
        Assert.True((await store.CheckHealthAsync(Ct)).CanRead);
        var e = await Assert.ThrowsAsync<StoreException>(() => store.ReadChangesAsync(0, Ct).ToListAsync(Ct).AsTask());
        Assert.Contains(SegmentHeader.FileName(1), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_fsync_leaves_a_store_that_answers_and_takes_nothing_more()
    {
        var disk = new SimulatedDisk();
        await using var store = await Scenario.OpenAsync(disk);
        await store.ApplyAsync(Put(Plan("a")));
        disk.Fault = new Fault(disk.Operations + 2, Errno.Io, ForEver: false);
        await Assert.ThrowsAsync<StoreException>(() => store.ApplyAsync(Set(Put(Plan("b"))), Ct));
        await Assert.ThrowsAsync<StoreException>(() => store.ApplyAsync(Set(Put(Plan("c"))), Ct));
        var health = await store.CheckHealthAsync(Ct);
        Assert.Equal((true, false, "store.readOnly"), (health.CanRead, health.CanWrite, health.Problem!.Key));
        Assert.Contains("forced to disk", health.Details["failure"], StringComparison.Ordinal);
        Assert.Equal(["plan/a"], (await store.GetNodesAsync([PlanId("a"), PlanId("b"), PlanId("c")], Ct)).Select(node => node.Id.Value));
    }

    [Fact]
    public async Task A_full_disk_refuses_the_change_and_takes_the_next_when_there_is_room()
    {
        var disk = new SimulatedDisk();
        await using var store = await Scenario.OpenAsync(disk);
        await store.ApplyAsync(Put(Plan("a")));
        disk.Fault = new Fault(disk.Operations + 1, Errno.NoSpace, ForEver: false);
        var refused = Set(Put(Plan("b")));
        await Assert.ThrowsAsync<IOException>(() => store.ApplyAsync(refused, Ct));
        Assert.Equal(1, await store.GetHeadAsync(Ct));
        Assert.True((await store.CheckHealthAsync(Ct)).CanWrite);
        Assert.Equal(2, (await store.ApplyAsync(refused)).Seq);
    }

    [Fact]
    public async Task A_change_set_that_is_too_large_is_refused()
    {
        await using var store = await Scenario.OpenAsync(new SimulatedDisk());
        var text = new string('x', NodeRules.MaxText);
        var refused = await store.RefusedAsync([.. Enumerable.Range(0, 2100).Select(i => Put(Plan($"p{i}", text: text)))]);
        Assert.Equal("store.changeSetTooLarge", Assert.Single(refused.Problems).Key);
    }

    [Fact]
    public async Task A_closed_store_takes_nothing_and_may_be_closed_again()
    {
        var store = await Scenario.OpenAsync(new SimulatedDisk());
        await store.DisposeAsync();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<StoreException>(() => store.ApplyAsync(Set(Put(Plan("a"))), Ct));
    }

    [Fact]
    public void Options_outside_their_ranges_are_refused()
    {
        var good = new EmbeddedStoreOptions { Directory = "x" };
        Assert.Same(good, good.Checked());
        Assert.Throws<ArgumentException>(() => (good with { Directory = " " }).Checked());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { SegmentBytes = 1023 }).Checked());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { SnapshotEveryBytes = 0 }).Checked());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { QueueLength = 0 }).Checked());
    }

    private static async Task<SimulatedDisk> WrittenAsync()
    {
        var disk = new SimulatedDisk();
        var scenario = new Scenario();
        await scenario.RunAsync(disk);
        return disk;
    }

    private static async Task HasAllAsync(SimulatedDisk disk)
    {
        await using var store = await Scenario.OpenAsync(disk);
        await Survival.CheckAsync(store, [.. Scenario.ChangeSets().Select(changeSet => (changeSet, Outcome.Acknowledged))]);
    }

    private static Task<StoreException> RefusedAsync(SimulatedDisk disk) => Assert.ThrowsAsync<StoreException>(() => Scenario.OpenAsync(disk));

    private static SimulatedDisk Without(SimulatedDisk disk, Func<string, bool> isGone) =>
        SimulatedDisk.Of(disk.Shown.Where(pair => !isGone(pair.Key)).Select(pair => (pair.Key, pair.Value.Shown)));

    private static SimulatedDisk Replaced(SimulatedDisk disk, string name, byte[] bytes) =>
        SimulatedDisk.Of(disk.Shown.Select(pair => (pair.Key, pair.Key == name ? bytes : pair.Value.Shown)).Append((name, bytes)).DistinctBy(file => file.Item1));

    private static SimulatedDisk Changed(SimulatedDisk disk, string name, Action<byte[]> change)
    {
        var bytes = disk.Shown[name].Shown.ToArray();
        change(bytes);
        return Replaced(disk, name, bytes);
    }
}
