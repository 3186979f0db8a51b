using System.Diagnostics;
using System.Globalization;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Domain.Text;

namespace PlanGraph.Benchmarks.Lexicon;

/// <summary>
/// What the lexicon sees that letters do not: pairs of titles written for it (<c>pairs.csv</c>), by words in common, by a general wordnet and by topics; and how fast titles are read.
/// </summary>
internal static class LexiconBenchmark
{
    private const int Titles = 1_000_000;
    private const double Near = 0.3;

    /// <param name="args">The directory of the Norwegian WordNet (omw-nor-wn-data-nob.tab); without it that line is left out.</param>
    public static int Run(string[] args)
    {
        var pairs = ReadPairs();
        var letters = new SharedWords(pairs.SelectMany(pair => new[] { pair.One, pair.Other }));
        Console.WriteLine($"{pairs.Count(pair => pair.Near)} pairs that planners would see together, {pairs.Count(pair => !pair.Near)} that only sound alike");
        Tell("words in common", pairs, letters.Share);
        if (args is [var directory, ..])
        {
            var wordnet = new WordnetPeer(Path.Combine(directory, "omw-nor-wn-data-nob.tab"));
            Tell("the same, or a synset of the Norwegian WordNet in common", pairs, (one, other) => letters.Share(one, other) || wordnet.Share(letters.Terms(one), letters.Terms(other)));
        }
        Tell(string.Create(CultureInfo.InvariantCulture, $"topics, near by at least {Near}"), pairs, Topics());
        MeasureReading([.. pairs.SelectMany(pair => new[] { pair.One, pair.Other })]);
        return 0;
    }

    private static Func<string, string, bool> Topics()
    {
        var lexicon = TopicLexicon.BuiltIn;
        var reader = new TopicReader(lexicon);
        return (one, other) =>
        {
            var (ones, others) = (reader.Read(one), reader.Read(other));
            return ones.Any(a => others.Any(b => a.Weight * b.Weight * lexicon.Nearness(a.Topic, b.Topic) >= Near));
        };
    }

    private static void Tell(string name, IReadOnlyList<(string One, string Other, bool Near)> pairs, Func<string, string, bool> related)
    {
        var found = pairs.Count(pair => pair.Near && related(pair.One, pair.Other));
        var wrong = pairs.Where(pair => !pair.Near && related(pair.One, pair.Other)).ToList();
        Console.WriteLine($"{name}: {found} found, {wrong.Count} wrongly{(wrong.Count == 0 ? "" : ": ")}{string.Join("; ", wrong.Select(pair => $"{pair.One} / {pair.Other}"))}");
        if (name.StartsWith("topics", StringComparison.Ordinal))
            Console.WriteLine($"  missed: {string.Join("; ", pairs.Where(pair => pair.Near && !related(pair.One, pair.Other)).Select(pair => $"{pair.One} / {pair.Other}"))}");
    }

    private static void MeasureReading(string[] subjects)
    {
        var started = Stopwatch.GetTimestamp();
        var lexicon = TopicLexicon.Read([]).Lexicon;
        Console.WriteLine($"lexicon read: {lexicon.Topics.Length} topics, {lexicon.Topics.Sum(topic => topic.Words.Length + topic.Hints.Length)} words, {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
        var titles = new string[Titles];
        for (var number = 0; number < Titles; number++)
            titles[number] = string.Create(CultureInfo.InvariantCulture, $"{subjects[number % subjects.Length]} for Sted{number % 33_332} kommune {2000 + number % 40}-{2004 + number % 40}");
        var (reader, found, matches) = (new TopicReader(lexicon), new List<TopicMatch>(), 0L);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        started = Stopwatch.GetTimestamp();
        foreach (var title in titles)
        {
            reader.Read(title, found);
            matches += found.Count;
        }
        var time = Stopwatch.GetElapsedTime(started);
        Console.WriteLine($"{Titles:N0} titles of {titles.Average(title => title.Length):0} letters on one thread: {time.TotalSeconds:0.00} s, {matches:N0} matches, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Titles:0} bytes a title");
    }

    private static List<(string One, string Other, bool Near)> ReadPairs() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Lexicon", "pairs.csv")).Where(line => line.Length > 0 && line[0] != '#').Skip(1)
            .Select(line => line.Split(';')).Select(cells => (cells[0], cells[1], cells[2] == "1")),
    ];
}

/// <summary>Words in common as the text analysis sees them: stems and parts of compounds, without genre and function words.</summary>
internal sealed class SharedWords(IEnumerable<string> titles)
{
    private const double FullEnough = 0.51;

    private readonly TextAnalyzer _analyzer = new(new CorpusWords().AddAll(titles).ToOptions([]));

    public HashSet<string> Terms(string title) =>
        [.. _analyzer.Analyze(title).Features.Where(feature => feature.Kind is FeatureKind.Word or FeatureKind.Part && feature.Weight > FullEnough).Select(feature => feature.Term)];

    public bool Share(string one, string other) => Terms(one).Overlaps(Terms(other));
}

/// <summary>The synsets of words, by root.</summary>
internal sealed class WordnetPeer(string file)
{
    private readonly ILookup<string, string> _synsets = File.ReadLines(file).Where(line => line.Contains("\tlemma\t", StringComparison.Ordinal)).Select(line => line.Split('\t'))
        .ToLookup(cells => NorwegianStemmer.Root(Folding.Lower(cells[2].Trim())), cells => cells[0], StringComparer.Ordinal);

    public bool Share(IEnumerable<string> ones, IEnumerable<string> others) => ones.SelectMany(term => _synsets[term]).Intersect(others.SelectMany(term => _synsets[term])).Any();
}
