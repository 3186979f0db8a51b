using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>Decides which element each row is about.</summary>
internal sealed class Identities(GraphSnapshot current, References references)
{
    private readonly Dictionary<NodeId, NodeDraft> _firstRow = [];
    private readonly Dictionary<(string, string?, NodeId), NodeDraft> _firstInTable = [];
    private readonly Dictionary<(NodeKind, string), NodeId> _newTitles = [];
    private readonly Dictionary<NodeId, int> _lastNumber = [];

    public void Assign(List<NodeDraft> drafts)
    {
        foreach (var draft in drafts.Where(draft => draft.Problems.Count == 0))
        {
            if (draft.IdText is null) ByTitle(draft);
            else ById(draft);
            if (!draft.IsRefused) Remember(draft);
        }
    }

    public static Node Blank(NodeDraft draft) => draft.Kind switch
    {
        NodeKind.Plan => new Plan { Id = draft.Id, Title = draft.Title },
        NodeKind.Goal => new Goal { Id = draft.Id, Title = draft.Title },
        NodeKind.Strategy => new Strategy { Id = draft.Id, Title = draft.Title },
        NodeKind.Measure => new Measure { Id = draft.Id, Title = draft.Title },
        NodeKind.Challenge => new Challenge { Id = draft.Id, Title = draft.Title },
        NodeKind.GoalConflict => new GoalConflict { Id = draft.Id, Title = draft.Title },
        NodeKind.Sector => new Sector { Id = draft.Id, Title = draft.Title },
        NodeKind.Place => new Place { Id = draft.Id, Title = draft.Title },
        NodeKind.Decision => new Decision { Id = draft.Id, Title = draft.Title },
        NodeKind.Knowledge => new Knowledge { Id = draft.Id, Title = draft.Title },
        NodeKind.Input => new Input { Id = draft.Id, Title = draft.Title },
        NodeKind.Sdg => new Sdg { Id = draft.Id, Title = draft.Title, Number = 1 },
        _ => throw new InvalidOperationException($"{draft.Kind} is not imported."),
    };

    private void ById(NodeDraft draft)
    {
        var prefix = NodeKinds.Prefix(draft.Kind);
        var text = draft.IdText!.Contains('/', StringComparison.Ordinal) ? draft.IdText : $"{prefix}/{draft.IdText}";
        if (!NodeId.TryParse(text, out var id)) draft.Refuse("imports.idMalformed", ("id", draft.IdText), ("example", NodeId.FromTitle(draft.Kind, draft.Title)));
        else if (id.Kind != draft.Kind) draft.Refuse("imports.idOfOtherKind", ("id", id), ("prefix", prefix));
        else draft.Id = id;
        if (draft.IsRefused) return;
        draft.Step<Node>((node, isNew) => isNew || draft.Title.Length == 0 || node.Title == draft.Title || PlanTitles.Clean(node.Title).Title == draft.Title ? node : node with { Title = draft.Title });
        if (current.Find(draft.Id) is null && references.ExistingWithTitle(draft.Kind, draft.Title) is [var other, ..])
            draft.Doubt("imports.sameTitle", ("id", other));
    }

    private void ByTitle(NodeDraft draft)
    {
        var existing = references.ExistingWithTitle(draft.Kind, draft.Title);
        if (existing.Count > 1) draft.Refuse("imports.titleOfSeveral", ("title", draft.Title), ("candidates", string.Join(", ", existing.Order().Take(5))));
        else draft.Id = existing is [var only] ? only : NewId(draft);
    }

    /// <summary>The id that the title gives. Two titles that give the same id are told apart by a number.</summary>
    private NodeId NewId(NodeDraft draft)
    {
        var key = (draft.Kind, TitleKey.Of(draft.Title));
        if (_newTitles.TryGetValue(key, out var known)) return known;
        var first = NodeId.FromTitle(draft.Kind, draft.Title);
        var id = first;
        while (_firstRow.TryGetValue(id, out var other) && TitleKey.Of(other.Title) != key.Item2)
        {
            var n = _lastNumber[first] = _lastNumber.GetValueOrDefault(first, 1) + 1;
            id = NodeId.Of(draft.Kind, $"{Cut(first.Slug)}-{n}");
        }
        if (current.Find(id) is { } renamed) draft.Doubt("imports.titleDiffers", ("id", id), ("title", renamed.Title));
        return _newTitles[key] = id;
    }

    private static string Cut(string slug) => slug.Length <= NodeId.MaxSlugLength - 8 ? slug : slug[..(NodeId.MaxSlugLength - 8)].TrimEnd('-');

    /// <summary>The second row of a table about one element is not used: with an id of its own it is refused, by title alone it is doubted.</summary>
    private void Remember(NodeDraft draft)
    {
        _firstRow.TryAdd(draft.Id, draft);
        var place = (draft.Place.File, draft.Place.Sheet, draft.Id);
        if (_firstInTable.TryAdd(place, draft)) return;
        var first = _firstInTable[place];
        if (draft.IdText is not null) draft.Refuse("imports.idTwice", ("id", draft.Id), ("other", first.Place.Row));
        else draft.Doubt("imports.titleTwice", ("title", draft.Title), ("other", first.Place.Row));
        draft.IsRepeated = true;
    }
}
