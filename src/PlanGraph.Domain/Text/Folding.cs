using System.Text;

namespace PlanGraph.Domain.Text;

/// <summary>
/// Two ways of writing the same word made one. <see cref="Lower"/> keeps the letters (lower case, composed); <see cref="Fold(string)"/> is for search:
/// what people write for want of a key is equal to the letter it stands for.
/// </summary>
/// <remarks>
/// The folding table, after lower case:
/// <list type="table">
/// <item><term>æ ä ǽ</term><description>ae</description></item>
/// <item><term>ø ö ǿ õ ó ò ô</term><description>o</description></item>
/// <item><term>å (also as a and a ring above)</term><description>aa</description></item>
/// <item><term>á à â ã, é è ê ë, í ì î ï, ú ù û ü, ý ÿ, ç, ñ and all other letters of Latin-1, Latin Extended-A and B and Latin Extended Additional</term>
/// <description>the letter without its marks</description></item>
/// <item><term>č đ ŋ š ŧ ž ǧ ǥ ǩ ǯ (sámi)</term><description>c d n s t z g g k z</description></item>
/// <item><term>ð þ ß œ ł ı ĸ ſ ʒ</term><description>d th ss oe l i k s z</description></item>
/// <item><term>ligatures of printed text (ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ)</term><description>their letters</description></item>
/// <item><term>loose combining marks, soft hyphen, zero-width characters</term><description>nothing</description></item>
/// <item><term>everything else, lone surrogates too</term><description>itself, in lower case</description></item>
/// </list>
/// "oe" stays "oe": noe and poesi are words. Folding is not for display and loses letters for good: før and for become one.
/// </remarks>
public static class Folding
{
    /// <summary>No character folds to more than this many.</summary>
    public const int MostPerCharacter = 3;

    private const int OnStack = 256;
    private const char Ring = '\u030A';
    private const char Diaeresis = '\u0308';

    /// <summary>The folded text; the same instance when nothing changes.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
            return text;
        var room = text.Length * MostPerCharacter;
        Span<char> into = room <= OnStack ? stackalloc char[OnStack] : new char[room];
        return new string(into[..Fold(text, into)]);
    }

    /// <summary>Folds into <paramref name="into"/>, which has room for <see cref="MostPerCharacter"/> times the text; answers the length written.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> into)
    {
        var written = 0;
        foreach (var letter in text)
        {
            if (char.IsAscii(letter))
                into[written++] = char.ToLowerInvariant(letter);
            else if (IsCombiningMark(letter))
                written = AddMark(letter, into, written);
            else
                written = AddLetter(letter, into, written);
        }
        return written;
    }

    /// <summary>True when the two texts fold to the same.</summary>
    public static bool AreEqual(string one, string other) => string.Equals(Fold(one), Fold(other), StringComparison.Ordinal);

    /// <summary>Lower case and composed (NFC), letters kept; what the stemmer and the word lists expect. A lone surrogate becomes U+FFFD.</summary>
    public static string Lower(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var whole = HasLoneSurrogate(text) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return whole.Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }

    internal static bool IsCombiningMark(char letter) => letter is >= '\u0300' and <= '\u036F';

    private static bool IsFolded(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAscii(letter) || char.IsAsciiLetterUpper(letter))
                return false;
        }
        return true;
    }

    private static int AddLetter(char letter, Span<char> into, int written)
    {
        if (!FoldTable.TryGet(letter, out var folded))
        {
            into[written] = char.ToLowerInvariant(letter);
            return written + 1;
        }
        folded.CopyTo(into[written..]);
        return written + folded.Length;
    }

    /// <summary>A mark behind its letter (decomposed text): å and ä have a letter of their own, every other mark is dropped.</summary>
    private static int AddMark(char mark, Span<char> into, int written)
    {
        if (written > 0 && into[written - 1] == 'a' && mark is Ring or Diaeresis)
            into[written++] = mark == Ring ? 'a' : 'e';
        return written;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return true;
            at++;
        }
        return false;
    }
}
