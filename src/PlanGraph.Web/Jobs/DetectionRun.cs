using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using PlanGraph.Domain.Coverage;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Join;
using PlanGraph.Storage;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Lexicon;

namespace PlanGraph.Web.Jobs;

/// <summary>How far a run has come.</summary>
/// <param name="Percent">0 to 100.</param>
internal sealed record RunProgress(DateTimeOffset Started, int Percent, Sentence Step);

/// <summary>
/// One detection run, from snapshot to change set: detectors, then the comparison with known cases, then everything in one change set with the record of
/// the run. A run that fails or is cancelled writes its record alone.
/// </summary>
internal sealed class DetectionRun(
    IReadOnlyList<Detector> detectors, AnchoringRules rules, MunicipalLexicon lexicon, SnapshotHolder snapshots, IPlanGraphStore store, TimeProvider clock, IOptions<PlanGraphOptions> options, ILogger<DetectionRun> logger)
{
    public const string Actor = "PlanGraph";

    /// <summary>A case that somebody judges while the run goes on makes the run look again, at most so many times.</summary>
    private const int Attempts = 3;

    private readonly JoinMemory _titles = new();

    /// <param name="accepted">What an administrator has accepted of a run that was held back.</param>
    /// <param name="stopping">Ended when the process ends: then nothing is recorded, so that the next start sees that the run did not happen.</param>
    public async Task<Run?> ExecuteAsync(RunTrigger trigger, AcceptedRun? accepted, Action<RunProgress> report, CancellationToken stopping, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(options.Value.Jobs.TimeLimitMinutes), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping, cancellationToken);
        var started = clock.GetUtcNow();
        var info = new RunInfo(IdOf(trigger, started), TitleOf(started), trigger, started, started) { Accepted = accepted, Versions = Versions };
        try
        {
            return await PublishAsync(info, report, both.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await RecordAsync(info, RunOutcome.Cancelled, Sentence.Of("jobs.server.cancelled"));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return await RecordAsync(info, RunOutcome.Failed, Sentence.Of("jobs.server.timeLimit", ("count", options.Value.Jobs.TimeLimitMinutes)));
        }
        catch (StoreException exception) when (exception.Problem is { } problem)
        {
            return await RecordAsync(info, RunOutcome.Failed, problem);
        }
        catch (Exception exception)
        {
            logger.RunFailed(exception, info.Id.Value);
            return await RecordAsync(info, RunOutcome.Failed, Sentence.Of("jobs.server.failed"));
        }
    }

    private async Task<Run> PublishAsync(RunInfo info, Action<RunProgress> report, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var snapshot = await snapshots.CurrentAsync(cancellationToken);
            var context = new DetectionContext(snapshot, Oslo.Date(info.Started), rules.Table) { Lexicon = lexicon.Current, Titles = _titles };
            var detections = Detect(context, info, report, cancellationToken);
            report(new RunProgress(info.Started, 99, Sentence.Of("jobs.server.step.compare")));
            cancellationToken.ThrowIfCancellationRequested();
            var plan = FindingsPlanner.Plan(snapshot, detections, info with
            {
                Finished = clock.GetUtcNow(),
                Unjudged = Unjudged.Of(context),
            });
            switch (await ApplyAsync(plan))
            {
                case ApplyResult.Applied applied: return RunIn(applied);
                case ApplyResult.Conflicted conflicted when await DoneElsewhereAsync(info, conflicted) is { } other: return other;
                case ApplyResult.Conflicted when attempt < Attempts: continue;
                case ApplyResult.Conflicted: return await RecordAsync(info, RunOutcome.Failed, Sentence.Of("jobs.server.busy"));
                case ApplyResult.Refused refused: return await RecordAsync(info, RunOutcome.Failed, refused.Problems[0]);
                default: throw new InvalidOperationException("The store gave no answer to the run's change set.");
            }
        }
    }

    /// <summary>Rules and words as this installation uses them; what a detector says of itself goes before.</summary>
    private ImmutableSortedDictionary<string, string> Versions => ImmutableSortedDictionary<string, string>.Empty
        .Add("anchoringRules", rules.Table.Fingerprint).Add("lexicon", lexicon.Current.Fingerprint).SetItems(Detectors.VersionsOf(detectors));

    private ImmutableArray<Detection> Detect(DetectionContext context, RunInfo info, Action<RunProgress> report, CancellationToken cancellationToken)
    {
        return Detectors.Run(detectors, context, clock, Report, cancellationToken);

        void Report(FindingKind kind, int done) => report(new RunProgress(
            info.Started, 100 * done / Math.Max(1, detectors.Count), Sentence.Of("jobs.server.step", ("kind", $"@findingKind.{Summaries.Word(kind)}"))));
    }

    /// <summary>The record alone: what a run that did not publish leaves behind.</summary>
    private async Task<Run> RecordAsync(RunInfo info, RunOutcome outcome, Sentence reason)
    {
        var snapshot = await snapshots.CurrentAsync(CancellationToken.None);
        var plan = FindingsPlanner.Failed(snapshot, info with { Finished = clock.GetUtcNow() }, outcome, reason);
        return await ApplyAsync(plan) is ApplyResult.Applied applied ? RunIn(applied) : plan.Run;
    }

    /// <summary>Not cancellable: once it is decided what a run says, it says it.</summary>
    private Task<ApplyResult> ApplyAsync(FindingsPlan plan) => store.ApplyAsync(new ChangeSet
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        Actor = Actor,
        Reason = "@jobs.server.reason",
        At = clock.GetUtcNow(),
        Operations = plan.Operations,
    }, CancellationToken.None);

    /// <summary>The run of another server on the same store, when it has recorded the same due time before us.</summary>
    private async Task<Run?> DoneElsewhereAsync(RunInfo info, ApplyResult.Conflicted conflicted) =>
        conflicted.Conflicts.Any(conflict => conflict.Element == info.Id.Value)
            ? (await store.GetNodesAsync([info.Id], CancellationToken.None)).OfType<Run>().FirstOrDefault()
            : null;

    private static Run RunIn(ApplyResult.Applied applied) => applied.Change.ChangeSet.Operations.OfType<PutNode>().Select(put => put.Node).OfType<Run>().Single();

    /// <summary>A run by schedule, or in its place, is named after the time it was due, so that two servers cannot both record it.</summary>
    private NodeId IdOf(RunTrigger trigger, DateTimeOffset started)
    {
        var nightly = trigger is RunTrigger.Schedule or RunTrigger.CatchUp;
        var at = nightly ? NightlyTimes.LastDue(started, options.Value.Jobs.At) : started;
        return NodeId.Of(NodeKind.Run, at.UtcDateTime.ToString(nightly ? "'nightly-'yyyy-MM-dd" : "yyyy-MM-dd-HHmmss-fff", CultureInfo.InvariantCulture));
    }

    private static string TitleOf(DateTimeOffset started) =>
        TimeZoneInfo.ConvertTime(started, Oslo.Zone).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
}
