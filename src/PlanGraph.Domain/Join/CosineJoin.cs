namespace PlanGraph.Domain.Join;

/// <summary>Takes the pairs that a join finds. Each thread has its own, so it need not be safe for several.</summary>
public interface IPairSink
{
    /// <summary>One pair, <paramref name="first"/> below <paramref name="second"/>; each pair comes once, in no order.</summary>
    void Add(int first, int second, double cosine);
}

/// <summary>
/// All pairs of unit vectors whose cosine is at least a threshold: exactly those, none lost (to within <see cref="Tie"/>) and each once.
/// </summary>
/// <remarks>
/// The features of a vector stand rarest first. Two vectors can only be alike enough when the lengths of what is left of both, from their first common feature on, multiply
/// to the threshold (Cauchy and Schwarz). So only the beginning of a vector is put into lists (prefix filter: Bayardo, Ma and Srikant 2007; with L2 norms: Anastasiu and
/// Karypis 2014, L2AP), each list is ordered by what is left, so that reading it stops early, and a pair is looked at in the list of its first common feature alone. What is
/// left also ends the summing early. Texts with the very same vector are joined as one and told apart afterwards.
/// </remarks>
public sealed class CosineJoin
{
    /// <summary>A cosine this little below the threshold counts as at it: sums of rounded numbers.</summary>
    public const double Tie = 1e-9;

    private const int ListsATime = 16;
    private const int GroupsATime = 4096;

    private readonly RankedVectors _vectors;
    private readonly Outlines _outlines;
    private readonly PrefixLists _lists;
    private readonly SameVectors _groups;
    private readonly double _least;
    private readonly int _count;
    private readonly int _threads;

    /// <param name="vectors">Of length 1 or empty.</param>
    /// <param name="threshold">Above 0, at most 1.</param>
    /// <param name="threads">How many to use at once, at least 1.</param>
    public CosineJoin(SparseVectors vectors, double threshold, int threads = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(threshold, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        (_least, _count, _threads) = (threshold - Tie, vectors.Count, threads);
        _groups = new SameVectors(vectors);
        _vectors = new RankedVectors(vectors, _groups.Firsts, threads);
        _outlines = new Outlines(_vectors, threads);
        _lists = new PrefixLists(_vectors, _least, threads);
    }

    /// <summary>Gives every pair to the sinks.</summary>
    /// <param name="sink">Makes the sink of a thread; called once for each.</param>
    public IReadOnlyList<TSink> Pairs<TSink>(Func<TSink> sink, CancellationToken cancellationToken) where TSink : IPairSink => Run(sink, null, cancellationToken);

    /// <summary>Gives the pairs of which at least one is among <paramref name="changed"/>: with the pairs of old that have no changed member, the answer of a whole join.</summary>
    public IReadOnlyList<TSink> PairsOf<TSink>(IReadOnlySet<int> changed, Func<TSink> sink, CancellationToken cancellationToken) where TSink : IPairSink =>
        Run(sink, changed, cancellationToken);

    private TSink[] Run<TSink>(Func<TSink> sink, IReadOnlySet<int>? changed, CancellationToken cancellationToken) where TSink : IPairSink
    {
        var changes = changed is null ? null : new ChangedTexts(_groups, changed, _count);
        var sinks = Enumerable.Range(0, _threads).Select(_ => sink()).ToArray();
        var (next, group) = (_lists.Count, 0);
        Parallel.For(0, _threads, new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken }, thread =>
        {
            var scan = new PairScan<TSink>(_vectors, _outlines, _lists, _groups, _least, changes, sinks[thread]);
            // From the commonest feature down: the longest lists must not be left for the end.
            for (int end; (end = Interlocked.Add(ref next, -ListsATime) + ListsATime) > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var list = end - 1; list >= Math.Max(0, end - ListsATime); list--) scan.List(list);
            }
            for (int start; (start = Interlocked.Add(ref group, GroupsATime) - GroupsATime) < _groups.Count;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var at = start; at < Math.Min(_groups.Count, start + GroupsATime); at++) scan.Same(at);
            }
        });
        return sinks;
    }
}
