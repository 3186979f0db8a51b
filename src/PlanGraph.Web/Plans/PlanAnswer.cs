using System.Collections.Immutable;
using System.Globalization;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Plans;
using PlanGraph.Web.Findings;
using PlanGraph.Web.Graph;
using PlanGraph.Web.History;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Plans;

/// <summary>The page of one plan.</summary>
/// <param name="Up">Ways up to the samfunnsdel, shortest first.</param>
/// <param name="RespondsTo">Challenges; the other lists of nodes follow the relation of their name.</param>
/// <param name="Conflicts">Goal conflicts that it is a side of.</param>
internal sealed record PlanAnswer(
    Node Plan, PlanAnchoringAnswer Anchoring, ImmutableArray<PathSummary> Up, PlanDown Down,
    ImmutableArray<NodeSummary> RespondsTo, ImmutableArray<NodeSummary> ContributesTo, ImmutableArray<NodeSummary> OwnedBy, ImmutableArray<NodeSummary> AppliesTo,
    ImmutableArray<NodeSummary> Replaces, ImmutableArray<NodeSummary> ReplacedBy, ImmutableArray<NodeSummary> Conflicts,
    ImmutableArray<PlanOverlap> Overlaps, ImmutableArray<FindingSummary> Findings, ImmutableArray<ChangeLine> History, ImmutableArray<Source> Sources)
{
    public static PlanAnswer Of(GraphView view, Plan plan, FindingsReader reader)
    {
        var wording = reader.Wording;
        var thread = RedThread.Of(view.Snapshot, view.Anchoring, plan.Id);
        var up = thread.Up.Select(chain => Path(view, chain, wording)).ToImmutableArray();
        return new PlanAnswer(
            plan, PlanAnchoringAnswer.Of(view, plan, up, wording), up, PlanDown.Of(view, thread.Down),
            To(RelationType.RespondsTo), To(RelationType.ContributesTo), To(RelationType.OwnedBy), To(RelationType.AppliesTo),
            To(RelationType.Replaces), From(RelationType.Replaces), From(RelationType.ConflictSide),
            PlanOverlap.Of(view, plan.Id, reader),
            [.. view.FindingsAbout(plan.Id).OrderByDescending(finding => finding.Score).Select(finding => FindingSummary.Of(view, finding, reader))],
            [], plan.Sources);

        ImmutableArray<NodeSummary> To(RelationType type) => view.SummariesOf(view.Snapshot.Out(plan.Id, type).Select(relation => relation.To));
        ImmutableArray<NodeSummary> From(RelationType type) => view.SummariesOf(view.Snapshot.In(plan.Id, type).Select(relation => relation.From));
    }

    internal static PathSummary Path(GraphView view, Chain chain, Wording wording) =>
        PathSummary.Of(view, [.. chain.Nodes.Select(view.Snapshot.Find).OfType<Node>()], chain.Relations, wording);
}

/// <param name="RuleKey">Text key of where the demand comes from.</param>
/// <param name="Paths">The ways up; where none counts, the one that was found wanting.</param>
/// <param name="Declared">The sentence of a declaration that it stands outside; another one when it has ended.</param>
/// <param name="Likely">Goals that a plan without anchoring may be meant for, best first; none for others.</param>
internal sealed record PlanAnchoringAnswer(
    AnchoringState State, string? RuleKey, string Rule, ImmutableArray<PathSummary> Paths, string? Declared, ImmutableArray<LikelyGoalAnswer> Likely)
{
    public static PlanAnchoringAnswer Of(GraphView view, Plan plan, ImmutableArray<PathSummary> up, Wording wording)
    {
        var answer = view.Anchoring.For(plan.Id);
        var paths = up.IsEmpty && answer.Path.Relations.Length > 0 ? [PlanAnswer.Path(view, answer.Path, wording)] : up;
        return new PlanAnchoringAnswer(
            answer.State, answer.Rule.Source is ['@', .. var key] ? key : null, wording.Reason(answer.Rule.Source), paths,
            plan.Exemption is { } exemption
                ? wording.Say(Sentence.Of(exemption.Holds(view.Today) ? "plans.server.declared" : "plans.server.declaredOver", ("reason", exemption.Reason), ("by", exemption.DeclaredBy), ("date", exemption.Expires.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))))
                : null,
            LikelyGoalAnswer.Of(view, plan, wording));
    }
}

/// <param name="States">Goals, strategies and challenges that it states.</param>
/// <param name="Supports">Plans anchored directly in it.</param>
internal sealed record PlanDown(
    ImmutableArray<NodeSummary> Parts, ImmutableArray<NodeSummary> States, ImmutableArray<NodeSummary> Measures, ImmutableArray<NodeSummary> Supports)
{
    public static PlanDown Of(GraphView view, RedThreadDown down)
    {
        return new PlanDown(All(down.Parts), [.. All(down.Goals), .. All(down.Strategies), .. All(down.Challenges)], All(down.Measures), All(down.AnchoredHere));

        ImmutableArray<NodeSummary> All<T>(ImmutableArray<T> nodes) where T : Node => [.. nodes.Select(node => view.Summary(node))];
    }
}

/// <summary>Another plan that says the same, confirmed by a person or found by a detector.</summary>
/// <param name="Action">What is to be done, when that is decided.</param>
internal sealed record PlanOverlap(NodeSummary Plan, FindingSummary? Finding, bool Confirmed, OverlapAction? Action, string? Reason)
{
    public static ImmutableArray<PlanOverlap> Of(GraphView view, NodeId plan, FindingsReader reader)
    {
        var confirmed = view.Snapshot.Out(plan, RelationType.Overlaps).Select(relation => (Other: relation.To, Relation: relation))
            .Concat(view.Snapshot.In(plan, RelationType.Overlaps).Select(relation => (Other: relation.From, Relation: relation)))
            .DistinctBy(pair => pair.Other).ToDictionary(pair => pair.Other, pair => pair.Relation);
        var found = view.FindingsAbout(plan).Where(finding => finding.Type == FindingKind.Overlap && finding.State is not (FindingState.Dismissed or FindingState.Resolved))
            .SelectMany(finding => finding.Members.Where(member => member != plan).Select(member => (member, finding))).ToLookup(pair => pair.member, pair => pair.finding);
        return
        [
            .. confirmed.Keys.Concat(found.Select(group => group.Key)).Distinct().Order()
                .Select(id => (other: view.Snapshot.Find(id), finding: found[id].FirstOrDefault()))
                .Where(line => line.other is not null)
                .Select(line => (line.other, line.finding, relation: confirmed.GetValueOrDefault(line.other!.Id)))
                .Select(line => new PlanOverlap(
                    view.Summary(line.other!), line.finding is { } finding ? FindingSummary.Of(view, finding, reader) : null, line.relation is not null, line.relation?.Action, line.relation?.Reason)),
        ];
    }
}
