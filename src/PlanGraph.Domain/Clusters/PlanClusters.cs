using System.Collections.Immutable;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Domain.Clusters;

/// <summary>A plan of a list of many municipalities.</summary>
/// <param name="Municipality">Null when the list does not say.</param>
public readonly record struct MunicipalPlan(string Title, string? Municipality);

/// <summary>Plans of one subject in several municipalities.</summary>
/// <param name="Plans">Their numbers in the list, ascending.</param>
/// <param name="Title">The most typical title: the commonest of those at the centre, the shortest when none is commoner.</param>
/// <param name="OtherTitles">Each once, the commonest first.</param>
/// <param name="Municipalities">Each once, in alphabetical order; empty when the list does not say.</param>
public sealed record PlanCluster(ImmutableArray<int> Plans, string Title, ImmutableArray<string> OtherTitles, ImmutableArray<string> Municipalities);

/// <summary>
/// Finds what many municipalities have a plan for. Across municipalities pairs say nothing: 357 that each have a trafikksikkerhetsplan are 63,546 pairs and one cluster.
/// </summary>
/// <remarks>
/// Titles without the municipality's own name that are read alike are one unit before anything is compared. The units are joined (<see cref="Join.CosineJoin"/>); the one with most plans
/// becomes the centre of a cluster and takes those that are like it, then the next that is free (star clustering: Aslam, Pelekhov and Rus 2004). Every member is like the centre, so
/// a chain of neighbours is no cluster. Two that each name a place of their own are never together. Memory goes with the number of different titles and the pairs of them that are alike.
/// </remarks>
public static class PlanClusters
{
    /// <summary>How like the centre a member is, cosine of words and topics, unless something else is asked for.</summary>
    public const double UsualLikeness = 0.75;

    /// <summary>The clusters with two municipalities or more, or two plans or more when the list names none; most municipalities first, then most plans, then by title.</summary>
    /// <param name="least">Above 0, at most 1.</param>
    public static ImmutableArray<PlanCluster> Find(IReadOnlyList<MunicipalPlan> plans, double least = UsualLikeness, OverlapOptions? options = null, CancellationToken cancellationToken = default)
    {
        var units = new ClusterUnits(plans, options ?? new OverlapOptions(), cancellationToken);
        var isOfMany = plans.Any(plan => plan.Municipality is not null);
        return
        [
            .. Stars(units, least, cancellationToken).Select(star => Describe(plans, units, star))
                .Where(cluster => isOfMany ? cluster.Municipalities.Length > 1 : cluster.Plans.Length > 1)
                .OrderByDescending(cluster => cluster.Municipalities.Length).ThenByDescending(cluster => cluster.Plans.Length)
                .ThenBy(cluster => cluster.Title, StringComparer.Ordinal).ThenBy(cluster => cluster.Plans[0]),
        ];
    }

    /// <summary>The units of each cluster, its centre first.</summary>
    private static IEnumerable<List<int>> Stars(ClusterUnits units, double least, CancellationToken cancellationToken)
    {
        var near = units.Near(least, cancellationToken);
        var taken = new bool[units.Count];
        foreach (var centre in Enumerable.Range(0, units.Count).OrderByDescending(unit => units.Plans(unit).Count).ThenBy(unit => units.Plans(unit)[0]))
        {
            if (taken[centre]) continue;
            var star = new List<int> { centre };
            star.AddRange(near[centre].Where(unit => !taken[unit]));
            foreach (var unit in star) taken[unit] = true;
            yield return star;
        }
    }

    private static PlanCluster Describe(IReadOnlyList<MunicipalPlan> plans, ClusterUnits units, List<int> star)
    {
        ImmutableArray<int> members = [.. star.SelectMany(units.Plans).Order()];
        var title = Commonest(units.Plans(star[0]).Select(plan => plans[plan].Title)).First();
        return new PlanCluster(members, title, [.. Commonest(members.Select(plan => plans[plan].Title)).Where(other => other != title)],
            [.. members.Select(plan => plans[plan].Municipality).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)]);
    }

    private static IEnumerable<string> Commonest(IEnumerable<string> titles) => titles.CountBy(title => title, StringComparer.Ordinal)
        .OrderByDescending(count => count.Value).ThenBy(count => count.Key.Length).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key);
}
