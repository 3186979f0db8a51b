using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Coverage;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Tests.Building;

namespace PlanGraph.Domain.Tests.Findings;

/// <summary>Every detector on another municipality than Bærum, in the other written norm; and on nothing but its plans' names.</summary>
public sealed partial class NynorskMunicipalityTests
{
    private static readonly DetectionContext _everything = NynorskMunicipality.Context(NynorskMunicipality.Everything);
    private static readonly DetectionContext _names = NynorskMunicipality.Context(NynorskMunicipality.NamesOnly);
    private static readonly ImmutableArray<Detection> _found = Detectors.Run(Detectors.All, _everything, TimeProvider.System, null, default);

    private static IEnumerable<string> Titles(FindingKind kind) => Of(kind).Select(finding => string.Join(" + ", finding.Members.Select(id => _everything.Snapshot.Find(id)!.Title))).Order();

    private static ImmutableArray<DetectedFinding> Of(FindingKind kind) => _found.Single(detection => detection.Type == kind).Findings;

    private static DetectedFinding Of(FindingKind kind, string title) => Of(kind).Single(finding => _everything.Snapshot.Find(finding.Members[0])!.Title == title);

    [Fact]
    public void Plans_without_a_way_up_are_unanchored_and_no_others() => Assert.Equal(
        ["Detaljregulering for Naustvika", "Helseplan 2024-2032", "Kulturplan 2021-2030", "Omsorgsplan 2024-2032", "Plan mot mobbing 2024-2028", "Sauebruksplan"],
        Titles(FindingKind.UnanchoredPlan));

    [Fact]
    public void What_is_anchored_and_what_need_not_be_is_told_apart_by_type_title_and_links()
    {
        Assert.Equal(AnchoringState.Anchored, _everything.Anchoring.For(Id("Energi- og klimaplan 2023-2030")).State);
        Assert.Equal(AnchoringState.NotRequired, _everything.Anchoring.For(Id("Folkehelseoversyn 2023")).State);
        Assert.Equal(AnchoringState.Anchored, _everything.Anchoring.For(Id("Områderegulering for sentrum")).State);
    }

    [Fact]
    public void A_zoning_plan_is_asked_for_the_land_use_part_and_not_for_the_samfunnsdel()
    {
        var finding = Of(FindingKind.UnanchoredPlan, "Detaljregulering for Naustvika");
        Assert.Equal(("findings.unanchoredPlan.notIn", "@planType.arealdel"), (finding.Headline.Key, finding.Headline.Args["in"]));
        Assert.DoesNotContain(finding.Evidence, line => line.Sentence.Key.StartsWith("anchoring.likely", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_anchored_only_through_an_expired_plan_names_that_plan_and_its_last_year()
    {
        var headline = Of(FindingKind.UnanchoredPlan, "Plan mot mobbing 2024-2028").Headline;
        Assert.Equal(("findings.unanchoredPlan.throughExpiredPlan", "Oppvekstplan 2016-2020", "2020"), (headline.Key, headline.Args["expired"], headline.Args["year"]));
    }

    [Fact]
    public void A_plan_without_anchoring_is_shown_the_goal_about_the_same() =>
        Assert.Equal("Eit rikt kulturliv med møteplassar i alle bygder", _everything.Snapshot.Find(_everything.LikelyGoals.For(Plan("Kulturplan 2021-2030"))[0].Goal)!.Title);

    [Fact]
    public void Declared_exemptions_hold_end_and_are_said_when_they_are_about_to()
    {
        Assert.Equal(AnchoringState.Declared, _everything.Anchoring.For(Id("Beitebruksplan")).State);
        Assert.Equal(["Beitebruksplan"], Titles(FindingKind.ExemptionEnding));
        Assert.Contains(Of(FindingKind.UnanchoredPlan, "Sauebruksplan").Evidence, line => line.Sentence.Key == "findings.unanchoredPlan.exemptionOver");
    }

    [Fact]
    public void What_is_past_its_own_period_is_found() => Assert.Contains("Oppvekstplan 2016-2020", Titles(FindingKind.ExpiredPlan));

    [Fact]
    public void Marks_and_decisions_of_the_planstrategi_are_found() => Assert.Equal(
        ["Landbruksmelding 2012", "Plan for frivillig arbeid", "Rusmiddelpolitisk handlingsplan 2022-2027"], Titles(FindingKind.OutsidePlanningStrategy));

    [Fact]
    public void A_plan_in_doubt_that_stands_as_in_force_is_found() => Assert.Equal(["Reiselivsstrategi"], Titles(FindingKind.UncertainUse));

    [Fact]
    public void A_goal_without_a_plan_is_found_and_one_for_a_year_that_is_over_is_not() => Assert.Equal(
        ["Eit lausrive delmål om breiband", "Eit rikt kulturliv med møteplassar i alle bygder"], Titles(FindingKind.GoalWithoutFollowUp));

    [Fact]
    public void A_sub_goal_of_nothing_is_found() => Assert.Equal(["Eit lausrive delmål om breiband"], Titles(FindingKind.UnanchoredGoal));

    [Fact]
    public void A_challenge_without_an_answer_is_found() => Assert.Equal(["Folketalet går ned"], Titles(FindingKind.ChallengeWithoutResponse));

    [Fact]
    public void A_strategy_in_force_without_a_measure_is_found() => Assert.Equal(["Byggje sykkelveg langs fjorden"], Titles(FindingKind.StrategyWithoutMeasure));

    [Fact]
    public void A_ring_of_plans_is_found() => Assert.Equal(["Helseplan 2024-2032 + Omsorgsplan 2024-2032"], Titles(FindingKind.HierarchyCycle));

    [Fact]
    public void Names_alone_say_nothing_of_anchoring_and_it_is_said_once()
    {
        Assert.Empty(UnanchoredPlans.Detect(_names, default));
        Assert.All(_names.Snapshot.OfKind<Plan>().Select(plan => _names.Anchoring.For(plan.Id).State), state => Assert.True(state is AnchoringState.Unknown or AnchoringState.NotRequired));
        Assert.Equal(["anchoring.unknown.noLinks", "coverage.unknown.noGoals"], Unjudged.Of(_names).Select(one => one.Why.Key));
    }

    [Fact]
    public void Names_alone_still_say_which_plans_are_past_their_period() =>
        Assert.Contains(Id("Oppvekstplan 2016-2020"), Domain.Expiry.ExpiredPlans.Detect(_names, default).Select(finding => finding.Members[0]));

    [Fact]
    public void A_plan_system_that_records_everything_has_nothing_that_cannot_be_judged() => Assert.Empty(Unjudged.Of(_everything));

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public void Every_sentence_has_words_and_all_its_values(string language)
    {
        var texts = TextFiles.All(language);
        var sentences = _found.SelectMany(detection => detection.Findings).SelectMany(finding => finding.Evidence.Select(line => line.Sentence).Append(finding.Headline))
            .Concat(Unjudged.Of(_names).Select(one => one.Why)).ToArray();
        Assert.Empty(sentences.Select(sentence => sentence.Key).Concat(sentences.SelectMany(sentence => sentence.Args.Values).Where(value => value.StartsWith('@')).Select(value => value[1..])).Except(texts.Keys));
        Assert.Empty(sentences.Where(sentence => !Placeholder().Matches(texts[sentence.Key]).All(match => sentence.Args.ContainsKey(match.Groups[1].Value))).Select(sentence => sentence.Key));
    }

    private static NodeId Id(string title) => Plan(title).Id;

    private static Plan Plan(string title) => _everything.Snapshot.OfKind<Plan>().Single(plan => plan.Title == title);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
