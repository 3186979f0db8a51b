using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Neo4j;

/// <summary>
/// The properties that an element has in Neo4j, made from its JSON form (<see cref="GraphJson"/>) and back without loss. Simple values are native
/// (dates are dates); a value with parts is laid out flat (<c>adopted</c> becomes <c>adoptedPrinted</c>, <c>adoptedDate</c> …); a list is a list of
/// strings, each a word or, where the items have parts, their JSON.
/// </summary>
internal static class Neo4jProperties
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Field>> Fields = new();

    private static readonly FrozenDictionary<NodeKind, Type> Types = GraphJson.Options.GetTypeInfo(typeof(Node)).PolymorphismOptions!.DerivedTypes
        .ToFrozenDictionary(derived => Enum.Parse<NodeKind>((string)derived.TypeDiscriminator!), derived => derived.DerivedType);

    public static Dictionary<string, object?> From(Node node) => Flatten(node.GetType(), GraphJson.ToTree(node));

    public static Dictionary<string, object?> From(Relation relation) => Flatten(typeof(Relation), GraphJson.ToTree(relation));

    public static Node ToNode(NodeKind kind, IReadOnlyDictionary<string, object?> properties)
    {
        var json = Unflatten(Types[kind], properties);
        json.Insert(0, "kind", kind.ToString());
        return GraphJson.FromTree<Node>(json);
    }

    public static Relation ToRelation(RelationType type, string from, string to, IReadOnlyDictionary<string, object?> properties)
    {
        var json = Unflatten(typeof(Relation), properties);
        json["type"] = RelationRules.Name(type);
        json["from"] = from;
        json["to"] = to;
        return GraphJson.FromTree<Relation>(json);
    }

    private static Dictionary<string, object?> Flatten(Type type, JsonObject json)
    {
        var flat = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in FieldsOf(type))
        {
            if (json[field.Json] is { } value) field.Flatten(value, flat);
        }
        return flat;
    }

    private static JsonObject Unflatten(Type type, IReadOnlyDictionary<string, object?> flat)
    {
        var json = new JsonObject();
        foreach (var field in FieldsOf(type))
        {
            if (field.Unflatten(flat) is { } value) json[field.Json] = value;
        }
        return json;
    }

    private static ImmutableArray<Field> FieldsOf(Type type) => Fields.GetOrAdd(type, static type => FieldsOf(type, prefix: ""));

    private static ImmutableArray<Field> FieldsOf(Type type, string prefix) =>
        [.. GraphJson.Options.GetTypeInfo(type).Properties.Where(property => property.Get is not null).Select(property => FieldOf(property, prefix))];

    private static Field FieldOf(JsonPropertyInfo property, string prefix)
    {
        var name = prefix.Length == 0 ? property.Name : prefix + char.ToUpperInvariant(property.Name[0]) + property.Name[1..];
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (typeof(IDictionary).IsAssignableFrom(type)) return new WholeField(property.Name, name);
        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type)) return new ListField(property.Name, name);
        return GraphJson.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object
            ? new PartsField(property.Name, FieldsOf(type, name))
            : new SimpleField(property.Name, name, type);
    }

    private abstract record Field(string Json)
    {
        public abstract void Flatten(JsonNode value, Dictionary<string, object?> flat);

        public abstract JsonNode? Unflatten(IReadOnlyDictionary<string, object?> flat);
    }

    private sealed record SimpleField(string Json, string Name, Type Type) : Field(Json)
    {
        public override void Flatten(JsonNode value, Dictionary<string, object?> flat) => flat[Name] = value.GetValueKind() switch
        {
            JsonValueKind.String when Type == typeof(DateOnly) => DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            JsonValueKind.String when Type == typeof(DateTimeOffset) => value.GetValue<DateTimeOffset>(),
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
            JsonValueKind.Number when Type == typeof(double) => value.GetValue<double>(),
            JsonValueKind.Number => value.GetValue<long>(),
            _ => throw new NotSupportedException($"{Json} is neither simple nor a list."),
        };

        public override JsonNode? Unflatten(IReadOnlyDictionary<string, object?> flat) => flat.GetValueOrDefault(Name) switch
        {
            null => null,
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            long number => JsonValue.Create(number),
            double number => JsonValue.Create(number),
            DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            DateTimeOffset time => JsonValue.Create(time),
            var other => throw new NotSupportedException($"Property {Name} holds a {other.GetType().Name}."),
        };
    }

    private sealed record ListField(string Json, string Name) : Field(Json)
    {
        public override void Flatten(JsonNode value, Dictionary<string, object?> flat) =>
            flat[Name] = value.AsArray().Select(item => item is JsonValue word ? word.GetValue<string>() : item!.ToJsonString(GraphJson.Options)).ToArray();

        public override JsonNode? Unflatten(IReadOnlyDictionary<string, object?> flat) => flat.GetValueOrDefault(Name) is IReadOnlyList<object?> items
            ? new JsonArray([.. items.Select(item => ((string)item!).StartsWith('{') ? JsonNode.Parse((string)item!) : JsonValue.Create((string)item!))])
            : null;
    }

    /// <summary>What has no fixed parts: its JSON.</summary>
    private sealed record WholeField(string Json, string Name) : Field(Json)
    {
        public override void Flatten(JsonNode value, Dictionary<string, object?> flat) => flat[Name] = value.ToJsonString(GraphJson.Options);

        public override JsonNode? Unflatten(IReadOnlyDictionary<string, object?> flat) => flat.GetValueOrDefault(Name) is string json ? JsonNode.Parse(json) : null;
    }

    private sealed record PartsField(string Json, ImmutableArray<Field> Parts) : Field(Json)
    {
        public override void Flatten(JsonNode value, Dictionary<string, object?> flat)
        {
            foreach (var part in Parts)
            {
                if (value[part.Json] is { } inner) part.Flatten(inner, flat);
            }
        }

        public override JsonNode? Unflatten(IReadOnlyDictionary<string, object?> flat)
        {
            var json = new JsonObject();
            foreach (var part in Parts)
            {
                if (part.Unflatten(flat) is { } inner) json[part.Json] = inner;
            }
            return json.Count == 0 ? null : json;
        }
    }
}
