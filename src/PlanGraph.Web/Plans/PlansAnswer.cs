using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Plans;
using PlanGraph.Web.Graph;

namespace PlanGraph.Web.Plans;

/// <summary>The plan table.</summary>
/// <param name="Total">All plans, before filters.</param>
/// <param name="Facets">By property: the values there are, and how many rows each would give with the other filters as they are.</param>
/// <param name="Years">The years that the periods of the rows span.</param>
internal sealed record PlansAnswer(
    ImmutableArray<PlanLine> Rows, int Total, ImmutableSortedDictionary<string, ImmutableArray<FacetValue>> Facets, Years? Years)
{
    public static PlansAnswer Of(PlanTableView table, GraphView view) => new(
        [.. table.Rows.Select(PlanLine.Of)], table.Total,
        table.Facets.ToImmutableSortedDictionary(facet => facet.Key, facet => facet.Value.Select(value => FacetValue.Of(value, view)).ToImmutableArray(), StringComparer.Ordinal),
        table.FirstYear is null && table.LastYear is null ? null : new Years(table.FirstYear, table.LastYear));
}

/// <param name="Title">The title, when the value is the id of a node.</param>
internal sealed record FacetValue(string Value, string? Title, int Count)
{
    public static FacetValue Of(PlanFacetValue value, GraphView view) =>
        new(value.Value, NodeId.TryParse(value.Value, out var id) ? view.Snapshot.Find(id)?.Title : null, value.Count);
}

internal sealed record PlanLine(
    NodeId Id, string Title, PlanType Type, PlanStatus Status, string? StatusPrinted, PrintedDate? Adopted, Period? Period, ImmutableArray<Named> Sectors,
    UseDoubt UseDoubt, AnchoringLine Anchoring, bool Expired, int OpenFindings, int Goals)
{
    public static PlanLine Of(PlanRow row) => new(
        row.Id, row.Title, row.Type, row.Status, row.StatusPrinted, row.Adopted, row.Period, [.. row.Sectors.Select(Named.Of)],
        row.UseDoubt, new AnchoringLine(row.Anchoring, row.Through is { } through ? Named.Of(through) : null, row.Exemption), row.IsExpired, row.OpenFindings, row.Goals);
}

/// <param name="Through">The next step on the way up.</param>
/// <param name="Exemption">The declaration that it stands outside, whether it still holds or not.</param>
internal sealed record AnchoringLine(AnchoringState State, Named? Through, AnchoringExemption? Exemption);

/// <summary>A node by id and title.</summary>
internal sealed record Named(NodeId Id, string Title)
{
    public static Named Of(Node node) => new(node.Id, node.Title);
}
