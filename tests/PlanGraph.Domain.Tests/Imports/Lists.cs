using System.Collections.Immutable;
using System.Text.Json;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Domain.Tests.Imports;

/// <summary>Builds import tables from text and applies plans to snapshots.</summary>
internal static class Lists
{
    public static ImportTable Table(string file, params string[] lines) => new(file, null,
        [.. lines.Select((line, at) => new ImportLine(at + 1, [.. line.Split(';').Select(cell => cell.Trim().Replace('⏎', '\n'))]))
            .Where(line => line.Cells.Any(cell => cell.Length > 0))]);

    public static GraphFile Json(string file, string nodes, string relations = "[]") => new(file,
        [.. JsonDocument.Parse(nodes).RootElement.EnumerateArray()], [.. JsonDocument.Parse(relations).RootElement.EnumerateArray()]);

    public static ImportPlan Plan(GraphSnapshot current, params ImportDocument[] documents) => ImportPlanner.Plan(documents, current);

    /// <summary>The graph after a plan, with the versions that a store would give.</summary>
    public static GraphSnapshot Apply(this GraphSnapshot current, ImportPlan plan)
    {
        var changeSet = new ChangeSet
        {
            Id = Guid.Empty, Actor = "Planlegger", Reason = "prøve", At = DateTimeOffset.UnixEpoch,
            Operations = [.. plan.Operations.Select(Versioned)],
        };
        Assert.Empty(plan.Operations.IsEmpty ? [] : ChangeSetRules.Check(changeSet));
        return current.With([new CommittedChange(current.Seq + 1, changeSet)]);
    }

    public static GraphSnapshot Given(params ImportDocument[] documents)
    {
        var plan = Plan(GraphSnapshot.Empty, documents);
        Assert.Equal([], plan.Rows.Where(row => row.Outcome == ImportOutcome.Refused).Select(row => string.Join(' ', row.Sentences.Select(sentence => sentence.Key))));
        return GraphSnapshot.Empty.Apply(plan);
    }

    public static T Node<T>(this GraphSnapshot graph, string id) where T : Node => Assert.IsType<T>(graph.Find(NodeId.Parse(id)));

    public static ImmutableArray<string> Keys(this ImportRow row) => [.. row.Sentences.Select(sentence => sentence.Key)];

    private static Operation Versioned(Operation operation) => operation switch
    {
        PutNode put => put with { Node = put.Node with { Version = put.ExpectedVersion + 1 } },
        PutRelation put => put with { Relation = put.Relation with { Version = put.ExpectedVersion + 1 } },
        _ => operation,
    };
}
