using PlanGraph.Benchmarks.Http;
using PlanGraph.Benchmarks.Kill;
using PlanGraph.Benchmarks.Lexicon;
using PlanGraph.Benchmarks.Overlap;
using PlanGraph.Benchmarks.Store;

return args switch
{
    ["store", .. var rest] => await StoreBenchmark.RunAsync(rest),
    ["neo4j", .. var rest] => await Neo4jBenchmark.RunAsync(rest),
    ["http", .. var rest] => await HttpBenchmark.RunAsync(rest),
    ["kill-neo4j", .. var rest] => await KillBenchmark.RunAsync(rest),
    ["lexicon", .. var rest] => LexiconBenchmark.Run(rest),
    ["overlap", .. var rest] => await OverlapBenchmark.RunAsync(rest),
    ["overlap-features", _, _, ..] => FeatureTable.Run(args[1..]),
    _ => Help(),
};

static int Help()
{
    Console.Error.WriteLine("store [nodes…]   embedded store: opening, memory, neighbourhood, writing; 10000 100000 1000000 when no number is given");
    Console.Error.WriteLine("neo4j [nodes…]   the embedded store, Neo4j and a bare client of it side by side: import, questions, changes; 10000 100000 when no number is given");
    Console.Error.WriteLine("http             the product as it is run, on the Bærum data: start, questions over HTTP, the nightly run");
    Console.Error.WriteLine("kill-neo4j [--times N [CHANGE-SETS]]   SIGKILL of a real Neo4j under 1000 change sets: what was answered against what is there");
    Console.Error.WriteLine("lexicon [DIR]    what topics see that letters do not, beside the Norwegian WordNet in DIR; reading of 1 000 000 titles");
    Console.Error.WriteLine("overlap [titles…]   the overlap engine: labelled lists in bench/labels, and generated lists of so many titles beside scikit-learn");
    Console.Error.WriteLine("overlap-features TABLE LABELS [PREFIX…]   the features of pairs, for bench/overlap/fit.py");
    return 64;
}
