using System.Collections.Immutable;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>What opening found.</summary>
/// <param name="Places">All records of the store.</param>
/// <param name="ReplayedBytes">What had to be read besides the snapshot.</param>
/// <param name="Torn">Told to the administrator: what was repaired; null when nothing was.</param>
internal sealed record OpenedJournal(
    Guid Store, ImmutableArray<OpenSegment> Segments, JournalPosition End, IReadOnlyCollection<RecordPlace> Places, long ReplayedBytes, TornTail? Torn);

/// <summary>The end of a write that did not finish, cut off and kept beside the journal.</summary>
internal sealed record TornTail(string Copy, long Offset, long Bytes, long NextSeq);
