using System.Collections.Immutable;
using PlanGraph.Domain.Expiry;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Coverage;

/// <summary>Challenges that no plan, goal, strategy or measure in force <c>RESPONDS_TO</c>.</summary>
public static class ChallengesWithoutResponse
{
    public static ImmutableArray<DetectedFinding> Detect(DetectionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (WhyUnknown(context.Snapshot) is not null) return [];
        return
        [
            .. context.Snapshot.OfKind<Challenge>()
                .Where(challenge => IsPut(context, challenge.Id) && !Responses(context.Snapshot, challenge.Id).Any(node => Force.IsInForce(context.Snapshot, node, context.Today)))
                .Select(challenge => Describe(context, challenge))
                .OrderBy(finding => finding.Id),
        ];
    }

    /// <summary>Why response cannot be judged: no relation in the graph says that anything responds to any challenge. Null when it can, or when there are no challenges.</summary>
    public static Sentence? WhyUnknown(GraphSnapshot snapshot)
    {
        var challenges = snapshot.OfKind<Challenge>().ToArray();
        return challenges.Length > 0 && !challenges.Any(challenge => Responses(snapshot, challenge.Id).Any()) ? Sentence.Of("coverage.unknown.challenges", ("count", challenges.Length)) : null;
    }

    /// <summary>A challenge that only plans state that are retired or replaced is no longer put.</summary>
    private static bool IsPut(DetectionContext context, NodeId challenge)
    {
        var stating = context.Snapshot.In(challenge, RelationType.States).Select(relation => context.Snapshot.Find(relation.From)).OfType<Plan>().ToArray();
        return stating.Length == 0 || stating.Any(plan => Force.Of(context.Snapshot, plan, context.Today) is PlanForce.InForce or PlanForce.Expired);
    }

    private static IEnumerable<Node> Responses(GraphSnapshot snapshot, NodeId challenge) =>
        snapshot.In(challenge, RelationType.RespondsTo).Select(relation => snapshot.Find(relation.From)).OfType<Node>();

    private static IEnumerable<Plan> StatedIn(DetectionContext context, NodeId challenge) =>
        context.Snapshot.In(challenge, RelationType.States).Select(relation => context.Snapshot.Find(relation.From)).OfType<Plan>()
            .Where(plan => Force.IsInForce(context.Snapshot, plan, context.Today));

    private static DetectedFinding Describe(DetectionContext context, Challenge challenge)
    {
        var snapshot = context.Snapshot;
        var conflicts = snapshot.In(challenge.Id, RelationType.ConflictSide).Select(relation => snapshot.Find(relation.From)).OfType<GoalConflict>()
            .DistinctBy(conflict => conflict.Id).ToArray();
        return new DetectedFinding
        {
            Type = FindingKind.ChallengeWithoutResponse,
            Members = [challenge.Id],
            Headline = Sentence.Of("findings.challengeWithoutResponse", ("title", challenge.InQuotes())),
            Evidence =
            [
                new(Sentence.Of("findings.challengeWithoutResponse.none"), 0.6),
                .. StatedIn(context, challenge.Id).Select(plan => new Evidence(Sentence.Of("findings.challengeWithoutResponse.statedIn", ("title", plan.InQuotes())), 0.1)),
                .. conflicts.Select(conflict => new Evidence(Sentence.Of("findings.challengeWithoutResponse.conflict", ("title", conflict.InQuotes())), 0.1)),
                .. Responses(snapshot, challenge.Id).OrderBy(node => node.Id)
                    .Select(node => new Evidence(Sentence.Of("findings.challengeWithoutResponse.former", ("title", node.InQuotes())))),
            ],
            Facts = new FactList(snapshot).Title(challenge).Text(challenge).In(challenge.Id, RelationType.RespondsTo).ToFacts(),
        };
    }
}
