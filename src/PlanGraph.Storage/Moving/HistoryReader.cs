using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Moving;

/// <summary>Reads a history file (<see cref="HistoryFormat"/>) and checks each line, one change in memory at a time.</summary>
public sealed class HistoryReader : IDisposable
{
    private readonly LineReader _lines;
    private readonly string _name;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private uint _crc;

    private HistoryReader(Stream stream, string name) => (_lines, _name) = (new LineReader(stream), name);

    /// <summary>How many changes the header promises.</summary>
    public long Changes { get; private set; }

    /// <summary>How many bytes have been read.</summary>
    public long Bytes { get; private set; }

    /// <summary>What has been read so far.</summary>
    public HistoryTotals Totals { get; private set; } = HistoryTotals.None;

    /// <summary>Reads the header.</summary>
    /// <param name="name">What to call the file in sentences.</param>
    /// <exception cref="HistoryFileException">It is no history file, or one of a newer format.</exception>
    public static async Task<HistoryReader> OpenAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        var reader = new HistoryReader(stream, name);
        try
        {
            await reader.ReadHeaderAsync(cancellationToken);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>All changes; when the last has come, the closing line has been checked too.</summary>
    /// <exception cref="HistoryFileException">A line is not what was written, or lines are missing.</exception>
    public async IAsyncEnumerable<CommittedChange> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (Totals.Changes < Changes)
        {
            var line = Parse<ChangeLine>(await NextAsync(cancellationToken));
            if (line.Change != Totals.Changes + 1 || line.Operations < 1) throw Problem("moving.file.altered");
            var operations = ImmutableArray.CreateBuilder<Operation>(Math.Min(line.Operations, 1 << 16));
            while (operations.Count < line.Operations) operations.Add(ParseOperation(await NextAsync(cancellationToken)));
            var changeSet = new ChangeSet { Id = line.Id, Actor = line.Actor, Reason = line.Reason, At = line.At, Operations = operations.DrainToImmutable() };
            Totals = Totals.With(changeSet);
            if (Totals.Changes == Changes) await CheckEndAsync(cancellationToken);
            yield return new CommittedChange(line.Change, changeSet);
        }
    }

    public void Dispose() => _hash.Dispose();

    private async Task ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var first = await _lines.ReadAsync(cancellationToken);
        if (first is not { End: not LineEnd.TooLong } line || TryReadHeader(line.Bytes) is not { PlanGraph: HistoryFormat.Magic } header) throw Problem("moving.file.foreign");
        if (header.Version > HistoryFormat.Version) throw Problem("moving.file.newer", ("version", header.Version), ("known", HistoryFormat.Version));
        Parse<HeaderLine>(Checked(line));
        Changes = header.Changes;
        if (Changes == 0) await CheckEndAsync(cancellationToken);
    }

    /// <summary>Whose file it is can be told of a line that is not whole, and of a header with more in it than we know.</summary>
    private static HeaderLine? TryReadHeader(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new HeaderLine(root.GetProperty("plangraph").GetString() ?? "", root.GetProperty("version").GetInt32(), root.GetProperty("changes").GetInt64());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private async Task CheckEndAsync(CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(_hash.GetCurrentHash());
        var end = Parse<ClosingLine>(await NextAsync(cancellationToken));
        if (new ClosingLine(HistoryFormat.Magic, Totals.Changes, Totals.Operations, Totals.Nodes, Totals.Relations, hash) != end) throw Problem("moving.file.altered");
        if (await _lines.ReadAsync(cancellationToken) is not null) throw Problem("moving.file.more");
    }

    private async ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken) =>
        Checked(await _lines.ReadAsync(cancellationToken) ?? throw Problem("moving.file.truncated"));

    private ReadOnlyMemory<byte> Checked(Line line)
    {
        if (line.End == LineEnd.Cut) throw Problem("moving.file.truncated");
        if (line.End == LineEnd.TooLong) throw Problem("moving.file.altered");
        _hash.AppendData(line.Bytes.Span);
        _hash.AppendData("\n"u8);
        Bytes += line.Bytes.Length + 1;
        return HistoryFormat.ReadLine(line.Bytes, ref _crc) ?? throw Problem("moving.file.altered");
    }

    private T Parse<T>(ReadOnlyMemory<byte> json) => Understand(() => HistoryFormat.FromUtf8<T>(json.Span));

    private Operation ParseOperation(ReadOnlyMemory<byte> json) => Understand(() => GraphJson.FromUtf8<Operation>(json.Span));

    /// <summary>A line that is whole but cannot be understood comes from a program that knows more than this one.</summary>
    private T Understand<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or FormatException or ArgumentException)
        {
            throw new HistoryFileException(Sentence.Of("moving.file.unknown", ("file", _name), ("line", _lines.Number)), exception);
        }
    }

    private HistoryFileException Problem(string key, params ReadOnlySpan<(string Name, object Value)> args) =>
        new(Sentence.Of(key, [("file", _name), ("line", _lines.Number), .. args]));
}
