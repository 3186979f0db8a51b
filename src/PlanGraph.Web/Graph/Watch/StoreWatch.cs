using PlanGraph.Domain.Graph;
using PlanGraph.Storage;

namespace PlanGraph.Web.Graph.Watch;

/// <summary>How the store was when it was last looked at.</summary>
/// <param name="Problem">What to tell people; null when all is well.</param>
/// <param name="Since">When it became so.</param>
internal sealed record StoreCondition(bool CanRead, bool CanWrite, Sentence? Problem, DateTimeOffset Since);

/// <summary>
/// Keeps an eye on the store: looks now and then, at once when somebody has had no answer, and often while it is away. It logs when the store goes and
/// when it is back, once each.
/// </summary>
internal sealed partial class StoreWatch(OpenedStore opened, TimeProvider clock, ILogger<StoreWatch> logger) : BackgroundService
{
    private static readonly TimeSpan WhileWell = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WhileAway = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenSuspicions = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly SemaphoreSlim _suspected = new(0, 1);
    private readonly Lock _lock = new();
    private volatile TaskCompletionSource _away = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile StoreCondition _current = new(CanRead: true, CanWrite: true, null, clock.GetUtcNow());

    public StoreCondition Current => _current;

    /// <summary>Ends when the store cannot be read any more.</summary>
    public Task Away => _away.Task;

    /// <summary>Somebody had no answer: looks soon.</summary>
    public void Suspect()
    {
        lock (_lock)
        {
            if (_suspected.CurrentCount == 0) _suspected.Release();
        }
    }

    /// <summary>Looks now.</summary>
    public async Task<StoreHealth> LookAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            var health = await opened.Bare.CheckHealthAsync(cancellationToken);
            Take(health);
            return health;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>Ends when the store can be read.</summary>
    public async Task UntilReadableAsync(CancellationToken cancellationToken)
    {
        while (!Current.CanRead) await Task.Delay(BetweenSuspicions, clock, cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _looking.Dispose();
        _suspected.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookSafelyAsync(stoppingToken);
            await Task.Delay(BetweenSuspicions, clock, stoppingToken);
            await WaitAsync(Current.Problem is null ? WhileWell : WhileAway, stoppingToken);
        }
    }

    /// <summary>The watch must outlive what it watches: a fault of ours in looking is told, and it looks again.</summary>
    private async Task LookSafelyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LookFailed(logger, exception);
        }
    }

    /// <summary>Until the time is over or somebody suspects something.</summary>
    private async Task WaitAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            await _suspected.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look again.
        }
    }

    private void Take(StoreHealth health)
    {
        var before = _current;
        if (before.Problem?.Key == health.Problem?.Key && before.CanRead == health.CanRead && before.CanWrite == health.CanWrite) return;
        _current = new StoreCondition(health.CanRead, health.CanWrite, health.Problem, before.Problem is null || health.Problem is null ? clock.GetUtcNow() : before.Since);
        if (!health.CanRead) _away.TrySetResult();
        else if (_away.Task.IsCompleted) _away = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (health.Problem is { } problem) Log.Away(logger, problem.Key, health.Details.GetValueOrDefault("failure", ""));
        else Log.Back(logger, (_current.Since - before.Since).TotalSeconds);
    }

    private static partial class Log
    {
        [LoggerMessage(1600, LogLevel.Error, "The store does not work as it should ({Problem}). {Failure} It is tried again until it does.")]
        public static partial void Away(ILogger logger, string problem, string failure);

        [LoggerMessage(1601, LogLevel.Information, "The store works again after {Seconds:0} seconds")]
        public static partial void Back(ILogger logger, double seconds);

        [LoggerMessage(1602, LogLevel.Error, "Looking at the store failed")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}
