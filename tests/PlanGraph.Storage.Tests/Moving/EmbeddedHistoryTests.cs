using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Moving;
using PlanGraph.Storage.Tests.Embedded;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Moving;

public sealed class EmbeddedHistoryTests : IDisposable
{
    private readonly StoreDirectory _directory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task The_history_is_read_beside_a_store_that_is_open_and_written_to()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 300; i++) await store.ApplyAsync(Put(Plan("a", $"Versjon {i}", new string('å', 100)), i));
        var writing = Task.Run(async () => { for (var i = 300; i < 600; i++) await store.ApplyAsync(Put(Plan("a", $"Versjon {i}", new string('å', 100)), i)); }, Ct);
        var heads = new List<long>();
        do
        {
            var history = EmbeddedHistory.Open(_directory.Path)!;
            heads.Add(history.Head);
            Assert.Equal(Enumerable.Range(1, (int)history.Head).Select(seq => (long)seq), history.Read().Take((int)history.Head).Select(change => change.Seq));
        }
        while (!writing.IsCompleted);
        await writing;
        Assert.Equal(heads.Order(), heads);
        Assert.Equal(await Histories.ExportAsync(store), await WriteAsync());
    }

    [Fact]
    public async Task Reading_makes_changes_and_repairs_nothing()
    {
        await using (var store = await OpenAsync())
            for (var i = 0; i < 3; i++) await store.ApplyAsync(Put(Plan("a", $"Versjon {i}"), i));
        var journal = Directory.GetFiles(_directory.Path, "journal-*").Single();
        await File.AppendAllTextAsync(journal, "0123abcd {\"seq\":4", Ct);
        var before = Files();

        Assert.Equal(3, EmbeddedHistory.Open(_directory.Path)!.Head);
        Assert.Equal(3, EmbeddedHistory.Open(_directory.Path)!.Read().Count());

        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_damaged_journal_is_told_and_not_read_as_a_shorter_one()
    {
        await using (var store = await OpenAsync())
            for (var i = 0; i < 3; i++) await store.ApplyAsync(Put(Plan("a", $"Versjon {i}"), i));
        var journal = Directory.GetFiles(_directory.Path, "journal-*").Single();
        var bytes = await File.ReadAllBytesAsync(journal, Ct);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(journal, bytes, Ct);
        Assert.Contains(journal, Assert.Throws<StoreException>(() => EmbeddedHistory.Open(_directory.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_store_none_is_made()
    {
        Assert.Null(EmbeddedHistory.Open(_directory.Path));
        Assert.False(Directory.Exists(_directory.Path));
    }

    /// <summary>A copy of the directory after each group is what a power cut there leaves.</summary>
    [Fact]
    public async Task An_import_goes_on_from_whatever_a_crash_left()
    {
        var file = await Histories.FileAsync(Histories.Long());
        var copies = new List<string>();
        await using (var store = await OpenAsync())
            await HistoryImport.RunAsync(store, new MemoryStream(file), "fil", (done, _) => copies.Add(Copy(done)), Ct);
        Assert.True(copies.Count > 2);
        foreach (var copy in copies)
        {
            Assert.True(EmbeddedHistory.Open(copy)!.IsRestoring || copy == copies[^1]);
            await using var store = await OpenAsync(copy);
            await HistoryImport.RunAsync(store, new MemoryStream(file), "fil", (_, _) => { }, Ct);
            Assert.Equal(file, await Histories.ExportAsync(store));
            Assert.True((await store.CheckHealthAsync(Ct)).CanWrite);
        }
    }

    [Fact]
    public async Task The_mark_of_an_import_outlives_the_process()
    {
        await using (var store = await OpenAsync()) await store.RestoreAsync(Histories.Small()[..3], head: 6, Ct);
        Assert.True(EmbeddedHistory.Open(_directory.Path)!.IsRestoring);
        await using (var store = await OpenAsync())
        {
            Assert.Equal("store.restoring", (await store.CheckHealthAsync(Ct)).Problem?.Key);
            await store.RestoreAsync(Histories.Small()[3..], head: 6, Ct);
        }
        Assert.False(EmbeddedHistory.Open(_directory.Path)!.IsRestoring);
    }

    private async Task<EmbeddedStore> OpenAsync(string? directory = null) => await EmbeddedStore.OpenAsync(
        ChildProgram.OptionsFor(directory ?? _directory.Path), TimeProvider.System, NullLogger<EmbeddedStore>.Instance, Ct);

    private async Task<byte[]> WriteAsync()
    {
        var history = EmbeddedHistory.Open(_directory.Path)!;
        using var stream = new MemoryStream();
        await HistoryWriter.WriteAsync(stream, history.Head, history.Read().ToAsyncEnumerable(), _ => { }, Ct);
        return stream.ToArray();
    }

    private string Copy(long done)
    {
        while (true)
        {
            var copy = Directory.CreateDirectory($"{_directory.Path} {done}");
            try
            {
                foreach (var file in Directory.GetFiles(_directory.Path).Where(file => !file.EndsWith("LOCK", StringComparison.Ordinal)))
                    File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
                return copy.FullName;
            }
            catch (FileNotFoundException)
            {
                // A newer snapshot took the place of one that was listed: what a power cut leaves is the directory after that.
                copy.Delete(recursive: true);
            }
        }
    }

    private List<(string Name, string Hash)> Files() =>
        [.. Directory.GetFiles(_directory.Path).Order(StringComparer.Ordinal).Select(file => (file, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))))];
}
