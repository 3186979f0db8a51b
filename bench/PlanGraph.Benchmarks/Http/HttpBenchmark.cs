using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PlanGraph.Benchmarks.Http;

/// <summary>
/// The product as it is run, on the Bærum data: from the start of its process to the first answered request (a first start, which fills the store and
/// runs detection, and a second one), questions of the explorer over HTTP, and the nightly run by its own record.
/// </summary>
internal static class HttpBenchmark
{
    private const int Requests = 1_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var program = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "PlanGraph.Web.dll");
        var data = Directory.CreateTempSubdirectory("plangraph-bench-");
        try
        {
            await MeasureAsync(program, data.FullName, "first start (fills the store, runs detection)", static _ => Task.CompletedTask);
            await MeasureAsync(program, data.FullName, "second start", MeasureQuestionsAsync);
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string program, string data, string name, Func<HttpClient, Task> measure)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program, "--urls", "http://localhost:0", "--data", data, "--PlanGraph:Limits:RequestsPerMinute=1000000" }, RedirectStandardOutput = true, RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("dotnet did not start.");
        try
        {
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            var link = await LinkAsync(process);
            using var client = new HttpClient { BaseAddress = new Uri(link.GetLeftPart(UriPartial.Authority)) };
            using var signedIn = await client.GetAsync(link);
            signedIn.EnsureSuccessStatusCode();
            Console.WriteLine(Invariant($"{name}: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms to the first answered request"));
            await measure(client);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task MeasureQuestionsAsync(HttpClient client)
    {
        await MeasureAsync(client, "neighbourhood, two steps, at most 500", "/api/explore/neighbourhood?ids=plan/klimastrategi-2030&depth=2&cap=500");
        await MeasureAsync(client, "search", "/api/explore/search?q=klimastratgi");
        await MeasureAsync(client, "paths", "/api/explore/paths?from=plan/klimastrategi-2030&to=plan/kommuneplanens-samfunnsdel-2021-2040");
        await MeasureAsync(client, "plan table", "/api/plans");
        using var jobs = JsonDocument.Parse(await client.GetStringAsync("/api/jobs"));
        foreach (var run in jobs.RootElement.GetProperty("runs").EnumerateArray())
            Console.WriteLine(Invariant($"nightly run ({run.GetProperty("trigger").GetString()}): {run.GetProperty("milliseconds").GetDouble():0} ms"));
    }

    private static async Task MeasureAsync(HttpClient client, string name, string path)
    {
        var times = new double[Requests];
        for (var i = -50; i < Requests; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(path);
            if (i >= 0) times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        Array.Sort(times);
        Console.WriteLine(Invariant($"{name}: p50 {times[Requests / 2]:0.00} ms, p99 {times[Requests * 99 / 100]:0.00} ms over HTTP ({Requests} requests, one after the other)"));
    }

    private static async Task<Uri> LinkAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Uri.TryCreate(line, UriKind.Absolute, out var link) && link.Scheme.StartsWith("http", StringComparison.Ordinal)) return link;
        }
        throw new InvalidOperationException("The application ended before it printed its address.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
