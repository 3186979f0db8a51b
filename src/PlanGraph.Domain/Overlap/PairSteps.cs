using System.Collections.Immutable;
using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// How a score comes about, as a waterfall: how much the likelihood moves when the words are known, then the topics, then how the pair stands among others, then the descriptions,
/// then goals and sectors, then what kinds of documents they are, where and when. The steps add up to the score.
/// </summary>
/// <param name="Words">From the likelihood of any pair, included.</param>
public readonly record struct PairSteps(double Words, double Topics, double Rank, double Texts, double Links, double Kinds)
{
    /// <summary>Their sum.</summary>
    public double Score => Words + Topics + Rank + Texts + Links + Kinds;
}

/// <summary>What the topics and laws of two texts say of them, by name in bokmål.</summary>
/// <param name="Shared">Topics of both.</param>
/// <param name="Near">The two nearest different topics, where they share none; null when none are near.</param>
/// <param name="FirstLaws">The laws that the first, and not the second, answers; empty when one of them answers none.</param>
/// <param name="SecondLaws">The laws that the second, and not the first, answers.</param>
public sealed record PairSubjects(ImmutableArray<string> Shared, (string First, string Second)? Near, ImmutableArray<string> FirstLaws, ImmutableArray<string> SecondLaws);

/// <summary>Tells what a pair has in common.</summary>
internal sealed class PairExplaining(OverlapCorpus corpus)
{
    public PairSubjects Subjects(int first, int second)
    {
        if (corpus.Options.Lexicon is not ({ } lexicon, { } laws, _)) return new([], null, [], []);
        var ones = corpus.Topics(first).ToArray();
        var others = corpus.Topics(second).ToArray();
        var shared = ones.Select(topic => topic.Topic).Intersect(others.Select(topic => topic.Topic)).Order().Select(topic => Name(lexicon, topic)).ToImmutableArray();
        var (own, theirs) = (corpus.ObligationsOf(first), corpus.ObligationsOf(second));
        var areOfLaws = (own & ~theirs) != 0 && (theirs & ~own) != 0;
        return new(shared, shared.IsEmpty ? Nearest(lexicon, ones, others) : null, areOfLaws ? Named(laws, own & ~theirs) : [], areOfLaws ? Named(laws, theirs & ~own) : []);
    }

    private static (string, string)? Nearest(TopicLexicon lexicon, TitleTopic[] ones, TitleTopic[] others)
    {
        var near = ones.SelectMany(one => others.Select(other => (One: one.Topic, Other: other.Topic, Nearness: lexicon.Nearness(one.Topic, other.Topic))))
            .Where(pair => pair.Nearness > 0).OrderByDescending(pair => pair.Nearness).ThenBy(pair => pair.One).ThenBy(pair => pair.Other).Take(1).ToArray();
        return near is [var best] ? (Name(lexicon, best.One), Name(lexicon, best.Other)) : null;
    }

    private static string Name(TopicLexicon lexicon, int topic) => lexicon.Topics[topic].Name;

    private static ImmutableArray<string> Named(PlanObligations laws, UInt128 bits) =>
        [.. laws.All.Where(law => (bits & (UInt128.One << law.Number)) != 0).Select(law => $"{law.Law} {law.Section}".Trim()).Distinct()];
}
