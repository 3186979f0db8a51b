namespace PlanGraph.Domain.Text;

/// <summary>
/// Nynorsk words in bokmål, so that a plan is compared by what it says and not by its written norm. In this order: the list <c>nynorsk-bokmaal</c>
/// (skule → skole), its inflections by stem (skulane → skole), the parts of compounds (trafikktryggleiksplan → trafikksikkerhetsplan), and two endings
/// (-heit → -het, -leg → -lig). What none of them knows stays; most words are the same in both norms.
/// </summary>
/// <remarks>The answer is meant for comparison: an inflected word may come back as its base form. Other regular differences (-ar and -er, -ane and -ene, -ande and -ende) are left to the stemmer.</remarks>
public static class Nynorsk
{
    private static readonly NynorskWords _words = new(word => word);

    /// <summary>The number of word pairs known.</summary>
    public static int Pairs => _words.Pairs;

    /// <summary>The word in bokmål; <paramref name="token"/> itself, the same instance, when it is not known to be nynorsk.</summary>
    /// <param name="token">One word, lower case and composed (<see cref="Folding.Lower"/>).</param>
    public static string ToBokmaal(string token) => _words.ToBokmaal(token);
}
