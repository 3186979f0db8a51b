using PlanGraph.Benchmarks.Http;
using PlanGraph.Benchmarks.Store;

return args switch
{
    ["store", .. var rest] => await StoreBenchmark.RunAsync(rest),
    ["http", .. var rest] => await HttpBenchmark.RunAsync(rest),
    _ => Help(),
};

static int Help()
{
    Console.Error.WriteLine("store [nodes…]   embedded store: opening, memory, neighbourhood, writing; 10000 100000 1000000 when no number is given");
    Console.Error.WriteLine("http             the product as it is run, on the Bærum data: start, questions over HTTP, the nightly run");
    return 64;
}
