using System.Collections.Immutable;

namespace PlanGraph.Domain.Lexicon;

/// <summary>What came of reading obligation files. The obligations hold what could be used.</summary>
public sealed record ObligationsReading(PlanObligations Obligations, ImmutableArray<LexiconProblem> Problems);

/// <summary>The plan obligations and the words they are recognised by. Immutable; shared by all threads. Titles are read with an <see cref="ObligationReader"/>.</summary>
public sealed class PlanObligations
{
    /// <summary>So many, the municipality's own included; what a plan answers is kept as bits.</summary>
    public const int Most = 128;

    private PlanObligations(IReadOnlyList<ObligationRow> rows, List<LexiconProblem> problems)
    {
        var all = All = [.. rows.Take(Most).Select((row, number) => row.Obligation with { Number = number })];
        foreach (var row in rows.Skip(Most)) problems.Add(LexiconTable.Problem(row.File, row.Line, "lexicon.law.tooMany", [("id", row.Obligation.Id), ("most", Most)]));
        Words = new(all.SelectMany(obligation => obligation.Words.Select(word => new ListedWord(obligation.Number, word, 1))));
        Fingerprint = LexiconFingerprint.Of(all.OrderBy(obligation => obligation.Id, StringComparer.Ordinal).Select(Line));
        foreach (var empty in Words.Empty)
            problems.Add(LexiconTable.Problem(rows[empty.Owner].File, rows[empty.Owner].Line, "lexicon.word.empty", [("id", all[empty.Owner].Id), ("word", empty.Word)]));
    }

    /// <summary>The obligations that PlanGraph brings.</summary>
    public static PlanObligations BuiltIn { get; } = Read([], TopicLexicon.BuiltIn).Obligations;

    /// <summary>All obligations, each at its <see cref="PlanObligation.Number"/>.</summary>
    public ImmutableArray<PlanObligation> All { get; }

    /// <summary>Sixteen hexadecimal digits that change with anything that changes what is recognised or what is asked.</summary>
    public string Fingerprint { get; }

    internal LexiconWords Words { get; }

    /// <summary>The built-in obligations with <paramref name="files"/> laid upon them: a row with a known id takes its place, or removes it when column <c>handling</c> says <c>fjern</c>.</summary>
    public static ObligationsReading Read(IReadOnlyList<LexiconFile> files, TopicLexicon lexicon)
    {
        var problems = new List<LexiconProblem>();
        var rows = new Dictionary<string, ObligationRow>(StringComparer.Ordinal);
        foreach (var (id, row) in files.Prepend(BuiltInFiles.Laws).SelectMany(file => ObligationRows.Read(file, lexicon, problems)))
        {
            if (row is null)
                rows.Remove(id);
            else
                rows[id] = row;
        }
        return new(new PlanObligations([.. rows.Values], problems), [.. problems]);
    }

    private static string Line(PlanObligation obligation) =>
        $"{obligation.Id};{obligation.Law};{obligation.Section};{obligation.Kind};{obligation.Demand};{string.Join(',', obligation.Topics)};{string.Join(',', obligation.Words)}";
}

/// <summary>Recognises the obligations that a plan answers by its title. For one thread at a time.</summary>
public sealed class ObligationReader(PlanObligations obligations)
{
    private readonly ListedWordFinder _finder = new(obligations.Words);
    private readonly List<TopicMatch> _found = [];

    /// <summary>The obligations that <paramref name="title"/> answers, in the order of the file.</summary>
    public IReadOnlyList<PlanObligation> Read(string title)
    {
        _finder.Read(title, _found);
        return [.. _found.Select(match => obligations.All[match.Topic]).OrderBy(obligation => obligation.Number)];
    }
}
