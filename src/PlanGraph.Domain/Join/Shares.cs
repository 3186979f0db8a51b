namespace PlanGraph.Domain.Join;

/// <summary>Work over many items, dealt out to threads in runs of neighbours.</summary>
internal static class Shares
{
    /// <summary>What the threads make of their runs, in the order of the items; it does not hang on which is done first.</summary>
    /// <param name="count">The number of items.</param>
    /// <param name="threads">How many to use at once, at least 1.</param>
    /// <param name="work">Is given the first item of a run and the one behind its last.</param>
    public static T[] Make<T>(int count, int threads, Func<int, int, T> work, CancellationToken cancellationToken = default)
    {
        var made = new T[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, share =>
            made[share] = work((int)((long)count * share / threads), (int)((long)count * (share + 1) / threads)));
        return made;
    }

    /// <summary>The same for work that leaves its results where they belong.</summary>
    public static void Do(int count, int threads, Action<int, int> work) => Make(count, threads, (from, to) =>
    {
        work(from, to);
        return to;
    });
}
