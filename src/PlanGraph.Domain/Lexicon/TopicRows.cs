using System.Collections.Immutable;

namespace PlanGraph.Domain.Lexicon;

/// <summary>Reads the rows of a topic file; a row that cannot be used is left out and said.</summary>
internal static class TopicRows
{
    private const int LongestId = 60;

    private static readonly string[] _required = ["id", "navn", "ord"];
    private static readonly string[] _optional = ["navn nynorsk", "ord nynorsk", "vekt", "hint", "del av", "nær", "handling", "merknad"];

    public static List<TopicRow> Read(LexiconFile file, List<LexiconProblem> problems)
    {
        var table = new LexiconTable(file, _required, _optional, problems);
        var read = new List<TopicRow>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var id = table.Cell(row, "id");
            if (!IsId(id))
                table.Say(row.Line, "lexicon.id.form", ("id", id));
            else if (!ids.Add(id))
                table.Say(row.Line, "lexicon.id.twice", ("id", id));
            else if (ActionOf(table.Cell(row, "handling")) is { } action)
                read.Add(Read(table, row, id, action, file.Name));
            else
                table.Say(row.Line, "lexicon.action.unknown", ("action", table.Cell(row, "handling")));
        }
        return read;
    }

    private static TopicRow Read(LexiconTable table, SemicolonRow row, string id, TopicAction action, string file) => new()
    {
        File = file,
        Line = row.Line,
        Id = id,
        Action = action,
        Name = table.Cell(row, "navn"),
        NameNn = table.Cell(row, "navn nynorsk"),
        Weight = WeightOf(table, row),
        Words = [.. table.List(row, "ord"), .. table.List(row, "ord nynorsk")],
        Hints = [.. table.List(row, "hint")],
        PartOf = References(table, row, "del av"),
        Near = References(table, row, "nær"),
    };

    /// <summary>Small letters, digits and hyphens.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(letter => letter is '-' || char.IsAsciiDigit(letter) || (char.IsLetter(letter) && char.IsLower(letter)));

    private static TopicAction? ActionOf(string cell) => cell.ToLowerInvariant() switch
    {
        "" or "legg til" => TopicAction.Add,
        "erstatt" => TopicAction.Replace,
        "fjern" => TopicAction.Remove,
        _ => null,
    };

    private static double? WeightOf(LexiconTable table, SemicolonRow row)
    {
        var cell = table.Cell(row, "vekt");
        var weight = LexiconTable.Share(cell);
        if (weight is null && cell.Length > 0)
            table.Say(row.Line, "lexicon.weight.form", ("value", cell));
        return weight;
    }

    /// <summary>"avløp 0.7, flom 0.5" or "avløp, flom".</summary>
    private static ImmutableArray<TopicReference> References(LexiconTable table, SemicolonRow row, string column)
    {
        var found = ImmutableArray.CreateBuilder<TopicReference>();
        foreach (var part in table.List(row, column))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var nearness = words.Length == 2 ? LexiconTable.Share(words[1]) : null;
            if (words.Length > 2 || (words.Length == 2 && nearness is null or >= 1))
                table.Say(row.Line, "lexicon.reference.form", ("value", part), ("column", column));
            else
                found.Add(new(words[0], nearness));
        }
        return found.ToImmutable();
    }
}
