using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>All that a snapshot holds.</summary>
/// <param name="ChangeSetIds">By sequence number, from 1 on.</param>
/// <param name="Places">Of all records up to the position.</param>
/// <param name="Bytes">Size of the snapshot that it was read from.</param>
internal sealed record SnapshotContents(
    Guid Store, GraphState State, JournalPosition Position, ReadOnlyMemory<Guid> ChangeSetIds, ReadOnlyMemory<RecordPlace> Places, long Bytes = 0);
