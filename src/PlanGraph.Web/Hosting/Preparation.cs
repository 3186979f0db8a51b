using System.Runtime.ExceptionServices;
using PlanGraph.Storage;
using PlanGraph.Web.Graph.Watch;

namespace PlanGraph.Web.Hosting;

/// <summary>
/// Takes the start steps in their order. A store that does not answer does not keep the process from listening: whoever opens a page is told what is
/// wrong, and the steps go on when the store is there. Anything else ends the start, early or late.
/// </summary>
internal sealed partial class Preparation(
    IEnumerable<StartStep> steps, IServiceProvider services, StoreWatch watch, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<Preparation> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Queue<StartStep> _left = new(steps);
    private ExceptionDispatchInfo? _failure;

    public bool IsDone { get; private set; }

    /// <summary>Goes on with the steps until all are done or the store does not answer.</summary>
    /// <exception cref="StoreException">The store cannot be used, and that does not pass by itself.</exception>
    public async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (_left.TryPeek(out var step))
            {
                await step.In(services).RunAsync(cancellationToken);
                _left.Dequeue();
            }
            IsDone = true;
        }
        catch (StoreException exception) when (exception is { Problem: not null, IsLasting: false })
        {
            await watch.LookAsync(cancellationToken);
        }
    }

    /// <summary>What ended the start after requests were taken already.</summary>
    public void ThrowIfFailed() => _failure?.Throw();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (IsDone) return;
        Log.Waiting(logger);
        try
        {
            while (!IsDone)
            {
                await Task.Delay(Pause, clock, stoppingToken);
                await watch.UntilReadableAsync(stoppingToken);
                await TryAsync(stoppingToken);
            }
            Log.Done(logger);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            lifetime.StopApplication();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1650, LogLevel.Warning, "Requests are taken, but the start is not done: it goes on when the store answers")]
        public static partial void Waiting(ILogger logger);

        [LoggerMessage(1651, LogLevel.Information, "The start is done")]
        public static partial void Done(ILogger logger);
    }
}
