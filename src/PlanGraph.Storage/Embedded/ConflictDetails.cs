using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Embedded;

/// <summary>Tells what has happened to an element since the version that an author saw, by reading its history backwards.</summary>
internal static class ConflictDetails
{
    public static VersionConflict Describe(FoundConflict conflict, JournalFile journal)
    {
        var operation = conflict.Operation;
        var (since, before) = ReadBack(conflict, journal);
        return new VersionConflict(operation.Element, operation.ExpectedVersion, conflict.ActualVersion, since, before, conflict.Current);
    }

    /// <summary>The walk ends at the latest change that left the element at the expected version; when there is none (a version that never
    /// was), nothing can be said to have come after it.</summary>
    private static (ImmutableArray<ChangeNote> Since, Node? Before) ReadBack(FoundConflict conflict, JournalFile journal)
    {
        var (element, expected) = (conflict.Operation.Element, conflict.Operation.ExpectedVersion);
        var since = ImmutableArray.CreateBuilder<ChangeNote>();
        for (var i = conflict.History.Count - 1; i >= 0; i--)
        {
            var (seq, changeSet) = journal.Read(conflict.History[i]);
            if (changeSet.Operations.FirstOrDefault(operation => operation.Element == element) is not { } touched) continue;
            if (VersionAfter(touched) == expected) return (OldestFirst(since), (touched as PutNode)?.Node);
            since.Add(new ChangeNote(seq, changeSet.Actor, changeSet.At, changeSet.Reason));
        }
        return (expected == 0 ? OldestFirst(since) : [], null);
    }

    private static ImmutableArray<ChangeNote> OldestFirst(ImmutableArray<ChangeNote>.Builder notes)
    {
        notes.Reverse();
        return notes.ToImmutable();
    }

    private static long VersionAfter(Operation operation) => operation switch
    {
        PutNode put => put.Node.Version,
        PutRelation put => put.Relation.Version,
        _ => 0,
    };
}
