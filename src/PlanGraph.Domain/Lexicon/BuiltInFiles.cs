namespace PlanGraph.Domain.Lexicon;

/// <summary>The lexicon files of <c>data/lexicon</c>, read from the assembly.</summary>
internal static class BuiltInFiles
{
    public static LexiconFile Topics { get; } = Read("topics.csv");

    public static LexiconFile Laws { get; } = Read("laws.csv");

    private static LexiconFile Read(string name)
    {
        using var stream = typeof(BuiltInFiles).Assembly.GetManifestResourceStream($"lexicon/{name}")
            ?? throw new InvalidOperationException($"The lexicon file {name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return new(name, reader.ReadToEnd());
    }
}
