using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanGraph.Domain.Graph;

/// <summary>Writes an enum as its name in camel case and refuses numbers and unknown names.</summary>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) where T : struct, Enum;

/// <summary>Plan types. The names are the Norwegian terms of plan- og bygningsloven and of municipal practice, in ASCII.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PlanType>))]
public enum PlanType
{
    Annet,
    Kommuneplan,
    Samfunnsdel,
    Arealdel,
    Kommunedelplan,
    Temaplan,
    Strategi,
    Handlingsplan,
    Melding,
    Behovsanalyse,
    Virksomhetsanalyse,
    Retningslinje,
    Handlingsprogram,
    Virksomhetsplan,
    Omraderegulering,
    Detaljregulering,
    Planstrategi,
}

/// <summary>vedtatt, under arbeid, til orientering, rulleres, utgått, ukjent.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PlanStatus>))]
public enum PlanStatus { Unknown, Adopted, InProgress, Noted, Rolling, Retired }

/// <summary>What the planstrategi decides for a plan: videreføres, revideres, ny, utgår, slås sammen.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CouncilDecision>))]
public enum CouncilDecision { Continue, Revise, New, Retire, Merge }

/// <summary>Whether the municipality itself doubts that a plan is in use.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<UseDoubt>))]
public enum UseDoubt { None, RemovedFromPlanningStrategy, Uncertain }

/// <summary>
/// Levels of the plan hierarchy: overordnet strategisk nivå (samfunnsdel, arealdel), strategisk utdyping, fra plan til handling, arealplan,
/// prioritering (handlingsprogram og økonomiplan), virksomhetens egen drift.
/// </summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PlanLevel>))]
public enum PlanLevel { Overarching, Elaboration, Action, Area, Prioritisation, Operational }

[JsonConverter(typeof(CamelCaseEnumConverter<GoalLevel>))]
public enum GoalLevel { MainGoal, SubGoal }

/// <summary>Dimensions of sustainability as the municipality sorts its goals: sosial, klima og miljø, økonomisk, organisasjon.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Dimension>))]
public enum Dimension { Social, ClimateEnvironment, Economic, Organisation }

/// <summary>Dimensions in the Stockholm Resilience Centre's model of the 17 goals; number 17 runs through all.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SdgDimension>))]
public enum SdgDimension { Environment, Social, Economy, All }

/// <summary>Whether a goal or strategy is in force: gjeldende, tidligere, forslag.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Standing>))]
public enum Standing { Current, Former, Proposed }

[JsonConverter(typeof(CamelCaseEnumConverter<StrategyKind>))]
public enum StrategyKind { Strategy, LandUse }

[JsonConverter(typeof(CamelCaseEnumConverter<MeasureStatus>))]
public enum MeasureStatus { Unknown, Planned, InProgress, Done, Stopped }

/// <summary>åpen, under behandling, akseptert avveining, løst.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ConflictStatus>))]
public enum ConflictStatus { Open, InProgress, AcceptedTradeOff, Resolved }

/// <summary>Which of the two sides of a goal conflict a node stands on.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ConflictSide>))]
public enum ConflictSide { A, B }

/// <summary>Whether a document states a fact, or somebody judged it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Basis>))]
public enum Basis { Stated, Judged }

/// <summary>How much of a date is known.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DatePrecision>))]
public enum DatePrecision { Day, Month, Year }

/// <summary>What is to be done about plans that overlap: slå sammen, avgrens, henvis, behold begge.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OverlapAction>))]
public enum OverlapAction { Merge, Delimit, Refer, KeepBoth }
