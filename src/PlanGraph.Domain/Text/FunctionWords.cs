using System.Collections.Frozen;

namespace PlanGraph.Domain.Text;

/// <summary>Words that carry no subject (og, for, ikkje): the list <c>function-words</c>, both norms and the commonest English ones.</summary>
public static class FunctionWords
{
    private const int Longest = 32;

    private static readonly FrozenSet<string> _words = WordList.Words("function-words").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> _folded = _words.Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a function word in any case.</summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
            return false;
        Span<char> lower = stackalloc char[Longest];
        return _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    /// <summary>True for a function word as <see cref="Folding.Fold(string)"/> leaves it.</summary>
    public static bool ContainsFolded(string folded) => _folded.Contains(folded);
}
