using System.IO.Compression;

namespace PlanGraph.Web.Imports.Reading;

/// <summary>Looks a spreadsheet's zip over before anything in it is unpacked.</summary>
internal static class XlsxPackage
{
    private static readonly string[] _archives = [".zip", ".xlsx", ".xlsm", ".xlsb", ".docx", ".pptx", ".7z", ".rar", ".gz", ".jar"];

    public static void Check(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > ImportLimits.Entries) throw new UnreadableException("imports.file.tooManyEntries", 0, ("max", ImportLimits.Entries));
            CheckSizes(zip);
            CheckNames(zip);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableException("imports.file.damaged");
        }
    }

    /// <summary>A zip may lie about a part's size; then only as much as it said is given out, so the sum bounds what is read.</summary>
    private static void CheckSizes(ZipArchive zip)
    {
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            var swollen = entry.Length > ImportLimits.RatioFromBytes && entry.Length / Math.Max(1, entry.CompressedLength) > ImportLimits.Ratio;
            if (entry.Length < 0 || total > (long)ImportLimits.UnpackedMiB << 20 || swollen)
                throw new UnreadableException("imports.file.unpacksTooBig", 0, ("max", ImportLimits.UnpackedMiB));
        }
    }

    private static void CheckNames(ZipArchive zip)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in zip.Entries.Select(entry => entry.FullName))
        {
            if (!seen.Add(name) || name.Contains("..", StringComparison.Ordinal) || name.StartsWith('/') || name.Contains('\\') || name.Contains(':'))
                throw new UnreadableException("imports.file.damaged");
            if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) throw new UnreadableException("imports.file.macros");
            if (name.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase) || name.Contains("embeddings/", StringComparison.OrdinalIgnoreCase))
                throw new UnreadableException("imports.file.externalLinks");
            if (_archives.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) throw new UnreadableException("imports.file.nestedZip");
        }
        if (!seen.Contains("[Content_Types].xml") || !seen.Contains("xl/workbook.xml")) throw new UnreadableException("imports.file.notSpreadsheet");
    }
}
