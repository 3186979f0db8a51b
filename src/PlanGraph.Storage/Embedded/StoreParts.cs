using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded;

/// <summary>What an opened store is made of.</summary>
/// <param name="Store">Made once for each store.</param>
/// <param name="SnapshotBytes">Size of the snapshot that was read; 0 when there was none.</param>
/// <param name="Restoring">Whether a history is being put into it.</param>
/// <param name="Details">What opening found, for the administrator.</param>
internal sealed record StoreParts(
    IJournalFiles Files, IDisposable Lock, Guid Store, JournalFile Journal, GraphState State, ChangeSetIds Ids, long SnapshotBytes,
    IReadOnlyDictionary<string, string> Details, RestoringMark Restoring) : IDisposable
{
    public void Dispose()
    {
        Journal.Dispose();
        Lock.Dispose();
        Files.Dispose();
    }
}
