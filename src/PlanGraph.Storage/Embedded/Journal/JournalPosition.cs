namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>A place between two records.</summary>
/// <param name="Segment">Number of the segment that the record before it stands in.</param>
/// <param name="Offset">End of that record in the segment.</param>
/// <param name="NextSeq">Number of the next change set.</param>
/// <param name="Crc">Checksum of the line before.</param>
internal sealed record JournalPosition(int Segment, long Offset, long NextSeq, uint Crc);

/// <summary>A segment file that is open.</summary>
/// <param name="FirstSeq">Number of the first change set in it.</param>
internal sealed record OpenSegment(int Number, long FirstSeq, IJournalFile File);
