namespace PlanGraph.Domain.Lexicon;

/// <summary>
/// The listed words that a compound is made of, in order. Of all ways to read it, the one with the fewest unread letters and then the fewest parts wins. Between parts a linking -s- or -e- is dropped.
/// One stretch at the beginning or the end may be unread when the word beside it is long enough to be told for sure: Bærumsskolen ends in skole.
/// </summary>
internal sealed class CompoundWords(WordForms words)
{
    /// <summary>An unread stretch, or a function word's place: no phrase goes over it.</summary>
    public const int Unread = -1;

    private const int LongestWord = 64;
    private const int ShortestPart = 3;
    private const int ShortestBesideUnread = 5;
    private const int ShortestUnreadStart = 3;
    private const int ShortestUnreadEnd = 5;
    private const int UnreadCost = 100;

    /// <summary>The numbers of the parts; <see cref="Unread"/> alone when the word is not made of listed ones.</summary>
    public int[] Split(string word)
    {
        if (word.Length is < 2 * ShortestPart or > LongestWord)
            return [Unread];
        var best = new Cover?[word.Length + 1];
        best[0] = new(null, Unread, 0, 0);
        for (var start = 0; start < word.Length; start++)
        {
            if (best[start] is { } before)
                Extend(best, word, start, before);
        }
        return best[word.Length]?.Parts() ?? [Unread];
    }

    private void Extend(Cover?[] best, string word, int start, Cover before)
    {
        for (var end = start + ShortestPart; end <= word.Length; end++)
        {
            if (Number(word, start, end) is { } number && Fits(before, end - start))
                Reach(best, word, end, new(before, number, end - start, before.Cost + 1));
            if (start == 0 && end >= ShortestUnreadStart)
                Reach(best, word, end, new(before, Unread, 0, UnreadCost * end));
        }
        var rest = word.Length - start;
        if (start > 0 && rest >= ShortestUnreadEnd && before is { Number: >= 0, Length: >= ShortestBesideUnread } && !before.HasUnread())
            Keep(best, word.Length, new(before, Unread, 0, before.Cost + UnreadCost * rest));
    }

    /// <summary>The whole word is no part; the last part may be inflected.</summary>
    private int? Number(string word, int start, int end)
    {
        if (start == 0 && end == word.Length)
            return null;
        var part = word.AsSpan(start, end - start);
        return end == word.Length ? words.Find(part) : words.Exact(part);
    }

    private static bool Fits(Cover before, int length) => before.Number >= 0 || before.From is null || length >= ShortestBesideUnread;

    private static void Reach(Cover?[] best, string word, int end, Cover cover)
    {
        Keep(best, end, cover);
        if (cover.Number >= 0 && end + ShortestPart <= word.Length && word[end] is 's' or 'e' && end + 1 < word.Length)
            Keep(best, end + 1, cover);
    }

    private static void Keep(Cover?[] best, int end, Cover cover)
    {
        if (best[end] is not { } other || cover.Cost < other.Cost || (cover.Cost == other.Cost && cover.Length > other.Length))
            best[end] = cover;
    }

    /// <summary>The way to a place: the last part and what came before it. The first of the chain has no part.</summary>
    private sealed record Cover(Cover? From, int Number, int Length, int Cost)
    {
        public bool HasUnread()
        {
            for (var at = this; at.From is not null; at = at.From)
            {
                if (at.Number < 0)
                    return true;
            }
            return false;
        }

        public int[] Parts()
        {
            var parts = new List<int>();
            for (var at = this; at.From is not null; at = at.From)
                parts.Add(at.Number);
            parts.Reverse();
            return [.. parts];
        }
    }
}
