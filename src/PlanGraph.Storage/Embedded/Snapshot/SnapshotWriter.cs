using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>
/// Writes a snapshot under a temporary name, forces it to disk, and only then gives it its own name. Reads an immutable state: nobody waits.
/// </summary>
internal sealed class SnapshotWriter : IDisposable
{
    private const int BlockBytes = 1 << 20;
    private readonly IJournalFile _file;
    private readonly SnapshotContents _contents;
    private readonly CancellationToken _cancellationToken;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly BlockBuffer _block = new();
    private readonly NodeEntry[] _entries;
    private long _offset;

    private SnapshotWriter(IJournalFile file, SnapshotContents contents, CancellationToken cancellationToken)
    {
        (_file, _contents, _cancellationToken) = (file, contents, cancellationToken);
        _entries = contents.State.InOrder();
    }

    /// <returns>Name of the snapshot.</returns>
    /// <exception cref="IOException">It could not be written; the ones before it are as they were.</exception>
    public static string Write(IJournalFiles files, SnapshotContents contents, CancellationToken cancellationToken, out long bytes)
    {
        var name = SnapshotHeader.FileName(contents.State.Seq);
        using (var file = files.Create(name + SegmentFile.TemporarySuffix))
        using (var writer = new SnapshotWriter(file, contents, cancellationToken))
        {
            writer.Write();
            file.Sync();
            bytes = file.Length;
        }
        files.Rename(name + SegmentFile.TemporarySuffix, name);
        files.SyncDirectory();
        return name;
    }

    public void Dispose() => _hash.Dispose();

    private void Write()
    {
        var (state, position) = (_contents.State, _contents.Position);
        var header = new SnapshotHeader(
            SnapshotHeader.SnapshotMagic, SnapshotHeader.Version, _contents.Store, state.Seq, position.Crc.ToString("x8", CultureInfo.InvariantCulture),
            position.Segment, position.Offset, _entries.Length, state.NodeCount, state.RelationCount, _contents.Places.Length);
        Put([.. header.ToJson(), RecordFormat.LineFeed]);
        WriteBlocks(BlockKind.Entries, _entries, WriteEntry);
        WriteRelations();
        WriteBlocks(BlockKind.History, _entries, WriteHistory);
        WriteBlocks(BlockKind.ChangeSetIds, Each(_contents.ChangeSetIds), id => _block.Id(id));
        WriteRecords();
        _file.Write(_hash.GetHashAndReset(), _offset);
    }

    private void WriteEntry(NodeEntry entry)
    {
        _block.Byte((byte)(entry.Node is null ? 0 : 1));
        _block.Bytes(entry.Node is null ? Encoding.UTF8.GetBytes(entry.Id.Value) : GraphJson.ToUtf8(entry.Node));
    }

    private void WriteRelations()
    {
        var numbers = NewNumbers();
        var from = 0;
        WriteBlocks(BlockKind.Relations, Relations(), edge => RelationPacking.Write(_block, from, numbers[edge.Other], edge.Relation));

        IEnumerable<Edge> Relations()
        {
            for (from = 0; from < _entries.Length; from++)
                foreach (var edge in _entries[from].Out) yield return edge;
        }
    }

    /// <summary>Place in the order of ids, by slot.</summary>
    private int[] NewNumbers()
    {
        var numbers = new int[_contents.State.Slots.Capacity];
        for (var i = 0; i < _entries.Length; i++)
        {
            if (_contents.State.Numbers.TryGet(_entries[i].Id, out var slot)) numbers[slot] = i;
        }
        return numbers;
    }

    private void WriteHistory(NodeEntry entry)
    {
        _block.Number(entry.History.Count);
        long before = 0;
        for (var i = 0; i < entry.History.Count; i++)
        {
            _block.Number(entry.History[i] - before);
            before = entry.History[i];
        }
    }

    private void WriteRecords()
    {
        long before = 0;
        WriteBlocks(BlockKind.Records, Each(_contents.Places), place =>
        {
            _block.Number(place.FirstSeq - before);
            _block.Number(place.Segment);
            _block.Number(place.Offset);
            _block.Number(place.Length);
            _block.Fixed(place.Seed);
            before = place.FirstSeq;
        });
    }

    private void WriteBlocks<T>(BlockKind kind, IEnumerable<T> items, Action<T> write)
    {
        foreach (var item in items)
        {
            write(item);
            _block.EndItem();
            if (_block.Content.Length >= BlockBytes) EndBlock(kind);
        }
        EndBlock(kind);
    }

    private void EndBlock(BlockKind kind)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_block.Items == 0) return;
        Span<byte> head = stackalloc byte[9];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], _block.Content.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[5..], _block.Items);
        Put(head);
        Put(_block.Content);
        _block.Clear();
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _file.Write(bytes, _offset);
        _offset += bytes.Length;
    }

    private static IEnumerable<T> Each<T>(ReadOnlyMemory<T> items)
    {
        for (var i = 0; i < items.Length; i++) yield return items.Span[i];
    }
}
