namespace PlanGraph.Domain.Graph;

/// <summary>What every node must fulfil, checked on every write.</summary>
public static class NodeRules
{
    public const int MaxTitle = 500;
    public const int MaxText = 32_767;

    /// <summary>What is wrong with a node taken by itself.</summary>
    public static IEnumerable<Sentence> Check(Node node)
    {
        if (node.Id.Kind != node.Kind)
            yield return Sentence.Of("rules.idOfOtherKind", ("element", node.Id), ("kind", $"@kind.{node.Kind}"));
        if (string.IsNullOrWhiteSpace(node.Title))
            yield return Sentence.Of("rules.titleMissing", ("element", node.Id));
        if (node.Title.Length > MaxTitle)
            yield return Sentence.Of("rules.titleTooLong", ("element", node.Id), ("max", MaxTitle));
        if (node.Text?.Length > MaxText || node.Notes?.Length > MaxText)
            yield return Sentence.Of("rules.textTooLong", ("element", node.Id), ("max", MaxText));
        foreach (var problem in CheckKind(node)) yield return problem;
    }

    private static IEnumerable<Sentence> CheckKind(Node node) => node switch
    {
        Plan plan => CheckPlan(plan),
        Measure { Period: { } period } => CheckPeriod(node.Id, period),
        Sdg { Number: < 1 or > 17 } => [Sentence.Of("rules.sdgNumber", ("element", node.Id))],
        GoalConflict { Severity: < 1 or > 5 } => [Sentence.Of("rules.severity", ("element", node.Id))],
        Input { Stars: < 0 } => [Sentence.Of("rules.stars", ("element", node.Id))],
        Finding { Score: < 0 or > 1 } => [Sentence.Of("rules.findingScore", ("element", node.Id))],
        _ => [],
    };

    private static IEnumerable<Sentence> CheckPlan(Plan plan)
    {
        if (plan.Exemption is { } exemption && (string.IsNullOrWhiteSpace(exemption.Reason) || string.IsNullOrWhiteSpace(exemption.DeclaredBy)))
            yield return Sentence.Of("rules.exemption", ("element", plan.Id));
        if (plan.Period is not { } period) yield break;
        foreach (var problem in CheckPeriod(plan.Id, period)) yield return problem;
    }

    private static IEnumerable<Sentence> CheckPeriod(NodeId id, Period period)
    {
        if (period is { From: null, To: null } || period.From > period.To || period.From is < 1800 or > 2200 || period.To is < 1800 or > 2200)
            yield return Sentence.Of("rules.period", ("element", id), ("from", period.From ?? (object)""), ("to", period.To ?? (object)""));
    }
}
