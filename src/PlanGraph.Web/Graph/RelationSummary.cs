using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Graph;

/// <summary>What lists and graphs say of a relation.</summary>
/// <param name="Action">What is to be done about an overlap.</param>
/// <param name="Basis">stated when a document says it, else judged.</param>
internal sealed record RelationSummary(
    string Key, RelationType Type, NodeId From, NodeId To, string? Variant, ConflictSide? Side, int? Score, string? Reason, OverlapAction? Action, string? ScoredBy, Basis Basis, long Version)
{
    public static RelationSummary Of(Relation relation) => new(
        relation.Key.ToString(), relation.Type, relation.From, relation.To, relation.Variant, relation.Side, relation.Score, relation.Reason, relation.Action, relation.ScoredBy,
        relation.Sources.Any(source => source.Basis == Basis.Stated) ? Basis.Stated : Basis.Judged, relation.Version);
}

/// <summary>A way between two nodes, and the same in words.</summary>
internal sealed record PathSummary(ImmutableArray<NodeSummary> Nodes, ImmutableArray<RelationSummary> Relations, string Sentence)
{
    public static PathSummary Of(GraphView view, IReadOnlyList<Node> nodes, IReadOnlyList<Relation> relations, Wording wording) =>
        new([.. nodes.Select(node => view.Summary(node))], [.. relations.Select(RelationSummary.Of)], InWords(nodes, relations, wording));

    /// <summary>"Klimastrategi – forankret i – Samfunnsdelen": each relation read in the direction of the walk.</summary>
    private static string InWords(IReadOnlyList<Node> nodes, IReadOnlyList<Relation> relations, Wording wording)
    {
        var steps = relations.Select((relation, i) => (relation.From == nodes[i].Id ? "" : ".inverse") is var inverse
            ? $" – {wording.Say(Domain.Graph.Sentence.Of($"relation.{RelationRules.Name(relation.Type)}{inverse}"))} – {nodes[i + 1].Title}"
            : "");
        return nodes[0].Title + string.Concat(steps);
    }
}
