using System.Runtime.InteropServices;

namespace PlanGraph.Domain.Lexicon;

/// <summary>Sequences of word numbers and what each stands for; finds the longest one that begins at a place.</summary>
internal sealed class PhraseTrie<T>
{
    private const int Root = 0;

    private readonly Dictionary<long, int> _next = [];
    private readonly List<List<T>?> _values = [null];

    public void Add(ReadOnlySpan<int> words, T value)
    {
        var at = Root;
        foreach (var word in words)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_next, Step(at, word), out var known);
            if (!known)
            {
                next = _values.Count;
                _values.Add(null);
            }
            at = next;
        }
        (_values[at] ??= []).Add(value);
    }

    /// <summary>The values of the longest sequence at the beginning of <paramref name="words"/> and its length; nothing and 0 when none begins there.</summary>
    public (IReadOnlyList<T> Values, int Length) Longest(ReadOnlySpan<int> words)
    {
        (IReadOnlyList<T> Values, int Length) longest = ([], 0);
        var at = Root;
        for (var length = 0; length < words.Length && words[length] >= 0 && _next.TryGetValue(Step(at, words[length]), out at);)
        {
            length++;
            if (_values[at] is { } values)
                longest = (values, length);
        }
        return longest;
    }

    private static long Step(int node, int word) => ((long)node << 32) | (uint)word;
}
