using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Changes;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Http;

namespace PlanGraph.Web.Findings;

/// <summary>Carries out what was decided of cases, against the versions that the person saw.</summary>
internal sealed class CaseDesk(IPlanGraphStore store, GraphViews graphs, TimeProvider clock)
{
    public GraphViews Graphs => graphs;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Results<Ok<FindingAnswer>, Problem>> FollowAsync(JudgementResult decided, string slug, long seen, FindingsReader reader, CancellationToken cancellationToken)
    {
        if (decided is not JudgementResult.Accepted accepted) return ChangeAnswers.Refuse(((JudgementResult.Refused)decided).Problems, reader.Wording);
        var result = await ApplyAsync([.. accepted.Operations.Select(operation => Expecting(operation, accepted.Finding.Id, seen))], "@findings.server.judged", reader, cancellationToken);
        if (result is not ApplyResult.Applied) return ChangeAnswers.ProblemOf(result, reader.Wording);
        return await FindingsEndpoints.AnswerAsync(slug, [], store, graphs, clock, reader, cancellationToken);
    }

    public async Task<Results<Ok<JointAnswer>, Problem>> ApplyAsync(JointResult.Accepted accepted, FindingsReader reader, CancellationToken cancellationToken)
    {
        var result = await ApplyAsync(accepted.Operations, accepted.Findings.Length == 1 ? "@findings.server.judged" : "@cases.server.judgedTogether", reader, cancellationToken);
        if (result is ApplyResult.Conflicted conflicted) return Conflict(conflicted, reader);
        if (result is not ApplyResult.Applied) return ChangeAnswers.ProblemOf(result, reader.Wording);
        var view = await graphs.CurrentAsync(cancellationToken);
        return TypedResults.Ok(new JointAnswer([.. accepted.Findings.Select(finding => view.Snapshot.Find(finding.Id)).OfType<Finding>().Select(finding => FindingSummary.Of(view, finding, reader))]));
    }

    /// <summary>Says of each finding who has changed it meanwhile.</summary>
    private static Problem Conflict(ApplyResult.Conflicted conflicted, FindingsReader reader)
    {
        var findings = conflicted.Conflicts.Select(conflict => (conflict, finding: conflict.Current as Finding)).Where(one => one.finding is not null)
            .Select(one => new CaseProblem(one.finding!.Id, FindingSummary.Sentence(one.finding, reader.Wording),
                [reader.Wording.Say(Sentence.Of("cases.judge.changedBy", ("by", one.conflict.Since.LastOrDefault()?.Actor ?? "PlanGraph"), ("state", $"@findingState.{Summaries.Word(one.finding.State)}")))]))
            .ToList();
        return Problem.Conflict(Sentence.Of("cases.judge.conflict", ("count", Math.Max(1, findings.Count)))).With("findings", findings)
            .With("conflicts", conflicted.Conflicts.Select(conflict => ConflictAnswer.Of(conflict, reader.Wording)).ToList());
    }

    private Task<ApplyResult> ApplyAsync(ImmutableArray<Operation> operations, string reason, FindingsReader reader, CancellationToken cancellationToken) => store.ApplyAsync(
        new ChangeSet { Id = Guid.CreateVersion7(Now), Actor = reader.Name, At = Now, Reason = reason, Operations = operations }, cancellationToken);

    /// <summary>The store is asked for the version that the person saw, not for the one we have just read.</summary>
    private static Operation Expecting(Operation operation, NodeId finding, long version) =>
        operation is PutNode put && put.Node.Id == finding ? put with { ExpectedVersion = version } : operation;
}
