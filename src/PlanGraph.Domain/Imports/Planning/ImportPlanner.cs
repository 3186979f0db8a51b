using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>Turns import files into the change that they would make, and into what to say of every row. Pure: nothing is written.</summary>
/// <remarks>
/// A row is about the element with its id; without an id about the element of its kind with the same title; and else about a new one. It changes only
/// what it speaks of, and never removes anything. Later files see the elements of earlier ones. Docs: decision record 0004.
/// </remarks>
public static class ImportPlanner
{
    /// <summary>Plans all files together as one change.</summary>
    /// <param name="documents">In the order in which they are to be understood.</param>
    public static ImportPlan Plan(IReadOnlyList<ImportDocument> documents, GraphSnapshot current)
    {
        var files = ImmutableArray.CreateBuilder<ImportFile>();
        var known = documents.OfType<ImportTable>().Where(table => TableHeader.Find(table) is not null).Select(table => table.File).ToHashSet(StringComparer.Ordinal);
        var drafts = documents.SelectMany(document => Read(document, known, files)).ToList();
        return new Planning(current, drafts).Run(files.ToImmutable());
    }

    /// <param name="known">Workbooks with a sheet that is a list: their other sheets may be anything, and are passed over with a note.</param>
    private static List<Draft> Read(ImportDocument document, HashSet<string> known, ImmutableArray<ImportFile>.Builder files)
    {
        switch (document)
        {
            case UnreadableFile file:
                files.Add(new ImportFile(file.File, null, null, 0, []));
                var unreadable = new NodeDraft(new ImportPlace(file.File, null, file.Row), NodeKind.Plan, "");
                unreadable.Problems.Add(file.Problem);
                return [unreadable];
            case GraphFile file:
                files.Add(new ImportFile(file.File, null, null, file.Nodes.Length + file.Relations.Length, []));
                return GraphFileRows.Read(file);
            case ImportTable table:
                return Read(table, known.Contains(table.File), files);
            default:
                throw new InvalidOperationException($"{document.GetType().Name} is no known document.");
        }
    }

    private static List<Draft> Read(ImportTable table, bool hasOthers, ImmutableArray<ImportFile>.Builder files)
    {
        if (TableHeader.Find(table) is not { } header)
        {
            files.Add(new ImportFile(table.File, table.Sheet, null, table.Lines.Length, hasOthers ? [Sentence.Of("imports.sheetNotRead", ("sheet", table.Sheet ?? ""))] : []));
            if (hasOthers) return [];
            var draft = new NodeDraft(new ImportPlace(table.File, table.Sheet, table.Lines is [var first, ..] ? first.Row : 1), NodeKind.Plan, "");
            draft.Refuse(table.Lines.IsEmpty ? "imports.tableEmpty" : "imports.tableUnknown");
            return [draft];
        }
        var rows = TableRows.Read(table, header);
        var notes = header.NotRead.Select(column => Sentence.Of("imports.columnNotRead", ("column", column)));
        files.Add(new ImportFile(table.File, table.Sheet, header.Kind, rows.Count, [.. notes]));
        return rows;
    }
}
