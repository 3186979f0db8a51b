using System.Globalization;

namespace PlanGraph.Domain.Text;

/// <summary>
/// The words and numbers of a text, with their places. Letters and digits of every script make words; an apostrophe between letters,
/// combining marks, soft hyphens and zero-width joiners belong to the word they stand in. Everything else parts words; a hyphen does too and is
/// remembered in <see cref="Token.Join"/>. Never throws: emoji and lone surrogates are no letters.
/// </summary>
public static class Tokenizer
{
    /// <summary>All tokens of <paramref name="text"/>, in order.</summary>
    public static IReadOnlyList<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (TryNext(text, ref at, out var token))
            tokens.Add(token);
        return tokens;
    }

    /// <summary>All tokens of <paramref name="text"/> in small letters, in order.</summary>
    public static string[] LowerWords(string text) => [.. Tokens(text).Select(token => Folding.Lower(token.In(text).ToString()))];

    /// <summary>The next token at or after <paramref name="at"/>, which is moved behind it; false at the end. Allocates nothing.</summary>
    public static bool TryNext(ReadOnlySpan<char> text, ref int at, out Token token)
    {
        while (at < text.Length && LetterWidth(text, at) == 0)
            at++;
        var start = at;
        var allDigits = true;
        while (at < text.Length)
        {
            // Nearly all of a text.
            if (char.IsLetter(text[at]))
            {
                allDigits = false;
                at++;
                continue;
            }
            var width = WidthInside(text, start, at, allDigits);
            if (width == 0)
                break;
            allDigits &= char.IsAsciiDigit(text[at]) || text[at] is '.' or ',';
            at += width;
        }
        token = new(start, at - start, allDigits ? TokenKind.Number : TokenKind.Word, JoinAt(text, at));
        return at > start;
    }

    /// <summary>1 or 2 units when a letter or digit begins at <paramref name="at"/>; else 0.</summary>
    private static int LetterWidth(ReadOnlySpan<char> text, int at)
    {
        if (char.IsLetterOrDigit(text[at]))
            return 1;
        var pair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
        return pair && IsLetter(char.ConvertToUtf32(text[at], text[at + 1])) ? 2 : 0;
    }

    private static bool IsLetter(int rune) =>
        CharUnicodeInfo.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    private static int WidthInside(ReadOnlySpan<char> text, int start, int at, bool allDigits)
    {
        var width = LetterWidth(text, at);
        if (width > 0 || at == start)
            return width;
        if (IsSilent(text[at]))
            return 1;
        if (at + 1 >= text.Length)
            return 0;
        return text[at] switch
        {
            '.' or ',' => allDigits && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at - 1]) ? 1 : 0,
            '\'' or '\u2019' or '\u02BC' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]) ? 1 : 0,
            _ => 0,
        };
    }

    /// <summary>Inside a word, yet nothing to see: marks of decomposed text, soft hyphen, zero-width characters.</summary>
    private static bool IsSilent(char letter) =>
        Folding.IsCombiningMark(letter) || letter is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    /// <summary>How a token that ends at <paramref name="end"/> hangs together with the next.</summary>
    internal static TokenJoin JoinAt(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] is not ('-' or '\u2010' or '\u2011'))
            return TokenJoin.None;
        if (end + 1 >= text.Length || char.IsWhiteSpace(text[end + 1]) || text[end + 1] is ',' or '/')
            return TokenJoin.Hanging;
        return LetterWidth(text, end + 1) > 0 ? TokenJoin.Next : TokenJoin.None;
    }
}
