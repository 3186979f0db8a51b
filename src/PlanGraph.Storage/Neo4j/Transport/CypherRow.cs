using System.Collections;
using System.Globalization;

namespace PlanGraph.Storage.Neo4j.Transport;

/// <summary>A statement from <c>cypher/</c>: its name, which is its path there, and its text.</summary>
public sealed record CypherStatement(string Name, string Text);

/// <summary>Named values for a statement: <c>new() { ["id"] = "plan/a", ["cap"] = 50L }</c>.</summary>
public sealed class CypherParameters : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public static CypherParameters None { get; } = [];

    public object? this[string name]
    {
        get => _values[name];
        set => _values[name] = value;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>So that a collection expression can make an empty one.</summary>
    public void Add(KeyValuePair<string, object?> value) => _values.Add(value.Key, value.Value);
}

/// <summary>One row of an answer, read by column name.</summary>
/// <exception cref="KeyNotFoundException">The statement returns no such column.</exception>
/// <exception cref="InvalidCastException">The column holds something else.</exception>
public sealed class CypherRow(IReadOnlyDictionary<string, int> columns, IReadOnlyList<object?> values)
{
    public object? this[string column] => values[columns[column]];

    public string Text(string column) => (string)this[column]!;

    public long Number(string column) => (long)this[column]!;

    public bool Flag(string column) => (bool)this[column]!;

    public DateTimeOffset Time(string column) => (DateTimeOffset)this[column]!;

    public bool IsNull(string column) => this[column] is null;

    public IReadOnlyDictionary<string, object?> Map(string column) => (IReadOnlyDictionary<string, object?>)this[column]!;

    public IReadOnlyList<object?> List(string column) => (IReadOnlyList<object?>)this[column]!;

    public override string ToString() => string.Join(", ", columns.Keys.Select(column => string.Create(CultureInfo.InvariantCulture, $"{column}: {this[column]}")));
}
