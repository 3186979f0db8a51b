using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Anchoring;

/// <summary>What kind of document a title says that it is.</summary>
/// <remarks>
/// The first word that names a kind of document decides: "Oversikt over helsetilstand" and "Helseoversikten 2023" are overviews; "Plan for oppfølging av
/// ROS-analysen" is a plan. A title that names none (an abbreviation) is explained by the first sentence of the text.
/// </remarks>
internal static class TitleGenre
{
    private static readonly string[] _endings = ["", "en", "n", "a", "et", "t", "er", "ar", "r", "ene", "ane", "ne"];

    /// <summary>Whether the title is that of a document that one of the words names, alone or as the head of a compound, in any inflection.</summary>
    public static bool Is(Plan plan, ImmutableArray<string> words) => Of(plan.Title, words) ?? (plan.Text is { } text && Of(FirstSentence(text), words) == true);

    /// <summary>Null when no word of the text names a kind of document.</summary>
    private static bool? Of(string text, ImmutableArray<string> words)
    {
        foreach (var token in Tokenizer.Tokens(text))
        {
            var word = Folding.Lower(token.In(text).ToString());
            if (words.Any(named => Names(word, Folding.Lower(named)))) return true;
            if (GenreHeads.GenreOf(word) is not null || GenreHeads.Split(word) is not null) return false;
        }
        return null;
    }

    private static bool Names(string word, string named)
    {
        foreach (var ending in _endings)
        {
            var stem = ending.Length > 1 && named[^1] == 'e' ? named[..^1] : named;
            if (word.EndsWith(stem + ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static string FirstSentence(string text) => text.IndexOf('.', StringComparison.Ordinal) is > 0 and var end ? text[..end] : text;
}
