using System.Globalization;
using System.Text;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Moving;

namespace PlanGraph.Web.Tests.Commands.Moving;

/// <summary>export and import as their user meets them: files, sentences, exit codes, and what is left when they are stopped.</summary>
public sealed class MovingTests(AppFixture fixture) : IDisposable
{
    private readonly MoveFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_is_exported_while_its_server_runs_and_imported_into_an_empty_one()
    {
        Assert.Equal(0, (await ExportAsync("a")).Code);
        Assert.Equal(["a"], _folder.Names);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("a")));
        Assert.Equal(0, (await ImportAsync("a", "data")).Code);
        var again = await CommandRun.OfAsync("export", "-", "--data", _folder.File("data"));
        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("a"), Ct), again.Output);
    }

    [Fact]
    public async Task The_same_file_again_does_nothing_and_another_is_refused_with_what_to_do()
    {
        await ExportAsync("a");
        await ImportAsync("a", "data");
        var again = await ImportAsync("a", "data");
        Assert.Equal(0, again.Code);
        Assert.Contains("Lageret har allerede akkurat denne historikken.", again.Said, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(_folder.File("b"), await FileAsync(3), Ct);
        var other = await ImportAsync("b", "data");
        Assert.Equal(73, other.Code);
        Assert.Contains("Importer til et tomt: en ny mappe med --data, eller en tom Neo4j-database.", other.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_whole_touches_no_store()
    {
        await ExportAsync("a");
        var whole = await File.ReadAllTextAsync(_folder.File("a"), Ct);
        foreach (var (text, said) in new[]
        {
            (whole[..^10], "den slutter etter linje"), (whole.Replace("Energiplan", "Energiplam", StringComparison.Ordinal), "er endret etter at den ble eksportert: linje"),
            (whole.Replace("\"version\":1,\"changes\"", "\"version\":9,\"changes\"", StringComparison.Ordinal), "Importer med den versjonen."), ("Plan;Status\n", "er ikke en eksport fra PlanGraph"),
            (whole + "{}\n", "har mer etter slutten"),
        })
        {
            var run = await CommandRun.OfAsync(["import", "-", "--data", _folder.File("data")], Encoding.UTF8.GetBytes(text));
            Assert.Equal((65, true), (run.Code, run.Said.Contains(said, StringComparison.Ordinal)));
            Assert.StartsWith("Standard inn ", run.Said, StringComparison.Ordinal);
        }
        Assert.Equal(["a"], _folder.Names);
    }

    [Fact]
    public async Task What_cannot_be_read_or_written_has_a_sentence_and_a_code()
    {
        var data = fixture.App.Data.FullName;
        Assert.Equal(66, (await CommandRun.OfAsync("import", _folder.File("borte"), "--data", _folder.File("data"))).Code);
        Assert.Equal(66, (await CommandRun.OfAsync("export", _folder.File("a"), "--data", _folder.File("data"))).Code);
        Assert.Equal(73, (await CommandRun.OfAsync("export", _folder.File("borte/a"), "--data", data)).Code);
        Assert.Equal(73, (await CommandRun.OfAsync("export", "/dev/null", "--data", data)).Code);
        Assert.Equal(73, (await CommandRun.OfAsync("export", _folder.File(""), "--data", data)).Code);
        Assert.Equal(78, (await CommandRun.OfAsync("import", "-", "--Store=Neo4j")).Code);
        Assert.Equal(78, (await CommandRun.OfAsync("export", "-", "--PlanGraph:Dta=x")).Code);
        Assert.Equal(69, (await CommandRun.OfAsync("export", "-", "--Store=Neo4j", "--Neo4j:Url=http://localhost:1")).Code);
        await ExportAsync("a");
        var inUse = await CommandRun.OfAsync("import", _folder.File("a"), "--data", data);
        Assert.Equal((69, true), (inUse.Code, inUse.Said.Contains("in use", StringComparison.Ordinal)));
        Assert.Equal(["a"], _folder.Names);
    }

    [Fact]
    public async Task An_empty_store_is_not_exported_over_yesterdays_file()
    {
        await using (await EmbeddedStore.OpenAsync(new EmbeddedStoreOptions { Directory = _folder.File("data/graph") }, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<EmbeddedStore>.Instance, Ct)) { }
        await File.WriteAllTextAsync(_folder.File("a"), "i går", Ct);
        Assert.Equal(66, (await CommandRun.OfAsync("export", _folder.File("a"), "--data", _folder.File("data"))).Code);
        Assert.Equal("i går", await File.ReadAllTextAsync(_folder.File("a"), Ct));
    }

    /// <summary>The real process, killed without a word as soon as it has put something, and then done again.</summary>
    [Fact]
    public async Task An_import_that_is_killed_goes_on_when_it_is_done_again()
    {
        await File.WriteAllBytesAsync(_folder.File("a"), await FileAsync(4_000), Ct);
        Assert.Equal(137, await KillAsync("import", _folder.File("a"), "--data", _folder.File("data")));
        Assert.InRange(HeadOf(_folder.File("data/graph")), 1, 4_000);
        Assert.Equal(69, (await CommandRun.OfAsync("export", _folder.File("b"), "--data", _folder.File("data"))).Code);

        var again = await ImportAsync("a", "data");

        Assert.Equal(0, again.Code);
        Assert.Contains("der den stoppet sist", again.Said, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("a"), Ct), (await CommandRun.OfAsync("export", "-", "--data", _folder.File("data"))).Output);
    }

    /// <summary>The mark that is set before the first change tells that it has begun.</summary>
    private Task<int> KillAsync(params string[] arguments)
    {
        var journal = new FileInfo(_folder.File("data/graph/journal-00000001.jsonl"));
        return KilledCommand.RunAsync(() =>
        {
            journal.Refresh();
            return Task.FromResult(journal is { Exists: true, Length: > 1024 });
        }, arguments);
    }

    private static long HeadOf(string graph) => EmbeddedHistory.Open(graph)?.Head ?? 0;

    internal static async Task<byte[]> FileAsync(int changes)
    {
        using var stream = new MemoryStream();
        await HistoryWriter.WriteAsync(stream, changes, Enumerable.Range(1, changes).Select(Change).ToAsyncEnumerable(), _ => { }, Ct);
        return stream.ToArray();
    }

    private static CommittedChange Change(int seq) => new(seq, new ChangeSet
    {
        Id = new Guid(seq, 0, 0, new byte[8]), Actor = "planlegger", Reason = "prøve", At = DateTimeOffset.UnixEpoch.AddMinutes(seq),
        Operations = [new PutNode(new Plan { Id = NodeId.Of(NodeKind.Plan, string.Create(CultureInfo.InvariantCulture, $"plan-{seq}")), Title = $"Plan {seq}", Version = 1 }, 0)],
    });

    private Task<CommandRun> ExportAsync(string name) => CommandRun.OfAsync("export", _folder.File(name), "--data", fixture.App.Data.FullName);

    private Task<CommandRun> ImportAsync(string name, string data) => CommandRun.OfAsync("import", _folder.File(name), "--data", _folder.File(data));
}
