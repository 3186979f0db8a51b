using System.Buffers;
using System.Security.Cryptography;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Moving;

/// <summary>Writes a history as lines (<see cref="HistoryFormat"/>), one change in memory at a time.</summary>
public sealed class HistoryWriter : IDisposable
{
    private const int FlushBytes = 256 << 10;
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushBytes * 2);
    private uint _crc;

    private HistoryWriter(Stream stream) => _stream = stream;

    /// <param name="head">The number of the last change to write: those that are committed meanwhile are left out.</param>
    /// <param name="changes">From the first on.</param>
    /// <param name="progress">Told after each change.</param>
    /// <exception cref="StoreException">The store ended before <paramref name="head"/>, or could not be read.</exception>
    public static async Task<HistoryTotals> WriteAsync(
        Stream stream, long head, IAsyncEnumerable<CommittedChange> changes, Action<HistoryTotals> progress, CancellationToken cancellationToken)
    {
        using var writer = new HistoryWriter(stream);
        writer.Add(HistoryFormat.ToUtf8(new HeaderLine(HistoryFormat.Magic, HistoryFormat.Version, head)));
        var totals = HistoryTotals.None;
        if (head > 0)
        {
            await foreach (var change in changes.WithCancellation(cancellationToken))
            {
                if (change.Seq != totals.Changes + 1) throw Gap(totals.Changes + 1, head);
                await writer.AddAsync(change, cancellationToken);
                progress(totals = totals.With(change.ChangeSet));
                if (totals.Changes == head) break;
            }
        }
        if (totals.Changes < head) throw Gap(totals.Changes + 1, head);
        await writer.CloseAsync(totals, cancellationToken);
        return totals;
    }

    public void Dispose() => _hash.Dispose();

    private static StoreException Gap(long missing, long head) => new($"The store says that it has {head} changes, but number {missing} is not there.");

    private async Task AddAsync(CommittedChange change, CancellationToken cancellationToken)
    {
        var set = change.ChangeSet;
        Add(HistoryFormat.ToUtf8(new ChangeLine(change.Seq, set.Id, set.Actor, set.Reason, set.At, set.Operations.Length)));
        foreach (var operation in set.Operations)
        {
            Add(GraphJson.ToUtf8(operation));
            if (_buffer.WrittenCount >= FlushBytes) await FlushAsync(cancellationToken);
        }
    }

    private async Task CloseAsync(HistoryTotals totals, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var sha256 = Convert.ToHexStringLower(_hash.GetCurrentHash());
        Add(HistoryFormat.ToUtf8(new ClosingLine(HistoryFormat.Magic, totals.Changes, totals.Operations, totals.Nodes, totals.Relations, sha256)));
        await FlushAsync(cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    private void Add(ReadOnlySpan<byte> json) => HistoryFormat.WriteLine(_buffer, json, ref _crc);

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _hash.AppendData(_buffer.WrittenSpan);
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.ResetWrittenCount();
    }
}
