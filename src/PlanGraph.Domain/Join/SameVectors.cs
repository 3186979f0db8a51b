using System.Runtime.InteropServices;

namespace PlanGraph.Domain.Join;

/// <summary>Texts with the very same vector, bit by bit. Empty vectors are in no group.</summary>
internal sealed class SameVectors
{
    private readonly int[] _starts;
    private readonly int[] _members;

    public SameVectors(SparseVectors vectors)
    {
        var groups = new Dictionary<int, int>(vectors.Count, new ByContent(vectors));
        var groupOf = new int[vectors.Count];
        for (var text = 0; text < vectors.Count; text++)
        {
            if (vectors.Features(text).IsEmpty)
            {
                groupOf[text] = -1;
                continue;
            }
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, text, out var known);
            if (!known) group = groups.Count - 1;
            groupOf[text] = group;
        }
        _starts = new int[groups.Count + 1];
        foreach (var group in groupOf)
        {
            if (group >= 0) _starts[group + 1]++;
        }
        for (var group = 0; group < groups.Count; group++) _starts[group + 1] += _starts[group];
        _members = new int[_starts[^1]];
        var next = _starts.AsSpan(0, groups.Count).ToArray();
        for (var text = 0; text < groupOf.Length; text++)
        {
            if (groupOf[text] >= 0) _members[next[groupOf[text]]++] = text;
        }
        Firsts = [.. Enumerable.Range(0, groups.Count).Select(group => _members[_starts[group]])];
    }

    /// <summary>The first text of each group.</summary>
    public int[] Firsts { get; }

    /// <summary>The number of groups; most have one text.</summary>
    public int Count => Firsts.Length;

    /// <summary>The texts of a group, ascending.</summary>
    public ReadOnlySpan<int> Members(int group) => _members.AsSpan(_starts[group].._starts[group + 1]);

    private sealed class ByContent(SparseVectors vectors) : IEqualityComparer<int>
    {
        public bool Equals(int one, int other) =>
            vectors.Features(one).SequenceEqual(vectors.Features(other)) && vectors.Weights(one).SequenceEqual(vectors.Weights(other));

        /// <summary>By the features alone: those with the same ones nearly always have the same weights.</summary>
        public int GetHashCode(int text)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(vectors.Features(text)));
            return hash.ToHashCode();
        }
    }
}
