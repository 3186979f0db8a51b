using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;
using PlanGraph.Domain.Tests.Imports;

namespace PlanGraph.Domain.Tests.Findings;

/// <summary>An invented municipality on a fjord, its lists written in nynorsk and in the manner of a small plan office, read by the importer as any other.</summary>
internal static class NynorskMunicipality
{
    public static readonly string[] Plans =
    [
        "Plannamn;Plantype;Status;Planperiode;Planstrategi;Forankra i;Del av;Erstattar;Unntak frå forankring;Unntak til;Unntak erklært av",
        "Kommuneplanen sin samfunnsdel 2022-2034;samfunnsdel;Vedteken 15.12.2022;2022-2034;vidareført;;;;;;",
        "Kommuneplanen sin arealdel 2019-2031;arealdel;Vedteken 20.06.2019;2019-2031;revidert;Kommuneplanen sin samfunnsdel 2022-2034;;;;;",
        "Handlingsprogram med økonomiplan 2026-2029;handlingsprogram;Vedteken 11.12.2025;2026-2029;;Kommuneplanen sin samfunnsdel 2022-2034;;;;;",
        "Oppvekstplan 2016-2020;temaplan;Vedteken 03.03.2016;2016-2020;revidert;Kommuneplanen sin samfunnsdel 2022-2034;;;;;",
        "Plan mot mobbing 2024-2028;temaplan;Vedteken 08.02.2024;2024-2028;vidareført;Oppvekstplan 2016-2020;;;;;",
        "Kulturplan 2021-2030;temaplan;Vedteken 10.06.2021;2021-2030;vidareført;;;;;;",
        "Folkehelseoversyn 2023;øvrig;Teken til orientering 14.09.2023;2023;;;;;;;",
        "Områderegulering for sentrum;områderegulering;Vedteken 05.05.2021;;;Kommuneplanen sin arealdel 2019-2031;;;;;",
        "Detaljregulering for Naustvika;detaljregulering;Vedteken 02.02.2023;;;;;;;;",
        "Landbruksmelding 2012*;melding;Vedteken 18.10.2012;;;Kommuneplanen sin samfunnsdel 2022-2034;;;;;",
        "Reiselivsstrategi**;strategi;Vedteken 12.04.2018;;;Kommuneplanen sin samfunnsdel 2022-2034;;;;;",
        "Rusmiddelpolitisk handlingsplan 2022-2027;handlingsplan;Vedteken 01.12.2022;2022-2027;utgår;Kommuneplanen sin samfunnsdel 2022-2034;;;;;",
        "Plan for frivillig arbeid;temaplan;Under arbeid;;;Kommuneplanen sin samfunnsdel 2022-2034;;;;;",
        "Energi- og klimaplan 2023-2030;kommunedelplan;Vedteken 30.03.2023;2023-2030;vidareført;;;;;;",
        "Helseplan 2024-2032;temaplan;Vedteken 14.03.2024;2024-2032;vidareført;Omsorgsplan 2024-2032;;;;;",
        "Omsorgsplan 2024-2032;temaplan;Vedteken 14.03.2024;2024-2032;vidareført;Helseplan 2024-2032;;;;;",
        "Beitebruksplan;temaplan;Vedteken 11.11.2020;;;;;;Pålagd av statsforvaltaren og utan eigne mål;31.12.2026;Planavdelinga",
        "Sauebruksplan;temaplan;Vedteken 11.11.2020;;;;;;Ventar på ny landbruksplan;31.12.2025;Planavdelinga",
        "* Teken ut av planstrategien, men kan vere i bruk;;;;;;;;;;",
        "** Uvisst om planen er i bruk;;;;;;;;;;",
    ];

    public static readonly string[] Goals =
    [
        "Mål;Nivå;Status;Delmål av",
        "Eit levande og inkluderande lokalsamfunn;hovudmål;gjeldande;",
        "Eit rikt kulturliv med møteplassar i alle bygder;delmål;gjeldande;Eit levande og inkluderande lokalsamfunn",
        "Trygg oppvekst utan mobbing;delmål;gjeldande;Eit levande og inkluderande lokalsamfunn",
        "Kommunen er klimanøytral i 2035;delmål;gjeldande;Eit levande og inkluderande lokalsamfunn",
        "Alle reiser kollektivt innan 2020;delmål;gjeldande;Eit levande og inkluderande lokalsamfunn",
        "Eit lausrive delmål om breiband;delmål;gjeldande;",
    ];

    public static readonly string[] Strategies =
    [
        "Strategi;Status",
        "Byggje sykkelveg langs fjorden;gjeldande",
        "Opne biblioteket på kveldstid;gjeldande",
        "Ei framtidig strategi;framlegg",
    ];

    public static readonly string[] Measures = ["Tiltak;Status", "Sjølvbetent bibliotek;i gang"];

    public static readonly string[] Challenges = ["Utfordring", "Folketalet går ned", "Fleire eldre"];

    public static readonly string[] Relations =
    [
        "Frå;Relasjon;Til",
        "Kommuneplanen sin samfunnsdel 2022-2034;fastset;Eit levande og inkluderande lokalsamfunn",
        "Handlingsprogram med økonomiplan 2026-2029;bidreg til;Trygg oppvekst utan mobbing",
        "Energi- og klimaplan 2023-2030;bidreg til;Kommunen er klimanøytral i 2035",
        "Sjølvbetent bibliotek;bidreg til;Opne biblioteket på kveldstid",
        "Helseplan 2024-2032;svarar på;Fleire eldre",
    ];

    public static GraphSnapshot Everything { get; } = Lists.Given(
        Lists.Table("planar.csv", Plans), Lists.Table("mål.csv", Goals), Lists.Table("strategiar.csv", Strategies), Lists.Table("tiltak.csv", Measures),
        Lists.Table("utfordringar.csv", Challenges), Lists.Table("samanhengar.csv", Relations));

    /// <summary>The first column of the plan list, as somebody would paste it.</summary>
    public static GraphSnapshot NamesOnly { get; } = Lists.Given(Lists.Table("namn.csv",
        [.. Plans.Select(line => line.Split(';')[0].TrimEnd('*')).Where(name => name.Length > 0 && !name.StartsWith(' '))]));

    public static DetectionContext Context(GraphSnapshot snapshot) => new(snapshot, GraphBuilder.Today, Domain.Anchoring.AnchoringRuleTable.Default);
}
