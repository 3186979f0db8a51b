using System.Collections.Immutable;

namespace PlanGraph.Domain.Graph;

/// <summary>
/// Something to tell a person, without the words: a key of the text files and the values of its placeholders. The words are chosen where the
/// language is known. A value that starts with <c>@</c> is itself a key (<c>@kind.Plan</c>).
/// </summary>
public sealed record Sentence(string Key, ImmutableSortedDictionary<string, string>? Args = null)
{
    public ImmutableSortedDictionary<string, string> Args
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = (Args ?? ImmutableSortedDictionary<string, string>.Empty).WithComparers(StringComparer.Ordinal);

    public static Sentence Of(string key, params ReadOnlySpan<(string Name, object Value)> args)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
            builder[name] = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return new Sentence(key, builder.ToImmutable());
    }

    public bool Equals(Sentence? other) => other is not null && Key == other.Key && Args.SequenceEqual(other.Args);

    public override int GetHashCode() => Args.Aggregate(Key.GetHashCode(StringComparison.Ordinal), (hash, arg) => HashCode.Combine(hash, arg.Key, arg.Value));
}
