using PlanGraph.Benchmarks.Store;

return args switch
{
    ["store", .. var rest] => await StoreBenchmark.RunAsync(rest),
    _ => Help(),
};

static int Help()
{
    Console.Error.WriteLine("store [nodes…]   embedded store: opening, memory, neighbourhood, writing; 10000 100000 1000000 when no number is given");
    return 64;
}
