namespace PlanGraph.Domain.Join;

/// <summary>Two texts, by their numbers, and how like they are.</summary>
/// <param name="First">Below <paramref name="Second"/>.</param>
public readonly record struct JoinedPair(int First, int Second, double Cosine);

/// <summary>Gathers the pairs of a join; for answers that are small enough to be kept whole.</summary>
internal sealed class JoinedPairs : IPairSink
{
    private readonly List<JoinedPair> _pairs = [];

    /// <summary>All pairs, in no order.</summary>
    public static List<JoinedPair> Of(CosineJoin join, CancellationToken cancellationToken) => Together(join.Pairs(() => new JoinedPairs(), cancellationToken));

    /// <summary>The pairs of which at least one is among <paramref name="changed"/>, in no order.</summary>
    public static List<JoinedPair> Of(CosineJoin join, IReadOnlySet<int> changed, CancellationToken cancellationToken) =>
        Together(join.PairsOf(changed, () => new JoinedPairs(), cancellationToken));

    public void Add(int first, int second, double cosine) => _pairs.Add(new(first, second, cosine));

    private static List<JoinedPair> Together(IEnumerable<JoinedPairs> sinks) => [.. sinks.SelectMany(sink => sink._pairs)];
}
