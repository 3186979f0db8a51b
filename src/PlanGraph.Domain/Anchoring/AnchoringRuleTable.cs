using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>Something in a file of rules that cannot be used; the sentence names file, line and the way out.</summary>
public sealed record RuleProblem(string File, int Line, Sentence Sentence);

/// <summary>What came of reading a municipality's rules: the table with all that could be used.</summary>
public sealed record RuleReading(AnchoringRuleTable Table, ImmutableArray<RuleProblem> Problems);

/// <summary>
/// The rules of all plan types. The default table is the file <c>anchoring-rules.json</c> beside this one; a municipality lays its own file upon it
/// (<see cref="Read"/>). Format: <c>docs/anchoring-rules.md</c>.
/// </summary>
public sealed class AnchoringRuleTable
{
    private readonly FrozenDictionary<PlanType, AnchoringRule> _ofType;
    private readonly ImmutableArray<AnchoringRule> _ofTitle;

    private AnchoringRuleTable(ImmutableArray<AnchoringRule> ofType, ImmutableArray<AnchoringRule> ofTitle)
    {
        _ofType = ofType.ToFrozenDictionary(rule => rule.Type!.Value);
        _ofTitle = ofTitle;
        Fingerprint = FingerprintOf(ofType.OrderBy(rule => rule.Type).Concat(ofTitle));
    }

    /// <summary>The relation types that lead towards the samfunnsdel; only these can be accepted by a rule.</summary>
    public static ImmutableArray<RelationType> Upward { get; } =
        [RelationType.AnchoredIn, RelationType.PartOf, RelationType.Supports, RelationType.States];

    public static AnchoringRuleTable Default { get; } = ReadDefault();

    /// <summary>Sixteen hexadecimal digits that change with any rule: what a run names as its rules.</summary>
    public string Fingerprint { get; }

    /// <summary>The rule of a type, titles aside.</summary>
    public AnchoringRule For(PlanType type) => _ofType[type];

    /// <summary>The rule of a plan: the first whose title words its title has, else that of its type.</summary>
    public AnchoringRule For(Plan plan)
    {
        foreach (var rule in _ofTitle)
        {
            if ((rule.Type is null || rule.Type == plan.Type) && TitleGenre.Is(plan, rule.TitleWords)) return rule;
        }
        return _ofType[plan.Type];
    }

    /// <summary>Reads a whole table of rules: a JSON list with exactly one rule for each plan type, and rules for titles.</summary>
    /// <exception cref="FormatException">A type is missing or stands twice, or a rule cannot be used.</exception>
    /// <exception cref="JsonException">It is no list.</exception>
    public static AnchoringRuleTable Parse(ReadOnlySpan<byte> json)
    {
        var problems = new List<RuleProblem>();
        var rules = AnchoringRuleFile.Read("", json, problems);
        if (problems is [var problem, ..]) throw new FormatException($"Line {problem.Line}: {problem.Sentence.Key} {string.Join(", ", problem.Sentence.Args.Values)}");
        foreach (var type in Enum.GetValues<PlanType>())
        {
            if (rules.Count(rule => rule.Type == type && rule.TitleWords.IsEmpty) != 1)
                throw new FormatException($"The anchoring rules must have exactly one rule for plan type {type}.");
        }
        return new AnchoringRuleTable([.. rules.Where(rule => rule.TitleWords.IsEmpty)], [.. rules.Where(rule => !rule.TitleWords.IsEmpty)]);
    }

    /// <summary>
    /// Lays a municipality's file upon the default table: its rule for a type takes the place of ours, its rules for titles are asked before ours.
    /// What cannot be used is told, and our rule holds.
    /// </summary>
    /// <param name="file">What problems call it.</param>
    public static RuleReading Read(string file, ReadOnlySpan<byte> json)
    {
        var problems = new List<RuleProblem>();
        var own = AnchoringRuleFile.Read(file, json, problems);
        var ofType = own.Where(rule => rule.TitleWords.IsEmpty).ToDictionary(rule => rule.Type!.Value);
        var table = new AnchoringRuleTable(
            [.. Enum.GetValues<PlanType>().Select(type => ofType.GetValueOrDefault(type) ?? Default.For(type))],
            [.. own.Where(rule => !rule.TitleWords.IsEmpty), .. Default._ofTitle]);
        return new RuleReading(table, [.. problems]);
    }

    private static AnchoringRuleTable ReadDefault()
    {
        using var stream = typeof(AnchoringRuleTable).Assembly.GetManifestResourceStream("anchoring-rules.json")
            ?? throw new InvalidOperationException("The embedded file anchoring-rules.json is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Parse(bytes);
    }

    private static string FingerprintOf(IEnumerable<AnchoringRule> rules)
    {
        var text = string.Join('\n', rules.Select(rule => JsonSerializer.Serialize(rule, AnchoringJsonContext.Default.AnchoringRule)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
