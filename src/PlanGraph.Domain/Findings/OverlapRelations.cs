using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>
/// The <c>OVERLAPS</c> relations that follow from what people have confirmed. Two plans have one as long as a confirmed case holds both; a relation that
/// somebody else recorded is never taken away, and is told what is to be done.
/// </summary>
internal static class OverlapRelations
{
    /// <summary>A larger group would make more relations than anybody can use: members must be left out first.</summary>
    public const int MostMembers = 30;

    private const string Document = "PlanGraph";

    public static bool IsTooMany(Finding finding) => finding.Type == FindingKind.Overlap && finding.Members.Length > MostMembers;

    /// <summary>What changes when these cases are as given and all others are as the snapshot has them.</summary>
    public static IEnumerable<Operation> After(GraphSnapshot snapshot, IReadOnlyList<Finding> changed)
    {
        var overlaps = changed.Where(finding => finding.Type == FindingKind.Overlap).ToDictionary(finding => finding.Id);
        foreach (var (first, second) in overlaps.Values.SelectMany(finding => PairsOf(snapshot, finding)).Distinct().Order())
        {
            var existing = Between(snapshot, first, second);
            if (Confirming(snapshot, overlaps, first, second) is { } confirming)
            {
                if (Wanted(existing, confirming, first, second) is { } wanted) yield return new PutRelation(wanted, existing?.Version ?? 0);
            }
            else if (existing is not null && IsOurs(existing))
            {
                yield return new RemoveRelation(existing.Type, existing.From, existing.To, existing.Variant, existing.Version);
            }
        }
    }

    /// <summary>Pairs of plans in the case as it is or as it was.</summary>
    private static IEnumerable<(NodeId First, NodeId Second)> PairsOf(GraphSnapshot snapshot, Finding finding)
    {
        var before = (snapshot.Find(finding.Id) as Finding)?.Members ?? [];
        var plans = finding.Members.Union(before).Where(id => id.Kind == NodeKind.Plan).Order().ToArray();
        if (finding.State != FindingState.Confirmed && plans.Length > MostMembers) yield break;
        for (var i = 0; i < plans.Length; i++)
        {
            for (var j = i + 1; j < plans.Length; j++) yield return (plans[i], plans[j]);
        }
    }

    /// <summary>The case that says the two overlap: one just judged before others, then by id.</summary>
    private static Finding? Confirming(GraphSnapshot snapshot, Dictionary<NodeId, Finding> changed, NodeId first, NodeId second) =>
        changed.Values.Concat(snapshot.In(first, RelationType.About).Select(about => snapshot.Find(about.From)).OfType<Finding>().Where(finding => !changed.ContainsKey(finding.Id)))
            .Where(finding => finding is { Type: FindingKind.Overlap, State: FindingState.Confirmed } && finding.Members.Contains(first) && finding.Members.Contains(second))
            .OrderBy(finding => !changed.ContainsKey(finding.Id)).ThenBy(finding => finding.Id).FirstOrDefault();

    /// <summary>The relation as it should be; null when it is so already.</summary>
    private static Relation? Wanted(Relation? existing, Finding confirming, NodeId first, NodeId second)
    {
        var note = confirming.Judgements.LastOrDefault(judgement => judgement is { State: FindingState.Confirmed, Note: not null })?.Note;
        if (existing is null)
        {
            return new Relation
            {
                Type = RelationType.Overlaps, From = first, To = second, Reason = note, Action = confirming.Action,
                Sources = [new Source(Document, confirming.Id.Value, Basis.Judged)],
            };
        }
        var wanted = IsOurs(existing) ? existing with { Reason = note ?? existing.Reason, Action = confirming.Action } : existing with { Action = confirming.Action ?? existing.Action };
        return wanted.Reason == existing.Reason && wanted.Action == existing.Action ? null : wanted;
    }

    private static Relation? Between(GraphSnapshot snapshot, NodeId first, NodeId second) =>
        snapshot.Out(first, RelationType.Overlaps).FirstOrDefault(relation => relation.To == second)
        ?? snapshot.Out(second, RelationType.Overlaps).FirstOrDefault(relation => relation.To == first);

    private static bool IsOurs(Relation relation) =>
        relation.Sources.Any(source => source.Document == Document && NodeId.TryParse(source.Place, out var place) && place.Kind == NodeKind.Finding);
}
