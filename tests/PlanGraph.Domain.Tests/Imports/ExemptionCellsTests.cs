using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Tests.Imports;

public sealed class ExemptionCellsTests
{
    private const string Header = "Plan;Unntak fra forankring;Unntak til;Unntak erklært av";

    [Theory]
    [InlineData("31.12.2027", 2027, 12, 31)]
    [InlineData("2027", 2027, 12, 31)]
    [InlineData("juni 2027", 2027, 6, 30)]
    public void A_row_declares_an_exemption_with_reason_last_day_and_who(string until, int year, int month, int day)
    {
        var plan = Lists.Given(Lists.Table("p.csv", Header, $"Kulturplan;Pålagt av staten;{until};Planavdelingen")).Node<Plan>("plan/kulturplan");
        Assert.Equal(new AnchoringExemption("Pålagt av staten", new DateOnly(year, month, day), "Planavdelingen"), plan.Exemption);
    }

    [Theory]
    [InlineData("Kulturplan;Pålagt;;Planavdelingen")]
    [InlineData("Kulturplan;Pålagt;snart;Planavdelingen")]
    [InlineData("Kulturplan;Pålagt;2027;")]
    public void An_exemption_that_lacks_something_is_doubted_with_the_columns_it_needs_and_the_plan_is_read(string row)
    {
        var plan = Lists.Plan(GraphSnapshot.Empty, Lists.Table("p.csv", Header, row));

        var doubt = Assert.Single(plan.Rows).Sentences.Single(sentence => sentence.Key == "imports.exemptionIncomplete");
        Assert.Equal("@imports.column.exemptionUntil", doubt.Args["until"]);
        Assert.Null(Assert.IsType<Plan>(Assert.Single(plan.Operations.OfType<PutNode>()).Node).Exemption);
    }

    [Fact]
    public void An_empty_cell_takes_an_exemption_back_when_the_row_names_the_plan_by_id_and_else_says_nothing()
    {
        var given = Lists.Given(Lists.Table("p.csv", Header, "Kulturplan;Pålagt;2027;Planavdelingen"));

        Assert.Empty(Lists.Plan(given, Lists.Table("p.csv", Header, "Kulturplan;;;")).Operations);
        Assert.Null(given.Apply(Lists.Plan(given, Lists.Table("p.csv", "id;" + Header, "plan/kulturplan;Kulturplan;;;"))).Node<Plan>("plan/kulturplan").Exemption);
    }

    [Fact]
    public void A_new_reason_keeps_the_day_and_who_where_the_row_does_not_say_them()
    {
        var given = Lists.Given(Lists.Table("p.csv", Header, "Kulturplan;Pålagt;2027;Planavdelingen"));

        var after = given.Apply(Lists.Plan(given, Lists.Table("p.csv", "Plan;Unntak fra forankring", "Kulturplan;Venter på ny samfunnsdel"))).Node<Plan>("plan/kulturplan");

        Assert.Equal(new AnchoringExemption("Venter på ny samfunnsdel", new DateOnly(2027, 12, 31), "Planavdelingen"), after.Exemption);
    }
}
