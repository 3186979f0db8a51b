using PlanGraph.Domain.Overlap;
using PlanGraph.Domain.Text;

namespace PlanGraph.Benchmarks.Overlap;

/// <summary>The steps of reading a title, each left out by itself, with the topics of the lexicon and without.</summary>
internal static class Steps
{
    private static readonly (string Step, Func<TextOptions, TextOptions> Reading)[] _left =
    [
        ("nothing", reading => reading),
        ("nynorsk into bokmål", reading => reading with { ToBokmaal = false }),
        ("stemming", reading => reading with { Stem = word => word }),
        ("splitting of compounds", reading => reading with { Compounds = null }),
        ("repair of typing errors", reading => reading with { Typos = null, NameTypos = null }),
        ("names", reading => reading with { Names = new HashSet<string>() }),
    ];

    /// <summary>What is left out, and the options that leave it out.</summary>
    public static IEnumerable<(string Without, OverlapOptions Options)> LeftOut()
    {
        foreach (var (step, reading) in _left) yield return (step, new OverlapOptions { Reading = reading });
        foreach (var (step, reading) in _left) yield return ("lexicon, " + step, new OverlapOptions { Lexicon = null, Reading = reading });
    }
}
