using System.Diagnostics;
using System.Globalization;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Benchmarks.Overlap;

/// <summary>The overlap engine: speed and memory beside a peer, quality on generated and labelled lists, and what each step adds.</summary>
internal static class OverlapBenchmark
{
    /// <param name="arguments">Numbers of generated titles; <c>--corpora DIR</c> is where <c>gen_corpus.py</c> and the peer are, <c>--labels DIR</c> the labelled lists.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var corpora = Value(arguments, "--corpora") ?? Path.Combine("..", "shared", "bench", "overlap");
        var labels = Value(arguments, "--labels") ?? Path.Combine("bench", "labels");
        int[] sizes = [.. arguments.Select(argument => int.TryParse(argument, out var size) ? size : 0).Where(size => size > 0)];
        if (Directory.Exists(labels)) Labelled(labels);
        if (sizes.Length > 0 && !File.Exists(Path.Combine(corpora, "gen_corpus.py")))
        {
            await Console.Error.WriteLineAsync($"gen_corpus.py is not in {corpora}; name its folder with --corpora DIR.");
            return 66;
        }
        foreach (var size in sizes) await GeneratedAsync(corpora, size);
        return 0;
    }

    private static void Labelled(string labels)
    {
        Console.WriteLine("labelled lists, names only                           lists  plans  findings  average precision  recall at n/2");
        foreach (var half in (ReadOnlySpan<string>)["train", "heldout"])
        {
            var lists = LabelledList.ReadAll(Path.Combine(labels, half));
            if (lists.Count == 0) continue;
            foreach (var (without, options) in Steps.LeftOut()) Print($"{half}, without {without}", lists, options);
            Calibration.Print(lists.SelectMany(list => list.Judged(new OverlapOptions())));
            Print($"{half}, with all columns", LabelledList.ReadAll(Path.Combine(labels, half), namesOnly: false), new OverlapOptions());
        }
    }

    private static void Print(string name, IReadOnlyList<LabelledList> lists, OverlapOptions options)
    {
        var results = lists.Select(list => Ranking.Of(list.Judged(options), list.Positives, list.Plans.Length / 2)).ToArray();
        Console.WriteLine($"{name,-52} {lists.Count,5} {lists.Sum(list => list.Plans.Length),6} {lists.Sum(list => list.Positives),9} {results.Average(result => result.AveragePrecision),18:0.000} {results.Average(result => result.Recall),14:0.000}");
    }

    private static async Task GeneratedAsync(string corpora, int size)
    {
        var folder = Directory.CreateTempSubdirectory("plangraph-bench-");
        try
        {
            var prefix = Path.Combine(folder.FullName, "corpus");
            await PythonAsync(Path.Combine(corpora, "gen_corpus.py"), size.ToString(CultureInfo.InvariantCulture), "1", prefix);
            GeneratedList.Measure(prefix);
            if (size <= 100_000) Console.WriteLine("  peer: " + await PythonAsync(Path.Combine(corpora, "peer_tfidf.py"), prefix, "word", "0.5"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What a Python program of the peer's folder prints; its last line of complaint when it cannot run.</summary>
    private static async Task<string> PythonAsync(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("Python did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : $"not run ({(await error).Trim().Split('\n')[^1]})";
    }

    private static string? Value(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
}
