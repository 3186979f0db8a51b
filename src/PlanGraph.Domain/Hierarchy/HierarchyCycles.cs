using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Plans;

namespace PlanGraph.Domain.Hierarchy;

/// <summary>
/// Circles in what should be a hierarchy, one relation type at a time: nodes that are part of, anchored in, sub-goals of, supports of or replacements for
/// themselves, directly or in a ring; and then rings that only several types together make, on the way up to the samfunnsdel. Each knot is one finding; its
/// shortest ring is shown.
/// </summary>
public static class HierarchyCycles
{
    /// <summary>In a knot larger than this the shortest ring is looked for through its first nodes only.</summary>
    private const int MostStarts = 100;

    private static readonly ImmutableArray<RelationType> Types =
        [RelationType.PartOf, RelationType.AnchoredIn, RelationType.SubgoalOf, RelationType.Supports, RelationType.Replaces];

    /// <summary>The types that lead up; a ring of several of them leads nowhere either.</summary>
    private static readonly ImmutableArray<RelationType> Upward = [RelationType.PartOf, RelationType.AnchoredIn, RelationType.SubgoalOf, RelationType.Supports];

    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        var found = new List<DetectedFinding>();
        var inRing = new HashSet<NodeId>();
        foreach (var type in Types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var knot in Knots(context.Snapshot, [type]))
            {
                found.Add(Describe(context.Snapshot, [type], knot));
                if (Upward.Contains(type)) inRing.UnionWith(knot);
            }
        }
        found.AddRange(Knots(context.Snapshot, Upward).Where(knot => !knot.Any(inRing.Contains)).Select(knot => Describe(context.Snapshot, Upward, knot)));
        return [.. found.OrderBy(finding => finding.Id)];
    }

    private static IEnumerable<NodeId[]> Knots(GraphSnapshot snapshot, ImmutableArray<RelationType> types)
    {
        var starts = snapshot.Nodes.Where(node => node.Kind is NodeKind.Plan or NodeKind.Goal or NodeKind.Strategy).Select(node => node.Id).Order().ToArray();
        var rings = StrongComponents.Find(starts, id => Up(snapshot, id, types).Select(relation => relation.To));
        var inRing = rings.SelectMany(ring => ring).ToHashSet();
        return [.. rings, .. starts.Where(id => !inRing.Contains(id) && Up(snapshot, id, types).Any(relation => relation.To == id)).Select(id => new[] { id })];
    }

    private static IEnumerable<Relation> Up(GraphSnapshot snapshot, NodeId id, ImmutableArray<RelationType> types) => snapshot.Out(id).Where(relation => types.Contains(relation.Type));

    private static DetectedFinding Describe(GraphSnapshot snapshot, ImmutableArray<RelationType> types, NodeId[] knot)
    {
        var members = knot.ToHashSet();
        var ring = knot.Take(MostStarts).Select(start => Ring(snapshot, types, start, members)).MinBy(chain => chain.Relations.Length)!;
        var facts = new FactList(snapshot);
        foreach (var relation in knot.SelectMany(id => Up(snapshot, id, types)).Where(relation => members.Contains(relation.To))) facts.Link(relation);
        var name = types is [var only] ? $"@relation.{RelationRules.Name(only)}" : "@findings.hierarchyCycle.several";
        return new DetectedFinding
        {
            Type = FindingKind.HierarchyCycle,
            Members = [.. knot],
            Variant = types is [var type] ? Slug.From(RelationRules.Name(type)) : "several",
            Headline = knot.Length == 1
                ? Sentence.Of("findings.hierarchyCycle.self", ("title", Title(snapshot, knot[0])), ("relation", name))
                : Sentence.Of("findings.hierarchyCycle", ("title", Title(snapshot, ring.Start)), ("relation", name), ("count", knot.Length)),
            Evidence = [new(Sentence.Of("findings.hierarchyCycle.ring", ("chain", ring.Titles(snapshot)), ("relation", name)), types.Length == 1 ? 0.9 : 0.6)],
            Facts = facts.ToFacts(),
        };
    }

    /// <summary>The shortest ring through a node of a knot, found breadth first; among equals the first by relation key.</summary>
    private static Chain Ring(GraphSnapshot snapshot, ImmutableArray<RelationType> types, NodeId start, HashSet<NodeId> members)
    {
        var came = new Dictionary<NodeId, Relation>();
        var queue = new Queue<NodeId>([start]);
        while (queue.TryDequeue(out var id))
        {
            foreach (var relation in Up(snapshot, id, types).Where(relation => members.Contains(relation.To)))
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
