using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>What a row says, before it is known what is there already.</summary>
internal abstract class Draft(ImportPlace place)
{
    public ImportPlace Place { get; } = place;
    public List<Sentence> Doubts { get; } = [];
    public List<Sentence> Problems { get; } = [];
    public List<PropertyChange> Changes { get; } = [];
    public bool IsRefused => Problems.Count > 0;

    public void Doubt(string key, params ReadOnlySpan<(string Name, object Value)> args) => Doubts.Add(Sentence.Of(key, args));

    /// <summary>Refuses the row with a sentence that names its file and row.</summary>
    public void Refuse(string key, params ReadOnlySpan<(string Name, object Value)> args) =>
        Problems.Add(Sentence.Of(key, [.. args, ("file", Place.FileAndSheet), ("row", Place.Row)]));

    /// <summary>Refuses the row with the rules that it breaks.</summary>
    public void RefuseFor(IEnumerable<Sentence> broken)
    {
        foreach (var rule in broken)
        {
            if (!IsRefused) Refuse("imports.breaksRule");
            Problems.Add(rule);
        }
    }
}

/// <summary>A row about a node: steps that turn what is there into what the row says. A step leaves alone what the row does not speak of.</summary>
internal sealed class NodeDraft(ImportPlace place, NodeKind kind, string title) : Draft(place)
{
    public NodeKind Kind { get; } = kind;
    public string Title { get; } = title;

    /// <summary>The id as written in the row; null when the row has none.</summary>
    public string? IdText { get; init; }

    public List<Func<Node, bool, Node>> Steps { get; } = [];
    public List<Link> Links { get; } = [];

    /// <summary>Where the row comes from; relations that it makes have these sources too.</summary>
    public SourceCells Sources { get; set; } = new([], false);

    public NodeId Id { get; set; }
    public bool IsNew { get; set; }

    /// <summary>True when an earlier row of the same table is about the same element: this one is shown and not used.</summary>
    public bool IsRepeated { get; set; }

    public bool IsUsed => !IsRefused && !IsRepeated;

    /// <summary>A step for a node of the kind; the flag is true for a new node.</summary>
    public void Step<T>(Func<T, bool, Node> step) where T : Node => Steps.Add((node, isNew) => step((T)node, isNew));

    public void Step<T>(Func<T, Node> step) where T : Node => Steps.Add((node, _) => step((T)node));

    public Node Apply(Node node, bool isNew) => Steps.Aggregate(node, (current, step) => step(current, isNew));
}

/// <summary>A cell that names other elements.</summary>
internal sealed record Link(Column Column, RelationType Type, string Reference, ConflictSide? Side);

/// <summary>A row about a relation.</summary>
internal sealed class RelationDraft(ImportPlace place, RelationType type, string from, string to, string? variant) : Draft(place)
{
    public RelationType Type { get; } = type;
    public string From { get; } = from;
    public string To { get; } = to;
    public string? Variant { get; } = variant;
    public List<Func<Relation, Relation>> Steps { get; } = [];
    public RelationKey? Key { get; set; }
    public bool IsNew { get; set; }
}
