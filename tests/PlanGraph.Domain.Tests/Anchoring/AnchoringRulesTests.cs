using System.Text;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

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

    [Theory]
    [InlineData("Felles ROS-analyse for to kommuner", true)]
    [InlineData("Helseoversikten 2023", true)]
    [InlineData("Oversyn og levekårskartlegging", true)]
    [InlineData("Oversikt over helsetilstand og påverknadsfaktorar", true)]
    [InlineData("Plan for oppfølging av ROS-analysen", false)]
    [InlineData("Handlingsplan etter folkehelseoversikten", false)]
    [InlineData("Kulturplan", false)]
    public void What_the_title_calls_the_document_decides_whatever_it_is_listed_as(string title, bool isKnowledge) =>
        Assert.Equal(!isKnowledge, AnchoringRuleTable.Default.For(Plan(title)).Required);

    [Fact]
    public void A_title_that_names_no_kind_of_document_is_explained_by_the_first_sentence_of_its_text()
    {
        Assert.False(AnchoringRuleTable.Default.For(Plan("LDIP") with { Text = "Langsiktig driftsanalyse og investeringsplan." }).Required);
        Assert.True(AnchoringRuleTable.Default.For(Plan("KLIMA 30") with { Text = "Strategi bygd på en analyse." }).Required);
        Assert.True(AnchoringRuleTable.Default.For(Plan("Sammen") with { Text = "Vi følger opp. En analyse ligger ved." }).Required);
    }

    [Fact]
    public void A_municipalitys_rule_takes_the_place_of_ours_and_the_others_stand()
    {
        var reading = AnchoringRuleTable.Read("regler.json", Bytes("""[ { "type": "melding", "required": false, "source": "Meldinger er orientering (kommunestyret, sak 12/24)" } ]"""));

        Assert.Empty(reading.Problems);
        Assert.False(reading.Table.For(PlanType.Melding).Required);
        Assert.Equal("Meldinger er orientering (kommunestyret, sak 12/24)", reading.Table.For(PlanType.Melding).Source);
        Assert.True(reading.Table.For(PlanType.Temaplan).Required);
        Assert.NotEqual(AnchoringRuleTable.Default.Fingerprint, reading.Table.Fingerprint);
        Assert.Equal(AnchoringRuleTable.Default.Fingerprint, AnchoringRuleTable.Read("tom.json", "[]"u8).Table.Fingerprint);
    }

    [Fact]
    public void A_municipalitys_title_rule_is_asked_before_ours()
    {
        var reading = AnchoringRuleTable.Read("r.json", Bytes("""[ { "titleWords": ["analyse"], "required": true, "accepts": ["ANCHORED_IN"], "source": "vi vil det" } ]"""));
        Assert.True(reading.Table.For(Plan("ROS-analyse")).Required);
    }

    [Theory]
    [InlineData("{}", 1, "anchoring.rules.noList", "regler.json")]
    [InlineData("[\n {]", 2, "anchoring.rules.noList", "regler.json")]
    [InlineData("[\n { \"type\": \"tullplan\", \"required\": true, \"source\": \"x\" } ]", 2, "anchoring.rules.value", "temaplan")]
    [InlineData("[\n\n { \"type\": \"melding\", \"required\": true, \"accepts\": [\"AFFECTS\"], \"source\": \"x\" } ]", 3, "anchoring.rules.accepts", "ANCHORED_IN")]
    [InlineData("[ { \"type\": \"melding\", \"required\": false } ]", 1, "anchoring.rules.unreadable", "required")]
    [InlineData("[ { \"type\": \"melding\", \"required\": false, \"source\": \"x\", \"kilde\": 1 } ]", 1, "anchoring.rules.unreadable", "titleWords")]
    [InlineData("[ { \"required\": false, \"source\": \"x\" } ]", 1, "anchoring.rules.forNothing", "regler.json")]
    [InlineData("[ { \"type\": \"melding\", \"required\": false, \"source\": \" \" } ]", 1, "anchoring.rules.noSource", "regler.json")]
    [InlineData("[ { \"type\": \"melding\", \"required\": false, \"source\": \"x\" },\n { \"type\": \"melding\", \"required\": false, \"source\": \"y\" } ]", 2, "anchoring.rules.twice", "melding")]
    public void A_rule_that_cannot_be_used_is_told_with_file_line_and_what_to_write(string json, int line, string key, string told)
    {
        var problem = Assert.Single(AnchoringRuleTable.Read("regler.json", Bytes(json)).Problems);

        Assert.Equal((line, key, "regler.json"), (problem.Line, problem.Sentence.Key, problem.Sentence.Args["file"]));
        Assert.Contains(told, Text(problem.Sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void One_rule_that_cannot_be_used_does_not_cost_the_others()
    {
        var reading = AnchoringRuleTable.Read("r.json", Bytes("""
            // våre regler
            [
              { "type": "temaplan", "required": "ja", "source": "x" },
              { "type": "melding", "required": false, "source": "x" },
            ]
            """));

        Assert.Equal(3, Assert.Single(reading.Problems).Line);
        Assert.False(reading.Table.For(PlanType.Melding).Required);
        Assert.True(reading.Table.For(PlanType.Temaplan).Required);
    }

    [Fact]
    public void The_map_and_the_finding_follow_the_rules_they_are_given()
    {
        var table = AnchoringRuleTable.Read("r.json", Bytes("""[ { "type": "temaplan", "required": true, "accepts": ["ANCHORED_IN"], "severity": "low", "source": "Kommunens eget krav" } ]""")).Table;
        var builder = new GraphBuilder().Samfunnsdel().Plan("a").Relate("plan/a", RelationType.Supports, "goal/hovedmal");

        Assert.Equal(AnchoringState.Anchored, builder.Anchoring().For(NodeId.Parse("plan/a")).State);
        var finding = Assert.Single(UnanchoredPlans.Detect(new(builder.Snapshot(), GraphBuilder.Today, table), default));
        Assert.Equal((0.3, "Kommunens eget krav"), (finding.Score, finding.Evidence[0].Sentence.Args["source"]));
    }

    private static string Text(Sentence sentence) => sentence.Args.Aggregate(TextFiles.All("nb")[sentence.Key], (text, arg) => text.Replace($"{{{arg.Key}}}", arg.Value, StringComparison.Ordinal));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static Plan Plan(string title) => new() { Id = NodeId.Parse("plan/a"), Title = title };
}
