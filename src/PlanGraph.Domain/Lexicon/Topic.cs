using System.Collections.Immutable;

namespace PlanGraph.Domain.Lexicon;

/// <summary>A subject that municipal plans are made for.</summary>
/// <param name="Number">Its place in <see cref="TopicLexicon.Topics"/>: what matches and nearness are computed with. Changes with the lexicon; keep <paramref name="Id"/>.</param>
/// <param name="Id">Stable, readable: <c>overvann</c>.</param>
/// <param name="Name">In bokmål.</param>
/// <param name="NameNn">In nynorsk.</param>
/// <param name="Weight">How much it tells that two plans share the topic, above 0 and at most 1: low for an umbrella (samfunn), 1 for a subject (overvann).</param>
/// <param name="Words">Words and phrases that mean it, both norms, as listed.</param>
/// <param name="Hints">Words and phrases that only hint at it: they count half.</param>
public sealed record Topic(int Number, string Id, string Name, string NameNn, double Weight, ImmutableArray<string> Words, ImmutableArray<string> Hints);

/// <summary>A topic beside another, and how near it is (above 0, below 1).</summary>
public readonly record struct NearTopic(int Topic, double Nearness);

/// <summary>What one topic is to another.</summary>
public enum TopicRelation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Near, neither part of the other.</summary>
    Near,

    /// <summary>The first is a part of the second, directly or through others: demens of helse og omsorg.</summary>
    PartOf,

    /// <summary>The second is a part of the first.</summary>
    Whole,

    /// <summary>One and the same.</summary>
    Same,
}
