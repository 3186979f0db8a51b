using System.Diagnostics;
using System.Globalization;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Benchmarks.Overlap;

/// <summary>A generated list with planted truth: speed, memory, and what is found by kind of variation.</summary>
internal static class GeneratedList
{
    private const double Shown = 0.5;

    /// <summary>In longer lists the steps are not left out one by one.</summary>
    private const int MostLeftOut = 10_000;

    public static void Measure(string prefix)
    {
        var texts = Texts(prefix);
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var pairs = new OverlapEngine(texts).Pairs(Shown);
        clock.Stop();
        process.Refresh();
        Console.WriteLine($"{texts.Length} generated titles: {clock.Elapsed.TotalSeconds:0.00} s from text to {pairs.Count} scored pairs ({(process.TotalProcessorTime - processor).TotalSeconds:0.00} processor seconds), {process.PeakWorkingSet64 >> 20} MiB at most");
        var kinds = Kinds(prefix);
        Quality("", kinds, pairs);
        if (texts.Length > MostLeftOut) return;
        foreach (var (without, options) in Steps.LeftOut().Skip(1)) Quality($", without {without}", kinds, new OverlapEngine(texts, options).Pairs(Shown));
    }

    /// <summary>The titles of the list.</summary>
    public static OverlapText[] Texts(string prefix) => [.. File.ReadLines(prefix + ".tsv").Skip(1).Select(line => new OverlapText(line.Split('\t')[3]))];

    /// <summary>The planted pairs, and how the one was varied into the other.</summary>
    public static Dictionary<(int First, int Second), string> Kinds(string prefix) => File.ReadLines(prefix + ".truth.tsv").Skip(1).Select(line => line.Split('\t'))
        .ToDictionary(cells => (int.Parse(cells[0], CultureInfo.InvariantCulture), int.Parse(cells[1], CultureInfo.InvariantCulture)), cells => cells[2]);

    private static void Quality(string how, Dictionary<(int First, int Second), string> kinds, IReadOnlyList<OverlapPair> pairs)
    {
        var found = pairs.Select(pair => (pair.First, pair.Second)).ToHashSet();
        var right = found.Count(kinds.ContainsKey);
        Console.WriteLine($"  at {Shown:0.0}{how}: precision {(double)right / Math.Max(1, found.Count):0.000}, recall {(double)right / kinds.Count:0.000}");
        Console.WriteLine("  recall by kind: " + string.Join(", ", kinds.GroupBy(pair => pair.Value).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {group.Average(pair => found.Contains(pair.Key) ? 1.0 : 0.0):0.00}")));
    }
}
