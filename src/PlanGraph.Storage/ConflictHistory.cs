using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage;

/// <summary>Tells what has happened to an element since the version that an author saw, by reading its history backwards.</summary>
internal static class ConflictHistory
{
    /// <summary>The walk ends at the latest change that left the element at the expected version; when there is none (a version that never
    /// was), nothing can be said to have come after it.</summary>
    /// <param name="newestFirst">The changes that touched the element, and perhaps others.</param>
    public static VersionConflict Describe(Operation operation, long actualVersion, Node? current, IEnumerable<CommittedChange> newestFirst)
    {
        var (since, before) = ReadBack(operation, newestFirst);
        return new VersionConflict(operation.Element, operation.ExpectedVersion, actualVersion, since, before, current);
    }

    private static (ImmutableArray<ChangeNote> Since, Node? Before) ReadBack(Operation operation, IEnumerable<CommittedChange> newestFirst)
    {
        var since = ImmutableArray.CreateBuilder<ChangeNote>();
        foreach (var (seq, changeSet) in newestFirst)
        {
            if (changeSet.Operations.FirstOrDefault(other => other.Element == operation.Element) is not { } touched) continue;
            if (VersionAfter(touched) == operation.ExpectedVersion) return (OldestFirst(since), (touched as PutNode)?.Node);
            since.Add(new ChangeNote(seq, changeSet.Actor, changeSet.At, changeSet.Reason));
        }
        return (operation.ExpectedVersion == 0 ? OldestFirst(since) : [], null);
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
