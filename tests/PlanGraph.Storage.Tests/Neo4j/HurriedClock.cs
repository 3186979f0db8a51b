namespace PlanGraph.Storage.Tests.Neo4j;

/// <summary>
/// A clock for code that waits: every pause up to <see cref="Longest"/> is over at once, and time has then moved by it. Longer ones are time limits; they
/// run out when the test says so.
/// </summary>
internal sealed class HurriedClock : TimeProvider
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    private readonly Lock _lock = new();
    private readonly List<Waiting> _limits = [];
    private readonly List<TimeSpan> _pauses = [];
    private DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The pauses that were taken, in order.</summary>
    public IReadOnlyList<TimeSpan> Pauses
    {
        get { lock (_lock) return [.. _pauses]; }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>All time limits that are waited for run out.</summary>
    public void RunOut()
    {
        Waiting[] due;
        lock (_lock) due = [.. _limits];
        foreach (var timer in due) timer.GoOff();
    }

    private sealed class Waiting(HurriedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._limits.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                if (dueTime > Longest)
                {
                    clock._limits.Add(this);
                    return true;
                }
                clock._now += dueTime;
                clock._pauses.Add(dueTime);
            }
            // Not from within: the one who waits has not got the timer yet.
            return ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        public void GoOff()
        {
            Dispose();
            callback(state);
        }

        public void Dispose()
        {
            lock (clock._lock) clock._limits.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
