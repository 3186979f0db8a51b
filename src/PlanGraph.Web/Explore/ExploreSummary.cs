using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;

namespace PlanGraph.Web.Explore;

/// <summary>How much there is, and where to begin.</summary>
internal sealed record ExploreSummary(long Seq, ImmutableArray<KindCount> Nodes, ImmutableArray<TypeCount> Relations, ImmutableArray<Question> Questions)
{
    public static ExploreSummary Of(GraphView view)
    {
        var snapshot = view.Snapshot;
        var relations = snapshot.Relations.Where(relation => !NodeKinds.IsBookkeeping(relation.From.Kind)).CountBy(relation => relation.Type);
        return new ExploreSummary(
            snapshot.Seq,
            [.. snapshot.Nodes.CountBy(node => node.Kind).Where(count => !NodeKinds.IsBookkeeping(count.Key)).OrderBy(count => count.Key).Select(count => new KindCount(count.Key, count.Value))],
            [.. relations.OrderBy(count => count.Key).Select(count => new TypeCount(count.Key, count.Value))],
            StartQuestions.Of(view));
    }
}

internal sealed record KindCount(NodeKind Kind, int Count);

internal sealed record TypeCount(RelationType Type, int Count);

/// <param name="TextKey">The question, a key of the text files with <paramref name="Args"/> for its placeholders.</param>
/// <param name="View">The query of /explore that shows the answer.</param>
internal sealed record Question(string Id, string TextKey, ImmutableSortedDictionary<string, string> Args, string View);

/// <summary>Questions that this graph has an answer to, made from what stands out in it.</summary>
internal static class StartQuestions
{
    private static readonly RelationType[] Structure =
        [RelationType.PartOf, RelationType.AnchoredIn, RelationType.States, RelationType.Supports, RelationType.RespondsTo, RelationType.SubgoalOf];

    public static ImmutableArray<Question> Of(GraphView view) => [.. new[] { Thread(view), Responses(view), Conflict(view) }.OfType<Question>()];

    /// <summary>The red thread to the samfunnsdel from the plan that has most structure of its own and is anchored.</summary>
    private static Question? Thread(GraphView view)
    {
        var plan = view.Snapshot.OfKind<Plan>().Where(plan => view.Anchoring.For(plan.Id).Path.Relations.Length > 1).MaxBy(plan => (Weight(view, plan.Id), plan.Id));
        if (plan is null) return null;
        var top = view.Anchoring.For(plan.Id).Path.Nodes[^1];
        return Ask("thread", $"from={plan.Id}&to={top}", ("plan", plan.Title), ("top", view.Snapshot.Find(top)?.Title ?? top.Value));
    }

    /// <summary>Who responds to the challenge that most plans, goals and measures respond to.</summary>
    private static Question? Responses(GraphView view)
    {
        var challenge = view.Snapshot.OfKind<Challenge>().Where(challenge => view.Snapshot.In(challenge.Id, RelationType.RespondsTo).Any())
            .MaxBy(challenge => (view.Snapshot.In(challenge.Id, RelationType.RespondsTo).Count(), challenge.Id));
        return challenge is null ? null : Ask("responses", $"show={challenge.Id}&expand={challenge.Id}:RESPONDS_TO:in&selected={challenge.Id}", ("challenge", challenge.Title));
    }

    /// <summary>What stands against what in the goal conflict with most sides; where there is none, what hangs on the plan with most structure.</summary>
    private static Question? Conflict(GraphView view)
    {
        var conflict = view.Snapshot.OfKind<GoalConflict>().MaxBy(conflict => (view.Snapshot.Out(conflict.Id).Length, conflict.Id));
        if (conflict is not null) return Ask("conflict", $"show={conflict.Id}&expand={conflict.Id}&selected={conflict.Id}", ("conflict", conflict.Title));
        var plan = view.Snapshot.OfKind<Plan>().MaxBy(plan => (Weight(view, plan.Id), plan.Id));
        return plan is null ? null : Ask("around", $"show={plan.Id}&expand={plan.Id}&selected={plan.Id}", ("plan", plan.Title));
    }

    private static int Weight(GraphView view, NodeId id) =>
        view.Snapshot.Out(id).Concat(view.Snapshot.In(id)).Count(relation => Structure.Contains(relation.Type));

    private static Question Ask(string id, string query, params ReadOnlySpan<(string Name, object Value)> args)
    {
        var sentence = Sentence.Of($"explore.question.{id}", args);
        return new Question(id, sentence.Key, sentence.Args, query);
    }
}
