using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Domain.Plans;
using PlanGraph.Domain.Tests.Building;
using PlanGraph.Domain.Tests.Data;

namespace PlanGraph.Domain.Tests.Findings;

/// <summary>What the detectors say of the real plan system. Decision record 0005 has the counts as read.</summary>
public sealed partial class BaerumFindingsTests
{
    private static readonly DetectionContext _context = new(Import(), GraphBuilder.Today, AnchoringRuleTable.Default);
    private static readonly ImmutableArray<Detection> _detections = Detectors.Run(Detectors.All, _context, TimeProvider.System, null, default);

    private static IEnumerable<string> Members(FindingKind kind) => Of(kind).Select(finding => string.Join(" ", finding.Members.Select(id => id.Slug)));

    private static ImmutableArray<DetectedFinding> Of(FindingKind kind) => _detections.Single(detection => detection.Type == kind).Findings;

    private static IEnumerable<DetectedFinding> Overlaps => Of(FindingKind.Overlap).Where(finding => finding.IsEnoughForNew);

    [Theory]
    [InlineData("handlingsplan-for-forebygging-av-vold-seksuelle-krenkelser-og-overgrep-2019-2022", "handlingsplan-mot-vold-i-naere-relasjoner")]
    [InlineData("kommunedelplan-for-lysaker-og-sandviksvassdraget", "kommunedelplan-for-sandviksvassdraget")]
    [InlineData("fornebu-2035-strategi-for-utvikling-av-fornebusamfunnet", "kommunedelplan-3-for-fornebu")]
    [InlineData("kommunedelplan-for-sandvika", "prinsipper-for-langsiktig-byutvikling-i-sandvika")]
    [InlineData("barnehagemeldingen-2015-2025", "lek-og-laering-rammeverk-for-kvalitet-i-baerumsbarnehagene-kvalitetsplan-for-barnehagene")]
    public void A_pair_that_a_planner_calls_overlapping_is_found(string one, string other) =>
        Assert.Contains(Overlaps, finding => finding.Members.Select(id => id.Slug).SequenceEqual([one, other]));

    [Fact]
    public void The_analyses_of_the_four_sectors_do_not_overlap() =>
        Assert.DoesNotContain(Overlaps, finding => finding.Members.Any(id => id.Slug.StartsWith("virksomhetsanalyse", StringComparison.Ordinal)));

    [Fact]
    public void Overlaps_are_few_enough_to_read() => Assert.InRange(Overlaps.Count(), 8, 20);

    [Fact]
    public void The_three_strategies_that_the_workshop_called_much_alike_are_one_finding_with_what_was_said_of_them()
    {
        var group = Of(FindingKind.Duplicate).Single(finding => finding.Members.Any(id => id.Slug == "forslag-klima-arealstrategi-1"));
        Assert.Equal(["forslag-klima-arealstrategi-1", "forslag-klima-arealstrategi-2", "forslag-klima-arealstrategi-3"], group.Members.Select(id => id.Slug));
        Assert.True(group.IsEnoughForNew);
        Assert.Contains("1-3 fremstår veldig like", group.Evidence.Single(line => line.Sentence.Key == "duplicates.inputs").Sentence.Args["titles"], StringComparison.Ordinal);
    }

    [Fact]
    public void Goals_that_say_the_same_are_few_enough_to_read() => Assert.InRange(Of(FindingKind.Duplicate).Count(finding => finding.IsEnoughForNew), 3, 10);

    [Fact]
    public void The_plans_marked_in_the_inventory_are_outside_the_planning_strategy() =>
        Assert.Equal(BaerumTables.Marked.Length, Of(FindingKind.OutsidePlanningStrategy).Length);

    [Fact]
    public void The_samfunnsdel_in_force_is_the_one_to_2040() =>
        Assert.Equal("plan/kommuneplanens-samfunnsdel-2021-2040", Assert.Single(_context.Anchoring.Roots).Value);

    [Theory]
    [InlineData("virksomhetsplaner", AnchoringState.Anchored)]
    [InlineData("klimastrategi-2030", AnchoringState.Anchored)]
    [InlineData("anskaffelsesstrategi", AnchoringState.Unanchored)]
    [InlineData("skolebehovsanalyse-2018-2037", AnchoringState.NotRequired)]
    public void The_anchoring_of_a_plan_is_as_the_documents_say(string slug, AnchoringState state) =>
        Assert.Equal(state, _context.Anchoring.For(NodeId.Of(NodeKind.Plan, slug)).State);

    [Fact]
    public void The_table_the_map_and_the_findings_count_the_same_plans()
    {
        var rows = PlanTable.Rows(_context.Snapshot, _context.Anchoring, _context.Today);
        Assert.Equal(rows.Where(row => row.IsUnanchored).Select(row => row.Id.Slug).Order(StringComparer.Ordinal), Members(FindingKind.UnanchoredPlan).Order(StringComparer.Ordinal));
        Assert.Empty(rows.Where(row => row.IsExpired).Select(row => row.Id.Slug).Except(Members(FindingKind.ExpiredPlan)));
    }

    [Fact]
    public void A_goal_whose_only_plan_is_over_is_without_follow_up() => Assert.Contains("2040-naeringsliv", Members(FindingKind.GoalWithoutFollowUp));

    [Fact]
    public void The_hierarchy_has_no_rings() => Assert.Empty(Of(FindingKind.HierarchyCycle));

    [Fact]
    public void A_second_run_over_what_the_first_wrote_writes_nothing_but_itself()
    {
        var info = new RunInfo(NodeId.Parse("run/a"), "Kjøring", RunTrigger.FirstStart, default, default);
        var first = FindingsPlanner.Plan(_context.Snapshot, _detections, info);
        var after = _context.Snapshot.With([new CommittedChange(2, new ChangeSet { Id = Guid.Empty, Actor = "a", Reason = "b", At = default, Operations = first.Operations })]);

        var detections = Detectors.Run(Detectors.All, new DetectionContext(after, _context.Today, AnchoringRuleTable.Default), TimeProvider.System, null, default);

        Assert.Single(FindingsPlanner.Plan(after, detections, info with { Id = NodeId.Parse("run/b") }).Operations);
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public void Every_sentence_has_words_and_all_its_values(string language)
    {
        var texts = TextFiles.All(language);
        var sentences = _detections.SelectMany(detection => detection.Findings).SelectMany(finding => finding.Evidence.Select(line => line.Sentence).Append(finding.Headline)).ToArray();
        var keys = sentences.Select(sentence => sentence.Key)
            .Concat(sentences.SelectMany(sentence => sentence.Args.Values).Where(value => value.StartsWith('@')).Select(value => value[1..]));
        Assert.Empty(keys.Except(texts.Keys));
        Assert.Empty(sentences.Where(sentence => !Placeholder().Matches(texts[sentence.Key]).All(match => sentence.Args.ContainsKey(match.Groups[1].Value))).Select(sentence => sentence.Key));
    }

    private static GraphSnapshot Import()
    {
        var operations = ImportPlanner.Plan(BaerumFiles.Documents(), GraphSnapshot.Empty).Operations;
        return GraphSnapshot.From(1, operations.OfType<PutNode>().Select(put => put.Node with { Version = 1 }), operations.OfType<PutRelation>().Select(put => put.Relation with { Version = 1 }));
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
