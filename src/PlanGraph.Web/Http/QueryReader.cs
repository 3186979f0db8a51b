using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;

namespace PlanGraph.Web.Http;

/// <summary>Reads the values of an address. The first that cannot be used is the problem to answer with.</summary>
internal sealed class QueryReader
{
    public Problem? Problem { get; private set; }

    /// <summary>Node ids with commas between them.</summary>
    public ImmutableArray<NodeId> Ids(string name, string? text, int most)
    {
        var parts = Parts(text);
        if (parts.Length == 0 || parts.Length > most) Refuse("web.input.howMany", ("name", name), ("least", 1), ("most", most));
        return [.. parts.Select(part => Id(name, part))];
    }

    public NodeId Id(string name, string? text)
    {
        if (!NodeId.TryParse(text, out var id)) Refuse("web.input.id", ("name", name), ("value", text ?? ""));
        return id;
    }

    public ImmutableArray<NodeKind>? Kinds(string name, string? text) =>
        text is null or "" ? null : [.. Parts(text).Select(part => Choice(name, part, Enum.GetValues<NodeKind>(), kind => kind.ToString()))];

    public ImmutableArray<RelationType>? Types(string name, string? text) =>
        text is null or "" ? null : [.. Parts(text).Select(part => Choice(name, part, Enum.GetValues<RelationType>(), RelationRules.Name))];

    public int Number(string name, int? value, int least, int most, int fallback)
    {
        if (value < least || value > most) Refuse("web.input.number", ("name", name), ("least", least), ("most", most));
        return value ?? fallback;
    }

    /// <summary>Some of a list of choices, written as in JSON; null when nothing is chosen.</summary>
    public ImmutableArray<T>? Choices<T>(string name, string? text) where T : struct, Enum =>
        text is null or "" ? null : [.. Parts(text).Select(part => Choice(name, part, Enum.GetValues<T>(), choice => Summaries.Word(choice)!))];

    public T Choice<T>(string name, string text, IReadOnlyList<T> choices, Func<T, string> word)
    {
        foreach (var choice in choices)
        {
            if (word(choice) == text) return choice;
        }
        Refuse("web.input.choice", ("name", name), ("value", text));
        return choices[0];
    }

    private static string[] Parts(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void Refuse(string key, params ReadOnlySpan<(string Name, object Value)> args) => Problem ??= Problem.BadRequest(Sentence.Of(key, args));
}
