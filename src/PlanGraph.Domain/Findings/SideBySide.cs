using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Findings;

/// <summary>What a piece of a text is, compared with the other text.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PieceMark>))]
public enum PieceMark
{
    /// <summary>Says nothing of the subject: a function word, a year, a word for the kind of document, what stands between words.</summary>
    Plain,

    /// <summary>A word that stands in both texts, in whatever form.</summary>
    Shared,

    /// <summary>A word that stands only here.</summary>
    Own,
}

/// <summary>A piece of a text as written.</summary>
/// <param name="Passage">The number, from 1, of the passage that both texts have word for word; null outside such.</param>
public sealed record TextPiece(string Text, PieceMark Mark, int? Passage = null);

/// <summary>Two texts beside each other: the same words, each one's own words, and the passages that stand in both. The pieces of a text put together are the text.</summary>
public sealed record SideBySide(ImmutableArray<TextPiece> First, ImmutableArray<TextPiece> Second)
{
    /// <summary>The words that stand in both, as the first has them, each once.</summary>
    public ImmutableArray<string> SharedWords => Words(First, PieceMark.Shared);

    public ImmutableArray<string> OnlyFirst => Words(First, PieceMark.Own);

    public ImmutableArray<string> OnlySecond => Words(Second, PieceMark.Own);

    /// <summary>Words are the same when they have a stem in common: <c>trafikksikkerhetsplan</c> and <c>trafikksikkerheten</c>, bokmål and nynorsk.</summary>
    public static SideBySide Of(string first, string second)
    {
        var reading = new TermReader();
        var (one, other) = (reading.Read(first), reading.Read(second));
        var passages = SharedPassages.Of(one.Select(word => word.Folded).ToArray(), other.Select(word => word.Folded).ToArray());
        return new SideBySide(
            Pieces(first, one, TermsOf(other), at => Number(passages, at, passage => passage.First)),
            Pieces(second, other, TermsOf(one), at => Number(passages, at, passage => passage.Second)));
    }

    private static HashSet<string> TermsOf(IEnumerable<ReadWord> words) => [.. words.SelectMany(word => word.Terms)];

    private static int? Number(ImmutableArray<SharedPassage> passages, int at, Func<SharedPassage, int> start)
    {
        for (var i = 0; i < passages.Length; i++)
        {
            if (at >= start(passages[i]) && at < start(passages[i]) + passages[i].Length) return i + 1;
        }
        return null;
    }

    private static ImmutableArray<TextPiece> Pieces(string text, ReadWord[] words, HashSet<string> others, Func<int, int?> passage)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        var (written, before) = (0, (int?)null);
        for (var at = 0; at < words.Length; at++)
        {
            var (word, number) = (words[at], passage(at));
            if (word.Start > written) Add(text[written..word.Start], PieceMark.Plain, number == before ? number : null);
            Add(text[word.Start..word.End], word.Terms.Length == 0 ? PieceMark.Plain : word.Terms.Any(others.Contains) ? PieceMark.Shared : PieceMark.Own, number);
            (written, before) = (word.End, number);
        }
        if (written < text.Length) Add(text[written..], PieceMark.Plain, null);
        return pieces.ToImmutable();

        void Add(string piece, PieceMark mark, int? number)
        {
            if (mark == PieceMark.Plain && pieces.Count > 0 && pieces[^1] is { Mark: PieceMark.Plain } last && last.Passage == number) pieces[^1] = last with { Text = last.Text + piece };
            else pieces.Add(new TextPiece(piece, mark, number));
        }
    }

    private static ImmutableArray<string> Words(ImmutableArray<TextPiece> pieces, PieceMark mark) =>
        [.. pieces.Where(piece => piece.Mark == mark).Select(piece => piece.Text).DistinctBy(Folding.Lower)];
}

/// <summary>A word of a text, and what it is compared by; no terms when it says nothing of the subject.</summary>
internal sealed record ReadWord(int Start, int End, string Folded, ImmutableArray<string> Terms);

/// <summary>Reads words one by one, so that each has its own terms.</summary>
internal sealed class TermReader
{
    private readonly TextAnalyzer _analyzer = new(new TextOptions { Stem = NorwegianStemmer.Root });
    private readonly Dictionary<string, ImmutableArray<string>> _known = new(StringComparer.Ordinal);

    public ReadWord[] Read(string text) => [.. Tokenizer.Tokens(text).Select(token => Read(text, token))];

    private ReadWord Read(string text, Token token)
    {
        var word = Folding.Lower(token.In(text).ToString());
        if (!_known.TryGetValue(word, out var terms)) _known[word] = terms = Terms(word);
        return new ReadWord(token.Start, token.End, word, terms);
    }

    private ImmutableArray<string> Terms(string word) =>
        [.. _analyzer.Analyze(word).Features.Where(feature => feature is { Weight: > 0, Kind: FeatureKind.Word or FeatureKind.Part or FeatureKind.Name }).Select(feature => feature.Term).Distinct(StringComparer.Ordinal)];
}
