using System.Collections.Frozen;

namespace PlanGraph.Domain.Text;

/// <summary>Words that carry no subject (og, for, ikkje): the list <c>function-words</c>, both norms and the commonest English ones.</summary>
public static class FunctionWords
{
    private const int Longest = 32;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words =
        WordList.Words("function-words").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a function word in any case.</summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
            return false;
        Span<char> lower = stackalloc char[Longest];
        return _words.Contains(lower[..word.ToLowerInvariant(lower)]);
    }
}
