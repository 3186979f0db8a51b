using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>Reads a row about a relation.</summary>
internal static class RelationRows
{
    private static readonly ChoiceWords<RelationType> _types = new(
        (RelationType.PartOf, ["inngår i", "går inn i", "del av", "is part of", "part of"]),
        (RelationType.AnchoredIn, ["forankret i", "forankra i", "er forankret i", "is anchored in", "anchored in"]),
        (RelationType.States, ["fastsetter", "fastset", "states"]),
        (RelationType.SubgoalOf, ["delmål av", "is a subgoal of", "subgoal of"]),
        (RelationType.Supports, ["bidrar til", "bidreg til", "støtter", "støttar", "contributes to", "supports"]),
        (RelationType.RespondsTo, ["svarer på", "svarar på", "responds to"]),
        (RelationType.Affects, ["påvirker", "påverkar", "affects"]),
        (RelationType.ConflictSide, ["mellom", "is between", "between"]),
        (RelationType.Settles, ["avgjør", "avgjer", "settles"]),
        (RelationType.Replaces, ["erstatter", "erstattar", "replaces"]),
        (RelationType.Overlaps, ["overlapper", "overlappar", "overlaps"]),
        (RelationType.ContributesTo, ["bidrar til bærekraftsmål", "bidreg til berekraftsmål", "contributes to the SDG"]),
        (RelationType.OwnedBy, ["eies av", "er eigd av", "er eid av", "is owned by", "owned by"]),
        (RelationType.AppliesTo, ["gjelder for", "gjeld for", "applies to"]),
        (RelationType.BasedOn, ["bygger på", "byggjer på", "is based on", "based on"]),
        (RelationType.About, ["gjelder", "gjeld", "is about", "about"]));

    /// <summary>The type that a word or a code means; null when none is known.</summary>
    internal static RelationType? TypeOf(string cell) => RelationRules.TryParse(cell, out var type) ? type : _types.Find(cell);

    public static RelationDraft Read(ImportPlace place, RowCells cells, (string, string)? source)
    {
        var word = cells[Column.Relation] ?? "";
        var type = TypeOf(word);
        var draft = new RelationDraft(place, type ?? default, cells[Column.From] ?? "", cells[Column.To] ?? "", Variant(cells));
        if (type is null) draft.Refuse("imports.relationUnknown", ("text", word));
        if (draft.From.Length == 0 || draft.To.Length == 0) draft.Refuse("imports.endMissing");
        if (type == RelationType.Affects) Score(draft, cells);
        if (type == RelationType.ConflictSide) Side(draft, cells);
        if (type == RelationType.Overlaps) Action(draft, cells);
        if (cells[Column.Reason] is { Length: > 0 } reason) draft.Steps.Add(relation => relation with { Reason = reason });
        var sources = SourceCells.Of(cells, source, $"rad {place.Row}");
        draft.Steps.Add(relation => relation with { Sources = sources.AddTo(relation.Sources) });
        return draft;
    }

    private static string? Variant(RowCells cells) => cells[Column.Variant] is { Length: > 0 } variant ? Slug.From(variant) : null;

    private static void Score(RelationDraft draft, RowCells cells)
    {
        var cell = cells[Column.Score] ?? "";
        if (WholeNumbers.Parse(cell) is not { } score) draft.Refuse("imports.scoreExpected", ("text", cell));
        else draft.Steps.Add(relation => relation with { Score = score });
        if ((cells[Column.ScoredBy] ?? cells[Column.JudgedBy]) is { Length: > 0 } by)
            draft.Steps.Add(relation => relation with { ScoredBy = by });
    }

    /// <summary>It may wait: an overlap without it is allowed, and an empty cell leaves it as it is.</summary>
    private static void Action(RelationDraft draft, RowCells cells)
    {
        if (cells[Column.Action] is not { Length: > 0 } cell) return;
        if (Choice.OverlapAction.Find(cell) is not { } action) draft.Refuse("imports.actionExpected", ("text", cell));
        else draft.Steps.Add(relation => relation with { Action = action });
    }

    private static void Side(RelationDraft draft, RowCells cells)
    {
        var cell = cells[Column.Side] ?? "";
        if (Choice.ConflictSide.Find(cell) is not { } side) draft.Refuse("imports.sideExpected", ("text", cell));
        else draft.Steps.Add(relation => relation with { Side = side });
    }
}
