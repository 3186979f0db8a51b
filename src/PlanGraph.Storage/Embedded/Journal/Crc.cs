using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>CRC-32C (Castagnoli), chained: the checksum of a record is seeded with that of the record before it.</summary>
internal static class Crc
{
    /// <summary>Checksum of some bytes that follow others whose checksum is <paramref name="seed"/>; 0 to begin.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint seed)
    {
        var crc = ~seed;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }
        foreach (var b in bytes) crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }

    /// <summary>Writes eight lower-case hex digits.</summary>
    public static void WriteHex(uint crc, Span<byte> target) => crc.TryFormat(target, out _, "x8", CultureInfo.InvariantCulture);

    /// <summary>True when the digits are exactly those that <see cref="WriteHex"/> writes: an upper-case digit is a flipped bit.</summary>
    public static bool IsHexOf(ReadOnlySpan<byte> digits, uint crc)
    {
        Span<byte> expected = stackalloc byte[8];
        WriteHex(crc, expected);
        return digits.SequenceEqual(expected);
    }
}
