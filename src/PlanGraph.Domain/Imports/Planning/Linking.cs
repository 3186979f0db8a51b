using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>A relation that a row makes or changes.</summary>
internal sealed record PlannedRelation(Draft Owner, RelationKey Key, string OtherTitle, Func<Relation, Relation> Step)
{
    public Relation Apply(Relation? before) => Step(before ?? new Relation { Type = Key.Type, From = Key.From, To = Key.To, Variant = Key.Variant });

    /// <summary>Adds what the relation changes to what its row says.</summary>
    public void Report(Relation? before, Relation after)
    {
        if (Owner is RelationDraft draft)
        {
            draft.IsNew = before is null;
            draft.Changes.AddRange(Differences.Of(before, after));
        }
        else
        {
            Owner.Changes.Add(new PropertyChange($"@relation.{RelationRules.Name(Key.Type)}", null, OtherTitle));
        }
    }
}

/// <summary>Finds the ends of what rows name, and checks each relation by itself.</summary>
internal sealed class Linking(GraphSnapshot current, References references, List<NodeDraft> created, List<PlannedRelation> relations)
{
    private readonly Dictionary<RelationKey, RelationDraft> _firstRow = [];

    /// <summary>The relation with a key, if there is one. The relations of a node are in the order of their keys.</summary>
    public static Relation? Existing(GraphSnapshot current, RelationKey key)
    {
        var relations = current.Out(key.From);
        var (low, high) = (0, relations.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = relations[middle].Key.CompareTo(key);
            if (order == 0) return relations[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    public void Resolve(Draft draft)
    {
        if (draft is NodeDraft { IsUsed: true } node) Resolve(node);
        if (draft is RelationDraft { IsRefused: false } relation) Resolve(relation);
    }

    private void Resolve(NodeDraft draft)
    {
        var sides = new HashSet<RelationKey>();
        foreach (var link in draft.Links)
        {
            var to = Find(draft, link.Reference, CellSteps.Name(link.Column), RelationRules.All[(int)link.Type].To, MayCreate(link.Type));
            if (to is not { } end) continue;
            var key = new RelationKey(link.Type, draft.Id, end);
            if (!sides.Add(key)) draft.Refuse("imports.bothSides", ("text", link.Reference));
            else Plan(new PlannedRelation(draft, key, TitleOf(end), relation => relation.Version > 0 && relation.Side == link.Side ? relation : relation with { Side = link.Side, Sources = SourcesOf(draft, relation) }));
        }
        DoubtWhatStays(draft, sides);
    }

    private void Resolve(RelationDraft draft)
    {
        var rule = RelationRules.All[(int)draft.Type];
        var from = Find(draft, draft.From, CellSteps.Name(Column.From), rule.From, null);
        var to = Find(draft, draft.To, CellSteps.Name(Column.To), rule.To, null);
        if (from is not { } start || to is not { } end) return;
        draft.Key = new RelationKey(draft.Type, start, end, draft.Variant);
        if (!_firstRow.TryAdd(draft.Key.Value, draft)) draft.Refuse("imports.relationTwice", ("other", _firstRow[draft.Key.Value].Place.Row), ("otherFile", _firstRow[draft.Key.Value].Place.FileAndSheet));
        else Plan(new PlannedRelation(draft, draft.Key.Value, TitleOf(end), relation => draft.Steps.Aggregate(relation, (now, step) => step(now))));
    }

    private void Plan(PlannedRelation planned)
    {
        planned.Owner.RefuseFor(RelationRules.Check(planned.Apply(Existing(current, planned.Key))));
        relations.Add(planned);
    }

    private NodeId? Find(Draft draft, string text, string column, IReadOnlyCollection<NodeKind> kinds, NodeKind? create)
    {
        switch (references.Resolve(text, kinds))
        {
            case Reference.Found found:
                return found.Id;
            case Reference.Missing when create is { } kind:
                return Create(draft, kind, text);
            case Reference.Several several:
                draft.Refuse("imports.referenceSeveral", ("column", column), ("text", text), ("candidates", several.Candidates));
                return null;
            case Reference.Missing { Similar: { } similar }:
                draft.Refuse("imports.referenceSimilar", ("column", column), ("text", text), ("similar", similar));
                return null;
            default:
                draft.Refuse("imports.referenceMissing", ("column", column), ("text", text));
                return null;
        }
    }

    /// <summary>Sectors and places are only names: a list that names them makes them.</summary>
    private static NodeKind? MayCreate(RelationType type) => type switch
    {
        RelationType.OwnedBy => NodeKind.Sector,
        RelationType.AppliesTo => NodeKind.Place,
        _ => null,
    };

    private NodeId? Create(Draft draft, NodeKind kind, string title)
    {
        if (NodeId.TryParse(title, out _) || title.Length > NodeRules.MaxTitle)
        {
            draft.Refuse("imports.referenceMissing", ("column", $"@kind.{kind}"), ("text", title));
            return null;
        }
        var made = new NodeDraft(draft.Place, kind, title) { Id = NodeId.FromTitle(kind, title), IsNew = true };
        made.Doubt("imports.created", ("kind", $"@kind.{kind}"));
        if (current.Find(made.Id) is null && !references.IsPlanned(made.Id))
        {
            created.Add(made);
            references.Add(Identities.Blank(made));
        }
        return made.Id;
    }

    /// <summary>An import removes nothing: where a row names another whole or owner than before, the old one stays until a person takes it away.</summary>
    private void DoubtWhatStays(NodeDraft draft, HashSet<RelationKey> named)
    {
        foreach (var type in named.Select(key => key.Type).Distinct().Where(type => type is RelationType.OwnedBy or RelationType.PartOf or RelationType.SubgoalOf))
        {
            var stays = current.Out(draft.Id, type).Where(relation => !named.Contains(relation.Key)).ToList();
            if (stays.Count > 0 && named.Any(key => key.Type == type && Existing(current, key) is null))
                draft.Doubt("imports.relationStays", ("relation", $"@relation.{RelationRules.Name(type)}"), ("title", string.Join(", ", stays.Select(relation => TitleOf(relation.To)))));
        }
    }

    private string TitleOf(NodeId id) => references.TitleOf(id) ?? id.Value;

    /// <summary>A new relation has the sources that the row gave its element.</summary>
    private static System.Collections.Immutable.ImmutableArray<Source> SourcesOf(NodeDraft draft, Relation relation) => draft.Sources.AddTo(relation.Sources);
}
