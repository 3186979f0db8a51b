using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Web.Imports.Reading;

namespace PlanGraph.Web.Lexicon;

/// <summary>Reads the municipality's own lexicon files: every <c>.csv</c> of a directory, by name, laid upon the built-in ones.</summary>
internal static class LexiconFolder
{
    /// <summary>Topics by the thousand are far smaller.</summary>
    private const long MostBytes = 8 << 20;

    /// <summary>The lexicon; the built-in one when there is no such directory or no file in it. A file that cannot be read is a problem like any other.</summary>
    public static PlanLexicon Read(string directory)
    {
        if (!Directory.Exists(directory)) return PlanLexicon.BuiltIn;
        var problems = new List<LexiconProblem>();
        var files = Directory.EnumerateFiles(directory, "*.csv").Order(StringComparer.Ordinal).Select(path => Read(path, problems)).OfType<LexiconFile>().ToList();
        var lexicon = files.Count == 0 ? PlanLexicon.BuiltIn : PlanLexicon.Read(files);
        return lexicon with { Problems = [.. problems, .. lexicon.Problems] };
    }

    private static LexiconFile? Read(string path, List<LexiconProblem> problems)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path).Length <= MostBytes) return new LexiconFile(name, TextDecoding.Decode(File.ReadAllBytes(path)));
            problems.Add(new LexiconProblem(name, 1, Sentence.Of("lexicon.tooLarge", ("file", name), ("megabytes", MostBytes >> 20))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new LexiconProblem(name, 1, Sentence.Of("lexicon.unreadable", ("file", name))));
        }
        return null;
    }
}
