using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>
/// Reads a snapshot: one thread reads and hashes, others take the blocks apart. Nothing of it is used before its hash has been found right.
/// </summary>
internal sealed class SnapshotReader : IDisposable
{
    private const int HashBytes = 32;
    private const int HeadBytes = 9;
    private readonly IJournalFile _file;
    private readonly long _end;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _offset;

    private SnapshotReader(IJournalFile file) => (_file, _end) = (file, file.Length - HashBytes);

    /// <exception cref="InvalidDataException">The snapshot is damaged, or of another version.</exception>
    public static SnapshotContents Read(IJournalFiles files, string name)
    {
        using var file = files.Open(name);
        using var reader = new SnapshotReader(file);
        try
        {
            return reader.Read() with { Bytes = file.Length };
        }
        catch (Exception e) when (e is JsonException or ArgumentException or OverflowException or FormatException or IndexOutOfRangeException
            or EndOfStreamException or NotSupportedException or AggregateException)
        {
            throw new InvalidDataException($"{files.Describe(name)} is no whole snapshot: {e.Message}", e);
        }
    }

    public void Dispose() => _hash.Dispose();

    private SnapshotContents Read()
    {
        var header = ReadHeader();
        var assembly = new SnapshotAssembly(header);
        while (_offset < _end) ReadBlock(assembly);
        var expected = new byte[HashBytes];
        _file.ReadExactly(expected, _end);
        if (!CryptographicOperations.FixedTimeEquals(_hash.GetHashAndReset(), expected)) throw new FormatException("the hash does not fit the content");
        return assembly.ToContents();
    }

    private SnapshotHeader ReadHeader()
    {
        var bytes = new byte[Math.Clamp(_end, 0, SegmentHeader.MaxBytes)];
        _file.ReadExactly(bytes, 0);
        var length = bytes.AsSpan().IndexOf(RecordFormat.LineFeed) + 1;
        if (length == 0) throw new FormatException("the first line has no end");
        _hash.AppendData(bytes.AsSpan(0, length));
        _offset = length;
        return SnapshotHeader.Parse(bytes.AsSpan(0, length - 1));
    }

    private void ReadBlock(SnapshotAssembly assembly)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        _file.ReadExactly(head, _offset);
        _hash.AppendData(head);
        var length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        var items = BinaryPrimitives.ReadInt32LittleEndian(head[5..]);
        if (length < 0 || length > _end - _offset - HeadBytes) throw new FormatException("a block is longer than the file");
        if (items < 0 || items > length) throw new FormatException("a block has more items than bytes");
        var content = GC.AllocateUninitializedArray<byte>(length);
        _file.ReadExactly(content, _offset + HeadBytes);
        _hash.AppendData(content);
        _offset += HeadBytes + length;
        assembly.Take((BlockKind)head[0], content, items);
    }
}
