namespace PlanGraph.Domain.Overlap;

/// <summary>The best likeness of each text with any other; told by several threads.</summary>
internal sealed class BestLikeness(int texts)
{
    private readonly float[] _best = new float[texts];

    public void Tell(int text, float likeness)
    {
        var known = Volatile.Read(ref _best[text]);
        while (likeness > known)
        {
            var before = Interlocked.CompareExchange(ref _best[text], likeness, known);
            if (before == known) return;
            known = before;
        }
    }

    public float Of(int text) => _best[text];
}
