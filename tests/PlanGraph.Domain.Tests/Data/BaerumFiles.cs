using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Domain.Tests.Data;

/// <summary>The files of data/baerum as they lie in the repository, read without the importer, so that the counts are of the files themselves.</summary>
internal static class BaerumFiles
{
    public static string Folder { get; } = Find();

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name), Encoding.UTF8);

    public static ImmutableArray<Node> Nodes(string name) => Elements<Node>(name, "nodes");

    public static ImmutableArray<Relation> Relations(string name) => Elements<Relation>(name, "relations");

    /// <summary>The files of the manifest, in its order, as the importer is given them.</summary>
    public static List<ImportDocument> Documents()
    {
        using var manifest = JsonDocument.Parse(Text("manifest.json"));
        return [.. manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => Document(file.GetString()!))];
    }

    private static ImportDocument Document(string name)
    {
        if (!name.EndsWith(".json", StringComparison.Ordinal))
            return new ImportTable(name, null, [.. Lines(name).Select((cells, at) => new ImportLine(at + 1, [.. cells]))]);
        using var document = JsonDocument.Parse(Text(name));
        return new GraphFile(name, Cloned(document, "nodes"), Cloned(document, "relations"));
    }

    private static ImmutableArray<JsonElement> Cloned(JsonDocument document, string list) =>
        [.. document.RootElement.GetProperty(list).EnumerateArray().Select(element => element.Clone())];

    /// <summary>The rows of a table by the names of their columns.</summary>
    public static List<Dictionary<string, string>> Table(string name)
    {
        var rows = Rows(name);
        return [.. rows[1..].Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>Rows of a semicolon table with quotes, the headers first; lines that start with # are left out.</summary>
    public static List<string[]> Rows(string name) => [.. Lines(name).Where(row => !row[0].StartsWith('#'))];

    private static List<string[]> Lines(string name) => Cells(Text(name));

    /// <summary>The rows of a semicolon table with quotes, every line of it.</summary>
    public static List<string[]> Cells(string text)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (';' or '\n'))
            {
                cell.Append(c);
            }
            else
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c != '\n') continue;
                rows.Add([.. cells]);
                cells.Clear();
            }
        }
        return rows;
    }

    private static ImmutableArray<T> Elements<T>(string name, string list)
    {
        using var document = JsonDocument.Parse(Text(name));
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(element => GraphJson.FromUtf8<T>(Encoding.UTF8.GetBytes(element.GetRawText())))];
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "data", "baerum");
            if (Directory.Exists(candidate)) return candidate;
        }
        throw new DirectoryNotFoundException("data/baerum was not found above the test binaries.");
    }
}
