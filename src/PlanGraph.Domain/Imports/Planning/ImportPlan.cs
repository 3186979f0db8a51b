using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>What an import would do with a row.</summary>
public enum ImportOutcome
{
    /// <summary>Makes an element.</summary>
    New,

    /// <summary>Changes an element.</summary>
    Changed,

    /// <summary>Says what is already there.</summary>
    Unchanged,

    /// <summary>Will be done, but a person should look.</summary>
    Doubtful,

    /// <summary>Cannot be done; see the sentences.</summary>
    Refused,
}

/// <summary>One property before and after.</summary>
/// <param name="Property">As in JSON (<c>status</c>), or a relation's text key (<c>@relation.OWNED_BY</c>).</param>
/// <param name="Before">Null when it was empty. A value that begins with @ is a text key (<c>@planStatus.adopted</c>).</param>
/// <param name="After">Null when it becomes empty.</param>
public sealed record PropertyChange(string Property, string? Before, string? After);

/// <summary>What became of one row for one element; a row with two plans in it gives two.</summary>
/// <param name="Element">Node id or relation key; null when the row was refused before it had one.</param>
/// <param name="Sentences">Doubts, or why it is refused; a refusal names file, row and the way out.</param>
public sealed record ImportRow(
    string File, string? Sheet, int Row, ImportOutcome Outcome, string? Element, string? Title, ImmutableArray<Sentence> Sentences,
    ImmutableArray<PropertyChange> Changes);

/// <param name="Table">What it was recognised as; null for PlanGraph's own JSON and for a file that could not be read.</param>
/// <param name="Rows">Rows with data.</param>
/// <param name="Notes">What holds for the whole table, such as columns that are not read.</param>
public sealed record ImportFile(string File, string? Sheet, TableKind? Table, int Rows, ImmutableArray<Sentence> Notes);

/// <summary>What an import would do, all of it. Making it has changed nothing.</summary>
/// <param name="GraphSeq">The last change of the graph that it was planned against.</param>
/// <param name="Operations">
/// The change of all rows that are not refused: nodes first, then relations. Never a removal. Empty when nothing would change.
/// </param>
public sealed record ImportPlan(
    long GraphSeq, ImmutableArray<ImportFile> Files, ImmutableArray<ImportRow> Rows, ImmutableArray<Operation> Operations)
{
    public int Count(ImportOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    public bool HasRefusals => Rows.Any(row => row.Outcome == ImportOutcome.Refused);

    /// <summary>True when the two would do the same and say the same; what they were planned against aside.</summary>
    public bool SameAs(ImportPlan other) =>
        Rows.Length == other.Rows.Length && Operations.Length == other.Operations.Length
        && Rows.Zip(other.Rows).All(pair => Same(pair.First, pair.Second))
        && Operations.Zip(other.Operations).All(pair => GraphJson.ToUtf8(pair.First).AsSpan().SequenceEqual(GraphJson.ToUtf8(pair.Second)));

    private static bool Same(ImportRow one, ImportRow other) =>
        (one.File, one.Sheet, one.Row, one.Outcome, one.Element, one.Title) == (other.File, other.Sheet, other.Row, other.Outcome, other.Element, other.Title)
        && one.Sentences.SequenceEqual(other.Sentences) && one.Changes.SequenceEqual(other.Changes);
}
