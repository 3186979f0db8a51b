using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Plans;

/// <summary>A way through the graph: where it starts and the relations walked, each in its own direction.</summary>
public sealed record Chain(NodeId Start, ImmutableArray<Relation> Relations)
{
    /// <summary>The nodes along it, from the start; one more than the relations.</summary>
    public ImmutableArray<NodeId> Nodes
    {
        get
        {
            var nodes = ImmutableArray.CreateBuilder<NodeId>(Relations.Length + 1);
            nodes.Add(Start);
            foreach (var relation in Relations) nodes.Add(relation.From == nodes[^1] ? relation.To : relation.From);
            return nodes.ToImmutable();
        }
    }

    /// <summary>The titles along it with arrows between them.</summary>
    public string Titles(GraphSnapshot snapshot) => string.Join(" → ", Nodes.Select(id => snapshot.Find(id)?.Title ?? id.Value));

    /// <summary>The chain in words.</summary>
    public Sentence ToSentence(GraphSnapshot snapshot) => Sentence.Of("anchoring.chain", ("chain", Titles(snapshot)));
}
