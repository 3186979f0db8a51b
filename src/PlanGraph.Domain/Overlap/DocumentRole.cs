using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>What part a document plays, from its type or the words of its title. A title may tell several.</summary>
[Flags]
internal enum DocumentRole : short
{
    None = 0,

    /// <summary>Analysis, overview, report: knowledge that plans build on. An analysis of needs, which says what is to be built, is a plan.</summary>
    Knowledge = 1,

    /// <summary>Says what may be built where: regulering, områdeplan.</summary>
    AreaPlan = 2,

    /// <summary>A kommunedelplan, which is for a place or for a theme.</summary>
    PartialPlan = 4,

    /// <summary>The main plan of its field, that others are under: hovedplan, overordnet, helhetlig.</summary>
    Head = 8,

    /// <summary>Samfunnsdel of the kommuneplan, or the kommuneplan as a whole.</summary>
    Society = 16,

    /// <summary>Arealdel of the kommuneplan.</summary>
    LandUse = 32,

    /// <summary>Planstrategi.</summary>
    PlanningStrategy = 64,

    /// <summary>Økonomiplan, handlingsprogram, budget.</summary>
    Economy = 128,

    /// <summary>Virksomhetsplan of a unit.</summary>
    Operations = 256,

    /// <summary>Rules that are followed, no plan of what is to be done: reglement, vedtekter, forskrift.</summary>
    Rules = 512,

    /// <summary>The part of a plan that says what is done when; alone, that of the kommuneplan.</summary>
    ActionPart = 1024,

    /// <summary>What covers everything by its nature.</summary>
    Frame = Society | LandUse | PlanningStrategy | Economy | Operations,
}

/// <summary>Which words tell a role. Found as the end of a word, lower case, in both norms.</summary>
internal static class DocumentRoles
{
    private const string Needs = "behov";

    private static readonly (string Ending, DocumentRole Role)[] _endings =
    [
        .. Each(DocumentRole.Knowledge, "analyse", "analysen", "oversikt", "oversikten", "oversyn", "oversynet", "oversiktsdokument", "oversynsdokument", "dokumentasjon", "kunnskapsgrunnlag", "rapport",
            "rapporten", "evaluering", "statistikk", "årsmelding", "årsrapport", "tilstandsrapport", "helseoversikt", "undersøkelse", "undersøking"),
        .. Each(DocumentRole.Society, "kommuneplan", "kommuneplanen", "samfunnsdel", "samfunnsdelen", "samfunnsplan"),
        .. Each(DocumentRole.LandUse, "arealdel", "arealdelen"),
        .. Each(DocumentRole.PlanningStrategy, "planstrategi", "planstrategien"),
        .. Each(DocumentRole.Economy, "økonomiplan", "økonomiplanen", "årsbudsjett"),
        .. Each(DocumentRole.ActionPart, "handlingsprogram", "handlingsprogrammet", "handlingsdel", "handlingsdelen"),
        .. Each(DocumentRole.Operations, "virksomhetsplan", "verksemdsplan"),
        .. Each(DocumentRole.AreaPlan, "regulering", "reguleringsplan", "arealplan", "områderegulering", "detaljregulering", "bebyggelsesplan", "reguleringsføresegner"),
        .. Each(DocumentRole.Rules, "vedtekt", "vedtekter", "vedtektene", "reglement", "reglementet", "forskrift", "forskrifter", "instruks", "håndbok", "handbok", "rutine", "rutiner", "tilsynsplan", "normal", "norm",
            "avtale", "delegering", "konsesjon"),
        .. Each(DocumentRole.PartialPlan, "kommunedelplan", "kommunedelplanen", "delplan"),
        .. Each(DocumentRole.Head, "hovedplan", "hovudplan", "overordnet", "overordna", "helhetlig", "heilskapleg"),
    ];

    /// <summary>Words that tell a role only by themselves: a vannområdeplan is no områdeplan.</summary>
    private static readonly Dictionary<string, DocumentRole> _words = new(StringComparer.Ordinal)
    {
        ["områdeplan"] = DocumentRole.AreaPlan,
        ["områdeplanen"] = DocumentRole.AreaPlan,
        ["ros"] = DocumentRole.Knowledge,
    };

    /// <summary>The role that a word of a title tells.</summary>
    public static DocumentRole Of(string written)
    {
        var word = Folding.Lower(written);
        var role = _words.GetValueOrDefault(word);
        foreach (var (ending, told) in _endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) role |= told;
        }
        return word.StartsWith(Needs, StringComparison.Ordinal) ? role & ~DocumentRole.Knowledge : role;
    }

    /// <summary>The role of a type that is known.</summary>
    public static DocumentRole Of(PlanType type) => type switch
    {
        PlanType.Virksomhetsanalyse => DocumentRole.Knowledge,
        PlanType.Kommuneplan or PlanType.Samfunnsdel => DocumentRole.Society,
        PlanType.Arealdel => DocumentRole.LandUse,
        PlanType.Planstrategi => DocumentRole.PlanningStrategy,
        PlanType.Handlingsprogram => DocumentRole.Economy,
        PlanType.Virksomhetsplan => DocumentRole.Operations,
        PlanType.Omraderegulering or PlanType.Detaljregulering => DocumentRole.AreaPlan,
        PlanType.Kommunedelplan => DocumentRole.PartialPlan,
        _ => DocumentRole.None,
    };

    private static IEnumerable<(string, DocumentRole)> Each(DocumentRole role, params string[] endings) => endings.Select(ending => (ending, role));
}
