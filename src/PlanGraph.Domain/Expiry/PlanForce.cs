using System.Text.Json.Serialization;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Expiry;

/// <summary>Whether a plan still steers: gjeldende, over planperioden, utgått, erstattet.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PlanForce>))]
public enum PlanForce { InForce, Expired, Retired, Replaced }

/// <summary>The one answer to "is this in force?", for anchoring, coverage, periods and the plan table.</summary>
public static class Force
{
    /// <summary>
    /// Retired when its status says so; replaced when a plan that is no longer under work <c>REPLACES</c> it; expired when the last year of its
    /// period is over on <paramref name="today"/>; else in force. A plan without a period does not expire by itself, nor does an analysis of a single
    /// year ("Virksomhetsanalyse 2019"): that year is what it is about.
    /// </summary>
    public static PlanForce Of(GraphSnapshot snapshot, Plan plan, DateOnly today)
    {
        if (plan.Status == PlanStatus.Retired) return PlanForce.Retired;
        if (IsReplaced(snapshot, plan)) return PlanForce.Replaced;
        return plan.Period?.IsOver(today) == true && !IsAnalysisOfOneYear(plan) ? PlanForce.Expired : PlanForce.InForce;
    }

    /// <summary>
    /// Whether a node can carry others: a plan in force, a goal or strategy whose standing is current, a measure that is not stopped.
    /// Nodes of other kinds always can.
    /// </summary>
    public static bool IsInForce(GraphSnapshot snapshot, Node node, DateOnly today) => node switch
    {
        Plan plan => Of(snapshot, plan, today) == PlanForce.InForce,
        Goal goal => goal.Standing == Standing.Current,
        Strategy strategy => strategy.Standing == Standing.Current,
        Measure measure => measure.Status != MeasureStatus.Stopped,
        _ => true,
    };

    /// <summary>Whether a goal's own title sets a year that is over: nobody works towards it any more.</summary>
    public static bool IsPast(Goal goal, DateOnly today) => Periods.Find(goal.Title) is { Count: > 0 } years && years.Max(year => year.To ?? int.MaxValue) < today.Year;

    private static bool IsAnalysisOfOneYear(Plan plan) =>
        plan is { Type: PlanType.Virksomhetsanalyse or PlanType.Behovsanalyse, Period: { } period } && period.From == period.To;

    /// <summary>The plan that has replaced another: one that says so and is neither under work nor retired. Null when there is none.</summary>
    public static Plan? Replacing(GraphSnapshot snapshot, Plan plan) => snapshot.In(plan.Id, RelationType.Replaces).Where(relation => relation.From != plan.Id)
        .Select(relation => snapshot.Find(relation.From)).OfType<Plan>().FirstOrDefault(other => other.Status is not (PlanStatus.InProgress or PlanStatus.Retired));

    private static bool IsReplaced(GraphSnapshot snapshot, Plan plan) => Replacing(snapshot, plan) is not null;
}
