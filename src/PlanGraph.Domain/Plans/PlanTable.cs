using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Plans;

/// <summary>The rows of the plan table: one definition for the page, the interface and the export.</summary>
public static class PlanTable
{
    /// <summary>Every plan of the snapshot, in the order of titles.</summary>
    public static ImmutableArray<PlanRow> Rows(GraphSnapshot snapshot, AnchoringMap anchoring, DateOnly today)
    {
        var open = OpenFindings(snapshot);
        return
        [
            .. snapshot.OfKind<Plan>()
                .Select(plan => Row(snapshot, plan, anchoring.For(plan.Id), today) with { OpenFindings = open.GetValueOrDefault(plan.Id) })
                .OrderBy(row => row.Title, TitleOrder.Norwegian).ThenBy(row => row.Id),
        ];
    }

    /// <summary>How many findings wait for somebody, for each node that has any.</summary>
    public static IReadOnlyDictionary<NodeId, int> OpenFindings(GraphSnapshot snapshot) => snapshot.OfKind<Finding>()
        .Where(finding => finding.State.IsOpen())
        .SelectMany(finding => finding.Members)
        .CountBy(member => member)
        .ToDictionary();

    private static PlanRow Row(GraphSnapshot snapshot, Plan plan, PlanAnchoring anchoring, DateOnly today) => new()
    {
        Id = plan.Id,
        Title = plan.Title,
        Type = plan.Type,
        Status = plan.Status,
        StatusPrinted = plan.StatusPrinted,
        Adopted = plan.Adopted,
        Period = plan.Period,
        Sectors = [.. snapshot.Out(plan.Id, RelationType.OwnedBy).Select(relation => snapshot.Find(relation.To)).OfType<Sector>().OrderBy(sector => sector.Title, TitleOrder.Norwegian)],
        UseDoubt = plan.UseDoubt,
        Anchoring = anchoring.State,
        Exemption = plan.Exemption,
        Through = anchoring.Path.Nodes is [_, var next, ..] ? snapshot.Find(next) : null,
        Force = Force.Of(snapshot, plan, today),
        Goals = snapshot.Out(plan.Id)
            .Where(relation => relation.To.Kind == NodeKind.Goal && relation.Type is RelationType.States or RelationType.Supports or RelationType.AnchoredIn)
            .Select(relation => relation.To).Distinct().Count(),
    };
}
