using System.Runtime.InteropServices;

namespace PlanGraph.Domain.Text;

/// <summary>
/// Learns from all texts of a plan system how to read them (<see cref="ToOptions"/>): its names, the words that its compounds are made of, and the words that
/// a mistyped one was meant to be.
/// </summary>
/// <remarks>
/// A name is a word that stands with a capital inside a sentence somewhere, in small letters nowhere (but in texts without any capital), and is not a common word of plans. Once learnt it is a name at the
/// beginning of a title too. A word is trusted when it was seen 3 times, and a rare one is repaired to it when it was seen 3 times as often, from 7 letters:
/// plager is not planer, and two places may well be one letter apart.
/// </remarks>
public sealed class CorpusWords
{
    private const int Trusted = 3;
    private const int Ratio = 3;
    private const int ShortestRepaired = 7;

    private readonly Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes in one text.</summary>
    public CorpusWords Add(string text)
    {
        var lookup = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = SentenceReader.Read(text);
        var hasCapitals = words.Any(word => char.IsUpper(text[word.Token.Start]));
        foreach (var (token, mayBeName) in words.Where(word => word.Token.Kind == TokenKind.Word))
        {
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, token.In(text), out _);
            var isSmall = hasCapitals && !char.IsUpper(text[token.Start]);
            seen = new(seen.Times + 1, seen.AsName + (mayBeName ? 1 : 0), seen.AsSmall + (isSmall ? 1 : 0));
        }
        return this;
    }

    /// <summary>Takes in a word that was counted elsewhere: as written, how often it was seen, how often with the capital of a name, and how often small in a text with capitals.</summary>
    internal void Add(string written, int times, int asName, int asSmall)
    {
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, written, out _);
        seen = new(seen.Times + times, seen.AsName + asName, seen.AsSmall + asSmall);
    }

    /// <summary>Takes in many texts.</summary>
    public CorpusWords AddAll(IEnumerable<string> texts)
    {
        foreach (var text in texts)
            Add(text);
        return this;
    }

    /// <summary>How to read the texts taken in. <paramref name="names"/> are names known beforehand (places), in any case; several words make several names.</summary>
    public TextOptions ToOptions(IEnumerable<string> names)
    {
        var listed = names.SelectMany(Tokenizer.LowerWords).ToHashSet(StringComparer.Ordinal);
        var (words, learnt) = Part(listed);
        return new()
        {
            Compounds = new Decompounder(words.Where(pair => pair.Value >= Trusted), root: NorwegianStemmer.Root),
            Typos = new TypoRepair(words, Trusted, Ratio, ShortestRepaired),
            NameTypos = new TypoRepair(learnt, Trusted, Ratio, ShortestRepaired),
            Names = listed.Union(learnt.Keys).ToHashSet(StringComparer.Ordinal),
            Stem = NorwegianStemmer.Root,
        };
    }

    /// <summary>The words in bokmål and the names, and how often each was seen.</summary>
    private (Dictionary<string, int> Words, Dictionary<string, int> Names) Part(HashSet<string> listed)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var same in _seen.GroupBy(pair => Folding.Lower(pair.Key), StringComparer.Ordinal))
        {
            var times = same.Sum(pair => pair.Value.Times);
            var looksLikeName = same.Any(pair => pair.Value.AsName > 0) && !same.Any(pair => pair.Value.AsSmall > 0);
            var isName = listed.Contains(same.Key) || (looksLikeName && !WordAnalyzer.IsCommon(same.Key));
            if (isName)
                names[same.Key] = times;
            else if (!FunctionWords.Contains(same.Key))
                CollectionsMarshal.GetValueRefOrAddDefault(words, Nynorsk.ToBokmaal(same.Key), out _) += times;
        }
        return (words, names);
    }

    private readonly record struct Seen(int Times, int AsName, int AsSmall);
}
