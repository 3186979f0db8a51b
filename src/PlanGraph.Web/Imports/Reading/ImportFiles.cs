using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Web.Imports.Reading;

/// <summary>Reads the bytes of a file into what the planner understands. The format is told by the bytes, not by the file's name.</summary>
internal static class ImportFiles
{
    private const int LongestName = 120;

    /// <summary>The tables of a file, or the one sentence about why it cannot be read.</summary>
    /// <param name="rows">How many rows a text may have. More than <see cref="ImportLimits.Rows"/> is for files of one's own machine; then the size does not count, either.</param>
    public static IReadOnlyList<ImportDocument> Read(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken, int rows = ImportLimits.Rows)
    {
        var file = Shown(name);
        try
        {
            return Read(file, bytes.Span, bytes, rows, cancellationToken);
        }
        catch (UnreadableException problem)
        {
            return [new UnreadableFile(file, problem.Row, Sentence.Of(problem.Key, [.. problem.Args, ("file", file), ("row", problem.Row)]))];
        }
    }

    private static IReadOnlyList<ImportDocument> Read(string file, ReadOnlySpan<byte> bytes, ReadOnlyMemory<byte> all, int rows, CancellationToken cancellationToken)
    {
        if (bytes.Length > ImportLimits.FileBytes && rows == ImportLimits.Rows) throw new UnreadableException("imports.file.tooBig", 0, ("max", ImportLimits.FileMiB));
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return XlsxReading.Read(file, all, cancellationToken);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) throw new UnreadableException("imports.file.oldExcel");
        if (bytes.StartsWith("PK"u8) || bytes.StartsWith("%PDF"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || bytes.StartsWith("Rar!"u8) || bytes.StartsWith("7z"u8))
            throw new UnreadableException("imports.file.unknownFormat");
        var text = TextDecoding.Decode(bytes);
        return text.AsSpan().TrimStart() switch
        {
            [] => throw new UnreadableException("imports.file.empty"),
            ['{' or '[', ..] => [JsonReading.Read(file, text)],
            ['<', ..] => throw new UnreadableException("imports.file.html"),
            _ => [CsvReading.Read(file, text, rows, cancellationToken)],
        };
    }

    /// <summary>The last part of a name, in printable characters: what the user called it, whatever a client sends.</summary>
    public static string Shown(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = new string([.. last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format).Take(LongestName)]).Trim();
        return shown.Length == 0 ? "?" : shown;
    }
}
