using System.Collections.Immutable;

namespace PlanGraph.Web.Findings;

/// <summary>What one person has chosen for reading findings, and when they last did. Remembered on the server, so that it goes with the person from one machine to the next.</summary>
internal sealed record FindingsHabits
{
    /// <summary>Judge first, score after: scores and weights of a case are hidden until somebody has judged it.</summary>
    public bool JudgeFirst { get; init; }

    /// <summary>Shows scores as the detectors gave them, not put right by what people have judged.</summary>
    public bool RawScores { get; init; }

    /// <summary>Turns the keys of one letter off (WCAG 2.1, 2.1.4).</summary>
    public bool NoKeys { get; init; }

    /// <summary>The end of the visit before this one: what came after it is new.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When the person last opened the list.</summary>
    public DateTimeOffset? Seen { get; init; }

    /// <summary>The secret link of the person's feed; null when there is none.</summary>
    public FeedLink? Feed { get; init; }
}

/// <summary>A link that gives what is new to who holds it. Only the hash of its secret is kept.</summary>
internal sealed record FeedLink(string Hash, DateTimeOffset Created);

/// <summary>Everybody's habits, by the id of the person.</summary>
internal sealed record ReaderBook
{
    public static ReaderBook Empty { get; } = new();

    public ImmutableSortedDictionary<string, FindingsHabits> Readers { get; init; } = ImmutableSortedDictionary<string, FindingsHabits>.Empty;

    public FindingsHabits Of(string person) => Readers.GetValueOrDefault(person) ?? new FindingsHabits();

    public ReaderBook With(string person, FindingsHabits habits) => this with { Readers = Readers.SetItem(person, habits) };

    /// <summary>Whose feed a secret opens; null when it is nobody's.</summary>
    public string? Holder(string hash) => Readers.FirstOrDefault(reader => reader.Value.Feed?.Hash == hash).Key;
}

/// <summary>When one visit ends and the next begins.</summary>
internal static class Visits
{
    /// <summary>Who has been away for so long comes for a new visit: what is new does not vanish while one works through it, or over lunch.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(4);

    public static FindingsHabits Visit(FindingsHabits habits, DateTimeOffset now) =>
        habits with { Since = habits.Seen is { } seen && now - seen >= Pause ? seen : habits.Since, Seen = now };
}
