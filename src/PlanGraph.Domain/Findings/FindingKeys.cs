using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>The stable key of a finding: its kind and its members. It never rests on titles, scores or the run.</summary>
public static class FindingKeys
{
    private const int ReadablePart = 40;
    private const int HashLength = 12;

    /// <summary>
    /// <c>finding/expired-plan-veteranplan</c> for one member; for several, the beginnings of the first two and a hash of all. The order of
    /// <paramref name="members"/> does not matter.
    /// </summary>
    public static NodeId Of(FindingKind kind, ImmutableArray<NodeId> members, string? variant = null)
    {
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()) + (variant is null ? "" : "-" + variant);
        var sorted = members.Order().ToArray();
        var whole = $"{name}-{sorted[0].Slug}";
        if (sorted.Length == 1 && variant is null && whole.Length <= NodeId.MaxSlugLength) return NodeId.Of(NodeKind.Finding, whole);
        var readable = string.Join('-', sorted.Take(2).Select(id => Beginning(id.Slug)));
        return NodeId.Of(NodeKind.Finding, $"{name}-{readable}-{Hash(string.Join('\n', sorted.Select(id => id.Value)))}");
    }

    private static string Beginning(string slug)
    {
        if (slug.Length <= ReadablePart) return slug;
        var end = slug.LastIndexOf('-', ReadablePart);
        return slug[..(end > 0 ? end : ReadablePart)];
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}
