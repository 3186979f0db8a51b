namespace PlanGraph.Domain.Lexicon;

/// <summary>An obligation without a number yet, and where it stands.</summary>
internal sealed record ObligationRow(string File, int Line, PlanObligation Obligation);

/// <summary>Reads the rows of an obligation file; a row that cannot be used is left out and said.</summary>
internal static class ObligationRows
{
    private static readonly string[] _required = ["id", "lov", "krever", "krav", "kjennes på"];
    private static readonly string[] _optional = ["paragraf", "tema", "handling", "merknad"];

    /// <summary>The id of each row and its obligation; null for a row that removes it.</summary>
    public static IEnumerable<(string Id, ObligationRow? Row)> Read(LexiconFile file, TopicLexicon lexicon, List<LexiconProblem> problems)
    {
        var table = new LexiconTable(file, _required, _optional, problems);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var id = table.Cell(row, "id");
            if (!TopicRows.IsId(id))
                table.Say(row.Line, "lexicon.id.form", ("id", id));
            else if (!ids.Add(id))
                table.Say(row.Line, "lexicon.id.twice", ("id", id));
            else if (table.Cell(row, "handling").Equals("fjern", StringComparison.OrdinalIgnoreCase))
                yield return (id, null);
            else if (Read(table, row, id, lexicon) is { } obligation)
                yield return (id, new(file.Name, row.Line, obligation));
        }
    }

    private static PlanObligation? Read(LexiconTable table, SemicolonRow row, string id, TopicLexicon lexicon)
    {
        var words = table.List(row, "kjennes på");
        if (KindOf(table.Cell(row, "krever")) is not { } kind)
            table.Say(row.Line, "lexicon.kind.unknown", ("value", table.Cell(row, "krever")));
        else if (table.Cell(row, "lov").Length == 0 || table.Cell(row, "krav").Length == 0)
            table.Say(row.Line, "lexicon.law.missing", ("id", id));
        else if (words.Length == 0)
            table.Say(row.Line, "lexicon.words.missing", ("id", id));
        else
            return new(0, id, table.Cell(row, "lov"), table.Cell(row, "paragraf"), kind, table.Cell(row, "krav"), [.. Topics(table, row, id, lexicon)], [.. words]);
        return null;
    }

    private static IEnumerable<string> Topics(LexiconTable table, SemicolonRow row, string id, TopicLexicon lexicon)
    {
        foreach (var topic in table.List(row, "tema"))
        {
            if (lexicon.Find(topic) is not null)
                yield return topic;
            else
                table.Say(row.Line, "lexicon.reference.unknown", ("id", id), ("other", topic));
        }
    }

    private static ObligationKind? KindOf(string cell) => cell.ToLowerInvariant() switch
    {
        "plan" => ObligationKind.Plan,
        "oversikt" => ObligationKind.Overview,
        "plikt" => ObligationKind.Duty,
        "vilkår" => ObligationKind.Condition,
        "anbefalt" => ObligationKind.Recommended,
        _ => null,
    };
}
