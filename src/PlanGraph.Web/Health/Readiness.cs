using System.Collections.Immutable;
using System.Globalization;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Storage;

namespace PlanGraph.Web.Health;

/// <summary>The rule of readiness, apart from where its facts come from.</summary>
internal static class Readiness
{
    /// <summary>A nightly run older than this was missed.</summary>
    public static readonly TimeSpan OldestRun = TimeSpan.FromHours(26);

    private const double LeastFree = 0.1;

    /// <param name="notServing">The start is not done yet, or the process is on its way out.</param>
    public static HealthStatus Of(StoreHealth store, Run? lastRun, double freeShare, DateTimeOffset now, bool notServing)
    {
        if (notServing || !store.CanRead || !store.CanWrite) return HealthStatus.Unready;
        return freeShare < LeastFree || lastRun is null || now - lastRun.Finished > OldestRun ? HealthStatus.Degraded : HealthStatus.Ready;
    }

    /// <summary>A lexicon file that was not read whole: somebody should look.</summary>
    public static HealthStatus With(this HealthStatus status, ImmutableArray<LexiconProblem> problems) =>
        status == HealthStatus.Ready && !problems.IsEmpty ? HealthStatus.Degraded : status;

    public static ImmutableSortedDictionary<string, string> Details(
        StoreHealth store, Run? lastRun, double freeShare, PlanLexicon lexicon, Func<Sentence, string> say) => store.Details
        .Select(detail => KeyValuePair.Create($"store.{detail.Key}", detail.Value))
        .Concat(store.Problem is { } problem ? [KeyValuePair.Create("store.problem", say(problem))] : [])
        .Append(KeyValuePair.Create("disk.free", freeShare.ToString("P0", CultureInfo.InvariantCulture)))
        .Append(KeyValuePair.Create("lexicon.version", lexicon.Fingerprint))
        .Concat(lexicon.Problems.Select((problem, number) => KeyValuePair.Create($"lexicon.problem.{number + 1:000}", say(problem.Sentence))))
        .Append(KeyValuePair.Create("run.last", lastRun?.Finished.ToString("O", CultureInfo.InvariantCulture) ?? ""))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);
}
