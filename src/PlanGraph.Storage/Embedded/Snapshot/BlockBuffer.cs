using System.Buffers;
using System.Buffers.Binary;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>Content of one block in the making.</summary>
internal sealed class BlockBuffer
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);

    public int Items { get; private set; }

    public ReadOnlySpan<byte> Content => _bytes.WrittenSpan;

    public void EndItem() => Items++;

    public void Clear()
    {
        _bytes.ResetWrittenCount();
        Items = 0;
    }

    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    public void Number(long value)
    {
        var rest = checked((ulong)value);
        var span = _bytes.GetSpan(10);
        var length = 0;
        while (rest >= 0x80)
        {
            span[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }
        span[length++] = (byte)rest;
        _bytes.Advance(length);
    }

    public void Fixed(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(sizeof(uint)), value);
        _bytes.Advance(sizeof(uint));
    }

    public void Id(Guid id)
    {
        id.TryWriteBytes(_bytes.GetSpan(16));
        _bytes.Advance(16);
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        _bytes.Write(value);
    }
}
