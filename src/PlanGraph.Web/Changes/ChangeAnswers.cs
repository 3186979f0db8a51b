using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.History;
using PlanGraph.Web.Http;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Changes;

/// <summary>What became of a change set, as an answer: applied, 409 with what changed since, or 422 with every rule it breaks.</summary>
internal static class ChangeAnswers
{
    public static Results<Ok<ChangesAnswer>, Problem> From(ApplyResult result, Wording wording) => result switch
    {
        ApplyResult.Applied applied => TypedResults.Ok(ChangesAnswer.Of(applied.Change)),
        _ => ProblemOf(result, wording),
    };

    /// <summary>The problem of a change set that was not applied.</summary>
    public static Problem ProblemOf(ApplyResult result, Wording wording) => result switch
    {
        ApplyResult.Conflicted conflicted => Problem.Conflict(Sentence.Of("changes.server.conflict"))
            .With("conflicts", conflicted.Conflicts.Select(conflict => ConflictAnswer.Of(conflict, wording)).ToList()),
        ApplyResult.Refused refused => Refuse(refused.Problems, wording),
        _ => throw new InvalidOperationException($"{result.GetType().Name} is no problem."),
    };

    public static Problem Refuse(IEnumerable<Sentence> problems, Wording wording) =>
        Problem.Unprocessable(Sentence.Of("changes.server.refused")).With("problems", problems.Select(wording.Say).ToList());
}

internal sealed record ChangesAnswer(long Seq, ImmutableArray<ElementVersion> Elements)
{
    public static ChangesAnswer Of(CommittedChange change) =>
        new(change.Seq, [.. change.ChangeSet.Operations.Select(operation => new ElementVersion(operation.Element, VersionOf(operation)))]);

    private static long VersionOf(Operation operation) => operation switch
    {
        PutNode put => put.Node.Version,
        PutRelation put => put.Relation.Version,
        _ => 0,
    };
}

/// <param name="Version">0 when it was removed.</param>
internal sealed record ElementVersion(string Element, long Version);

/// <param name="Since">Who changed it, when and why, oldest first.</param>
/// <param name="Differences">What became of a node's properties.</param>
internal sealed record ConflictAnswer(
    string Element, long ExpectedVersion, long ActualVersion, ImmutableArray<ChangeLine> Since, ImmutableArray<Difference> Differences)
{
    public static ConflictAnswer Of(VersionConflict conflict, Wording wording) => new(
        conflict.Element, conflict.ExpectedVersion, conflict.ActualVersion, [.. conflict.Since.Select(note => ChangeLine.Of(note, wording))],
        History.Differences.Between(conflict.Before, conflict.Current));
}
