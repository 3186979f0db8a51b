using System.Diagnostics;

namespace PlanGraph.Benchmarks.Store;

/// <summary>How long one question took, asked many times, one after the other.</summary>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Processor">Milliseconds of our own processor time for each question: what other load on the machine hardly changes.</param>
/// <param name="Server">The same of the server that was asked; 0 without one.</param>
/// <param name="Count">Elements of an answer, on average.</param>
internal sealed record Times(double P50, double P99, double Processor, double Server, double Count)
{
    public static async Task<Times> OfAsync(Func<Task<int>> ask, int times, int warmUp) => (await SideBySideAsync([ask], times, warmUp, () => default))[0];

    /// <summary>Those who are asked take turns, so that what else the machine does and how warm it is are the same for each.</summary>
    /// <param name="warmUp">Asked so often before it counts: code is compiled, pages are read.</param>
    /// <param name="server">What the server has used of the processors until now.</param>
    public static async Task<Times[]> SideBySideAsync(Func<Task<int>>[] asks, int times, int warmUp, Func<TimeSpan> server)
    {
        var tallies = Array.ConvertAll(asks, ask => new Tally(ask, server, times));
        for (var i = -warmUp; i < times; i++)
        {
            foreach (var tally in tallies) await tally.AskAsync(counts: i >= 0);
        }
        return Array.ConvertAll(tallies, tally => tally.Times());
    }

    private sealed class Tally(Func<Task<int>> ask, Func<TimeSpan> server, int times)
    {
        private readonly List<double> _milliseconds = new(times);
        private TimeSpan _processor;
        private TimeSpan _server;
        private long _count;

        public async Task AskAsync(bool counts)
        {
            var (processor, atServer, started) = (Environment.CpuUsage.TotalTime, server(), Stopwatch.GetTimestamp());
            var count = await ask();
            if (!counts) return;
            _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            _processor += Environment.CpuUsage.TotalTime - processor;
            _server += server() - atServer;
            _count += count;
        }

        public Times Times()
        {
            _milliseconds.Sort();
            return new Times(
                _milliseconds[times / 2], _milliseconds[times * 99 / 100], _processor.TotalMilliseconds / times, _server.TotalMilliseconds / times, _count / (double)times);
        }
    }
}
