using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanGraph.Domain.Graph;

/// <summary>
/// The stable, readable name of a node: <c>kind/slug</c>, as in <c>plan/klimastrategi-2030</c>. Saved views, links and findings rest on it;
/// it is ours and never a database's own id.
/// </summary>
/// <remarks>The slug has 1 to <see cref="MaxSlugLength"/> characters of a–z, 0–9 and single hyphens between them.</remarks>
[JsonConverter(typeof(NodeIdJsonConverter))]
public readonly record struct NodeId : IComparable<NodeId>
{
    public const int MaxSlugLength = 120;

    private NodeId(string value) => Value = value;

    /// <summary>The whole id, <c>kind/slug</c>. Empty only for <c>default(NodeId)</c>, which no rule accepts.</summary>
    public string Value => field ?? "";

    public NodeKind Kind => NodeKinds.TryParsePrefix(Value.AsSpan(0, Math.Max(0, Value.IndexOf('/'))), out var kind)
        ? kind
        : throw new InvalidOperationException("An empty node id has no kind.");

    public string Slug => Value[(Value.IndexOf('/') + 1)..];

    /// <summary>Makes an id of a kind and a slug that is already well formed.</summary>
    /// <exception cref="FormatException">The slug is not well formed.</exception>
    public static NodeId Of(NodeKind kind, string slug) => Parse($"{NodeKinds.Prefix(kind)}/{slug}");

    /// <summary>Makes an id of a kind and any text, usually a title (see <see cref="Graph.Slug.From"/>).</summary>
    public static NodeId FromTitle(NodeKind kind, string title) => new($"{NodeKinds.Prefix(kind)}/{Graph.Slug.From(title)}");

    /// <exception cref="FormatException">The text is no node id.</exception>
    public static NodeId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no node id; an id looks like 'plan/klimastrategi-2030'.");

    public static bool TryParse([NotNullWhen(true)] string? text, out NodeId id)
    {
        id = default;
        var slash = text?.IndexOf('/') ?? -1;
        if (slash < 0 || !NodeKinds.TryParsePrefix(text.AsSpan(0, slash), out _) || !Graph.Slug.IsWellFormed(text.AsSpan(slash + 1)))
            return false;
        id = new NodeId(text!);
        return true;
    }

    public int CompareTo(NodeId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(NodeId left, NodeId right) => left.CompareTo(right) < 0;
    public static bool operator <=(NodeId left, NodeId right) => left.CompareTo(right) <= 0;
    public static bool operator >(NodeId left, NodeId right) => left.CompareTo(right) > 0;
    public static bool operator >=(NodeId left, NodeId right) => left.CompareTo(right) >= 0;
}

internal sealed class NodeIdJsonConverter : JsonConverter<NodeId>
{
    public override NodeId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && NodeId.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("A node id looks like 'plan/klimastrategi-2030'.");

    public override void Write(Utf8JsonWriter writer, NodeId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
