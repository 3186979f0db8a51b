using System.Buffers.Binary;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>Reads the content of one block. Content that ends too soon is an <see cref="ArgumentOutOfRangeException"/>.</summary>
internal ref struct BlockReader(ReadOnlySpan<byte> content)
{
    private ReadOnlySpan<byte> _rest = content;

    /// <summary>Refuses a count of items that so many bytes cannot hold.</summary>
    public readonly void AtLeast(int bytes) => ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, _rest.Length);

    public byte Byte() => Take(1)[0];

    public long Number()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(shift, 63);
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return checked((long)value);
        }
    }

    public int Count() => checked((int)Number());

    public uint Fixed() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public Guid Id() => new(Take(16));

    public ReadOnlySpan<byte> Bytes() => Take(Count());

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
