using System.Collections.Immutable;
using PlanGraph.Domain.Clusters;

namespace PlanGraph.Domain.Tests.Clusters;

public sealed class PlanClustersTests
{
    private static ImmutableArray<PlanCluster> Find(params (string Title, string? Municipality)[] plans) =>
        PlanClusters.Find([.. plans.Select(plan => new MunicipalPlan(plan.Title, plan.Municipality))], cancellationToken: TestContext.Current.CancellationToken);

    [Fact]
    public void The_same_plan_in_several_municipalities_is_one_cluster_with_its_commonest_title()
    {
        var cluster = Assert.Single(Find(("Trafikksikkerhetsplan 2020-2024", "Askim"), ("Trafikksikkerhetsplan", "Bamble"), ("Trafikksikkerhetsplan", "Drangedal"), ("Plan for trafikksikkerhet", "Etne"), ("Rusplan", "Etne")));

        Assert.Equal(("Trafikksikkerhetsplan", 4), (cluster.Title, cluster.Plans.Length));
        Assert.Equal(["Askim", "Bamble", "Drangedal", "Etne"], cluster.Municipalities);
        Assert.Equal(["Plan for trafikksikkerhet", "Trafikksikkerhetsplan 2020-2024"], cluster.OtherTitles);
    }

    [Fact]
    public void The_name_of_the_municipality_itself_tells_nothing_apart() =>
        Assert.Equal([0, 1, 2], Assert.Single(Find(("Ruspolitisk plan for Askim kommune", "Askim"), ("Nordre Follos ruspolitiske plan", "Nordre Follo kommune"), ("Ruspolitisk plan", "Hvaler"))).Plans);

    [Fact]
    public void Two_that_each_name_a_place_of_their_own_are_not_together() =>
        Assert.Empty(Find(("Kommunedelplan for Sandvika sentrum", "Bærum"), ("Kommunedelplan for Kolbotn sentrum", "Nordre Follo"), ("Rusplan", "Bærum")));

    [Fact]
    public void Plans_of_one_municipality_alone_are_no_cluster() => Assert.Empty(Find(("Rusplan", "Askim"), ("Rusplan", "Askim"), ("Vannplan", "Bamble")));

    [Fact]
    public void A_list_that_names_no_municipality_has_clusters_of_plans() =>
        Assert.Equal(2, Assert.Single(Find(("Rusplan", null), ("Rusplan", null), ("Vannplan", null))).Plans.Length);

    [Fact]
    public void Nothing_and_titles_that_name_no_subject_have_no_clusters()
    {
        Assert.Empty(Find());
        Assert.Empty(Find(("", "A"), ("", "B"), ("Plan", "A"), ("Plan", "B"), ("Askim", "Askim"), ("🙂", "C")));
    }

    [Fact]
    public void Every_plan_is_in_one_cluster_at_most_and_the_order_of_the_list_does_not_matter()
    {
        string[] subjects = ["Rusplan", "Rus- og psykiatriplan", "Psykiatriplan", "Plan for psykisk helse", "Plan for psykisk helse og rus", "Boligsosial handlingsplan", "Boligplan"];
        var plans = subjects.SelectMany((subject, at) => Enumerable.Range(0, 3 + at).Select(number => new MunicipalPlan(subject, $"K{number}"))).ToArray();
        var clusters = PlanClusters.Find(plans, cancellationToken: TestContext.Current.CancellationToken);
        var backwards = PlanClusters.Find([.. plans.Reverse()], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(clusters.Sum(cluster => cluster.Plans.Length), clusters.SelectMany(cluster => cluster.Plans).Distinct().Count());
        Assert.Equal(Told(clusters), Told(backwards));

        static IEnumerable<string> Told(IEnumerable<PlanCluster> clusters) => clusters.Select(cluster => $"{cluster.Plans.Length} {cluster.Title}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_equal_titles_are_one_unit_and_not_five_billion_pairs()
    {
        var clusters = PlanClusters.Find([.. Enumerable.Range(0, 100_000).Select(number => new MunicipalPlan("Trafikksikkerhetsplan", $"K{number % 357}"))], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((100_000, 357), (Assert.Single(clusters).Plans.Length, clusters[0].Municipalities.Length));
    }
}
