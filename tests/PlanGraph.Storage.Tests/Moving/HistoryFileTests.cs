using System.Text;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Moving;

namespace PlanGraph.Storage.Tests.Moving;

public sealed class HistoryFileTests
{
    [Fact]
    public async Task A_file_says_the_same_when_it_is_read_and_written_again()
    {
        var file = await Histories.FileAsync(Histories.Small());
        var (changes, totals) = await Histories.ReadAsync(file);
        Assert.Equal(Histories.Small().Select(GraphJson.ToUtf8), changes.Select(GraphJson.ToUtf8));
        Assert.Equal(new HistoryTotals(6, 16, 3, 2), totals);
        Assert.Equal(file, await Histories.FileAsync(changes));
    }

    /// <summary>Never changed: every later version must read it.</summary>
    [Fact]
    public async Task The_file_of_format_1_is_read_for_ever() =>
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Golden", "history-1.jsonl"), TestContext.Current.CancellationToken), await Histories.FileAsync(Histories.Small()));

    [Fact]
    public async Task A_history_without_changes_is_a_file_too()
    {
        var (changes, totals) = await Histories.ReadAsync(await Histories.FileAsync([]));
        Assert.Empty(changes);
        Assert.Equal(HistoryTotals.None, totals);
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_is_refused()
    {
        var file = await Histories.FileAsync(Histories.Small());
        var first = Array.IndexOf(file, (byte)'\n') + 1;
        for (var length = first; length < file.Length; length++)
        {
            var (key, line) = await Histories.RefusedAsync(file[..length]);
            Assert.Equal(("moving.file.truncated", Lines(file[..length])), (key, int.Parse(line, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public async Task An_altered_byte_is_refused_and_its_line_named()
    {
        var file = await Histories.FileAsync(Histories.Small());
        var first = Array.IndexOf(file, (byte)'\n') + 1;
        for (var i = first; i < file.Length - 1; i++)
        {
            var altered = file.ToArray();
            altered[i] ^= 1;
            if (altered[i] == '\n' || file[i] == '\n') continue;
            Assert.Equal(("moving.file.altered", $"{Lines(file[..(i + 1)])}"), await Histories.RefusedAsync(altered));
        }
    }

    [Fact]
    public async Task A_line_left_out_doubled_or_moved_is_refused_and_named()
    {
        var lines = (await LinesAsync()).ToList();
        for (var i = 1; i < lines.Count - 1; i++)
        {
            Assert.Equal(("moving.file.altered", $"{i + 1}"), await Histories.RefusedAsync(Joined([.. lines[..i], .. lines[(i + 1)..]])));
            Assert.Equal(("moving.file.altered", $"{i + 2}"), await Histories.RefusedAsync(Joined([.. lines[..(i + 1)], .. lines[i..]])));
        }
        Assert.Equal(("moving.file.altered", "2"), await Histories.RefusedAsync(Joined([lines[0], .. lines[1..].AsEnumerable().Reverse()])));
        Assert.Equal(("moving.file.more", $"{lines.Count + 1}"), await Histories.RefusedAsync(Joined([.. lines, lines[^1]])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Plan;Status\nKulturplan;Vedtatt\n")]
    [InlineData("{}\n")]
    [InlineData("[1,2]\n")]
    [InlineData("{\"plangraph\":\"something else\",\"version\":1,\"changes\":0}\n")]
    [InlineData("PK\u0003\u0004")]
    public async Task A_foreign_file_is_told_from_ours(string text) => Assert.Equal("moving.file.foreign", (await Histories.RefusedAsync(Encoding.UTF8.GetBytes(text))).Key);

    [Fact]
    public async Task A_file_of_a_newer_format_names_both_formats()
    {
        var lines = await LinesAsync();
        lines[0] = lines[0].Replace("\"version\":1", "\"version\":2,\"packed\":true", StringComparison.Ordinal);
        var problem = (await Assert.ThrowsAsync<HistoryFileException>(() => Histories.ReadAsync(Joined(lines)))).Problem;
        Assert.Equal(("moving.file.newer", "2", "1"), (problem.Key, problem.Args["version"], problem.Args["known"]));
    }

    [Fact]
    public async Task Something_unknown_in_a_whole_line_is_named()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        var crc = 0u;
        foreach (var json in new[] { """{"plangraph":"history","version":1,"changes":1}""", """{"change":1,"id":"00000000-0000-0000-0000-000000000001","actor":"a","reason":"b","at":"2026-01-01T00:00:00+00:00","operations":1}""", """{"op":"foldNode","expectedVersion":0}""" })
            HistoryFormat.WriteLine(buffer, Encoding.UTF8.GetBytes(json), ref crc);
        Assert.Equal(("moving.file.unknown", "3"), await Histories.RefusedAsync(buffer.WrittenSpan.ToArray()));
    }

    [Fact]
    public async Task Lines_of_a_thin_stream_are_put_together()
    {
        using var stream = new Trickle(await Histories.FileAsync(Histories.Small()));
        using var reader = await HistoryReader.OpenAsync(stream, "fil", TestContext.Current.CancellationToken);
        Assert.Equal(6, (await reader.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_store_that_ends_too_early_gives_no_file() => await Assert.ThrowsAsync<StoreException>(() =>
        HistoryWriter.WriteAsync(Stream.Null, 7, Histories.Small().ToAsyncEnumerable(), _ => { }, TestContext.Current.CancellationToken));

    [Fact]
    public async Task What_is_committed_while_it_is_written_is_left_out()
    {
        using var stream = new MemoryStream();
        await HistoryWriter.WriteAsync(stream, 4, Histories.Small().ToAsyncEnumerable(), _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(await Histories.FileAsync(Histories.Small()[..4]), stream.ToArray());
    }

    private static int Lines(byte[] bytes) => bytes.Count(b => b == '\n') + (bytes[^1] == '\n' ? 0 : 1);

    private static async Task<string[]> LinesAsync() => Encoding.UTF8.GetString(await Histories.FileAsync(Histories.Small())).TrimEnd('\n').Split('\n');

    private static byte[] Joined(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    /// <summary>Gives seven bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(7, buffer.Length)], cancellationToken);
    }
}
