using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Snapshot;
using PlanGraph.Storage.Tests.Embedded.Simulation;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Embedded;

/// <summary>
/// A store as each released format wrote it must open for ever. The files in Golden/ are never changed; a new format gets a folder of its own,
/// written by <see cref="WriteAsync"/>.
/// </summary>
public sealed class GoldenFileTests
{
    public static TheoryData<string> Formats() => [.. Directory.GetDirectories(Root).Select(path => Path.GetFileName(path))];

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Golden");

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_store_of_each_released_format_opens_as_it_was(string format)
    {
        await OpensAsync(format, static _ => true);
        await OpensAsync(format, static name => !name.EndsWith(".pgs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_formats_of_today_have_golden_files_and_can_be_written_again()
    {
        using var directory = new StoreDirectory();
        await WriteAsync(directory.Path);
        Assert.Equal((1, 1), (SegmentHeader.Version, SnapshotHeader.Version));
        foreach (var pattern in new[] { "journal-*.jsonl", "snapshot-*.pgs", "closed" })
        {
            Assert.NotEmpty(Directory.GetFiles(directory.Path, pattern));
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(Root, "1"), pattern));
        }
    }

    private static async Task WriteAsync(string directory)
    {
        await using var store = await OpenAsync(directory);
        foreach (var changeSet in Story())
        {
            await store.ApplyAsync(changeSet);
            await store.WhenIdleAsync();
        }
    }

    private static async Task OpensAsync(string format, Func<string, bool> isTaken)
    {
        using var directory = new StoreDirectory();
        Directory.CreateDirectory(directory.Path);
        foreach (var file in Directory.GetFiles(Path.Combine(Root, format)).Where(isTaken)) File.Copy(file, Path.Combine(directory.Path, Path.GetFileName(file)));
        await using var store = await OpenAsync(directory.Path);
        await Survival.CheckAsync(store, [.. Story().Select(changeSet => (changeSet, Outcome.Acknowledged))]);
    }

    private static Task<EmbeddedStore> OpenAsync(string directory) => EmbeddedStore.OpenAsync(
        new EmbeddedStoreOptions { Directory = directory, SegmentBytes = 1024, SnapshotEveryBytes = 1800 },
        TimeProvider.System, NullLogger<EmbeddedStore>.Instance, TestContext.Current.CancellationToken);

    private static IEnumerable<ChangeSet> Story()
    {
        var plan = Plan("klima", "Klimastrategi 2030 – æøå", "Første\nandre") with
        {
            Type = PlanType.Temaplan, Status = PlanStatus.Adopted, Adopted = new PrintedDate("17. og 18.04.18", new DateOnly(2018, 4, 17), DatePrecision.Day, true),
            Period = new Period(2018, 2030, "2018-2030"), Sources = [new Source("Planstrategi", "tabell 1", Basis.Judged, "Plan")],
        };
        Operation[][] steps =
        [
            [Put(plan), Put(Goal("a")), Put(Goal("b"))],
            [Put(Affects("a", "b", -2, "klima") with { Reason = "Areal", ScoredBy = "Klima", Sources = [new Source("Notat", "s. 1")] }), Put(Affects("a", "b", 1))],
            [Put(Relate(RelationType.AnchoredIn, PlanId("klima"), GoalId("a"))), Put(Finding("f") with { Headline = Sentence.Of("finding.x", ("plan", "Klima")) })],
            [Put(plan with { Notes = "Merknad" }, 1), Remove(Affects("a", "b", 0))],
            [Put(Plan("kort")), Put(PartOf("kort", "klima"))],
            [Remove(PartOf("kort", "klima")), Remove(PlanId("kort"))],
            [Put(Plan("kort", "Igjen")), Put(Relate(RelationType.About, NodeId.Parse("finding/f"), PlanId("kort")))],
        ];
        return steps.Select((operations, i) => Set(operations) with { Id = new Guid(i + 1, 7, 7, [7, 7, 7, 7, 7, 7, 7, 7]) });
    }
}
