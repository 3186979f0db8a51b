namespace PlanGraph.Domain.Lexicon;

/// <summary>The lexicon files of <c>data/lexicon</c>, read from the assembly.</summary>
internal static class BuiltInFiles
{
    public static LexiconFile Topics { get; } = Read("topics.csv");

    /// <summary>What goals say and titles do not; laid upon the topics when plans are held against goals.</summary>
    public static LexiconFile GoalWords { get; } = Read("goals.csv");

    public static LexiconFile Laws { get; } = Read("laws.csv");

    private static LexiconFile Read(string name)
    {
        using var stream = typeof(BuiltInFiles).Assembly.GetManifestResourceStream($"lexicon/{name}")
            ?? throw new InvalidOperationException($"The lexicon file {name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return new(name, reader.ReadToEnd());
    }
}
