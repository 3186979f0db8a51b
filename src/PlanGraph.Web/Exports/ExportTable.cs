namespace PlanGraph.Web.Exports;

/// <summary>A table to be written as a file, whatever it is about.</summary>
/// <param name="Name">Name of the sheet and, with a date, of the file.</param>
/// <param name="About">What the reader of a file on its own must know: where it is from, what was chosen, when. Written on a sheet of its own.</param>
internal sealed record ExportTable(
    string Name, IReadOnlyList<ExportColumn> Columns, IReadOnlyList<IReadOnlyList<ExportCell>> Rows, IReadOnlyList<(string Name, string Value)> About);

/// <param name="Header">In the reader's language; an import knows it in all three.</param>
/// <param name="Width">In characters of the sheet.</param>
internal sealed record ExportColumn(string Header, int Width = 20);

/// <summary>A typed value: a sheet must not guess whether 3.2 is a number, a date or a chapter.</summary>
internal abstract record ExportCell
{
    private ExportCell() { }

    public static ExportCell Empty { get; } = new Text("");

    public static ExportCell Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new Text(text);

    public static ExportCell Of(DateOnly? date) => date is { } day ? new Date(day) : Empty;

    public static ExportCell Of(double? number) => number is { } value ? new Number(value) : Empty;

    public sealed record Text(string Value) : ExportCell;

    public sealed record Date(DateOnly Value) : ExportCell;

    public sealed record Number(double Value) : ExportCell;
}

/// <summary>What no file can hold is left out: control characters besides tab and line end, halves of surrogate pairs.</summary>
internal static class FileText
{
    public static string Clean(string text)
    {
        var clean = true;
        for (var at = 0; at < text.Length; at++) clean &= IsPlain(text, at);
        return clean ? text : string.Concat(text.Where((_, at) => IsPlain(text, at)));
    }

    private static bool IsPlain(string text, int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c)) return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        if (char.IsLowSurrogate(c)) return at > 0 && char.IsHighSurrogate(text[at - 1]);
        return c is '\t' or '\n' or '\r' || (!char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF'));
    }
}
