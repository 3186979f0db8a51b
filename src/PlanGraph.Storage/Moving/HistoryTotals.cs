using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Moving;

/// <summary>What a history adds up to.</summary>
/// <param name="Nodes">That exist after the last change.</param>
/// <param name="Relations">That exist after the last change.</param>
public sealed record HistoryTotals(long Changes, long Operations, long Nodes, long Relations)
{
    public static HistoryTotals None { get; } = new(0, 0, 0, 0);

    public HistoryTotals With(ChangeSet changeSet)
    {
        var (nodes, relations) = (Nodes, Relations);
        foreach (var operation in changeSet.Operations)
        {
            switch (operation)
            {
                case PutNode { ExpectedVersion: 0 }: nodes++; break;
                case RemoveNode: nodes--; break;
                case PutRelation { ExpectedVersion: 0 }: relations++; break;
                case RemoveRelation: relations--; break;
            }
        }
        return new(Changes + 1, Operations + changeSet.Operations.Length, nodes, relations);
    }
}
