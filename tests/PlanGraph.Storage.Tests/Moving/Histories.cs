using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Moving;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Moving;

/// <summary>Histories for the tests, and their files.</summary>
internal static class Histories
{
    /// <summary>Six changes in which elements are made, changed, removed and made again, at times of other zones and of fractions of a second.</summary>
    public static CommittedChange[] Small()
    {
        var at = new DateTimeOffset(2025, 3, 30, 3, 0, 0, TimeSpan.FromHours(2)).AddTicks(1_234_567);
        Operation[][] steps =
        [
            [Put(Plan("a", "Første")), Put(Plan("b")), Put(Goal("g"))],
            [Put(Plan("c", text: "Æøå «sitat» \u2028\n"))],
            [Put(PartOf("a", "b")), Put(Affects("g", "g", -2, "variant")), Put(Relate(RelationType.AnchoredIn, PlanId("a"), GoalId("g")))],
            [Put(Plan("a", "Andre"), 1), Put(PartOf("a", "b") with { Reason = "fordi" }, 1)],
            [Remove(PartOf("a", "b"), 2), Remove(Relate(RelationType.AnchoredIn, PlanId("a"), GoalId("g"))), Remove(PlanId("a"), 2), Remove(PlanId("c"))],
            [Put(Plan("a", "Kulturplan")), Put(PartOf("a", "b")), Put(Affects("g", "g", 3, "variant"), 1)],
        ];
        return [.. steps.Select((step, index) => Change(index + 1, step, at.AddDays(index), index == 2 ? "@history.import" : "prøve"))];
    }

    /// <summary>Many changes of one operation each: more than one group of an import.</summary>
    public static CommittedChange[] Long() =>
        [.. Enumerable.Range(0, 2500).Select(i => Change(i + 1, [Put(Plan($"p{i % 50}", $"Plan {i}"), i / 50)], DateTimeOffset.UnixEpoch.AddMinutes(i), "prøve"))];

    public static async Task<byte[]> FileAsync(IReadOnlyList<CommittedChange> changes)
    {
        using var stream = new MemoryStream();
        await HistoryWriter.WriteAsync(stream, changes.Count, changes.ToAsyncEnumerable(), _ => { }, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    /// <summary>What a store exports.</summary>
    public static async Task<byte[]> ExportAsync(IPlanGraphStore store)
    {
        using var stream = new MemoryStream();
        var head = await store.GetHeadAsync(TestContext.Current.CancellationToken);
        await HistoryWriter.WriteAsync(stream, head, store.ReadChangesAsync(0, TestContext.Current.CancellationToken), _ => { }, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    public static async Task<(List<CommittedChange> Changes, HistoryTotals Totals)> ReadAsync(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var reader = await HistoryReader.OpenAsync(stream, "fil", TestContext.Current.CancellationToken);
        return (await reader.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken), reader.Totals);
    }

    /// <summary>The key and the line that a file is refused with.</summary>
    public static async Task<(string Key, string Line)> RefusedAsync(byte[] file)
    {
        var problem = (await Assert.ThrowsAsync<HistoryFileException>(() => ReadAsync(file))).Problem;
        return (problem.Key, problem.Args["line"]);
    }

    private static CommittedChange Change(long seq, Operation[] operations, DateTimeOffset at, string reason) =>
        new(seq, ExistenceRules.WithVersions(Set(operations) with { Id = new Guid((int)seq, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]), At = at, Actor = "planlegger", Reason = reason }));
}
