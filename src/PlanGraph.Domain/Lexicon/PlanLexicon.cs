using System.Collections.Immutable;

namespace PlanGraph.Domain.Lexicon;

/// <summary>Topics and obligations as one municipality uses them, and what was wrong with its own files.</summary>
public sealed record PlanLexicon(TopicLexicon Topics, PlanObligations Obligations, ImmutableArray<LexiconProblem> Problems)
{
    /// <summary>What PlanGraph brings.</summary>
    public static PlanLexicon BuiltIn { get; } = new(TopicLexicon.BuiltIn, PlanObligations.BuiltIn, []);

    /// <summary>Sixteen hexadecimal digits that change with anything that a finding may depend on.</summary>
    public string Fingerprint { get; } = LexiconFingerprint.Of([Topics.Fingerprint, Obligations.Fingerprint]);

    /// <summary>The built-in lexicon with <paramref name="files"/> laid upon it, in order. A file whose heading has a column <c>lov</c> holds obligations, any other topics.</summary>
    public static PlanLexicon Read(IReadOnlyList<LexiconFile> files)
    {
        var kinds = files.ToLookup(HoldsObligations);
        var topics = TopicLexicon.Read([.. kinds[false]]);
        var obligations = PlanObligations.Read([.. kinds[true]], topics.Lexicon);
        return new(topics.Lexicon, obligations.Obligations, [.. topics.Problems, .. obligations.Problems]);
    }

    private static bool HoldsObligations(LexiconFile file) =>
        SemicolonRows.Read(file.Text) is [var heading, ..] && heading.Cells.Contains("lov", StringComparer.OrdinalIgnoreCase);
}
