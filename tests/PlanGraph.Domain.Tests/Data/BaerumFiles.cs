using System.Text;

namespace PlanGraph.Domain.Tests.Data;

/// <summary>The files of data/baerum as they lie in the repository.</summary>
internal static class BaerumFiles
{
    public static string Folder { get; } = Find();

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name), Encoding.UTF8);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "data", "baerum");
            if (Directory.Exists(candidate)) return candidate;
        }
        throw new DirectoryNotFoundException("data/baerum was not found above the test binaries.");
    }

    /// <summary>Rows of a semicolon table with quotes; lines that start with # are left out.</summary>
    public static List<string[]> Rows(string name)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in Text(name))
        {
            if (c == '"') quoted = !quoted;
            else if (c == ';' && !quoted) EndCell();
            else if (c == '\n' && !quoted) EndRow();
            else if (c != '\r') cell.Append(c);
        }
        return [.. rows.Where(row => !row[0].StartsWith('#'))];

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add([.. cells]);
            cells.Clear();
        }
    }
}
