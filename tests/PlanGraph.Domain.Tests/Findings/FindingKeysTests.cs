using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Tests.Findings;

public sealed class FindingKeysTests
{
    private static NodeId Plan(string slug) => NodeId.Of(NodeKind.Plan, slug);

    [Fact]
    public void The_key_of_one_member_is_readable() => Assert.Equal("finding/expired-plan-veteranplan", FindingKeys.Of(FindingKind.ExpiredPlan, [Plan("veteranplan")]).Value);

    [Fact]
    public void The_order_of_the_members_does_not_matter() =>
        Assert.Equal(FindingKeys.Of(FindingKind.Overlap, [Plan("a"), Plan("b")]), FindingKeys.Of(FindingKind.Overlap, [Plan("b"), Plan("a")]));

    [Fact]
    public void Members_whose_names_read_alike_together_have_different_keys() =>
        Assert.NotEqual(FindingKeys.Of(FindingKind.Overlap, [Plan("a-b"), Plan("c")]), FindingKeys.Of(FindingKind.Overlap, [Plan("a"), Plan("b-c")]));

    [Fact]
    public void Long_members_still_give_a_well_formed_key_of_their_own()
    {
        var (one, other) = (Plan(new string('a', 119)), Plan(new string('a', 118) + "b"));
        Assert.NotEqual(FindingKeys.Of(FindingKind.UnanchoredPlan, [one]), FindingKeys.Of(FindingKind.UnanchoredPlan, [other]));
        Assert.True(FindingKeys.Of(FindingKind.OutsidePlanningStrategy, [one, other]).Slug.Length <= NodeId.MaxSlugLength);
    }
}
