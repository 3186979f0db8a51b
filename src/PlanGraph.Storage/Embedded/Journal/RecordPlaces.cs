using System.Collections.Immutable;
using System.Globalization;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>Finds the record that a change set stands in.</summary>
internal static class RecordPlaces
{
    /// <returns>Index of the last record that begins at or before a number; −1 when none does.</returns>
    public static int IndexOf(ReadOnlySpan<RecordPlace> places, long seq)
    {
        int low = 0, high = places.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (places[middle].FirstSeq <= seq) low = middle + 1;
            else high = middle - 1;
        }
        return high;
    }

    /// <summary>The checksum of the record, as it is written before it.</summary>
    /// <exception cref="StoreException">There is none.</exception>
    public static uint ReadChecksum(IJournalFiles files, ImmutableArray<OpenSegment> segments, ReadOnlySpan<RecordPlace> places, long seq)
    {
        var place = places[IndexOf(places, seq)];
        Span<byte> digits = stackalloc byte[8];
        segments[place.Segment - 1].File.ReadExactly(digits, place.Offset);
        return uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var crc)
            ? crc : throw JournalDamage.At(files, place.Segment, place.Offset, place.FirstSeq, "the checksum does not fit the record");
    }
}
