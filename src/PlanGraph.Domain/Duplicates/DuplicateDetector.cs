using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Duplicates;

/// <summary>
/// Goals that say much the same, among goals of one level and one standing, and strategies among strategies of one standing. Where three or more hang together they are one
/// finding. What is a goal and its own sub-goal, or a strategy that serves another, is hierarchy; a proposal and the goal in force that it renews is renewal; what no longer
/// is in force is not compared at all.
/// </summary>
public static class DuplicateDetector
{
    /// <summary>A new case needs this score, 0 to 1; in a group it is the mean of its pairs. Set by reading (decision 0015).</summary>
    public const double Threshold = 0.4;

    /// <summary>A case that is open is kept down to this score.</summary>
    public const double KeepThreshold = 0.3;

    /// <summary>One more joins a group whose members it is so much like on average.</summary>
    public const double JoinThreshold = 0.35;

    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        var statements = new Statements(context.Snapshot);
        if (statements.Classes.Count == 0) return [];
        var texts = new StatementTexts(context.Snapshot, statements.All, context.Lexicon.Topics, cancellationToken);
        var likeness = new StatementLikeness(texts, statements);
        var found = new List<DetectedFinding>();
        foreach (var same in statements.Classes)
        {
            var groups = new DuplicateGroups(same, texts, statements, likeness);
            found.AddRange(groups.Find(cancellationToken).Select(group => Describe(context.Snapshot, group, groups, texts, statements)));
        }
        return [.. found.OrderBy(finding => finding.Id)];
    }

    private static DetectedFinding Describe(GraphSnapshot snapshot, DuplicateGroup group, DuplicateGroups groups, StatementTexts texts, Statements statements)
    {
        ImmutableArray<Node> members = [.. group.Members.Select(statement => statements.All[statement]).OrderBy(node => node.Id)];
        var describing = new DuplicateEvidence(snapshot, texts, statements);
        var evidence = describing.Of(group);
        return new DetectedFinding
        {
            Type = FindingKind.Duplicate,
            Members = [.. members.Select(node => node.Id)],
            Headline = DuplicateWords.Headline(members),
            Evidence = evidence,
            EvidenceAmong = some => describing.Of(groups.Among(group, member => some.Contains(statements.All[member].Id))),
            Facts = Facts(new FactList(snapshot), members, statements),
            IsEnoughForNew = DetectedFinding.ScoreOf(evidence) >= Threshold,
        };
    }

    private static ImmutableSortedDictionary<string, string> Facts(FactList facts, ImmutableArray<Node> members, Statements statements)
    {
        foreach (var node in members)
        {
            facts.Title(node).Text(node).Out(node.Id, RelationType.SubgoalOf, RelationType.Supports);
            if (node is Goal goal) facts.Choice<GoalLevel>(goal, "level", goal.Level).Choice<Standing>(goal, "standing", goal.Standing);
            if (node is Strategy strategy) facts.Choice<Standing>(strategy, "standing", strategy.Standing);
        }
        foreach (var link in statements.InputsTo([.. members.Select(node => node.Id)])) facts.Link(link);
        return facts.ToFacts();
    }
}
