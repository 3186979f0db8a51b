using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Imports;

/// <param name="Rows">At most <see cref="MostRows"/>, in the order of the files; of more, those that a person should look at come first.</param>
/// <param name="RowsLeftOut">How many rows there are besides.</param>
internal sealed record PreviewAnswer(
    Guid Id, IReadOnlyList<string> Files, IReadOnlyList<TableAnswer> Tables, OutcomeCounts Counts, int Nodes, int Relations, IReadOnlyList<RowAnswer> Rows, int RowsLeftOut)
{
    private const int MostRows = 5000;

    public static PreviewAnswer Of(ImportPreview preview, Wording wording)
    {
        var plan = preview.Plan;
        var rows = plan.Rows.Length <= MostRows ? plan.Rows.AsEnumerable() : plan.Rows.OrderByDescending(row => Urgency(row.Outcome)).Take(MostRows);
        return new PreviewAnswer(
            preview.Id, preview.Files, [.. plan.Files.Select(file => TableAnswer.Of(file, wording))], OutcomeCounts.Of(plan),
            plan.Operations.OfType<PutNode>().Count(), plan.Operations.OfType<PutRelation>().Count(),
            [.. rows.Select(row => RowAnswer.Of(row, wording))], Math.Max(0, plan.Rows.Length - MostRows));
    }

    private static int Urgency(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Refused => 4,
        ImportOutcome.Doubtful => 3,
        ImportOutcome.Changed => 2,
        ImportOutcome.New => 1,
        _ => 0,
    };
}

/// <param name="Table">plans, goals …; missing for PlanGraph's own JSON and for what could not be read.</param>
internal sealed record TableAnswer(string File, string? Sheet, string? Table, int Rows, IReadOnlyList<string> Notes)
{
    public static TableAnswer Of(ImportFile file, Wording wording) =>
        new(file.File, file.Sheet, Summaries.Word(file.Table), file.Rows, [.. file.Notes.Select(wording.Say)]);
}

internal sealed record OutcomeCounts(int New, int Changed, int Unchanged, int Doubtful, int Refused)
{
    public static OutcomeCounts Of(ImportPlan plan) => new(
        plan.Count(ImportOutcome.New), plan.Count(ImportOutcome.Changed), plan.Count(ImportOutcome.Unchanged), plan.Count(ImportOutcome.Doubtful), plan.Count(ImportOutcome.Refused));
}

/// <param name="Element">Node id or relation key.</param>
internal sealed record RowAnswer(
    string File, int Row, string Outcome, string? Element, string? Title, IReadOnlyList<string> Sentences, IReadOnlyList<DifferenceAnswer> Differences)
{
    public static RowAnswer Of(ImportRow row, Wording wording) => new(
        row.Sheet is null ? row.File : $"{row.File} ({row.Sheet})", row.Row, Summaries.Word(row.Outcome)!, row.Element, row.Title ?? row.Element,
        [.. row.Sentences.Select(wording.Say)], [.. row.Changes.Select(change => DifferenceAnswer.Of(change, wording))]);
}

internal sealed record DifferenceAnswer(string Property, string? Before, string? After)
{
    public static DifferenceAnswer Of(PropertyChange change, Wording wording) =>
        new(Words(change.Property, wording)!, Words(change.Before, wording), Words(change.After, wording));

    private static string? Words(string? value, Wording wording) => value is ['@', ..] ? wording.Say(Sentence.Of(value[1..])) : value;
}

/// <param name="Seq">The change that it became; the last change of the graph when there was nothing to change.</param>
internal sealed record AppliedAnswer(long Seq, OutcomeCounts Counts);

/// <param name="LeaveOutRefused">Apply the other rows although some cannot be used.</param>
internal sealed record ApplyImportRequest(bool LeaveOutRefused = false);
