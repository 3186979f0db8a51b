using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded;

/// <summary>Tells what has happened to an element since the version that an author saw, from the journal.</summary>
internal static class ConflictDetails
{
    public static VersionConflict Describe(FoundConflict conflict, JournalFile journal) =>
        ConflictHistory.Describe(conflict.Operation, conflict.ActualVersion, conflict.Current, NewestFirst(conflict.History, journal));

    private static IEnumerable<CommittedChange> NewestFirst(SeqList history, JournalFile journal)
    {
        for (var i = history.Count - 1; i >= 0; i--) yield return journal.Read(history[i]);
    }
}
