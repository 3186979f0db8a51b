using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Clusters;

/// <summary>The municipality's own name in its titles: every municipality's trafikksikkerhetsplan bears another.</summary>
internal static class OwnNames
{
    /// <summary>The title without the name, with the word kommune behind it if there is one. A title that is nothing else stays as it is.</summary>
    public static string Without(string title, string? municipality)
    {
        if (string.IsNullOrWhiteSpace(municipality)) return title;
        var name = Tokenizer.LowerWords(municipality);
        if (name is [.., "kommune"]) name = name[..^1];
        if (name.Length == 0) return title;
        var tokens = Tokenizer.Tokens(title).ToArray();
        for (var at = 0; at + name.Length <= tokens.Length; at++)
        {
            if (!IsAt(title, tokens, at, name)) continue;
            var end = at + name.Length;
            if (end < tokens.Length && Folding.Lower(tokens[end].In(title).ToString()) is "kommune" or "kommunes") end++;
            var without = (title[..tokens[at].Start] + title[tokens[end - 1].End..]).Trim();
            return Tokenizer.Tokens(without).Any() ? Without(without, municipality) : title;
        }
        return title;
    }

    private static bool IsAt(string title, Token[] tokens, int at, string[] name)
    {
        for (var word = 0; word < name.Length; word++)
        {
            var written = Folding.Lower(tokens[at + word].In(title).ToString());
            if (written != name[word] && !(word == name.Length - 1 && written == name[word] + "s")) return false;
        }
        return true;
    }
}
