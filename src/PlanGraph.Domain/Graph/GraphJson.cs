using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PlanGraph.Domain.Graph;

/// <summary>
/// The one JSON form of nodes, relations and changes: in the journal, in exports, in PlanGraph's own import files. Empty values are left out;
/// the order of properties is fixed, so equal elements have equal bytes.
/// </summary>
public static class GraphJson
{
    public static JsonSerializerOptions Options { get; } = new(GraphJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = GraphJsonContext.Default.WithAddedModifier(LeaveOutEmptyLists),
    };

    public static byte[] ToUtf8<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    /// <exception cref="JsonException">The bytes are no such value.</exception>
    public static T FromUtf8<T>(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, TypeInfo<T>()) ?? throw new JsonException("The value is null.");

    /// <summary>The JSON form as a tree, for those who lay it out otherwise than as text.</summary>
    public static JsonObject ToTree<T>(T value) => JsonSerializer.SerializeToNode(value, TypeInfo<T>())!.AsObject();

    /// <exception cref="JsonException">The tree is no such value.</exception>
    public static T FromTree<T>(JsonObject tree) => tree.Deserialize(TypeInfo<T>()) ?? throw new JsonException("The value is null.");

    /// <summary>True when the two say the same, versions aside.</summary>
    public static bool SameContent(Node a, Node b) => ToUtf8(a with { Version = 0 }).AsSpan().SequenceEqual(ToUtf8(b with { Version = 0 }));

    /// <inheritdoc cref="SameContent(Node, Node)"/>
    public static bool SameContent(Relation a, Relation b) => ToUtf8(a with { Version = 0 }).AsSpan().SequenceEqual(ToUtf8(b with { Version = 0 }));

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static void LeaveOutEmptyLists(JsonTypeInfo info)
    {
        foreach (var property in info.Properties)
        {
            if (typeof(System.Collections.ICollection).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = static (_, value) => value is System.Collections.ICollection { Count: > 0 };
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(Relation))]
[JsonSerializable(typeof(ChangeSet))]
[JsonSerializable(typeof(CommittedChange))]
[JsonSerializable(typeof(Operation))]
internal sealed partial class GraphJsonContext : JsonSerializerContext;
