using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Embedded.Journal;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Embedded;

/// <summary>Every damage to the bytes of a journal is either the end of an unfinished write, cut off exactly there, or found out.</summary>
public sealed class DamagedJournalTests
{
    private static readonly byte[] Journal = WriteJournal(40);
    private static readonly SegmentScan Whole = Scan(Journal);
    private static readonly int HeaderLength = Whole.Places[0].Offset;

    [Fact]
    public void The_journal_under_test_is_large_enough_to_mean_something()
    {
        Assert.IsType<ScanEnd.Whole>(Whole.End);
        Assert.True(Journal.Length >= 8192);
        Assert.Contains(Whole.Places, place => place.Length > 4096);
        Assert.Equal(40, Whole.Places.Count);
        Assert.Contains("æøå", Encoding.UTF8.GetString(Journal), StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_at_any_byte_a_journal_has_exactly_the_records_that_are_whole()
    {
        for (var length = HeaderLength; length <= Journal.Length; length++)
        {
            var scan = Scan(Journal.AsSpan(0, length));
            var whole = Whole.Places.Count(place => place.Offset + place.Length <= length);
            Assert.Equal(whole, scan.Places.Count);
            Assert.Equal(whole + 1, scan.NextSeq);
            if (length == EndOf(whole)) Assert.IsType<ScanEnd.Whole>(scan.End);
            else Assert.Equal(new ScanEnd.Torn(EndOf(whole)), scan.End);
        }
    }

    [Fact]
    public void A_flip_of_any_bit_is_found_out_and_only_one_of_the_very_last_byte_looks_unfinished()
    {
        var journal = Journal.ToArray();
        for (var at = HeaderLength; at < journal.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                journal[at] ^= (byte)(1 << bit);
                var scan = Scan(journal);
                journal[at] ^= (byte)(1 << bit);
                var hit = Whole.Places.Count(place => place.Offset + place.Length <= at);
                Assert.Equal(hit, scan.Places.Count);
                if (at == journal.Length - 1) Assert.Equal(new ScanEnd.Torn(EndOf(hit)), scan.End);
                else Assert.Equal(EndOf(hit), Assert.IsType<ScanEnd.Corrupt>(scan.End).Offset);
            }
        }
    }

    [Fact]
    public void A_record_that_is_dropped_doubled_or_swapped_is_found_out_where_it_is()
    {
        for (var i = 0; i < 40; i++)
        {
            if (i < 39) AssertCorrupt([.. Records(0, i), .. Records(i + 1, 40)], i);
            AssertCorrupt([.. Records(0, i + 1), .. Records(i, 40)], i + 1);
            for (var k = i + 1; k < 40; k++)
                AssertCorrupt([.. Records(0, i), .. Records(k, k + 1), .. Records(i + 1, k), .. Records(i, i + 1), .. Records(k + 1, 40)], i);
        }
    }

    [Fact]
    public void A_tail_of_zeroes_or_of_chance_is_cut_off_or_found_out_and_never_read()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var tail = new byte[1 + random.Next(8192)];
            Assert.Equal(new ScanEnd.Torn(Journal.Length), Scan([.. Journal, .. tail]).End);
            random.NextBytes(tail);
            var scan = Scan([.. Journal, .. tail]);
            Assert.Equal(40, scan.Places.Count);
            if (tail.Contains((byte)'\n')) Assert.IsType<ScanEnd.Corrupt>(scan.End);
            else Assert.Equal(new ScanEnd.Torn(Journal.Length), scan.End);
        }
    }

    [Fact]
    public void Any_sectors_lost_of_the_last_write_are_an_unfinished_write_and_of_an_earlier_one_are_not()
    {
        var journal = Enumerable.Range(2500, 600).Select(text => WriteJournal(4, lastText: text)).First(written => SectorsOfLast(written) == 7);
        var last = Scan(journal).Places[^1];
        var first = last.Offset / SegmentScan.SectorBytes;
        for (var lost = 1; lost < 128; lost++)
        {
            var damaged = journal.ToArray();
            for (var sector = 0; sector < 7; sector++)
                if ((lost & (1 << sector)) != 0) Zero(damaged, Math.Max(last.Offset, (first + sector) * 512), (first + sector + 1) * 512);
            Assert.Equal(new ScanEnd.Torn(last.Offset), Scan(damaged).End);
        }
        for (var sector = HeaderLength / 512 + 1; sector < first; sector++)
        {
            var damaged = journal.ToArray();
            Zero(damaged, sector * 512, (sector + 1) * 512);
            Assert.IsType<ScanEnd.Corrupt>(Scan(damaged).End);
        }
    }

    [Fact]
    public void In_a_segment_that_is_not_the_last_nothing_is_an_unfinished_write()
    {
        var cut = SegmentScan.Read(Journal.AsSpan(0, Journal.Length - 5), 1, HeaderLength, 1, HeaderCrc(), isLast: false);
        Assert.IsType<ScanEnd.Corrupt>(cut.End);
    }

    [Fact]
    public async Task A_store_with_a_damaged_journal_does_not_open_and_says_where_and_what_to_do()
    {
        var journal = Journal.ToArray();
        journal[Whole.Places[20].Offset + 30] ^= 1;
        var e = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(journal));
        Assert.Contains($"journal-00000001.jsonl, offset {Whole.Places[20].Offset}, sequence number 21", e.Message, StringComparison.Ordinal);
        Assert.Contains("Restore", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_is_cut_or_flipped_is_refused_for_no_crash_makes_one()
    {
        for (var length = 0; length < HeaderLength; length += 7) await Assert.ThrowsAsync<StoreException>(() => OpenAsync(Journal[..length]));
        for (var at = 0; at < HeaderLength; at++)
        {
            var journal = Journal.ToArray();
            journal[at] ^= 4;
            await Assert.ThrowsAsync<StoreException>(() => OpenAsync(journal));
        }
    }

    [Fact]
    public async Task An_unfinished_write_is_kept_beside_the_journal_and_told_of()
    {
        using var directory = new StoreDirectory();
        await using (var store = await OpenAsync(Journal[..^10], directory))
        {
            Assert.Equal(39, await store.GetHeadAsync(TestContext.Current.CancellationToken));
            var health = await store.CheckHealthAsync(TestContext.Current.CancellationToken);
            Assert.Contains("unfinished write after change 39", health.Details["repaired"], StringComparison.Ordinal);
            Assert.True(health.CanWrite);
        }
        var torn = Assert.Single(Directory.GetFiles(directory.Path, "*.torn-*"));
        Assert.Equal(Journal[Whole.Places[^1].Offset..^10], await File.ReadAllBytesAsync(torn, TestContext.Current.CancellationToken));
        await using var again = await OpenAsync(null, directory);
        Assert.DoesNotContain("repaired", (await again.CheckHealthAsync(TestContext.Current.CancellationToken)).Details.Keys);
    }

    private static async Task<EmbeddedStore> OpenAsync(byte[] journal)
    {
        using var directory = new StoreDirectory();
        return await OpenAsync(journal, directory);
    }

    private static async Task<EmbeddedStore> OpenAsync(byte[]? journal, StoreDirectory directory)
    {
        Directory.CreateDirectory(directory.Path);
        if (journal is not null) await File.WriteAllBytesAsync(Path.Combine(directory.Path, SegmentHeader.FileName(1)), journal);
        return await EmbeddedStore.OpenAsync(
            new EmbeddedStoreOptions { Directory = directory.Path }, TimeProvider.System, NullLogger<EmbeddedStore>.Instance, CancellationToken.None);
    }

    private static byte[] WriteJournal(int records, int lastText = 0)
    {
        uint crc = 0;
        var journal = new List<byte>(RecordFormat.WriteHeader(SegmentHeader.Of(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), 1, 1, 0), ref crc));
        for (var i = 1; i <= records; i++)
        {
            var text = i == records && lastText > 0 ? lastText : i == 17 ? 4000 : 40 + i;
            var changeSet = Set(Put(Plan($"p{i}", $"Plan {i} æøå", new string('x', text)))) with { Id = new Guid(i, 0, 0, [1, 1, 1, 1, 1, 1, 1, 1]) };
            var json = Domain.Graph.GraphJson.ToUtf8(ExistenceRules.WithVersions(changeSet));
            journal.AddRange(RecordFormat.WriteRecord(i, DateTimeOffset.UnixEpoch, [json], ref crc));
        }
        return [.. journal];
    }

    private static int SectorsOfLast(byte[] journal) =>
        ((journal.Length - 1) / SegmentScan.SectorBytes) - (Scan(journal).Places[^1].Offset / SegmentScan.SectorBytes) + 1;

    private static uint HeaderCrc()
    {
        uint crc = 0;
        Assert.True(RecordFormat.TryReadLine(Journal.AsSpan(0, Journal.AsSpan().IndexOf((byte)'\n')), ref crc, out _));
        return crc;
    }

    private static SegmentScan Scan(ReadOnlySpan<byte> journal)
    {
        var header = journal.IndexOf((byte)'\n');
        uint crc = 0;
        Assert.True(RecordFormat.TryReadLine(journal[..header], ref crc, out _));
        return SegmentScan.Read(journal, 1, header + 1, 1, crc, isLast: true);
    }

    private static int EndOf(int records) => records == 0 ? HeaderLength : Whole.Places[records - 1].Offset + Whole.Places[records - 1].Length;

    private static byte[] Records(int from, int until) => Journal[EndOf(from)..EndOf(until)];

    private static void AssertCorrupt(byte[] records, int wholeBefore)
    {
        var scan = Scan([.. Journal.AsSpan(0, HeaderLength), .. records]);
        Assert.Equal(EndOf(wholeBefore), Assert.IsType<ScanEnd.Corrupt>(scan.End).Offset);
        Assert.Equal(wholeBefore, scan.Places.Count);
    }

    private static void Zero(byte[] bytes, int from, int until) => bytes.AsSpan(from, Math.Min(until, bytes.Length) - from).Clear();
}
