using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Web.Imports.Reading;

namespace PlanGraph.Web.Commands.Findings;

/// <summary>Makes a graph of files as an import into an empty PlanGraph would. What is wrong with them is told and left out.</summary>
internal static class GraphFromFiles
{
    /// <summary>More rows in doubt than this are counted only.</summary>
    private const int MostDoubts = 20;

    /// <exception cref="CommandException">A file is not there, or nothing could be read from any.</exception>
    public static async Task<GraphSnapshot> ReadAsync(CommandCall call)
    {
        var documents = new List<ImportDocument>();
        var names = new List<string>();
        foreach (var word in call.Arguments.Words)
        {
            call.Console.Tell(Sentence.Of("findingsCommand.reading", ("file", word)));
            var bytes = await InputFiles.ReadAsync(word, ImportLimits.FileBytes, call);
            documents.AddRange(ImportFiles.Read(NameOf(word, names), bytes, call.CancellationToken));
        }
        var plan = PlanOf(documents);
        TellProblems(plan, call.Console);
        var snapshot = GraphSnapshot.From(1,
            plan.Operations.OfType<PutNode>().Select(put => put.Node with { Version = 1 }), plan.Operations.OfType<PutRelation>().Select(put => put.Relation with { Version = 1 }));
        if (snapshot.NodeCount == 0) throw new CommandException(ExitCodes.BadData, Sentence.Of("findingsCommand.nothingRead"));
        call.Console.Tell(Sentence.Of("findingsCommand.read", ("nodes", snapshot.NodeCount), ("relations", plan.Operations.OfType<PutRelation>().Count())));
        return snapshot;
    }

    /// <summary>
    /// As the importer plans it; but a table that it does not recognise and that has a column "tittel" or "navn" is a list of plans, for nobody pastes a list of
    /// titles here that are not.
    /// </summary>
    private static ImportPlan PlanOf(List<ImportDocument> documents)
    {
        var plan = ImportPlanner.Plan(documents, GraphSnapshot.Empty);
        var unknown = plan.Files.Where(file => file.Table is null).Select(file => (file.File, file.Sheet)).ToHashSet();
        var lists = documents.OfType<ImportTable>().Where(table => unknown.Contains((table.File, table.Sheet)) && PlanList.Read(table, namesOnly: true) is not null).ToHashSet<ImportDocument>(ReferenceEqualityComparer.Instance);
        return lists.Count == 0 ? plan : ImportPlanner.Plan([.. documents.Select(document => lists.Contains(document) ? (ImportTable)document with { Kind = TableKind.Plans } : document)], GraphSnapshot.Empty);
    }

    /// <summary>Two files with the same name are told apart by a number.</summary>
    private static string NameOf(string word, List<string> names)
    {
        var name = ImportFiles.Shown(word);
        var count = names.Count(other => other == name || other.StartsWith($"{name} (", StringComparison.Ordinal));
        names.Add(count == 0 ? name : $"{name} ({count + 1})");
        return names[^1];
    }

    private static void TellProblems(ImportPlan plan, CommandConsole console)
    {
        foreach (var file in plan.Files)
        {
            foreach (var note in file.Notes) console.Error.WriteLine($"{Place(file.File, file.Sheet)}: {console.Words(note)}");
        }
        foreach (var row in plan.Rows.Where(row => row.Outcome == ImportOutcome.Refused)) console.Error.WriteLine(Sentences(row, console));
        var doubts = plan.Rows.Where(row => row.Outcome == ImportOutcome.Doubtful && !row.Sentences.IsEmpty).ToImmutableArray();
        foreach (var row in doubts.Take(MostDoubts))
            console.Tell(Sentence.Of("findingsCommand.doubt", ("file", Place(row.File, row.Sheet)), ("row", row.Row), ("sentence", Sentences(row, console))));
        if (doubts.Length > MostDoubts) console.Tell(Sentence.Of("findingsCommand.moreDoubts", ("count", doubts.Length - MostDoubts)));
    }

    private static string Place(string file, string? sheet) => sheet is null ? file : $"{file} ({sheet})";

    private static string Sentences(ImportRow row, CommandConsole console) => string.Join(' ', row.Sentences.Select(console.Words));
}
