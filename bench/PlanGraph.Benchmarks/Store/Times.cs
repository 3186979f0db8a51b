using System.Diagnostics;

namespace PlanGraph.Benchmarks.Store;

/// <summary>How long one question took, asked many times, one after the other.</summary>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Processor">Milliseconds of our own processor time for each question: what other load on the machine does not change.</param>
/// <param name="Server">The same of the server that was asked; 0 without one.</param>
/// <param name="Count">Elements of an answer, on average.</param>
internal sealed record Times(double P50, double P99, double Processor, double Server, double Count)
{
    /// <param name="warmUp">Asked so often before it counts: code is compiled, pages are read.</param>
    /// <param name="server">What the server has used of the processors until now.</param>
    public static async Task<Times> OfAsync(Func<Task<int>> ask, int times, int warmUp, Func<TimeSpan>? server = null)
    {
        var (milliseconds, counts) = (new double[times], 0L);
        for (var i = 0; i < warmUp; i++) await ask();
        var (processor, atServer) = (Environment.CpuUsage.TotalTime, server?.Invoke() ?? default);
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            counts += await ask();
            milliseconds[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        (processor, atServer) = (Environment.CpuUsage.TotalTime - processor, (server?.Invoke() ?? default) - atServer);
        Array.Sort(milliseconds);
        return new Times(milliseconds[times / 2], milliseconds[times * 99 / 100], processor.TotalMilliseconds / times, atServer.TotalMilliseconds / times, counts / (double)times);
    }
}
