namespace PlanGraph.Domain.Join;

/// <summary>What of a join one thread does.</summary>
/// <param name="changed">Only pairs with a text of these are wanted; null for all.</param>
internal sealed class PairScan<TSink>(RankedVectors vectors, Outlines outlines, PrefixLists lists, SameVectors groups, double least, ChangedTexts? changed, TSink sink)
    where TSink : IPairSink
{
    /// <summary>A little below what is asked for: floats decide only what is surely too low.</summary>
    private readonly float _limit = (float)least * (2 - RankedVectors.Up);

    private readonly int _outlined = Outlines.Scaled(least);

    /// <summary>The pairs whose first common feature is that of the list.</summary>
    public void List(int rank)
    {
        var listed = lists.Of(rank);
        for (var at = 1; at < listed.Length && listed[0].Left * listed[at].Left >= _limit; at++)
        {
            var one = listed[at];
            var outline = outlines.Of(one.Vector);
            var isChanged = changed is null || changed.Group(one.Vector);
            foreach (var other in listed[..at])
            {
                if (one.Left * other.Left < _limit) break;
                if (Outlines.Most(outline, outlines.Of(other.Vector)) >= _outlined && (isChanged || changed!.Group(other.Vector))) Compare(one.Vector, other.Vector, rank);
            }
        }
    }

    /// <summary>The pairs within the groups of texts that are the same.</summary>
    public void Same(int group)
    {
        var members = groups.Members(group);
        if (members.Length < 2 || changed?.Group(group) == false) return;
        for (var at = 1; at < members.Length; at++)
        {
            for (var other = 0; other < at; other++) Give(members[other], members[at], 1);
        }
    }

    private void Compare(int one, int other, int rank)
    {
        var cosine = Cosine(vectors.Of(one), vectors.Of(other), rank);
        if (cosine < least) return;
        foreach (var first in groups.Members(one))
        {
            foreach (var second in groups.Members(other)) Give(Math.Min(first, second), Math.Max(first, second), Math.Min(1, cosine));
        }
    }

    private void Give(int first, int second, double cosine)
    {
        if (changed is null || changed.Text(first) || changed.Text(second)) sink.Add(first, second, cosine);
    }

    /// <summary>The cosine; −1 when it is too low or when the first common feature is another.</summary>
    private double Cosine(ReadOnlySpan<RankedEntry> one, ReadOnlySpan<RankedEntry> other, int rank)
    {
        var (i, j, sum, isFirst) = (0, 0, 0.0, true);
        while (i < one.Length && j < other.Length)
        {
            ref readonly var a = ref one[i];
            ref readonly var b = ref other[j];
            if (a.Rank != b.Rank)
            {
                if (a.Rank < b.Rank) i++;
                else j++;
                continue;
            }
            if (isFirst && a.Rank != rank) return -1;
            isFirst = false;
            sum += a.Weight * b.Weight;
            i++;
            j++;
            if (i < one.Length && j < other.Length && sum + ((double)one[i].Left * other[j].Left) < least) return -1;
        }
        return sum;
    }
}

/// <summary>The texts that a join is done anew for, and the groups that have one of them.</summary>
internal sealed class ChangedTexts
{
    private readonly bool[] _groups;
    private readonly bool[] _texts;

    public ChangedTexts(SameVectors groups, IReadOnlySet<int> texts, int count)
    {
        (_groups, _texts) = (new bool[groups.Count], new bool[count]);
        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var text in groups.Members(group))
            {
                if (!texts.Contains(text)) continue;
                (_groups[group], _texts[text]) = (true, true);
            }
        }
    }

    public bool Group(int group) => _groups[group];

    public bool Text(int text) => _texts[text];
}
