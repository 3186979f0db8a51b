using System.Text.RegularExpressions;

namespace PlanGraph.Storage.Tests.Neo4j.Cypher;

/// <summary>Reads the columns off a statement's last RETURN. The server says the same when it explains a statement; this works where there is none.</summary>
internal static partial class CypherReturn
{
    /// <param name="code">The statement, without comments and strings.</param>
    public static IReadOnlyList<string> ColumnsOf(string code)
    {
        var end = Return().Matches(code).LastOrDefault(match => DepthAt(code, match.Index) == 0);
        if (end is null) return [];
        var rest = code[(end.Index + end.Length)..];
        var after = After().Matches(rest).FirstOrDefault(match => DepthAt(rest, match.Index) == 0);
        return [.. Parts(after is null ? rest : rest[..after.Index]).Select(ColumnOf)];
    }

    private static string ColumnOf(string item) => Alias().Match(item) is { Success: true } match ? match.Groups[1].Value : item.Trim();

    private static IEnumerable<string> Parts(string items)
    {
        var start = 0;
        for (var at = 0; at < items.Length; at++)
        {
            if (items[at] != ',' || DepthAt(items, at) != 0) continue;
            yield return items[start..at];
            start = at + 1;
        }
        yield return items[start..];
    }

    private static int DepthAt(string code, int index) => code.AsSpan(0, index).ToArray().Sum(c => c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0);

    [GeneratedRegex(@"\bRETURN\s+(?:DISTINCT\s+)?")]
    private static partial Regex Return();

    [GeneratedRegex(@"\b(?:ORDER\s+BY|SKIP|LIMIT)\b")]
    private static partial Regex After();

    [GeneratedRegex(@"\bAS\s+`?(\w+)`?\s*$")]
    private static partial Regex Alias();
}
