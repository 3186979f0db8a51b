using System.Diagnostics;

namespace PlanGraph.Web.Tests.Commands.Moving;

/// <summary>A command in a process of its own, killed without a word as soon as it has begun its work.</summary>
internal static class KilledCommand
{
    /// <returns>Its exit code: 137, unless it was done before.</returns>
    public static async Task<int> RunAsync(Func<Task<bool>> hasBegun, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PlanGraph.Web.dll"), .. arguments])) ?? throw new InvalidOperationException("dotnet did not start.");
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!process.HasExited && await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            if (await hasBegun()) break;
        }
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
