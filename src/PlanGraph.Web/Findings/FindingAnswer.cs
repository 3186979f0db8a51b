using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Plans;

namespace PlanGraph.Web.Findings;

/// <summary>One finding: what lists say of it, and what stands behind it.</summary>
internal sealed record FindingAnswer : FindingSummary
{
    private FindingAnswer(FindingSummary summary)
        : base(summary)
    {
    }

    public ImmutableArray<EvidenceLine> Evidence { get; private init; }

    /// <summary>What the score rests on besides the detector; null where nobody has judged findings of the kind.</summary>
    public CurveAnswer? Calibration { get; private init; }

    /// <summary>Two members beside each other, for an overlap.</summary>
    public ComparisonAnswer? Compared { get; private init; }

    /// <summary>What the two are linked to in the same way.</summary>
    public ImmutableArray<SharedAnswer> Shared { get; private init; }

    /// <summary>Whether members can be left out.</summary>
    public bool IsGroup { get; private init; }

    public ImmutableArray<LeftOutAnswer> WithoutThese { get; private init; }

    public ImmutableArray<Judgement> Judgements { get; private init; }

    public ImmutableArray<string> ReopenedBecause { get; private init; }

    /// <summary>What became of the texts since the case was dismissed, when it has come back.</summary>
    public ImmutableArray<TextChange> Changed { get; private init; }

    public ImmutableArray<Source> Sources { get; private init; }

    /// <summary>Goals that the plan may be meant for, when the finding is that it is not anchored; best first.</summary>
    public ImmutableArray<LikelyGoalAnswer> Likely { get; private init; }

    /// <summary>What was found no longer holds: the plan has been anchored since. The next run resolves the case.</summary>
    public bool Anchored { get; private init; }

    /// <param name="pair">The two members to set beside each other; none when it is not about likeness.</param>
    public static FindingAnswer Of(GraphView view, Finding finding, FindingsReader reader, ImmutableArray<NodeId> pair, ImmutableArray<TextChange> changed)
    {
        var plan = finding.Type == FindingKind.UnanchoredPlan && finding.State.Holds() ? finding.Members.Select(view.Snapshot.Find).OfType<Plan>().FirstOrDefault() : null;
        var compared = pair.Select(view.Snapshot.Find).OfType<Node>().ToList();
        return new FindingAnswer(FindingSummary.Of(view, finding, reader))
        {
            Evidence = [.. finding.Evidence.Select(line => new EvidenceLine(line.Sentence.Key, reader.Wording.Say(line.Sentence), line.Weight))],
            Calibration = view.Calibration.Curves.FirstOrDefault(curve => curve.Type == finding.Type) is { } curve ? CurveAnswer.Of(curve) : null,
            Compared = compared is [var first, var second] ? ComparisonAnswer.Of(first, second) : null,
            Shared = compared.Count == 2 ? SharedAnswer.Of(view, compared[0].Id, compared[1].Id) : [],
            IsGroup = LeavingOut.IsGroup(finding),
            WithoutThese = [.. finding.LeftOut.Select(left => LeftOutAnswer.Of(view, left))],
            Judgements = finding.Judgements,
            ReopenedBecause = [.. finding.ReopenedBecause.Select(reader.Wording.Say)],
            Changed = changed,
            Likely = plan is null ? [] : LikelyGoalAnswer.Of(view, plan, reader.Wording),
            Anchored = plan is not null && view.Anchoring.For(plan.Id) is { IsProblem: false, State: not AnchoringState.Unknown },
            Sources = [.. finding.Members.Select(view.Snapshot.Find).OfType<Node>().SelectMany(member => member.Sources).Distinct()],
        };
    }
}

/// <param name="Key">Which sentence it is, whatever the language.</param>
internal sealed record EvidenceLine(string Key, string Text, double? Weight);

/// <param name="Texts">Null when one of them has none.</param>
internal sealed record ComparisonAnswer(ImmutableArray<NodeId> Members, SideBySide Titles, SideBySide? Texts)
{
    public static ComparisonAnswer Of(Node first, Node second) => new(
        [first.Id, second.Id], SideBySide.Of(first.Title, second.Title),
        string.IsNullOrWhiteSpace(first.Text) || string.IsNullOrWhiteSpace(second.Text) ? null : SideBySide.Of(first.Text, second.Text));
}

/// <summary>Nodes that two are linked to by the same relation, in the same direction.</summary>
internal sealed record SharedAnswer(RelationType Relation, bool Outgoing, ImmutableArray<NodeSummary> Nodes)
{
    public static ImmutableArray<SharedAnswer> Of(GraphView view, NodeId first, NodeId second)
    {
        return [.. Groups(true, view.Snapshot.Out, relation => relation.To), .. Groups(false, view.Snapshot.In, relation => relation.From)];

        IEnumerable<SharedAnswer> Groups(bool outgoing, Func<NodeId, ImmutableArray<Relation>> at, Func<Relation, NodeId> end)
        {
            var ends = at(second).Select(relation => (relation.Type, End: end(relation))).ToHashSet();
            return at(first).Select(relation => (relation.Type, End: end(relation))).Distinct().Where(ends.Contains).Where(shared => !NodeKinds.IsBookkeeping(shared.End.Kind))
                .GroupBy(shared => shared.Type).OrderBy(group => group.Key).Select(group => new SharedAnswer(group.Key, outgoing, view.SummariesOf(group.Select(shared => shared.End).Order())));
        }
    }
}

internal sealed record LeftOutAnswer(NodeSummary? Node, NodeId Member, string By, DateTimeOffset At, string? Note)
{
    public static LeftOutAnswer Of(GraphView view, LeftOutMember left) => new(view.SummariesOf([left.Member]).FirstOrDefault(), left.Member, left.By, left.At, left.Note);
}

/// <summary>A title or text as it was when the case was dismissed, and as it is.</summary>
internal sealed record TextChange(NodeId Member, string Title, string Property, SideBySide Texts);
