using System.Buffers;

namespace PlanGraph.Domain.Text;

/// <summary>A token and whether its capital may be that of a name.</summary>
internal readonly record struct SentenceToken(Token Token, bool MayBeName);

/// <summary>
/// The tokens of a text with what their capitals tell. A capital tells of a name when it is not there because a sentence or a part of a title begins, and when not all
/// words of the text have one (headings in capitals, titles in the English way). A dash begins a part, but not one that ties two words: Lillehammer–Gjøvik.
/// </summary>
internal static class SentenceReader
{
    private const int ManyCapitals = 3;

    private static readonly SearchValues<char> _beginnings = SearchValues.Create(".!?:;\n\r«\"“–—|•");

    public static IReadOnlyList<SentenceToken> Read(string text)
    {
        var read = new List<SentenceToken>();
        Read(text, read);
        return read;
    }

    /// <summary>The same into a list that is emptied first, for those who read many texts.</summary>
    public static void Read(string text, List<SentenceToken> read)
    {
        read.Clear();
        for (var at = 0; Tokenizer.TryNext(text, ref at, out var token);)
            read.Add(new(token, false));
        var capitalsTell = CapitalsTell(text, read);
        for (var at = 1; capitalsTell && at < read.Count; at++)
            read[at] = new(read[at].Token, StandsInside(text, read[at - 1].Token, read[at].Token));
    }

    /// <summary>False when no word inside begins small and there are enough of them to tell.</summary>
    private static bool CapitalsTell(string text, List<SentenceToken> tokens)
    {
        var capitals = 0;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at].Token.Kind == TokenKind.Number)
                continue;
            if (!char.IsUpper(text[tokens[at].Token.Start]))
                return true;
            capitals++;
        }
        return capitals < ManyCapitals;
    }

    private static bool StandsInside(string text, Token before, Token token)
    {
        var between = text.AsSpan(before.End, token.Start - before.End);
        return char.IsUpper(text[token.Start]) && (between is "–" || !between.ContainsAny(_beginnings));
    }
}
