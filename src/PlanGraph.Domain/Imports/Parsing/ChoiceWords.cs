using System.Collections.Frozen;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Imports;

/// <summary>What people write for the values of a choice: bokmål, nynorsk, English, and the value's own name. Case and accents do not count.</summary>
internal sealed class ChoiceWords<T> where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _values;

    public ChoiceWords(params (T Value, string[] Words)[] rows)
    {
        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var value in Enum.GetValues<T>()) values[Key(ChoiceNames.Of(value))] = value;
        foreach (var (value, words) in rows)
        {
            foreach (var word in words) values[Key(word)] = value;
        }
        _values = values.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public T? Find(string cell) => _values.TryGetValue(Key(cell), out var value) ? value : null;

    private static string Key(string text) => TitleKey.Of(text) is { Length: > 0 } key ? key : text.Trim();
}

/// <summary>What makes two titles the same title: their words, folded; case, quotes, commas and blanks do not count.</summary>
internal static class TitleKey
{
    public static string Of(string text) => string.Join(' ', Tokenizer.Tokens(text).Select(token => Folding.Fold(text.Substring(token.Start, token.Length))));

    /// <summary>The subject alone: without years, function words and inflection, in any order. Two editions of one plan share it.</summary>
    public static string SubjectOf(string title)
    {
        var text = Folding.Lower(Periods.Without(title, Periods.Find(title)));
        var stems = Tokenizer.Tokens(text).Select(token => text.Substring(token.Start, token.Length))
            .Where(word => !FunctionWords.Contains(word)).Select(word => Folding.Fold(NorwegianStemmer.Stem(word)));
        return string.Join(' ', stems.Order(StringComparer.Ordinal));
    }
}

/// <summary>The words of each choice that a list can have a column for.</summary>
internal static class Choice
{
    public static ChoiceWords<PlanType> PlanType { get; } = new(
        (Graph.PlanType.Annet, ["annet", "anna", "other", "øvrig", "øvrig planverk"]),
        (Graph.PlanType.Kommuneplan, ["kommuneplanen", "municipal master plan", "municipal plan"]),
        (Graph.PlanType.Samfunnsdel, ["kommuneplanens samfunnsdel", "social element of the master plan", "community part", "samf.del", "samfunnsdelen", "kommuneplanen sin samfunnsdel", "social part"]),
        (Graph.PlanType.Arealdel, ["kommuneplanens arealdel", "land-use element of the master plan", "land-use part", "arealdelen", "kommuneplanen sin arealdel"]),
        (Graph.PlanType.Kommunedelplan, ["kdp", "kommunedelplaner", "kommunedelplanar", "thematic municipal plan", "municipal sub-plan", "partial municipal plan"]),
        (Graph.PlanType.Temaplan, ["temaplaner", "temaplanar", "theme plan", "thematic plan", "fagplan", "sektorplan"]),
        (Graph.PlanType.Strategi, ["strategier", "strategiar", "strategy", "strategidokument", "strategidokumenter"]),
        (Graph.PlanType.Handlingsplan, ["handlingsplaner", "handlingsplanar", "action plan", "tiltaksplan"]),
        (Graph.PlanType.Melding, ["meldinger", "meldingar", "report", "report to the council", "stortingsmelding"]),
        (Graph.PlanType.Behovsanalyse, ["behovsanalyser", "behovsanalysar", "behovsplan", "needs analysis"]),
        (Graph.PlanType.Virksomhetsanalyse, ["virksomhetsanalyser", "verksemdsanalyse", "verksemdsanalysar", "organisational analysis", "service analysis", "operational analysis", "unit analysis", "organisation analysis"]),
        (Graph.PlanType.Retningslinje, ["retningslinjer", "retningsline", "retningsliner", "guideline", "guidelines"]),
        (Graph.PlanType.Handlingsprogram, ["handlingsdel", "handlingsprogrammer", "action programme", "action program"]),
        (Graph.PlanType.Virksomhetsplan, ["virksomhetsplaner", "verksemdsplan", "verksemdsplanar", "business plan", "unit plan", "operational plan", "service plan"]),
        (Graph.PlanType.Omraderegulering, ["områderegulering", "områdereguleringsplan", "områdeplan", "områdereguleringer", "area zoning plan", "area zoning"]),
        (Graph.PlanType.Detaljregulering, ["detaljreguleringsplan", "detaljplan", "detaljreguleringer", "reguleringsplan", "detailed zoning plan", "detailed zoning"]),
        (Graph.PlanType.Planstrategi, ["planstrategier", "kommunal planstrategi", "planning strategy"]));

    public static ChoiceWords<CouncilDecision> CouncilDecision { get; } = new(
        (Graph.CouncilDecision.Continue, ["videreføres", "videreført", "blir vidareført", "to be continued", "viderefør", "vidareføres", "vidareførast", "vidareført", "continued", "beholdes", "uendret"]),
        (Graph.CouncilDecision.Revise, ["revideres", "revidert", "blir revidert", "to be revised", "reviderast", "revisjon", "rulleres", "rullerast", "rullering", "revised", "oppdateres", "skal revideres"]),
        (Graph.CouncilDecision.New, ["ny", "nytt", "nye", "ny plan", "utarbeides", "utarbeidast", "new", "new plan"]),
        (Graph.CouncilDecision.Retire, ["utgår", "går ut", "to be retired", "utgått", "avsluttes", "avsluttast", "oppheves", "opphevast", "fjernes", "tas ut", "retired", "dropped", "discontinued"]),
        (Graph.CouncilDecision.Merge, ["slås sammen", "slås saman", "blir slått saman", "to be merged", "slått sammen", "slått saman", "innlemmes", "innlemmast", "integreres", "merged"]));

    public static ChoiceWords<UseDoubt> UseDoubt { get; } = new(
        (Graph.UseDoubt.None, ["ingen tvil", "ingen", "nei", "no", "no doubt", "none"]),
        (Graph.UseDoubt.RemovedFromPlanningStrategy, ["*", "fjernet i planstrategi", "tatt ut av planstrategien", "fjernet fra planstrategien", "teken ut av planstrategien",
            "teke ut av planstrategien", "removed from the planning strategy", "taken out of the planning strategy"]),
        (Graph.UseDoubt.Uncertain, ["**", "ja", "yes", "usikkert om planen er i bruk", "usikker bruk", "uvisst om planen er i bruk", "usikkert", "uncertain",
            "uncertain whether the plan is in use"]));

    public static ChoiceWords<PlanLevel> PlanLevel { get; } = new(
        (Graph.PlanLevel.Overarching, ["overordnet", "overordna", "overordnet strategisk nivå", "overordna strategisk nivå", "overordnet nivå", "overarching"]),
        (Graph.PlanLevel.Elaboration, ["strategisk utdyping", "strategisk utdypning", "utdypende", "utdjupande", "utdypande", "utdyping", "elaborating"]),
        (Graph.PlanLevel.Action, ["fra plan til handling", "frå plan til handling", "plan til handling", "planer til handling", "planer → handling", "handling", "tiltak"]),
        (Graph.PlanLevel.Area, ["areal", "arealplan", "arealplaner", "arealplanar", "land use"]),
        (Graph.PlanLevel.Prioritisation, ["prioritering", "prioritization", "priority"]),
        (Graph.PlanLevel.Operational, ["drift", "virksomhet", "verksemd", "virksomhetens egen drift", "operations"]));

    public static ChoiceWords<GoalLevel> GoalLevel { get; } = new(
        (Graph.GoalLevel.MainGoal, ["hovedmål", "hovudmål", "overordnet mål", "satsingsområde", "main goal"]),
        (Graph.GoalLevel.SubGoal, ["delmål", "undermål", "sub-goal", "subgoal"]));

    public static ChoiceWords<Dimension> Dimension { get; } = new(
        (Graph.Dimension.Social, ["sosial", "sosialt", "sosial bærekraft", "sosial berekraft"]),
        (Graph.Dimension.ClimateEnvironment, ["klima og miljø", "miljø", "klima", "klima- og miljømessig", "miljømessig", "climate and environment", "environment"]),
        (Graph.Dimension.Economic, ["økonomisk", "økonomi", "økonomisk bærekraft", "economic", "economy"]),
        (Graph.Dimension.Organisation, ["organisasjon", "organisasjonen", "organization"]));

    public static ChoiceWords<Standing> Standing { get; } = new(
        (Graph.Standing.Current, ["gjeldende", "gjeldande", "vedtatt", "vedteke", "in force"]),
        (Graph.Standing.Former, ["tidligere", "tidlegare", "utgått", "opphevet", "former"]),
        (Graph.Standing.Proposed, ["forslag", "foreslått", "føreslått", "framlegg", "utkast", "proposed"]));

    public static ChoiceWords<StrategyKind> StrategyKind { get; } = new(
        (Graph.StrategyKind.Strategy, ["strategi"]),
        (Graph.StrategyKind.LandUse, ["arealstrategi", "land-use strategy"]));

    public static ChoiceWords<ConflictStatus> ConflictStatus { get; } = new(
        (Graph.ConflictStatus.Open, ["åpen", "open", "ny"]),
        (Graph.ConflictStatus.InProgress, ["under behandling", "under handsaming", "under arbeid", "in progress", "being handled"]),
        (Graph.ConflictStatus.AcceptedTradeOff, ["akseptert avveining", "akseptert avveging", "akseptert", "avveid", "accepted trade-off", "accepted"]),
        (Graph.ConflictStatus.Resolved, ["løst", "løyst", "resolved", "avklart"]));

    public static ChoiceWords<MeasureStatus> MeasureStatus { get; } = new(
        (Graph.MeasureStatus.Unknown, ["ukjent", "ukjend", "unknown", "-", "?"]),
        (Graph.MeasureStatus.Planned, ["planlagt", "planlagd", "ikke startet", "ikkje starta", "planned"]),
        (Graph.MeasureStatus.InProgress, ["i gang", "under arbeid", "pågår", "igangsatt", "in progress"]),
        (Graph.MeasureStatus.Done, ["gjennomført", "ferdig", "utført", "fullført", "done", "completed"]),
        (Graph.MeasureStatus.Stopped, ["stoppet", "stoppa", "stansa", "utgått", "avbrutt", "stopped"]));

    public static ChoiceWords<Basis> Basis { get; } = new(
        (Graph.Basis.Stated, ["oppgitt", "oppgjeve", "oppgitt i dokumentet", "står i dokumentet", "står i kilden", "står i kjelda", "stated", "stated in the document"]),
        (Graph.Basis.Judged, ["vurdert", "faglig vurdert", "fagleg vurdert", "skjønn", "judged", "professionally judged", "professional judgement"]));

    public static ChoiceWords<ConflictSide> ConflictSide { get; } = new(
        (Graph.ConflictSide.A, ["a", "side a"]),
        (Graph.ConflictSide.B, ["b", "side b"]));

    public static ChoiceWords<OverlapAction> OverlapAction { get; } = new(
        (Graph.OverlapAction.Merge, ["slå sammen", "slå saman", "slås sammen", "slås saman", "merge"]),
        (Graph.OverlapAction.Delimit, ["avgrens mot hverandre", "avgrens mot kvarandre", "avgrens", "avgrense", "avgrenses", "set a boundary"]),
        (Graph.OverlapAction.Refer, ["henvis til hverandre", "vis til kvarandre", "henvis", "henvise", "vis til hverandre", "refer to each other"]),
        (Graph.OverlapAction.KeepBoth, ["behold begge", "behald begge", "beholde begge", "behalde begge", "keep both"]));

    public static ChoiceWords<SdgDimension> SdgDimension { get; } = new(
        (Graph.SdgDimension.Environment, ["miljø", "biosfære"]),
        (Graph.SdgDimension.Social, ["sosial", "samfunn", "social"]),
        (Graph.SdgDimension.Economy, ["økonomi", "økonomisk"]),
        (Graph.SdgDimension.All, ["gjennomgående", "gjennomgåande", "alle"]));
}
