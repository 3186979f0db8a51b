using System.Collections.Immutable;
using System.Text.Json;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>What an import file turned out to hold. The reading of bytes is done elsewhere; here is no I/O.</summary>
/// <param name="File">The file's name, as the user knows it.</param>
public abstract record ImportDocument(string File);

/// <summary>A table of a CSV file or a sheet: cells as text, rows numbered as the user sees them.</summary>
/// <param name="Sheet">The sheet's name; null when the file has only one table.</param>
/// <param name="Lines">All rows that are not empty, headings and comments too.</param>
/// <param name="Kind">What the user says it is; null to recognise it from its header.</param>
public sealed record ImportTable(string File, string? Sheet, ImmutableArray<ImportLine> Lines, TableKind? Kind = null) : ImportDocument(File);

/// <param name="Row">1 for the first row of the file or sheet.</param>
/// <param name="Cells">Trimmed; empty for a cell without text. Cells at the end of the row may be missing.</param>
public sealed record ImportLine(int Row, ImmutableArray<string> Cells);

/// <summary>PlanGraph's own JSON.</summary>
public sealed record GraphFile(string File, ImmutableArray<JsonElement> Nodes, ImmutableArray<JsonElement> Relations) : ImportDocument(File);

/// <summary>A file that could not be read.</summary>
/// <param name="Row">Where reading stopped; 0 when that is not known.</param>
/// <param name="Problem">Names the file and the way out.</param>
public sealed record UnreadableFile(string File, int Row, Sentence Problem) : ImportDocument(File);

/// <summary>What the rows of a table are.</summary>
public enum TableKind { Plans, Goals, Strategies, Measures, Challenges, Conflicts, Relations }

/// <summary>A place in an import file.</summary>
public sealed record ImportPlace(string File, string? Sheet, int Row)
{
    /// <summary>The file, with the sheet in brackets where there are several.</summary>
    public string FileAndSheet => Sheet is null ? File : $"{File} ({Sheet})";
}
