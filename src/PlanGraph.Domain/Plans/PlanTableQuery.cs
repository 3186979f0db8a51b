using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Plans;

public enum PlanSort { Title, Type, Status, Adopted, From, To, Findings }

public enum PlanGrouping { None, Type, Status }

/// <summary>What of the plan table is asked for. Null means "all"; several values of one property mean any of them.</summary>
public sealed record PlanTableQuery
{
    /// <summary>Words that must all stand in the title, as <see cref="Folding"/> reads them: "øvrevoll" is found by "ovrevoll".</summary>
    public string? Text { get; init; }
    public ImmutableArray<PlanType> Types { get => field.IsDefault ? [] : field; init; }
    public ImmutableArray<PlanStatus> Statuses { get => field.IsDefault ? [] : field; init; }
    public ImmutableArray<NodeId> Sectors { get => field.IsDefault ? [] : field; init; }
    public ImmutableArray<AnchoringState> Anchoring { get => field.IsDefault ? [] : field; init; }
    public bool? UseDoubt { get; init; }
    public bool? Expired { get; init; }

    /// <summary>Whether it is declared to stand outside the red thread, or was.</summary>
    public bool? Exempt { get; init; }
    public PlanSort Sort { get; init; }
    public bool Descending { get; init; }
    public PlanGrouping Group { get; init; }
}

/// <summary>A value that rows can be filtered by, and how many rows it would give with the other filters as they are.</summary>
public sealed record PlanFacetValue(string Value, int Count);

/// <param name="Key">The value that the rows share, as in JSON; empty without grouping.</param>
public sealed record PlanGroup(string Key, ImmutableArray<PlanRow> Rows);

/// <summary>The answer.</summary>
/// <param name="Rows">Filtered and sorted; when grouped, group after group.</param>
/// <param name="Total">All plans, before filters.</param>
/// <param name="Facets">By property: type, status, sector, anchoring, doubt, expired.</param>
/// <param name="FirstYear">First year of any period among the rows.</param>
/// <param name="LastYear">Last year of any period among the rows.</param>
public sealed record PlanTableView(
    ImmutableArray<PlanRow> Rows, ImmutableArray<PlanGroup> Groups, int Total, ImmutableSortedDictionary<string, ImmutableArray<PlanFacetValue>> Facets, int? FirstYear, int? LastYear)
{
    public static PlanTableView Of(ImmutableArray<PlanRow> all, PlanTableQuery query)
    {
        var filters = Filters(query);
        var rows = Sorted(all.Where(row => filters.All(filter => filter.Value(row))), query).ToImmutableArray();
        var groups = Grouped(rows, query.Group);
        var years = rows.SelectMany(row => new[] { row.Period?.From, row.Period?.To }).OfType<int>().ToArray();
        return new PlanTableView([.. groups.SelectMany(group => group.Rows)], groups, all.Length, FacetsOf(all, filters), years is [] ? null : years.Min(), years is [] ? null : years.Max());
    }

    private static Dictionary<string, Func<PlanRow, bool>> Filters(PlanTableQuery query) => new(StringComparer.Ordinal)
    {
        ["text"] = row => Matches(row.Title, query.Text),
        ["type"] = row => query.Types.IsEmpty || query.Types.Contains(row.Type),
        ["status"] = row => query.Statuses.IsEmpty || query.Statuses.Contains(row.Status),
        ["sector"] = row => query.Sectors.IsEmpty || row.Sectors.Any(sector => query.Sectors.Contains(sector.Id)),
        ["anchoring"] = row => query.Anchoring.IsEmpty || query.Anchoring.Contains(row.Anchoring),
        ["doubt"] = row => query.UseDoubt is not { } doubt || doubt == (row.UseDoubt != UseDoubt.None),
        ["exempt"] = row => query.Exempt is not { } exempt || exempt == row.Exemption is not null,
        ["expired"] = row => query.Expired is not { } expired || expired == row.IsExpired,
    };

    private static bool Matches(string title, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return true;
        var folded = Folding.Fold(title);
        return Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    private static IEnumerable<PlanRow> Sorted(IEnumerable<PlanRow> rows, PlanTableQuery query) => query.Sort switch
    {
        PlanSort.Title => By(rows, row => row.Title, TitleOrder.Norwegian, query.Descending),
        PlanSort.Type => By(rows, row => row.Type, null, query.Descending),
        PlanSort.Status => By(rows, row => row.Status, null, query.Descending),
        PlanSort.Adopted => Known(rows, row => row.Adopted?.Date, query.Descending),
        PlanSort.From => Known(rows, row => row.Period?.From, query.Descending),
        PlanSort.To => Known(rows, row => row.Period?.To, query.Descending),
        _ => By(rows, row => row.OpenFindings, null, query.Descending),
    };

    /// <summary>Rows without the value come last in either direction.</summary>
    private static IOrderedEnumerable<PlanRow> Known<T>(IEnumerable<PlanRow> rows, Func<PlanRow, T?> value, bool descending) where T : struct
    {
        var known = rows.OrderBy(row => value(row) is null);
        return Ties(descending ? known.ThenByDescending(value) : known.ThenBy(value));
    }

    private static IOrderedEnumerable<PlanRow> By<T>(IEnumerable<PlanRow> rows, Func<PlanRow, T> value, IComparer<T>? order, bool descending) =>
        Ties(descending ? rows.OrderByDescending(value, order) : rows.OrderBy(value, order));

    private static IOrderedEnumerable<PlanRow> Ties(IOrderedEnumerable<PlanRow> rows) => rows.ThenBy(row => row.Title, TitleOrder.Norwegian).ThenBy(row => row.Id);

    private static ImmutableArray<PlanGroup> Grouped(ImmutableArray<PlanRow> rows, PlanGrouping grouping) => grouping switch
    {
        PlanGrouping.Type => [.. rows.GroupBy(row => row.Type).OrderBy(group => group.Key).Select(group => new PlanGroup(ChoiceNames.Of(group.Key), [.. group]))],
        PlanGrouping.Status => [.. rows.GroupBy(row => row.Status).OrderBy(group => group.Key).Select(group => new PlanGroup(ChoiceNames.Of(group.Key), [.. group]))],
        _ => [new PlanGroup("", rows)],
    };

    private static ImmutableSortedDictionary<string, ImmutableArray<PlanFacetValue>> FacetsOf(ImmutableArray<PlanRow> all, Dictionary<string, Func<PlanRow, bool>> filters)
    {
        return ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new[]
        {
            Facet("type", row => [ChoiceNames.Of(row.Type)]),
            Facet("status", row => [ChoiceNames.Of(row.Status)]),
            Facet("sector", row => row.Sectors.Select(sector => sector.Id.Value)),
            Facet("anchoring", row => [ChoiceNames.Of(row.Anchoring)]),
            Facet("doubt", row => [row.UseDoubt != UseDoubt.None ? "true" : "false"]),
            Facet("expired", row => [row.IsExpired ? "true" : "false"]),
        });

        KeyValuePair<string, ImmutableArray<PlanFacetValue>> Facet(string name, Func<PlanRow, IEnumerable<string>> values) => KeyValuePair.Create(name,
            all.Where(row => filters.All(filter => filter.Key == name || filter.Value(row))).SelectMany(values).CountBy(value => value)
                .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
                .Select(count => new PlanFacetValue(count.Key, count.Value)).ToImmutableArray());
    }
}
