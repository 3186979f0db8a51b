using System.Text.Json;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Anchoring;

/// <summary>Reads a file of rules, rule by rule, so that one that cannot be used does not cost the others.</summary>
internal static class AnchoringRuleFile
{
    private const int LongestSource = 1_000;

    private static readonly JsonReaderOptions _options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The usable rules, in order; the others become problems. A type that stands twice is used the first time.</summary>
    public static List<AnchoringRule> Read(string file, ReadOnlySpan<byte> json, List<RuleProblem> problems)
    {
        var rules = new List<AnchoringRule>();
        var start = json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var reader = new Utf8JsonReader(json[start..], _options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var from = start + (int)reader.TokenStartIndex;
                reader.Skip();
                Add(json[from..(start + (int)reader.BytesConsumed)], new Place(file, LineAt(json, from), problems), rules);
            }
        }
        catch (JsonException)
        {
            // The reader's own place counts from 0.
            problems.Add(Problem(file, LineAt(json, start + (int)reader.BytesConsumed), "anchoring.rules.noList"));
        }
        return rules;
    }

    private static void Add(ReadOnlySpan<byte> json, Place place, List<AnchoringRule> rules)
    {
        if (Parse(json, place) is not { } rule) return;
        if (rule.Type is null && rule.TitleWords.IsEmpty) place.Tell("anchoring.rules.forNothing");
        else if (rule.TitleWords.IsEmpty && rules.Any(other => other.TitleWords.IsEmpty && other.Type == rule.Type)) place.Tell("anchoring.rules.twice", ("type", ChoiceNames.Of(rule.Type!.Value)));
        else if (rule.TitleWords.Any(string.IsNullOrWhiteSpace)) place.Tell("anchoring.rules.emptyWord");
        else if (string.IsNullOrWhiteSpace(rule.Source) || rule.Source.Length > LongestSource) place.Tell("anchoring.rules.noSource", ("max", LongestSource));
        else if (rule.Required && (rule.Accepts.IsEmpty || rule.Accepts.Any(type => !AnchoringRuleTable.Upward.Contains(type)))) place.Tell("anchoring.rules.accepts", ("allowed", Upward));
        else rules.Add(rule);
    }

    private static AnchoringRule? Parse(ReadOnlySpan<byte> json, Place place)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AnchoringJsonContext.Default.AnchoringRule) ?? throw new JsonException();
        }
        catch (JsonException problem)
        {
            var path = problem.Path ?? "$";
            var member = path.Split('.', '[') is [_, var name, ..] ? name : "";
            var allowed = Allowed(member);
            place.Tell(allowed is null ? "anchoring.rules.unreadable" : "anchoring.rules.value", ("member", member), ("allowed", allowed ?? Members));
            return null;
        }
    }

    private const string Members = "type, titleWords, required, accepts, in, through, severity, source";

    private static string Upward => string.Join(", ", AnchoringRuleTable.Upward.Select(RelationRules.Name));

    private static string? Allowed(string member) => member switch
    {
        "type" or "in" or "through" => string.Join(", ", Enum.GetValues<PlanType>().Select(ChoiceNames.Of)),
        "accepts" => Upward,
        "severity" => "low, medium, high",
        "required" => "true, false",
        _ => null,
    };

    private static int LineAt(ReadOnlySpan<byte> json, int offset) => 1 + json[..Math.Min(offset, json.Length)].Count((byte)'\n');

    private static RuleProblem Problem(string file, int line, string key, params ReadOnlySpan<(string Name, object Value)> args) =>
        new(file, line, Sentence.Of(key, [.. args, ("file", file), ("line", line)]));

    private sealed record Place(string File, int Line, List<RuleProblem> Problems)
    {
        public void Tell(string key, params ReadOnlySpan<(string Name, object Value)> args) => Problems.Add(Problem(File, Line, key, args));
    }
}
