using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>One step of the schema: a file <c>V001__Unique_entity_id.cypher</c> of <c>cypher/schema</c>, never changed after it has been used.</summary>
/// <param name="Version">"001".</param>
/// <param name="Description">"Unique entity id".</param>
internal sealed partial record Migration(string Version, string Description, CypherStatement Statement)
{
    /// <summary>All of them, in the order in which they are applied.</summary>
    public static IReadOnlyList<Migration> All { get; } =
        [.. Statements.Names.Where(name => name.StartsWith("schema/", StringComparison.Ordinal)).Select(Read).OrderBy(step => int.Parse(step.Version, CultureInfo.InvariantCulture))];

    public string Source => Statement.Name["schema/".Length..] + ".cypher";

    /// <summary>CRC-32 (IEEE 802.3) of the statement without the space around it, in decimal: what Neo4j-Migrations computes and stores.</summary>
    public string Checksum => Crc32(Encoding.UTF8.GetBytes(Statement.Text.Trim())).ToString(CultureInfo.InvariantCulture);

    internal static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }

    private static Migration Read(string name) => FileName().Match(name) is { Success: true } match
        ? new Migration(match.Groups["version"].Value, match.Groups["description"].Value.Replace('_', ' '), Statements.Load(name))
        : throw new InvalidOperationException($"cypher/{name}.cypher is not named V<number>__<Description>.cypher.");

    [GeneratedRegex("^schema/V(?<version>[0-9]+)__(?<description>[A-Za-z0-9_]+)$")]
    private static partial Regex FileName();
}
