using System.Text;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Tests.Anchoring;

public sealed class AnchoringRulesTests
{
    [Fact]
    public void The_default_table_has_a_rule_with_a_source_for_every_plan_type()
    {
        foreach (var type in Enum.GetValues<PlanType>())
            Assert.NotEmpty(AnchoringRuleTable.Default.For(type).Source);
    }

    [Fact]
    public void A_table_that_lacks_a_plan_type_is_refused_with_its_name() =>
        Assert.Contains("Annet", Assert.Throws<FormatException>(() => AnchoringRuleTable.Parse("[]"u8)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_accepts_a_relation_that_does_not_lead_up_is_refused()
    {
        var rules = Enum.GetValues<PlanType>().Select(type =>
            $$"""{ "type": "{{type.ToString().ToLowerInvariant()}}", "required": true, "accepts": ["AFFECTS"], "severity": "low", "source": "x" }""");

        Assert.Throws<FormatException>(() => AnchoringRuleTable.Parse(Encoding.UTF8.GetBytes($"[{string.Join(',', rules)}]")));
    }
}
