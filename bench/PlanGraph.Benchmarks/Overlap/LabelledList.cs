using System.Collections.Immutable;
using PlanGraph.Domain.Imports;
using PlanGraph.Domain.Overlap;
using PlanGraph.Web.Commands;

namespace PlanGraph.Benchmarks.Overlap;

/// <summary>A plan list whose pairs a reader has judged; see <c>bench/labels/README.md</c>.</summary>
internal sealed class LabelledList
{
    private static readonly string[] _findings = ["same", "overlap", "part", "successor", "laws"];

    private readonly HashSet<(string, string)> _right;

    private LabelledList(string name, ImmutableArray<ListedPlan> plans, HashSet<(string, string)> right) => (Name, Plans, _right) = (name, plans, right);

    public string Name { get; }

    public ImmutableArray<ListedPlan> Plans { get; }

    /// <summary>How many pairs are findings.</summary>
    public int Positives => _right.Count;

    public static IReadOnlyList<LabelledList> ReadAll(string folder, bool namesOnly = true) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).Select(file => Read(file, namesOnly))] : [];

    /// <summary>The pairs of the engine, the best first, with whether the reader agrees.</summary>
    public IEnumerable<(double Score, bool IsRight)> Judged(OverlapOptions options) =>
        new OverlapEngine([.. Plans.Select(plan => plan.Text)], options).Pairs(0)
            .Select(pair => (pair.Score, IsRight(pair.First, pair.Second)));

    /// <summary>Whether the reader calls two plans, by their number in the list, a finding.</summary>
    public bool IsRight(int first, int second) => _right.Contains(Key(Plans[first].Printed, Plans[second].Printed));

    private static LabelledList Read(string file, bool namesOnly)
    {
        var plans = PlanListFiles.Read(file, File.ReadAllBytes(file), namesOnly, CancellationToken.None);
        var right = File.ReadLines(Path.ChangeExtension(file, ".labels.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Where(cells => _findings.Contains(cells[2])).Select(cells => Key(cells[0], cells[1])).ToHashSet();
        return new(Path.GetFileNameWithoutExtension(file), plans, right);
    }

    private static (string, string) Key(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
