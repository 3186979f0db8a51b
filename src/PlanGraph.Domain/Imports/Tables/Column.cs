using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>What a column of an import table holds. What a user reads is text <c>imports.column.NAME</c>.</summary>
public enum Column
{
    Id, Plan, Goal, Strategy, Measure, Challenge, Conflict, Title,
    Status, Started, Finished, Type, Adopted, Period, CouncilDecision, UseDoubt, Level, Horizon, Exemption, ExemptionUntil, ExemptionBy, Link, Text, Notes,
    Sector, PartOf, AnchoredIn, Place, SubgoalOf, Supports, RespondsTo, Replaces, Sdg, BasedOn,
    Dimension, Number, SideA, SideB, Severity, Owner, ReviewDate,
    Source, SourcePlace, Basis, JudgedBy,
    From, Relation, To, Side, Score, Reason, ScoredBy, Variant, Action,
}

/// <summary>The names that headers give to columns: bokmål, nynorsk and English, and what lists from municipalities use.</summary>
public static class ColumnNames
{
    private static readonly ChoiceWords<Column> _names = new(
        (Column.Id, ["id", "plan-id", "planid", "element-id"]),
        (Column.Plan, ["plan", "plannavn", "plannamn", "navn på plan", "namn på plan", "plantittel", "plandokument", "styringsdokument", "dokument", "dokumentnavn", "planens navn",
            "plan/strategi", "plan eller strategi", "planer", "planar", "kommunens planer", "plan name"]),
        (Column.Goal, ["mål", "målformulering", "målsetting", "goal", "goals"]),
        (Column.Strategy, ["strategi", "strategy"]),
        (Column.Measure, ["tiltak", "measure"]),
        (Column.Challenge, ["utfordring", "samfunnsutfordring", "challenge"]),
        (Column.Conflict, ["målkonflikt", "målkonflikter", "goal conflict", "conflict"]),
        (Column.Title, ["tittel", "navn", "namn", "title", "name"]),
        (Column.Status, ["status", "planstatus", "gyldighet", "gyldigheit", "standing"]),
        (Column.Started, ["oppstart", "påbegynt", "påbyrja", "startet", "start", "startår", "started"]),
        (Column.Finished, ["ferdig", "ferdigstilt", "ferdigstilles", "ferdigstillelse", "slutt", "sluttår", "finished"]),
        (Column.Type, ["type", "plantype", "dokumenttype", "kategori"]),
        (Column.Adopted, ["vedtatt", "vedteken", "vedtaksdato", "vedtatt dato", "dato for vedtak", "vedtak", "adopted", "date adopted"]),
        (Column.Period, ["periode", "planperiode", "gjelder for perioden", "tidsrom", "period"]),
        (Column.CouncilDecision, ["planstrategi", "beslutning i planstrategi", "kommunestyrets beslutning", "avgjerda i kommunestyret", "planbehov", "council decision"]),
        (Column.UseDoubt, ["tvil om bruk", "usikker bruk", "doubt about use"]),
        (Column.Level, ["nivå", "plannivå", "level"]),
        (Column.Horizon, ["horisont", "tidshorisont", "tidshorisont i år", "horizon", "horizon in years", "time horizon"]),
        (Column.Exemption, ["unntak fra forankring", "unntak frå forankring", "unntak", "begrunnelse for unntak", "grunngiving for unntak", "grunngjeving for unntak", "exemption from anchoring",
            "exemption"]),
        (Column.ExemptionUntil, ["unntak til", "unntak til og med", "unntak gjelder til", "unntak gjeld til", "unntaket gjelder til", "unntaket gjeld til", "exemption until", "exempt until"]),
        (Column.ExemptionBy, ["unntak erklært av", "unntatt av", "unnateke av", "exemption declared by", "exempted by"]),
        (Column.Link, ["lenke", "lenkje", "url", "nettadresse", "link"]),
        (Column.Text, ["tekst", "beskrivelse", "omtale", "skildring", "text", "description"]),
        (Column.Notes, ["merknad", "merknader", "kommentar", "kommentarer", "kommentarar", "merknadar", "notes", "remarks", "remark"]),
        (Column.Sector, ["sektor", "tjenesteområde", "tenesteområde", "kommunalområde", "ansvarlig sektor", "eies av", "er eigd av", "sector", "owned by"]),
        (Column.PartOf, ["del av", "inngår i", "går inn i", "part of", "is part of"]),
        (Column.AnchoredIn, ["forankret i", "forankra i", "forankring", "anchored in", "is anchored in"]),
        (Column.Place, ["sted", "stad", "gjelder for", "gjeld for", "place", "applies to"]),
        (Column.SubgoalOf, ["delmål av", "subgoal of", "is a subgoal of"]),
        (Column.Supports, ["bidrar til", "bidreg til", "contributes to", "supports"]),
        (Column.RespondsTo, ["svarer på", "svarar på", "responds to"]),
        (Column.Replaces, ["erstatter", "erstattar", "replaces"]),
        (Column.Sdg, ["bærekraftsmål", "berekraftsmål", "fns bærekraftsmål", "fns berekraftsmål", "fn-mål", "sdg", "sdgs", "un sdg"]),
        (Column.BasedOn, ["bygger på", "byggjer på", "kunnskapsgrunnlag", "based on", "is based on"]),
        (Column.Dimension, ["dimensjon", "bærekraftsdimensjon", "dimension"]),
        (Column.Number, ["nummer", "nr", "nr.", "number", "no."]),
        (Column.SideA, ["side a"]),
        (Column.SideB, ["side b"]),
        (Column.Severity, ["alvorlighet", "alvorlegheit", "alvor", "alvorlighetsgrad", "severity"]),
        (Column.Owner, ["eier", "eigar", "ansvarlig rolle", "owner", "responsible role"]),
        (Column.ReviewDate, ["ny vurdering", "vurderes på nytt", "next review", "review date"]),
        (Column.Source, ["kilde", "kjelde", "kilder", "kjelder", "source", "sources"]),
        (Column.SourcePlace, ["kildested", "kjeldestad", "sted i kilden", "stad i kjelda", "place in the source"]),
        (Column.Basis, ["grunnlag", "basis"]),
        (Column.JudgedBy, ["vurdert av", "judged by"]),
        (Column.From, ["fra", "frå", "from"]),
        (Column.Relation, ["relasjon", "sammenheng", "samanheng", "relation"]),
        (Column.To, ["til", "to"]),
        (Column.Side, ["side"]),
        (Column.Score, ["score", "poeng", "skår"]),
        (Column.Reason, ["begrunnelse", "grunngiving", "grunngjeving", "reason"]),
        (Column.ScoredBy, ["poeng satt av", "poeng sett av", "scored by"]),
        (Column.Variant, ["variant"]),
        (Column.Action, ["hva skal gjøres", "kva skal gjerast", "hva gjøres", "kva blir gjort", "what is to be done"]));

    /// <summary>The text key of a column's own name: what an export writes and a sentence says.</summary>
    public static string TextKey(Column column) => $"imports.column.{ChoiceNames.Of(column)}";

    /// <summary>The column that a header names; null for one that is not known. Case, accents and punctuation do not count, nor what stands in brackets behind the name.</summary>
    public static Column? Find(string header)
    {
        if (header.Length is 0 or > 80) return null;
        var bracket = header.IndexOf('(', StringComparison.Ordinal);
        return _names.Find(header) ?? (bracket > 0 ? _names.Find(header[..bracket]) : null) ?? (TitleHeaders.Name(header) ? Column.Plan : null);
    }
}

/// <summary>The columns whose cells name other elements, and the relation that each makes.</summary>
internal static class LinkColumns
{
    public static IReadOnlyList<(Column Column, RelationType Type)> All { get; } =
    [
        (Column.PartOf, RelationType.PartOf), (Column.AnchoredIn, RelationType.AnchoredIn), (Column.SubgoalOf, RelationType.SubgoalOf),
        (Column.Supports, RelationType.Supports), (Column.RespondsTo, RelationType.RespondsTo), (Column.Replaces, RelationType.Replaces),
        (Column.Sdg, RelationType.ContributesTo), (Column.Sector, RelationType.OwnedBy), (Column.Place, RelationType.AppliesTo),
        (Column.BasedOn, RelationType.BasedOn), (Column.SideA, RelationType.ConflictSide), (Column.SideB, RelationType.ConflictSide),
    ];
}
