namespace PlanGraph.Domain.Overlap;

/// <summary>How each text stands among the others, known when all pairs have been seen: the best likeness it has with any, and whether a later edition of it is there. Told by several threads.</summary>
internal sealed class Standing(int texts)
{
    private readonly float[] _best = new float[texts];
    private readonly bool[] _superseded = new bool[texts];

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

    /// <summary>Tells that a later edition of a text was seen.</summary>
    public void Supersede(int text) => Volatile.Write(ref _superseded[text], true);

    public float Best(int text) => _best[text];

    public bool IsSuperseded(int text) => _superseded[text];
}
