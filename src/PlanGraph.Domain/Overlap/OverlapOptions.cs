using PlanGraph.Domain.Lexicon;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>How an overlap search is done. The defaults are what the product uses; the others are for measuring what each step adds.</summary>
public sealed record OverlapOptions
{
    /// <summary>The topics and laws; null for a search by words alone.</summary>
    public PlanLexicon? Lexicon { get; init; } = PlanLexicon.BuiltIn;

    /// <summary>Names of places known beforehand.</summary>
    public IReadOnlyCollection<string> Places { get; init; } = [];

    /// <summary>Changes how the words of titles are read, given what the titles themselves taught.</summary>
    public Func<TextOptions, TextOptions> Reading { get; init; } = reading => reading;

    /// <summary>How much of the likeness is words; the rest is topics. 0 to 1.</summary>
    public double WordShare { get; init; } = 0.55;

    /// <summary>How much a near topic counts of the topic itself, times its nearness. 0 to 1.</summary>
    public double NearShare { get; init; } = 0.5;

    /// <summary>How much more the first subject of a title counts than the others.</summary>
    public double HeadWeight { get; init; } = 1.3;

    /// <summary>What a kind of document counts beside a subject.</summary>
    public double GenreWeight { get; init; } = 0.4;
}
