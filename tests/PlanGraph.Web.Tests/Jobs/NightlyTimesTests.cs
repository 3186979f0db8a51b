using PlanGraph.Domain.Graph;
using PlanGraph.Web.Jobs;

namespace PlanGraph.Web.Tests.Jobs;

public sealed class NightlyTimesTests
{
    private static readonly TimeOnly Two = new(2, 0);

    [Theory]
    // winter: 02:00 in Oslo is 01:00 UTC
    [InlineData("2026-11-18T00:59:59Z", "2026-11-17T01:00:00Z", "2026-11-18T01:00:00Z")]
    [InlineData("2026-11-18T01:00:00Z", "2026-11-18T01:00:00Z", "2026-11-19T01:00:00Z")]
    [InlineData("2026-11-18T23:30:00Z", "2026-11-18T01:00:00Z", "2026-11-19T01:00:00Z")]
    // summer: 02:00 in Oslo is 00:00 UTC
    [InlineData("2026-07-01T12:00:00Z", "2026-07-01T00:00:00Z", "2026-07-02T00:00:00Z")]
    // 28 March 2027 has no 02:00: the clock goes from 01:59:59 to 03:00, which is 01:00 UTC
    [InlineData("2027-03-28T00:59:59Z", "2027-03-27T01:00:00Z", "2027-03-28T01:00:00Z")]
    [InlineData("2027-03-28T01:00:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:00:00Z")]
    // 25 October 2026 has 02:00 twice, at 00:00 and 01:00 UTC: the first one counts
    [InlineData("2026-10-24T23:59:59Z", "2026-10-24T00:00:00Z", "2026-10-25T00:00:00Z")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T00:00:00Z", "2026-10-26T01:00:00Z")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T00:00:00Z", "2026-10-26T01:00:00Z")]
    public void The_run_is_due_at_two_in_oslo_once_each_day_whatever_the_clock_does(string now, string last, string next)
    {
        Assert.Equal(At(last), NightlyTimes.LastDue(At(now), Two));
        Assert.Equal(At(next), NightlyTimes.NextDue(At(now), Two));
    }

    [Theory]
    [InlineData("2026-11-18T01:00:00Z", "2026-11-18T08:00:00Z", false)] // it ran on time
    [InlineData("2026-11-17T01:00:00Z", "2026-11-18T08:00:00Z", true)] // it ran yesterday only
    [InlineData("2026-11-17T20:00:00Z", "2026-11-18T08:00:00Z", true)] // somebody ran it the evening before
    [InlineData("2026-11-18T06:00:00Z", "2026-11-18T08:00:00Z", false)] // somebody has run it since
    [InlineData("2026-10-01T00:00:00Z", "2026-11-18T08:00:00Z", true)] // away for weeks: missed, and caught up once
    public void A_run_is_missed_when_none_began_since_it_was_due(string started, string now, bool missed) =>
        Assert.Equal(missed, NightlyTimes.IsMissed(RunAt(started), At(now), Two));

    [Theory]
    [InlineData(RunOutcome.Failed)]
    [InlineData(RunOutcome.Cancelled)]
    public void A_run_that_failed_or_was_cancelled_has_been_tried(RunOutcome outcome) =>
        Assert.False(NightlyTimes.IsMissed(RunAt("2026-11-18T01:00:00Z") with { Outcome = outcome }, At("2026-11-18T08:00:00Z"), Two));

    [Fact]
    public void Without_any_run_the_first_is_missed() => Assert.True(NightlyTimes.IsMissed(null, At("2026-11-18T08:00:00Z"), Two));

    private static Run RunAt(string started) =>
        new() { Id = NodeId.Parse("run/a"), Title = "a", Started = At(started), Finished = At(started), Outcome = RunOutcome.Succeeded };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
