using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <summary>
/// What is new, for those who are not on the page: feed and mail. It says what was found and where, never who owns it, who has judged it or what they wrote:
/// a link or a mail may end up with anybody.
/// </summary>
internal sealed record NewsList(ImmutableArray<NewsLine> Lines, int Total, DateTimeOffset Updated)
{
    /// <summary>Those new since a moment, the latest first; <see cref="Total"/> counts also what the list has no room for.</summary>
    public static NewsList Of(GraphView view, DateTimeOffset since, int most, string address, Wording wording)
    {
        var found = view.Snapshot.OfKind<Finding>().Where(finding => News.IsNew(view.Snapshot, finding, since))
            .Select(finding => (finding, came: News.CameAt(view.Snapshot, finding)!.Value))
            .OrderByDescending(one => one.came).ThenByDescending(one => one.finding.Score).ThenBy(one => one.finding.Id).ToList();
        return new NewsList(
            [.. found.Take(most).Select(one => NewsLine.Of(one.finding, one.came, address, wording))], found.Count,
            found.Count > 0 ? found[0].came : view.LastSuccess?.Finished ?? DateTimeOffset.UnixEpoch);
    }
}

/// <param name="Id">An address that is another each time the case comes, so that a feed reader shows it again when it is back.</param>
/// <param name="IsBack">It had been dismissed or resolved before.</param>
internal sealed record NewsLine(string Id, string Link, FindingKind Type, string Kind, string Title, bool IsBack, DateTimeOffset Came)
{
    public static NewsLine Of(Finding finding, DateTimeOffset came, string address, Wording wording)
    {
        var link = $"{address}/findings/{finding.Id.Slug}";
        return new NewsLine(
            $"{link}#{(finding.ReopenedRun ?? finding.FirstRun)?.Slug}", link, finding.Type, wording.Say(Sentence.Of($"findingKind.{Summaries.Word(finding.Type)}")),
            FindingSummary.Sentence(finding, wording), finding.ReopenedRun is not null, came);
    }
}
