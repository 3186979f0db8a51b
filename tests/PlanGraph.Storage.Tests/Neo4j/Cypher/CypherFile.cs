using System.Text.RegularExpressions;

namespace PlanGraph.Storage.Tests.Neo4j.Cypher;

/// <summary>A file of <c>cypher/</c> as the tests look at it: what its header promises and what its text does.</summary>
/// <param name="Name">Its path in <c>cypher/</c> without the ending: <c>plans/get-plan</c>.</param>
internal sealed partial record CypherFile(string Name, string Text)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "cypher");

    /// <summary>All files, also those for people.</summary>
    public static IReadOnlyList<CypherFile> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.cypher", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new CypherFile(Path.ChangeExtension(Path.GetRelativePath(Folder, path), null).Replace('\\', '/'), File.ReadAllText(path))),
    ];

    public bool IsForPeople => Name.StartsWith("analysis/", StringComparison.Ordinal);

    public bool IsSchema => Name.StartsWith("schema/", StringComparison.Ordinal);

    /// <summary>The parameters that the header names.</summary>
    public IReadOnlyList<string> Parameters => Names("Parameters");

    /// <summary>The columns that the header names.</summary>
    public IReadOnlyList<string> Columns => Names("Columns");

    /// <summary>The parameters that the text asks for.</summary>
    public IReadOnlyList<string> UsedParameters => [.. Parameter().Matches(Code).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The columns that the text returns, in their order.</summary>
    public IReadOnlyList<string> ReturnedColumns => CypherReturn.ColumnsOf(Code);

    /// <summary>The text with blanks for comments and strings.</summary>
    private string Code => Aside().Replace(Text, match => new string(' ', match.Length));

    /// <summary>What is wrong with the file, one sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var problem in HeaderProblems()) yield return problem;
        foreach (var name in UsedParameters.Except(Parameters)) yield return $"${name} is used and not in the line of parameters";
        foreach (var name in Parameters.Except(UsedParameters)) yield return $"{name} is in the line of parameters and not used";
        foreach (var name in Columns.Except(ReturnedColumns)) yield return $"{name} is in the line of columns and not returned";
        foreach (var name in ReturnedColumns.Except(Columns)) yield return $"{name} is returned and not in the line of columns";
        // Planned on a database that has just begun to fill, it walks the whole index for each row, and the plan is kept.
        if (UnhintedRow().IsMatch(Code)) yield return "who looks a row's node up names the index on the line below: USING INDEX SEEK";
        if (EnterpriseOnly().IsMatch(Code)) yield return "only the Enterprise edition has this constraint";
        if (IsSchema && !Code.Contains("IF NOT EXISTS", StringComparison.Ordinal)) yield return "a step of the schema must be repeatable: IF NOT EXISTS";
    }

    private IEnumerable<string> HeaderProblems()
    {
        string[] wanted = ["// Purpose: ", "// Parameters: ", "// Columns: ", .. IsForPeople ? ["// Reading: "] : Array.Empty<string>()];
        var lines = Text.Split('\n');
        for (var at = 0; at < wanted.Length; at++)
        {
            if (at >= lines.Length || !lines[at].StartsWith(wanted[at], StringComparison.Ordinal) || lines[at].Trim().Length == wanted[at].Length - 1)
                yield return $"line {at + 1} must begin with \"{wanted[at].TrimEnd()}\" and say something";
        }
        foreach (var title in (string[])["Parameters", "Columns"])
        {
            if (Line(title) is { } line && line != "none" && !NameList().IsMatch(line)) yield return $"the line of {title.ToLowerInvariant()} is neither \"none\" nor \"name (what it is), name (what it is)\"";
        }
        if (Text.Contains('\r', StringComparison.Ordinal) || !Text.EndsWith('\n')) yield return "lines end with a line feed, the last too";
    }

    private string? Line(string title) => Regex.Match(Text, $"^// {title}: (.*)$", RegexOptions.Multiline) is { Success: true } match ? match.Groups[1].Value : null;

    private string[] Names(string title) => Line(title) is { } line && line != "none" ? [.. Named().Matches(line).Select(match => match.Groups[1].Value)] : [];

    [GeneratedRegex(@"//.*|/\*[\s\S]*?\*/|'(?:\\.|[^'\\])*'|""(?:\\.|[^""\\])*""")]
    private static partial Regex Aside();

    [GeneratedRegex(@"^\s*MATCH \(\w*:\w+ \{\w+: [a-z][^}\n]*\}\).*\n(?!\s*USING INDEX SEEK)", RegexOptions.Multiline)]
    private static partial Regex UnhintedRow();

    [GeneratedRegex(@"\$(\w+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\w+ \([^()]+\)(?:, \w+ \([^()]+\))*$")]
    private static partial Regex NameList();

    [GeneratedRegex(@"(\w+) \([^()]+\)")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bREQUIRE\b[^;]*?\bIS\s+(?:NOT\s+NULL\b|(?:NODE\s+|RELATIONSHIP\s+|REL\s+)?KEY\b|::|TYPED\b)", RegexOptions.IgnoreCase)]
    private static partial Regex EnterpriseOnly();
}
