namespace PlanGraph.Domain.Lexicon;

/// <summary>
/// The listed words that a compound is made of, in order. Of all ways to read it, the one with the fewest unread letters, then the fewest parts, then the longest first part wins
/// (informasjonssikkerhet and strategi, not informasjon and sikkerhetsstrategi). Between parts a linking -s- or -e- is dropped.
/// One stretch at the beginning or the end may be unread when the word beside it is long enough to be told for sure; one at the beginning is left out (Bærumsskolen is skole).
/// </summary>
internal sealed class CompoundWords(WordForms words)
{
    /// <summary>An unread stretch or an unknown word: no phrase goes over it.</summary>
    public const int Unread = -1;

    private const int LongestWord = 64;
    private const int ShortestPart = 3;
    private const int ShortestBesideUnread = 5;
    private const int ShortestUnreadStart = 3;
    private const int ShortestUnreadEnd = 5;

    /// <summary>The numbers of the parts; <see cref="Unread"/> alone when the word is not made of listed ones.</summary>
    public int[] Split(string word)
    {
        if (word.Length is < 2 * ShortestPart or > LongestWord)
            return [Unread];
        var (read, open) = (new Cover?[word.Length + 1], new Cover?[word.Length + 1]);
        for (var start = word.Length - ShortestPart; start >= 0; start--)
            Fill(word, start, read, open);
        var best = Better(read[0], open[0]);
        for (var start = ShortestUnreadStart; start < word.Length; start++)
        {
            if (read[start] is { } rest && words.LengthOf(rest.Number) >= ShortestBesideUnread)
                best = Better(best, rest with { Unread = rest.Unread + start });
        }
        return best is null ? [Unread] : best.Numbers();
    }

    /// <summary>The best ways to read the word from <paramref name="start"/> on: to its end, and to an unread end.</summary>
    private void Fill(string word, int start, Cover?[] read, Cover?[] open)
    {
        for (var end = start + ShortestPart; end <= word.Length; end++)
        {
            if (Number(word, start, end) is not { } number)
                continue;
            var (length, rest) = (end - start, word.Length - end);
            if (rest == 0)
                read[start] = Better(read[start], new(number, length, null, 0, 1));
            if (rest >= ShortestUnreadEnd && length >= ShortestBesideUnread)
                open[start] = Better(open[start], new(number, length, new(Unread, rest, null, rest, 0), rest, 1));
            Extend(end);
            if (rest > ShortestPart && word[end] is 's' or 'e')
                Extend(end + 1);

            void Extend(int next)
            {
                if (read[next] is { } after)
                    read[start] = Better(read[start], new(number, length, after, after.Unread, after.Parts + 1));
                if (open[next] is { } openAfter)
                    open[start] = Better(open[start], new(number, length, openAfter, openAfter.Unread, openAfter.Parts + 1));
            }
        }
    }

    /// <summary>The whole word is no part; the last part may be inflected.</summary>
    private int? Number(string word, int start, int end)
    {
        if (start == 0 && end == word.Length)
            return null;
        var part = word.AsSpan(start, end - start);
        return end == word.Length ? words.Find(part) : words.Exact(part);
    }

    private static Cover? Better(Cover? one, Cover? other)
    {
        if (one is null || other is null)
            return one ?? other;
        if (one.Unread != other.Unread)
            return one.Unread < other.Unread ? one : other;
        if (one.Parts != other.Parts)
            return one.Parts < other.Parts ? one : other;
        return one.Length >= other.Length ? one : other;
    }

    /// <summary>A way to read the rest of a word: its first part and what follows.</summary>
    private sealed record Cover(int Number, int Length, Cover? Next, int Unread, int Parts)
    {
        public int[] Numbers()
        {
            var numbers = new List<int>();
            for (var at = this; at is not null; at = at.Next)
                numbers.Add(at.Number);
            return [.. numbers];
        }
    }
}
