using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Embedded;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Embedded;

/// <summary>The real directory of a store.</summary>
public sealed class DirectoryTests
{
    [Fact]
    public async Task A_store_makes_its_directory_and_files_for_its_own_user_only()
    {
        if (OperatingSystem.IsWindows()) return; // It has access lists instead of file modes.
        using var directory = new StoreDirectory();
        await using (var store = await OpenAsync(directory.Path)) await store.ApplyAsync(Put(Plan("a")));
        const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Mine | UnixFileMode.UserExecute, File.GetUnixFileMode(directory.Path));
        foreach (var file in Directory.GetFiles(directory.Path)) Assert.Equal(Mine, File.GetUnixFileMode(file));
        Assert.Equal(["LOCK", "LOCK.holder", "closed", "journal-00000001.jsonl"], Directory.GetFiles(directory.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_store_says_what_the_file_system_answers_to_fsync()
    {
        using var directory = new StoreDirectory();
        await using var store = await OpenAsync(directory.Path);
        Assert.Equal("ok", (await store.CheckHealthAsync(TestContext.Current.CancellationToken)).Details["fsync"]);
    }

    [Fact]
    public async Task A_path_that_is_a_file_is_no_directory_for_a_store()
    {
        using var directory = new StoreDirectory();
        await File.WriteAllTextAsync(directory.Path, "en fil", TestContext.Current.CancellationToken);
        var e = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(directory.Path));
        Assert.Contains(directory.Path, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_reached_by_another_name_is_the_same_store()
    {
        using var directory = new StoreDirectory();
        Directory.CreateDirectory(directory.Path);
        var link = directory.Path + " lenke";
        Directory.CreateSymbolicLink(link, directory.Path);
        await using var store = await OpenAsync(link);
        await Assert.ThrowsAsync<StoreException>(() => OpenAsync(directory.Path));
    }

    [Fact]
    public async Task Opening_again_in_the_same_process_works_when_the_store_is_closed()
    {
        using var directory = new StoreDirectory();
        for (var i = 0; i < 3; i++)
        {
            await using var store = await OpenAsync(directory.Path);
            Assert.Equal(i + 1, (await store.ApplyAsync(Put(Plan($"p{i}")))).Seq);
        }
    }

    [Theory]
    [InlineData(-3650)]
    [InlineData(-1)]
    [InlineData(3650)]
    public async Task A_clock_that_jumps_does_not_change_the_order(int days)
    {
        using var directory = new StoreDirectory();
        await using (var store = await OpenAsync(directory.Path)) await store.ApplyAsync(Put(Plan("a")));
        await using var later = await EmbeddedStore.OpenAsync(
            ChildProgram.OptionsFor(directory.Path), new ShiftedTime(TimeSpan.FromDays(days)), NullLogger<EmbeddedStore>.Instance, CancellationToken.None);
        Assert.Equal(2, (await later.ApplyAsync(Put(Plan("a", "Ny"), 1))).Seq);
        Assert.Equal([2, 1], (await later.GetHistoryAsync(PlanId("a"), 9, CancellationToken.None)).Select(change => change.Seq));
    }

    private static Task<EmbeddedStore> OpenAsync(string directory) => EmbeddedStore.OpenAsync(
        ChildProgram.OptionsFor(directory), TimeProvider.System, NullLogger<EmbeddedStore>.Instance, TestContext.Current.CancellationToken);

    private sealed class ShiftedTime(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }
}
