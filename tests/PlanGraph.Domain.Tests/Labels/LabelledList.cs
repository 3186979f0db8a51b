using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Domain.Tests.Data;

namespace PlanGraph.Domain.Tests.Labels;

/// <summary>A pair of bench/labels: two titles of one list, the verdict and the reason in a few words.</summary>
public sealed record LabelledPair(string TitleA, string TitleB, string Label, string Why)
{
    /// <summary>The two titles, whichever stands first.</summary>
    public (string, string) Key => string.CompareOrdinal(TitleA, TitleB) <= 0 ? (TitleA, TitleB) : (TitleB, TitleA);
}

/// <summary>A plan list of bench/labels with the pairs judged beside it.</summary>
internal sealed class LabelledList(string name)
{
    public static readonly ImmutableArray<string> Findings = ["same", "overlap", "part", "successor", "laws"];
    public static readonly ImmutableArray<string> Labels = [.. Findings, "other-place", "related"];
    public static readonly string Folder = Path.GetFullPath(Path.Combine(BaerumFiles.Folder, "..", "..", "bench", "labels"));

    private static readonly string[] _titleHeaders = ["Tittel", "Plannavn", "Plannamn", "Navn", "Namn", "Namn på plan", "Namn på planen", "Plannavn/Plannamn", "Plan"];

    public string Name { get; } = name;

    public ImmutableArray<string> Titles { get; } = name == "baerum" ? Baerum() : Column(Path.Combine(Folder, name + ".csv"));

    public string Header { get; } = File.ReadLines(LabelFile(name)).First();

    public ImmutableArray<LabelledPair> Pairs { get; } = [.. File.ReadLines(LabelFile(name)).Skip(1).Select(Pair)];

    public static ImmutableArray<LabelledList> All { get; } =
    [
        .. Directory.GetFiles(Folder, "*.labels.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new LabelledList(Path.GetRelativePath(Folder, file)[..^".labels.tsv".Length].Replace('\\', '/'))),
    ];

    private static string LabelFile(string name) => Path.Combine(Folder, name + ".labels.tsv");

    private static LabelledPair Pair(string line) =>
        line.Split('\t') is [var a, var b, var label, var why] ? new LabelledPair(a, b, label, why) : throw new FormatException($"Not four cells: {line}");

    private static ImmutableArray<string> Column(string planFile)
    {
        var rows = BaerumFiles.Cells(File.ReadAllText(planFile));
        var at = Array.FindIndex(rows[0], header => _titleHeaders.Contains(header));
        return [.. rows.Skip(1).Select(row => row[at])];
    }

    /// <summary>Bærum's list is printed with headings, marks and two plans in one row, so its titles are those of the import.</summary>
    private static ImmutableArray<string> Baerum() =>
        [.. ImportPlanner.Plan(BaerumFiles.Documents(), GraphSnapshot.Empty).Operations.OfType<PutNode>().Select(put => put.Node).OfType<Plan>().Select(plan => plan.Title)];
}
