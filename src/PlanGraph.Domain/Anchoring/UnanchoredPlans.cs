using System.Collections.Immutable;
using System.Globalization;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>Plans that a rule wants anchored and that are not: exactly those whose <see cref="PlanAnchoring.IsProblem"/> is true.</summary>
public static class UnanchoredPlans
{
    /// <summary>At most so many dead ends are named.</summary>
    private const int MostDeadEnds = 3;

    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        var found = new List<DetectedFinding>();
        foreach (var plan in context.Snapshot.OfKind<Plan>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (context.Anchoring.For(plan.Id) is { IsProblem: true } anchoring) found.Add(Describe(context, plan, anchoring));
        }
        return [.. found.OrderBy(finding => finding.Id)];
    }

    private static DetectedFinding Describe(DetectionContext context, Plan plan, PlanAnchoring anchoring)
    {
        var facts = new FactList(context.Snapshot).Title(plan).Choice<PlanType>(plan, "type", plan.Type).Choice<PlanStatus>(plan, "status", plan.Status).Period(plan)
            .Add(plan, "exemption", plan.Exemption is { } exemption ? $"{exemption.Expires.ToString("O", CultureInfo.InvariantCulture)} {exemption.Reason}" : null)
            .Out(plan.Id, RelationType.AnchoredIn, RelationType.PartOf, RelationType.Supports, RelationType.States);
        foreach (var relation in anchoring.Path.Relations) facts.Link(relation);
        foreach (var id in anchoring.NotInForce) facts.Title(context.Snapshot.Find(id)!);
        return new DetectedFinding
        {
            Type = FindingKind.UnanchoredPlan,
            Members = [plan.Id],
            Headline = Headline(context.Snapshot, plan, anchoring),
            Evidence = [.. Evidence(context, plan, anchoring)],
            Facts = facts.ToFacts(),
        };
    }

    private static Sentence Headline(GraphSnapshot snapshot, Plan plan, PlanAnchoring anchoring)
    {
        if (anchoring.State == AnchoringState.Unanchored && !anchoring.Rule.In.IsEmpty)
            return Sentence.Of("findings.unanchoredPlan.notIn", ("title", plan.InQuotes()), ("in", $"@planType.{ChoiceNames.Of(anchoring.Rule.In[0])}"));
        return anchoring.State == AnchoringState.ThroughExpired && anchoring.NotInForce.Select(snapshot.Find).OfType<Plan>().FirstOrDefault(other => other.Period?.To is not null) is { } over
            ? Sentence.Of("findings.unanchoredPlan.throughExpiredPlan", ("title", plan.InQuotes()), ("expired", over.InQuotes()), ("year", over.Period!.To!.Value))
            : Sentence.Of($"findings.unanchoredPlan.{ChoiceNames.Of(anchoring.State)}", ("title", plan.InQuotes()));
    }

    private static IEnumerable<Evidence> Evidence(DetectionContext context, Plan plan, PlanAnchoring anchoring)
    {
        yield return new(Rule(plan, anchoring.Rule), Weight(anchoring.Rule.Severity));
        foreach (var line in WhatThereIs(context, plan, anchoring)) yield return line;
        if (Force.Of(context.Snapshot, plan, context.Today) == PlanForce.Expired)
            yield return new(Sentence.Of("findings.unanchoredPlan.expiredItself", ("year", plan.Period!.To!.Value)), -0.2);
        if (plan.Exemption is { } exemption && !exemption.Holds(context.Today))
            yield return new(Sentence.Of("findings.unanchoredPlan.exemptionOver", ("date", Exemptions.Date(exemption.Expires)), ("reason", exemption.Reason), ("by", exemption.DeclaredBy)));
        foreach (var likely in context.LikelyGoals.For(plan)) yield return new(OfGoal(likely, context.Snapshot.Find(likely.Goal)!));
    }

    /// <summary>The sentence with the goal in it: in a finding it does not stand under the goal's own name.</summary>
    private static Sentence OfGoal(LikelyGoal likely, Node goal) =>
        new(likely.IsWeak ? $"{likely.Evidence[0].Key}.weak" : $"{likely.Evidence[0].Key}.goal", likely.Evidence[0].Args.Add("goal", goal.InQuotes()));

    private static Sentence Rule(Plan plan, AnchoringRule rule) => rule.TitleWords.IsEmpty
        ? Sentence.Of("findings.unanchoredPlan.rule", ("type", $"@planType.{ChoiceNames.Of(plan.Type)}"), ("source", rule.Source))
        : Sentence.Of("findings.unanchoredPlan.titleRule", ("word", rule.TitleWords[0]), ("source", rule.Source));

    private static IEnumerable<Evidence> WhatThereIs(DetectionContext context, Plan plan, PlanAnchoring anchoring)
    {
        if (anchoring.State == AnchoringState.ThroughExpired)
        {
            yield return new(Sentence.Of("findings.unanchoredPlan.weakPath", ("chain", anchoring.Path.Titles(context.Snapshot))), -0.3);
            foreach (var id in anchoring.NotInForce) yield return new(NotInForce(context, context.Snapshot.Find(id)!));
        }
        else if (anchoring.State == AnchoringState.SkipsLevel)
        {
            var wanted = anchoring.Rule.In.IsEmpty ? anchoring.Rule.Through : anchoring.Rule.In;
            yield return new(Sentence.Of("findings.unanchoredPlan.skippedPath", ("chain", anchoring.Path.Titles(context.Snapshot)), ("through", $"@planType.{ChoiceNames.Of(wanted[0])}")), -0.4);
        }
        else
        {
            foreach (var sentence in DeadEnds(context, plan)) yield return new(sentence);
        }
    }

    private static Sentence NotInForce(DetectionContext context, Node node) => node switch
    {
        Plan plan when Force.Replacing(context.Snapshot, plan) is { } newer => Sentence.Of("findings.notInForce.replacedBy", ("title", plan.InQuotes()), ("newer", newer.InQuotes())),
        Plan plan => Sentence.Of($"findings.notInForce.{ChoiceNames.Of(Force.Of(context.Snapshot, plan, context.Today))}",
            ("title", plan.InQuotes()), ("year", plan.Period?.To ?? (object)"")),
        Goal goal => Sentence.Of($"findings.notInForce.goal.{ChoiceNames.Of(goal.Standing)}", ("title", goal.InQuotes())),
        Strategy strategy => Sentence.Of($"findings.notInForce.strategy.{ChoiceNames.Of(strategy.Standing)}", ("title", strategy.InQuotes())),
        _ => Sentence.Of("findings.notInForce.measure", ("title", node.InQuotes())),
    };

    /// <summary>What the plan is tied to, where no way goes on from there; or that it is tied to nothing.</summary>
    private static IEnumerable<Sentence> DeadEnds(DetectionContext context, Plan plan)
    {
        var ends = context.Snapshot.Out(plan.Id).Where(relation => relation.To != plan.Id && relation.Type is RelationType.AnchoredIn or RelationType.PartOf or RelationType.Supports)
            .Take(MostDeadEnds).ToArray();
        if (ends.Length == 0) yield return Sentence.Of("findings.unanchoredPlan.noLinks");
        foreach (var relation in ends)
        {
            yield return Sentence.Of("findings.unanchoredPlan.deadEnd",
                ("relation", $"@relation.{RelationRules.Name(relation.Type)}"), ("title", context.Snapshot.Find(relation.To)?.InQuotes() ?? relation.To.Value));
        }
    }

    private static double Weight(AnchoringSeverity severity) => severity switch
    {
        AnchoringSeverity.High => 0.9,
        AnchoringSeverity.Medium => 0.6,
        _ => 0.3,
    };
}
