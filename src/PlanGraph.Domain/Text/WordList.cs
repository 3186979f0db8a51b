using System.Globalization;

namespace PlanGraph.Domain.Text;

/// <summary>
/// The word lists of the folder <c>lists</c>, read from the assembly: one entry per line, fields parted by tab, lines beginning with # are comments.
/// </summary>
internal static class WordList
{
    /// <summary>The lines of the list <paramref name="name"/>, split into fields.</summary>
    /// <exception cref="InvalidOperationException">There is no such list in the assembly.</exception>
    public static IReadOnlyList<string[]> Read(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"text/{name}.txt")
            ?? throw new InvalidOperationException($"The word list text/{name}.txt is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. Lines(reader).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t', StringSplitOptions.TrimEntries))];
    }

    /// <summary>The first field of every line.</summary>
    public static IEnumerable<string> Words(string name) => Read(name).Select(fields => fields[0]);

    /// <summary>Lines of a word and a number between 0 and 1.</summary>
    public static IEnumerable<KeyValuePair<string, double>> Weights(string name) =>
        Read(name).Select(fields => KeyValuePair.Create(fields[0], double.Parse(fields[1], CultureInfo.InvariantCulture)));

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
            yield return line.Trim();
    }
}
