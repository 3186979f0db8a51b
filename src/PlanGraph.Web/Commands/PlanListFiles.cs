using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Web.Imports.Reading;

namespace PlanGraph.Web.Commands;

/// <summary>Plan lists from files of the user's own machine: as large as they are, unlike what is sent to a server.</summary>
internal static class PlanListFiles
{
    private const int MostRows = 5_000_000;
    private const int MostMiB = 1_000;

    /// <summary>Larger files are refused: they do not fit in one text.</summary>
    public const int MostBytes = MostMiB << 20;

    /// <summary>The plans of all tables of a file that have a column of titles; of a text without a header each line is a title.</summary>
    /// <exception cref="CommandException">The file cannot be read, or has no plans.</exception>
    public static ImmutableArray<ListedPlan> Read(string file, ReadOnlyMemory<byte> bytes, bool namesOnly, CancellationToken cancellationToken)
    {
        if (bytes.Length > MostBytes) throw new CommandException(ExitCodes.BadData, Sentence.Of("imports.file.tooBig", ("file", ImportFiles.Shown(file)), ("max", MostMiB)));
        var documents = ImportFiles.Read(file, bytes, cancellationToken, MostRows);
        if (documents.OfType<UnreadableFile>().FirstOrDefault() is { } unreadable) throw new CommandException(ExitCodes.BadData, unreadable.Problem);
        var tables = documents.OfType<ImportTable>().ToArray();
        var lists = tables.Select(table => PlanList.Read(table, namesOnly)).ToArray();
        var plans = lists.Any(list => list is not null) ? [.. lists.SelectMany(list => list ?? [])] : Lines(tables, bytes.Span);
        return plans.IsEmpty ? throw new CommandException(ExitCodes.BadData, Sentence.Of("commands.overlaps.noTitles", ("file", ImportFiles.Shown(file)))) : plans;
    }

    /// <summary>Titles one to a line, without a header; nothing when the lines have cells.</summary>
    private static ImmutableArray<ListedPlan> Lines(ImportTable[] tables, ReadOnlySpan<byte> bytes)
    {
        if (tables is not [var table]) return [];
        if (table.Sheet is not null) return table.Lines.All(line => line.Cells.Length == 1) ? PlanList.ReadLines(table.Lines.Select(line => line.Cells[0])) : [];
        var text = TextDecoding.Decode(bytes);
        return text.AsSpan().ContainsAny(';', '\t') ? [] : PlanList.ReadLines(text.Split('\n'));
    }
}
