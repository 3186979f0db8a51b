using System.Globalization;
using System.Threading.Channels;
using PlanGraph.Web.Jobs;
using PlanGraph.Web.Jobs.Quartz;

namespace PlanGraph.Web.Tests.Jobs;

/// <summary>That the scheduler does what the rules say, on a clock that the test moves.</summary>
public sealed class QuartzScheduleTests
{
    private static readonly TimeOnly Two = new(2, 0);

    [Theory]
    [InlineData("2026-11-18T11:00:00Z")]
    [InlineData("2027-03-27T11:00:00Z")] // the night without a 02:00
    [InlineData("2026-10-24T11:00:00Z")] // the night with two of them
    public async Task The_scheduler_and_our_own_rule_agree_on_the_next_time(string start)
    {
        var clock = new FakeClock(At(start));
        var schedule = new QuartzSchedule(clock);
        await schedule.StartAsync(Two, _ => Task.CompletedTask, TestContext.Current.CancellationToken);
        try
        {
            Assert.Equal(NightlyTimes.NextDue(clock.GetUtcNow(), Two), await schedule.NextAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            await schedule.StopAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task It_calls_when_the_time_has_come()
    {
        var clock = new FakeClock(At("2026-11-18T00:59:00Z"));
        var calls = Channel.CreateUnbounded<DateTimeOffset>();
        var schedule = new QuartzSchedule(clock);
        await schedule.StartAsync(Two, _ => calls.Writer.WriteAsync(clock.GetUtcNow(), CancellationToken.None).AsTask(), TestContext.Current.CancellationToken);
        try
        {
            await UntilAsync(clock, calls);
            Assert.True(await calls.Reader.ReadAsync(TestContext.Current.CancellationToken) >= At("2026-11-18T01:00:00Z"));
        }
        finally
        {
            await schedule.StopAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Before_the_start_and_without_a_start_there_is_no_next_time()
    {
        var schedule = new QuartzSchedule(new FakeClock(App.Noon));
        Assert.Null(await schedule.NextAsync(TestContext.Current.CancellationToken));
        await schedule.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The scheduler waits on threads of its own, so the clock is moved on until it has called.</summary>
    private static async Task UntilAsync(FakeClock clock, Channel<DateTimeOffset> calls)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var heard = calls.Reader.WaitToReadAsync(limit.Token).AsTask();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!heard.IsCompleted && await ticks.WaitForNextTickAsync(limit.Token)) clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(await heard);
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
