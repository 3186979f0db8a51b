using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Plans;

namespace PlanGraph.Domain.Hierarchy;

/// <summary>
/// Circles in what should be a hierarchy, one relation type at a time: nodes that are part of, anchored in, sub-goals of or replacements for
/// themselves, directly or in a ring. Each knot is one finding; its shortest ring is shown.
/// </summary>
public static class HierarchyCycles
{
    /// <summary>In a knot larger than this the shortest ring is looked for through its first nodes only.</summary>
    private const int MostStarts = 100;

    private static readonly ImmutableArray<RelationType> Types =
        [RelationType.PartOf, RelationType.AnchoredIn, RelationType.SubgoalOf, RelationType.Replaces];

    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        var found = new List<DetectedFinding>();
        foreach (var type in Types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.AddRange(Knots(context.Snapshot, type).Select(knot => Describe(context.Snapshot, type, knot)));
        }
        return [.. found.OrderBy(finding => finding.Id)];
    }

    private static IEnumerable<NodeId[]> Knots(GraphSnapshot snapshot, RelationType type)
    {
        var starts = snapshot.Nodes.Where(node => node.Kind is NodeKind.Plan or NodeKind.Goal).Select(node => node.Id).Order().ToArray();
        var rings = StrongComponents.Find(starts, id => snapshot.Out(id, type).Select(relation => relation.To));
        var inRing = rings.SelectMany(ring => ring).ToHashSet();
        return [.. rings, .. starts.Where(id => !inRing.Contains(id) && snapshot.Out(id, type).Any(relation => relation.To == id)).Select(id => new[] { id })];
    }

    private static DetectedFinding Describe(GraphSnapshot snapshot, RelationType type, NodeId[] knot)
    {
        var members = knot.ToHashSet();
        var ring = knot.Take(MostStarts).Select(start => Ring(snapshot, type, start, members)).MinBy(chain => chain.Relations.Length)!;
        var facts = new FactList(snapshot);
        foreach (var relation in knot.SelectMany(id => snapshot.Out(id, type)).Where(relation => members.Contains(relation.To))) facts.Link(relation);
        var name = $"@relation.{RelationRules.Name(type)}";
        return new DetectedFinding
        {
            Type = FindingKind.HierarchyCycle,
            Members = [.. knot],
            Variant = Slug.From(RelationRules.Name(type)),
            Headline = knot.Length == 1
                ? Sentence.Of("findings.hierarchyCycle.self", ("title", Title(snapshot, knot[0])), ("relation", name))
                : Sentence.Of("findings.hierarchyCycle", ("title", Title(snapshot, ring.Start)), ("relation", name), ("count", knot.Length)),
            Evidence = [new(Sentence.Of("findings.hierarchyCycle.ring", ("chain", ring.Titles(snapshot)), ("relation", name)), 0.9)],
            Facts = facts.ToFacts(),
        };
    }

    /// <summary>The shortest ring through a node of a knot, found breadth first; among equals the first by relation key.</summary>
    private static Chain Ring(GraphSnapshot snapshot, RelationType type, NodeId start, HashSet<NodeId> members)
    {
        var came = new Dictionary<NodeId, Relation>();
        var queue = new Queue<NodeId>([start]);
        while (queue.TryDequeue(out var id))
        {
            foreach (var relation in snapshot.Out(id, type).Where(relation => members.Contains(relation.To)))
            {
                if (relation.To == start) return Back(start, relation, came);
                if (came.TryAdd(relation.To, relation)) queue.Enqueue(relation.To);
            }
        }
        throw new InvalidOperationException($"{start} is in a knot, but no ring leads back to it.");
    }

    private static Chain Back(NodeId start, Relation last, Dictionary<NodeId, Relation> came)
    {
        var relations = new List<Relation> { last };
        while (relations[^1].From != start) relations.Add(came[relations[^1].From]);
        relations.Reverse();
        return new Chain(start, [.. relations]);
    }

    private static string Title(GraphSnapshot snapshot, NodeId id) => snapshot.Find(id)?.InQuotes() ?? id.Value;
}
