using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>
/// One planning. The steps: give every row its element; build the elements; resolve what rows name; take out the rows that rest on refused ones; build
/// once more without those; compare with the graph.
/// </summary>
internal sealed class Planning(GraphSnapshot current, List<Draft> drafts)
{
    private readonly References _references = new(current);
    private readonly List<NodeDraft> _nodes = [.. drafts.OfType<NodeDraft>()];
    private readonly List<NodeDraft> _created = [];
    private readonly List<PlannedRelation> _relations = [];

    public ImportPlan Run(ImmutableArray<ImportFile> files)
    {
        new Identities(current, _references).Assign(_nodes);
        Build(_nodes, node => _references.Add(node));
        var links = new Linking(current, _references, _created, _relations);
        foreach (var draft in drafts) links.Resolve(draft);
        Dictionary<NodeId, Node> nodes;
        int refused;
        do
        {
            RefuseWhatRestsOnRefused();
            refused = _nodes.Count(draft => draft.IsRefused);
            var named = _relations.Where(relation => !relation.Owner.IsRefused).Select(relation => relation.Key.To).ToHashSet();
            _created.RemoveAll(draft => !named.Contains(draft.Id));
            nodes = Build([.. _created, .. _nodes], _ => { });
        }
        while (_nodes.Count(draft => draft.IsRefused) > refused);
        var relations = BuildRelations();
        Doubts(nodes);
        return new ImportPlan(current.Seq, files, [.. Rows()], [.. Operations(nodes, relations)]);
    }

    /// <summary>All used rows applied in order to what is there. What breaks a rule is refused.</summary>
    private Dictionary<NodeId, Node> Build(IEnumerable<NodeDraft> rows, Action<Node> built)
    {
        var nodes = new Dictionary<NodeId, Node>();
        foreach (var draft in rows.Where(draft => draft.IsUsed))
        {
            var before = nodes.GetValueOrDefault(draft.Id) ?? current.Find(draft.Id);
            draft.IsNew = before is null;
            var after = draft.Apply(before ?? Identities.Blank(draft), draft.IsNew);
            draft.RefuseFor(NodeRules.Check(after));
            if (draft.IsRefused) continue;
            draft.Changes.Clear();
            draft.Changes.AddRange(Differences.Of(before, after));
            nodes[draft.Id] = after;
            built(after);
        }
        return nodes;
    }

    private Dictionary<RelationKey, Relation> BuildRelations()
    {
        var relations = new Dictionary<RelationKey, Relation>();
        foreach (var planned in _relations.Where(planned => !planned.Owner.IsRefused))
        {
            var before = relations.GetValueOrDefault(planned.Key) ?? Linking.Existing(current, planned.Key);
            var after = planned.Apply(before);
            if (before is not null && GraphJson.SameContent(before, after)) continue;
            relations[planned.Key] = after;
            planned.Report(before, after);
        }
        return relations;
    }

    /// <summary>A row that names an element which only a refused row would make is refused too, and so on.</summary>
    private void RefuseWhatRestsOnRefused()
    {
        var makers = _nodes.Where(draft => draft.IsUsed).GroupBy(draft => draft.Id).ToDictionary(group => group.Key, group => group.Count());
        var resting = _relations.SelectMany(relation => new[] { (End: relation.Key.From, relation.Owner), (End: relation.Key.To, relation.Owner) }).ToLookup(pair => pair.End, pair => pair.Owner);
        var waiting = new Queue<NodeDraft>(_nodes.Where(draft => draft.IsRefused && draft.Id != default));
        while (waiting.TryDequeue(out var refused))
        {
            if (current.Find(refused.Id) is not null || makers.GetValueOrDefault(refused.Id) > 0) continue;
            foreach (var owner in resting[refused.Id].Where(owner => !owner.IsRefused && owner != refused))
            {
                owner.Refuse("imports.restsOnRefused", ("title", refused.Title), ("other", refused.Place.Row));
                if (owner is not NodeDraft node) continue;
                makers[node.Id] = makers.GetValueOrDefault(node.Id) - 1;
                waiting.Enqueue(node);
            }
        }
    }

    private void Doubts(Dictionary<NodeId, Node> nodes)
    {
        foreach (var draft in _nodes.Where(draft => draft.IsUsed))
        {
            if (draft.IsNew && draft.Kind is NodeKind.Plan or NodeKind.Goal or NodeKind.Strategy && _references.Similar(nodes[draft.Id]) is { } other)
                draft.Doubt("imports.similar", ("id", other.Id), ("title", other.Title));
            foreach (var change in draft.Changes.Where(change => change is { Before: not null, After: null }))
                draft.Doubt("imports.emptied", ("property", $"@imports.column.{change.Property}"), ("before", change.Before!));
        }
    }

    private IEnumerable<ImportRow> Rows() =>
        drafts.Concat(_created).OrderBy(FileOrder).ThenBy(draft => draft.Place.Row).Select(Row);

    private int FileOrder(Draft draft) => _fileOrder.TryGetValue((draft.Place.File, draft.Place.Sheet), out var order) ? order : int.MaxValue;

    private readonly Dictionary<(string, string?), int> _fileOrder =
        drafts.Select(draft => (draft.Place.File, draft.Place.Sheet)).Distinct().Select((place, at) => (place, at)).ToDictionary(pair => pair.place, pair => pair.at);

    private static ImportRow Row(Draft draft)
    {
        var outcome = draft switch
        {
            { IsRefused: true } => ImportOutcome.Refused,
            NodeDraft { IsRepeated: true } => ImportOutcome.Doubtful,
            { Changes.Count: 0 } and not NodeDraft { IsNew: true } => ImportOutcome.Unchanged,
            { Doubts.Count: > 0 } => ImportOutcome.Doubtful,
            NodeDraft { IsNew: true } or RelationDraft { IsNew: true } => ImportOutcome.New,
            _ => ImportOutcome.Changed,
        };
        var element = draft is NodeDraft node ? node.Id.Value : ((RelationDraft)draft).Key?.ToString();
        return new ImportRow(draft.Place.File, draft.Place.Sheet, draft.Place.Row, outcome, string.IsNullOrEmpty(element) ? null : element,
            (draft as NodeDraft)?.Title, [.. draft.IsRefused ? draft.Problems : draft.Doubts], draft.IsRefused ? [] : [.. draft.Changes]);
    }

    private IEnumerable<Operation> Operations(Dictionary<NodeId, Node> nodes, Dictionary<RelationKey, Relation> relations)
    {
        foreach (var node in nodes.Values.OrderBy(node => node.Id))
        {
            var before = current.Find(node.Id);
            if (before is null || !GraphJson.SameContent(before, node)) yield return new PutNode(node with { Version = 0 }, before?.Version ?? 0);
        }
        foreach (var relation in relations.Values.OrderBy(relation => relation.Key))
        {
            var before = Linking.Existing(current, relation.Key);
            if (before is null || !GraphJson.SameContent(before, relation)) yield return new PutRelation(relation with { Version = 0 }, before?.Version ?? 0);
        }
    }
}
