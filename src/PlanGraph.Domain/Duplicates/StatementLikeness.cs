using System.Collections.Immutable;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Domain.Duplicates;

/// <summary>How the likelihood that two statements say much the same comes about, step by step; the steps add up to the score.</summary>
internal readonly record struct DuplicateSteps(double Topics, double Words, double Wording, double Inputs, double Places)
{
    public double Score => Topics + Words + Wording + Inputs + Places;

    public static DuplicateSteps operator +(DuplicateSteps one, DuplicateSteps other) =>
        new(one.Topics + other.Topics, one.Words + other.Words, one.Wording + other.Wording, one.Inputs + other.Inputs, one.Places + other.Places);

    public static DuplicateSteps operator *(DuplicateSteps steps, double factor) =>
        new(steps.Topics * factor, steps.Words * factor, steps.Wording * factor, steps.Inputs * factor, steps.Places * factor);
}

/// <summary>
/// The likelihood that a planner says of two statements that they say much the same: a logistic sum of how like their words are, how much they share, the nearest of their
/// topics, a passage word for word, what people have said of both, and whether each is for a place of its own.
/// </summary>
/// <remarks>
/// The first four weights were fitted by logistic regression on the 473 pairs of Bærum's goals and strategies that share a word, read one by one (decision 0015); the others
/// are set by reading.
/// </remarks>
internal sealed class StatementLikeness(StatementTexts texts, Statements statements)
{
    private const double Base = -4.5;
    private const double OfWords = 5.5;
    private const double OfAmount = 0.07;
    private const double OfTopic = 2;
    private const double OfSameWords = 2;
    private const double OfPassage = 1;
    private const double OfInput = 0.8;
    private const double OfOtherPlace = -3;
    private const int MostInputs = 2;

    /// <summary>Nearness below this is no shared topic.</summary>
    public const double LeastNearness = 0.4;

    public DuplicateSteps Between(int one, int other)
    {
        var (first, second) = (texts[one], texts[other]);
        if (first.Terms.IsEmpty || second.Terms.IsEmpty) return IsVerbatim(one, other) ? new(0, 1, 0, 0, 0) : default;
        var (words, amount) = Words(first, second, AboveBoth(one, other));
        if (amount == 0) return default;
        var logOdds = Base + (OfTopic * Nearest(first, second));
        var heights = new double[5];
        heights[0] = OverlapModel.Likelihood(logOdds);
        heights[1] = OverlapModel.Likelihood(logOdds += (OfWords * words) + (OfAmount * amount) + (words > 0.99 ? OfSameWords : 0));
        heights[2] = OverlapModel.Likelihood(logOdds += Passage(one, other) is null ? 0 : OfPassage);
        heights[3] = OverlapModel.Likelihood(logOdds += OfInput * Math.Min(MostInputs, statements.InputsOfBoth(one, other).Length));
        heights[4] = OverlapModel.Likelihood(logOdds + (OtherPlaces(one, other) is null ? 0 : OfOtherPlace));
        return new(heights[0], heights[1] - heights[0], heights[2] - heights[1], heights[3] - heights[2], heights[4] - heights[3]);
    }

    /// <summary>A run of words that both have.</summary>
    public string? Passage(int one, int other) => Passages.LongestShared(statements.All[one].Title, statements.All[other].Title);

    /// <summary>The names of each when both have some and share none.</summary>
    public (string First, string Second)? OtherPlaces(int one, int other)
    {
        var (first, second) = (Names(one), Names(other));
        return first.Length > 0 && second.Length > 0 && !first.Any(name => second.Contains(name)) ? (Written(one, first), Written(other, second)) : null;
    }

    /// <summary>The terms that stand in what both are under: among siblings they tell nothing, unless the siblings read the same.</summary>
    private HashSet<string> AboveBoth(int one, int other) =>
        texts[one].Terms.Keys.SequenceEqual(texts[other].Terms.Keys, StringComparer.Ordinal) ? [] : [.. statements.SharedAbove(one, other).SelectMany(id => texts.TermsOf(id))];

    private string[] Names(int statement) => [.. texts[statement].Terms.Where(term => term.Value.IsName).Select(term => term.Key)];

    private string Written(int statement, string[] names) => string.Join(", ", names.Select(name => texts[statement].Terms[name].Written));

    private bool IsVerbatim(int one, int other) => StatementTexts.Folded(statements.All[one].Title) == StatementTexts.Folded(statements.All[other].Title);

    private double Nearest(StatementText first, StatementText second)
    {
        var best = 0.0;
        foreach (var topic in first.Topics)
        {
            foreach (var match in second.Topics) best = Math.Max(best, Math.Min(topic.Weight, match.Weight) * texts.Lexicon.Nearness(topic.Topic, match.Topic));
        }
        return best < LeastNearness ? 0 : best;
    }

    /// <summary>The mean (geometric) of cosine and of how much of the one that says less is in the other, and the weight of what is shared.</summary>
    private static (double Words, double Amount) Words(StatementText first, StatementText second, HashSet<string> above)
    {
        var (dot, amount, one, other) = (0.0, 0.0, new Sums(), new Sums());
        foreach (var (term, own) in first.Terms)
        {
            if (above.Contains(term)) continue;
            var match = second.Terms.GetValueOrDefault(term);
            one.Add(own.Weight, match is not null);
            if (match is null) continue;
            dot += own.Weight * match.Weight;
            amount += Math.Min(own.Weight, match.Weight);
        }
        foreach (var (term, own) in second.Terms)
        {
            if (!above.Contains(term)) other.Add(own.Weight, first.Terms.ContainsKey(term));
        }
        if (dot == 0) return (0, 0);
        return (Math.Min(1, Math.Sqrt(dot / Math.Sqrt(one.Squares * other.Squares) * Math.Max(one.Share, other.Share))), amount);
    }

    private struct Sums
    {
        private double _all, _shared;

        public double Squares { get; private set; }

        public readonly double Share => _all > 0 ? _shared / _all : 0;

        public void Add(double weight, bool isShared)
        {
            _all += weight;
            Squares += weight * weight;
            if (isShared) _shared += weight;
        }
    }
}
