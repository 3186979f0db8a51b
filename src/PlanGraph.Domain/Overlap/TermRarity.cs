using System.Collections.Frozen;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// How much a term says: the logarithm of one over the share of titles that have it. The share is that of the list at hand, blended with what plan titles in general
/// are like (the list <c>title-words</c>, of our own data): sixty titles alone do not tell that kvalitet says less than demens.
/// </summary>
/// <remarks>As in the estimate of a binomial with a Dirichlet prior: the background counts as <see cref="Background"/> titles more.</remarks>
/// <param name="terms">The terms of the titles.</param>
/// <param name="counts">In how many of the titles each term is.</param>
/// <param name="titles">The number of titles.</param>
internal sealed class TermRarity(TitleTerms terms, int[] counts, int titles)
{
    /// <summary>How many titles the background counts as.</summary>
    public const double Background = 300;

    /// <summary>Rarity goes by steps, so that one title more or less leaves most of them, and the vectors made of them, as they were: only what has changed is joined anew.</summary>
    public const double Step = 0.05;

    /// <summary>What a term that the background does not know is taken to be in, of its titles.</summary>
    private const double Unknown = 0.5 / Background;

    private static readonly FrozenDictionary<string, double> _shares = WordList.Weights("title-words").ToFrozenDictionary(StringComparer.Ordinal);

    private readonly double[] _rarities = [.. Enumerable.Range(0, terms.Count).Select(term => Rarity(KeyOf(terms[term]), counts[term], titles))];

    public double this[int term] => _rarities[term];

    /// <summary>The name of a term in the background list.</summary>
    public static string KeyOf(Term term) => term.IsGenre ? "genre:" + term.Text : term.Text;

    private static double Rarity(string key, int count, int titles)
    {
        var share = _shares.GetValueOrDefault(key, Unknown);
        return Step * Math.Round(Math.Log(1 + ((titles + Background) / (count + (share * Background)))) / Step);
    }
}
