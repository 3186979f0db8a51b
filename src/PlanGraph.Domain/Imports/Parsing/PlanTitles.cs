using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Imports;

/// <param name="Title">One line, without marks.</param>
/// <param name="Mark">The footnote mark that stood at it: "*", "**", "1"; null for none.</param>
public sealed record PlanTitle(string Title, string? Mark);

/// <param name="Title">The plan's title.</param>
/// <param name="Type">What the part's own name says it is; null when it says nothing.</param>
/// <param name="Status">The part's own status cell.</param>
public sealed record PlanPart(string Title, PlanType? Type, string? Status);

/// <param name="Mark">"*", "**", "1".</param>
public sealed record Footnote(string Mark, string Text);

/// <summary>The title cells of a plan list: broken lines, footnote marks, and two plans in one cell.</summary>
public static partial class PlanTitles
{
    private static readonly (string Start, string Name, PlanType Type)[] _parts =
    [
        ("samf", "samfunnsdel", PlanType.Samfunnsdel),
        ("areal", "arealdel", PlanType.Arealdel),
        ("handling", "handlingsdel", PlanType.Handlingsprogram),
    ];

    /// <summary>Every mark has one of these.</summary>
    private static readonly SearchValues<char> _marks = SearchValues.Create("*†‡¹²³⁴⁵[)");

    /// <summary>All white space but the space.</summary>
    private static readonly SearchValues<char> _otherBlanks =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(letter => letter != ' ' && char.IsWhiteSpace(letter))]);

    /// <summary>A title cell as one line without footnote marks: <c>Sammen for barn og unge 2015-⏎2019*</c> is "Sammen for barn og unge 2015-2019" with "*".</summary>
    public static PlanTitle Clean(string cell)
    {
        var line = JoinLines(cell);
        if (!line.AsSpan().ContainsAny(_marks)) return new PlanTitle(line, null);
        var mark = Mark().Match(line);
        if (!mark.Success) return new PlanTitle(line, null);
        var title = Blanks().Replace(line.Remove(mark.Index, mark.Length).Insert(mark.Index, " "), " ").Trim();
        return title.Length == 0 ? new PlanTitle(line, null) : new PlanTitle(title, Plain(mark.Groups["mark"].Value));
    }

    /// <summary>The explanation of a mark, when the cell is one: "* Fjernet i planstrategi 2017-2035, men …".</summary>
    public static Footnote? Footnote(string cell) =>
        cell.AsSpan().ContainsAny(_marks) && FootnoteLine().Match(cell.Trim()) is { Success: true } match ? new Footnote(Plain(match.Groups["mark"].Value), JoinLines(match.Groups["text"].Value)) : null;

    /// <summary>
    /// The plans of one row: usually one. Two where the status tells the parts of the municipal master plan apart ("Samf.del vedtatt 27.1.16 ⏎ Arealdel
    /// vedtatt 4.4.18"), or where each line of the title is a plan's title by itself.
    /// </summary>
    public static ImmutableArray<PlanPart> Split(string title, string? status)
    {
        var statuses = Lines(status ?? "");
        if (statuses.Length > 1 && statuses.Select(Part).ToArray() is var parts && parts.All(part => part is not null))
            return [.. statuses.Zip(parts, (line, part) => new PlanPart(PartTitle(JoinLines(title), part!.Value.Name), part.Value.Type, line))];
        var titles = Lines(title);
        if (titles.Length < 2 || !titles.All(IsWholeTitle) || titles[..^1].Any(line => Unfinished().IsMatch(line))) return [new PlanPart(title, null, status)];
        return [.. titles.Select((line, at) => new PlanPart(line, null, statuses.Length == titles.Length ? statuses[at] : status))];
    }

    /// <summary>Broken lines made one: a word parted at a line end is whole again, "idrett- og" keeps its hyphen, "2015-⏎2019" is one period.</summary>
    public static string JoinLines(string cell) => cell.Trim() is var line && IsJoined(line) ? line :
        Blanks().Replace(ParkedPart().Replace(Division().Replace(OneLineEnd(cell), "$1$2"), "$1-$2"), " ").Trim();

    /// <summary>True for one line with single spaces, as nearly all titles are: the patterns would find nothing.</summary>
    private static bool IsJoined(string line) => !line.AsSpan().ContainsAny(_otherBlanks) && !line.Contains("  ", StringComparison.Ordinal);

    /// <summary>Lines trimmed, empty ones gone: a cell of thousands of line ends must not cost the patterns below more than one of two.</summary>
    private static string OneLineEnd(string cell) => string.Join('\n', cell.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static (string Name, PlanType Type)? Part(string line)
    {
        var start = PartName().Match(line);
        if (!start.Success) return null;
        var found = _parts.First(part => start.Value.StartsWith(part.Start, StringComparison.OrdinalIgnoreCase));
        return (found.Name, found.Type);
    }

    private static string PartTitle(string title, string part) =>
        MasterPlan().IsMatch(title) ? $"Kommuneplanens {part}" : $"{title} – {part}";

    private static bool IsWholeTitle(string line) =>
        char.IsUpper(line.TrimStart('«', '"')[0]) && Tokenizer.Tokens(line).Select(token => Folding.Lower(line.Substring(token.Start, token.Length)))
            .Any(word => GenreHeads.GenreOf(word) is not null || GenreHeads.Split(word) is not null);

    private static string[] Lines(string cell) =>
        LineEnd().Split(cell).Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();

    private static string Plain(string mark) => mark.Trim('(', ')', '[', ']', ' ') switch
    {
        "¹" => "1", "²" => "2", "³" => "3", "⁴" => "4", "⁵" => "5",
        var plain => plain,
    };

    [GeneratedRegex(@"\r?\n|\r| / ")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"(\p{L})[-\u00AD\u2010]\n(?!(?:og|eller|samt|and|or)\b)(\p{Ll})")]
    private static partial Regex Division();

    [GeneratedRegex(@"([\p{L}\d])[-\u2010\u2013]\n([\p{Lu}\d])")]
    private static partial Regex ParkedPart();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*(?<mark>\*{1,4}|[†‡]{1,2}|[¹²³⁴⁵]|\[\d{1,2}\]|(?<=\p{L}|\d\s|\p{L}\s)\d{1,2}\)(?=\s*$))")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\A(?<mark>\*{1,4}|[†‡]{1,2}|[¹²³⁴⁵]|\[\d{1,2}\]|\d{1,2}\))\s*:?\s*(?<text>\S.*)\z", RegexOptions.Singleline)]
    private static partial Regex FootnoteLine();

    [GeneratedRegex(@"\A(?:samf\.? ?del|samfunnsdel|areal\.? ?del|handlingsdel)(?:en)?(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex PartName();

    [GeneratedRegex(@"\A(?:kommuneplan(?:en|a)?)\z", RegexOptions.IgnoreCase)]
    private static partial Regex MasterPlan();

    [GeneratedRegex(@"(?:[-–,:&]|\b(?:og|eller|for|i|på|av|til|med|mot|om|fra|samt|ny|den|det|de))$", RegexOptions.IgnoreCase)]
    private static partial Regex Unfinished();
}
